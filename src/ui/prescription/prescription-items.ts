import { html } from 'lit';
import { personsZone } from '../programmes/week-input.ts';
import {
  lastDayFrom,
  type TakenPrescription,
  type PrescribedItem,
  type Prescription,
} from '../../training/prescription/prescription.ts';
import { type CivilDay, dayInZone } from '../../training/planning/civil-day.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';

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

/** The day until which it is said to hold. */
export const lastDay = (taken: Pick<TakenPrescription, 'takenAt' | 'weeks'>): CivilDay =>
  lastDayFrom(taken, dayInZone(personsZone())(Date.parse(taken.takenAt)));
