import { html } from 'lit';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import {
  type PrescribedItem,
  type Prescription,
  type TakenPrescription,
} from '../../training/prescription/prescription.ts';
import { allowed } from '../../training/safety/allowed.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { section } from '../elements/page-parts.ts';
import { formatDay } from '../elements/format.ts';
import { lastDay } from '../programmes/week-input.ts';
import { prescribedText } from '../safety/allowed-note.ts';
import { answeredPerson } from '../safety/person-now.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';

/**
 * The drills of a prescription and its cautions in words. What the physiotherapist wrote stands in quotes of its own.
 * @param further what else there is to say of a limit; null: nothing
 */
export const prescriptionText = (
  { items, cautions }: Pick<Prescription, 'items' | 'cautions'>,
  drills: readonly DrillDefinition[],
  further: (item: PrescribedItem) => string | null = () => null,
) => {
  const { write, take } = prescriptionWords();
  return html`<dl class="items">
      ${items.map((item) => {
        const { drill: id, side, sets, days, limit, endRange, strength, words } = item;
        const drill = drills.find((one) => one.id === id);
        const beyond = further(item);
        return html`<div>
          <dt>${drill?.title ?? id}${drill?.variant ? `: ${drill.variant.name}` : ''}</dt>
          <dd>${write.sides[side]}: ${take.dose(sets, days)}.</dd>
          ${limit === null ? null : html`<dd><strong>${take.stopAt(limit)}</strong></dd>`}
          ${beyond === null ? null : html`<dd>${beyond}</dd>`}
          ${endRange ? null : html`<dd><strong>${take.easy}</strong></dd>`}
          ${strength ? html`<dd>${take.strength}</dd>` : null}
          ${words === '' ? null : html`<dd><q>${words}</q></dd>`}
          ${drill === undefined ? html`<dd class="note">${take.absent}</dd>` : null}
        </div>`;
      })}
    </dl>
    ${cautions === '' ? null : html`<div class="note"><strong>${take.cautions}</strong><q>${cautions}</q></div>`}`;
};

/** On the first page: the prescription that holds. The styles are `prescriptionStyles`. */
export function prescribed({ drills }: Services, taken: TakenPrescription) {
  const words = prescriptionWords().take;
  return section('from', words.until(taken.from, formatDay(lastDay(taken), { dateStyle: 'medium' })), 'panel stack-s')`
    ${prescriptionText(taken, drills)}
    <p><a href=${routeHash({ screen: 'prescription' })}>${words.heading}</a></p>`;
}

/** Beside the figures of a drill its limit, so that a range there does not look like a goal. */
export function prescribedLimit({ drills, settings }: Services, taken: TakenPrescription, id: string) {
  const drill = drills.find((one) => one.id === id);
  const now = Date.now();
  const may = drill && allowed(drill, answeredPerson(drills, settings.current, now), now);
  if (may === undefined || Object.keys(may.limits).length === 0) return null;
  return html`<p class="note">${prescribedText(may, taken)} ${prescriptionWords().take.noGoal}</p>`;
}
