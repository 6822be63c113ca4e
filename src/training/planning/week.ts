import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, Goal } from '../../coach/drill-definition.ts';
import { type CivilDay, dayInZone, dayWithSets, mondayOf, type Weekday, weekdayOf, WEEKDAYS } from './civil-day.ts';
import { type Choices, partsHere, partsOf } from './parts.ts';
import type { Programme } from './programme.ts';
import { type PastSet, partsDone } from './parts-done.ts';

/** Minutes since midnight, local time. */
export type ClockTime = number;

export interface WeekEntry {
  readonly programme: string;
  readonly days: readonly Weekday[];
  /** Each time means once a day. The times sort the day and go into the calendar file; a set is never late. */
  readonly at: readonly ClockTime[];
  /** The day on which programme and days were chosen; days before it were not planned. Absent in plans of old versions. */
  readonly since?: CivilDay;
}

/** Everything that determines the plan of a day. */
export interface WeekInput {
  readonly plan: readonly WeekEntry[];
  readonly programmes: readonly Programme[];
  readonly drills: readonly DrillDefinition[];
  readonly choices: Choices;
  /** Without sets of the demo and of analysed clips. */
  readonly sets: readonly PastSet[];
  readonly goal: Goal;
  readonly now: Milliseconds;
  /** Time zone of the person, such as "Europe/Berlin". */
  readonly zone: string;
}

/** `absent`: this version has none of its drills. `stopped`: a symptom ended one of its sets that day. */
export type EntryState = 'done' | 'begun' | 'due' | 'stopped' | 'absent';

export interface DayEntry {
  readonly programme: Programme;
  readonly at: readonly ClockTime[];
  /** How often it was done that day, and how often it was planned. */
  readonly done: number;
  readonly planned: number;
  /** Parts done of the present repetition of the programme, and the number of its parts. */
  readonly partsDone: number;
  readonly parts: number;
  readonly state: EntryState;
}

export interface PlannedDay {
  readonly day: CivilDay;
  readonly weekday: Weekday;
  readonly when: 'past' | 'today' | 'ahead';
  readonly entries: readonly DayEntry[];
  /** True: the plan names this weekday, but was made later, and nothing of it was done. Nobody missed anything. */
  readonly isBeforePlan: boolean;
}

const EVERY_DAY = WEEKDAYS;
const THREE_DAYS: readonly Weekday[] = [0, 2, 4];

const MORNING: ClockTime = 7 * 60 + 30;
const EVENING: ClockTime = 19 * 60;

/**
 * The suggested week: the movement sequence twice a day, and the breakout with one of them. The breakout ends with the
 * sequence, and a set counts for every programme that asks for it, so on breakout days one more sequence is enough.
 */
export const usualWeek = (breakout: 'every-day' | 'three-days'): readonly WeekEntry[] => [
  { programme: 'movement-sequence', days: EVERY_DAY, at: [MORNING, EVENING] },
  { programme: 'hip-ir-breakout', days: breakout === 'every-day' ? EVERY_DAY : THREE_DAYS, at: [EVENING] },
];

const stateOf = (done: number, planned: number, partsDoneNow: number, stopped: boolean): EntryState => {
  if (done >= planned) return 'done';
  if (stopped) return 'stopped';
  return done > 0 || partsDoneNow > 0 ? 'begun' : 'due';
};

const entryOn = (input: WeekInput, entry: WeekEntry, ofDay: readonly PastSet[]): readonly DayEntry[] => {
  const programme = input.programmes.find(({ id }) => id === entry.programme);
  if (programme === undefined) return [];
  const parts = partsHere(partsOf(programme, input.drills, input.choices));
  const planned = entry.at.length;
  const basis = { programme, at: entry.at, planned, parts: parts.length };
  if (parts.length === 0) return [{ ...basis, done: 0, partsDone: 0, state: 'absent' }];
  const { times, rest, stopped } = partsDone(parts, input.drills, ofDay);
  const done = Math.min(times, planned);
  const partsDoneNow = done === planned ? parts.length : rest;
  return [{ ...basis, done, partsDone: partsDoneNow, state: stateOf(done, planned, partsDoneNow, stopped) }];
};

const whenOf = (day: CivilDay, today: CivilDay): PlannedDay['when'] => {
  if (day === today) return 'today';
  return day < today ? 'past' : 'ahead';
};

const wasPlanned = ({ since }: WeekEntry, day: CivilDay): boolean => since === undefined || day >= since;

export const plannedFrom = (plan: readonly WeekEntry[], since: CivilDay): readonly WeekEntry[] =>
  plan.map((entry) => ({ ...entry, since }));

const firstTime = ({ at }: DayEntry): ClockTime => Math.min(...at);

const plannedDay = (input: WeekInput, day: CivilDay, today: CivilDay): PlannedDay => {
  const dayOf = dayWithSets(input.sets, input.zone);
  const ofDay = input.sets.filter(({ startedAt }) => dayOf(startedAt) === day);
  const weekday = weekdayOf(day);
  const named = input.plan
    .filter(({ days }) => days.includes(weekday))
    .flatMap((entry) => entryOn(input, entry, ofDay).map((shown) => ({ shown, isPlanned: wasPlanned(entry, day) })));
  // What was done before the plan was made is shown; what was not done was not asked for.
  const entries = named.filter(({ shown, isPlanned }) => isPlanned || shown.done > 0 || shown.partsDone > 0);
  return {
    day,
    weekday,
    when: whenOf(day, today),
    entries: entries.map(({ shown }) => shown).toSorted((one, other) => firstTime(one) - firstTime(other)),
    isBeforePlan: entries.length === 0 && named.length > 0,
  };
};

/**
 * The plan for today and how much of it is done according to the records. A set belongs to the day on which it began, where it
 * was done.
 * Missed days are not made up for.
 */
export const todaysPlan = (input: WeekInput): PlannedDay => {
  const today = dayInZone(input.zone)(input.now);
  return plannedDay(input, today, today);
};

/** The next day after today, within a week, on which something is planned; null: none is. */
export const nextPlannedDay = (input: WeekInput): PlannedDay | null => {
  const today = dayInZone(input.zone)(input.now);
  const ahead = WEEKDAYS.map((days) => plannedDay(input, today + 1 + days, today));
  return ahead.find(({ entries }) => entries.length > 0) ?? null;
};

/** The seven days from Monday of the week in which `now` falls. */
export const weekOf = (input: WeekInput): readonly PlannedDay[] => {
  const today = dayInZone(input.zone)(input.now);
  const monday = mondayOf(today);
  return WEEKDAYS.map((weekday) => plannedDay(input, monday + weekday, today));
};
