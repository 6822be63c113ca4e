import { html } from 'lit';
import { dayInZone } from '../../coach/planning/civil-day.ts';
import { hardestGoal, restUntil } from '../../coach/planning/rest-advice.ts';
import type { Programme } from '../../coach/planning/programme.ts';
import type { WeekInput } from '../../coach/planning/week.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { formatDate } from '../elements/format.ts';

/** Where one of the programmes is strength work and the last of it is less than 48 hours away: until when to rest. */
export function restNote(programmes: readonly Programme[], { sets, goal, now, zone }: WeekInput) {
  const hard = programmes.some((programme) => hardestGoal(programme, goal) === 'strength');
  const until = hard ? restUntil(sets, now, dayInZone(zone)) : null;
  if (until === null) return null;
  return html`<p class="note">
    <strong>${weekWords().hardTitle}</strong>
    <span>${weekWords().hard(formatDate(new Date(until).toISOString()))}</span>
  </p>`;
}
