import { html } from 'lit';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { DoneSet, PastSet } from '../../training/planning/parts-done.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { type CivilDay, DAY, dayAtPlace, dayInZone, dayWithSets } from '../../training/planning/civil-day.ts';
import { hardestGoal, restUntil } from '../../training/planning/rest-advice.ts';
import {
  holdsNow,
  isPrescribed,
  lastDayFrom,
  type TakenPrescription,
} from '../../training/prescription/prescription.ts';
import type { Programme } from '../../training/planning/programme.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { formatDate } from '../elements/format.ts';
import { onceFor } from '../elements/once-for.ts';
import type { WeekInput } from '../../training/planning/week.ts';
import { spokenProgrammes } from './programme-plan.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';

/** The sets that the person performed. Sets without a date are left out. */
export const pastSets = (sets: readonly SetOverview[]): readonly PastSet[] =>
  sets.flatMap(({ startedAt, source, drill, side, goal, ended }) => {
    const moment = Date.parse(startedAt ?? '');
    if (Number.isNaN(moment) || !isPerformed(source)) return [];
    return [{ startedAt: moment, day: dayAtPlace(startedAt), drill, side, goal, ended }];
  });

/** The same, with their ids and what was told after each. */
export const doneSets = onceFor((sets: readonly SetOverview[]): readonly (DoneSet & Pick<SetOverview, 'id'>)[] =>
  sets.flatMap((set) => {
    const { id, pain = null, painSide, effort, morning, load } = set;
    return pastSets([set]).map((past) => ({ ...past, id, pain, painSide, effort, morning, load }));
  }),
);

/** The time zone of the browser. UTC if it names a zone that it does not know, as some privacy settings do. */
export const personsZone = (): string => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

/** The days of the sets of a list, by time zone. */
const daysOf = onceFor((_sets: readonly SetOverview[]) => new Map<string, (moment: number) => CivilDay>());

/** Tells the day of a moment; of a set's start the day on which it was done. */
export function dayAmong(sets: readonly SetOverview[]): (moment: number) => CivilDay {
  const [zone, known] = [personsZone(), daysOf(sets)];
  const dated = () =>
    sets.map(({ startedAt }) => ({ startedAt: Date.parse(startedAt ?? ''), day: dayAtPlace(startedAt) }));
  const dayOf = known.get(zone) ?? dayWithSets(dated(), zone);
  known.set(zone, dayOf);
  return dayOf;
}

/** The plan of the week. What a prescription planned ends with it. */
export const plannedWeek = ({ week, prescription }: Settings, now: number): Settings['week'] =>
  holdsNow(prescription, now) ? week : week.filter(({ programme }) => !isPrescribed(programme));

export const weekInput = (
  { drills, settings }: Services,
  sets: readonly PastSet[],
  now: number,
  zone: string,
): WeekInput => ({
  plan: plannedWeek(settings.current, now),
  programmes: [...spokenProgrammes(), ...settings.current.programmes],
  drills,
  choices: settings.current.programmeChoices,
  sets,
  goal: settings.current.goal,
  now,
  zone,
});

/** Sets that are older say nothing about today and this week. */
const RECENT: Milliseconds = 9 * DAY;

/** The same for today and this week, from the sets of the last days and the newest one, which tells how long nothing was done. @param sets newest first */
export function recentInput(services: Services, sets: readonly SetOverview[], now: Milliseconds): WeekInput {
  const recent: PastSet[] = [];
  for (const set of sets) {
    const [past] = pastSets([set]);
    if (past && recent.length > 0 && past.startedAt < now - RECENT) break;
    if (past) recent.push(past);
  }
  return weekInput(services, recent, now, personsZone());
}

/** Until when to rest: if a programme is strength work and the last strength work was less than 48 hours ago. */
export function restNote(programmes: readonly Programme[], { sets, goal, now, zone }: WeekInput) {
  const hard = programmes.some((programme) => hardestGoal(programme, goal) === 'strength');
  const until = hard ? restUntil(sets, now, dayWithSets(sets, zone)) : null;
  if (until === null) return null;
  return html`<p class="note">
    <strong>${weekWords().hardTitle}</strong>
    <span>${weekWords().hard(formatDate(new Date(until).toISOString()))}</span>
  </p>`;
}

/** The day until which a prescription is said to hold. */
export const lastDay = (taken: Pick<TakenPrescription, 'takenAt' | 'weeks'>): CivilDay =>
  lastDayFrom(taken, dayInZone(personsZone())(Date.parse(taken.takenAt)));
