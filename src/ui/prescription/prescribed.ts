import { html } from 'lit';
import type { TakenPrescription } from '../../training/prescription/prescription.ts';
import { allowed } from '../../training/safety/allowed.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { section } from '../elements/page-parts.ts';
import { formatDay } from '../elements/format.ts';
import { prescribedText } from '../safety/allowed-note.ts';
import { answeredPerson } from '../safety/person-now.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { prescriptionText, lastDay } from './prescription-items.ts';

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
