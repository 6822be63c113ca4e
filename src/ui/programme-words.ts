import type { CivilDay, Weekday } from '../coach/programmes/civil-day.ts';
import { goalOf } from '../coach/programmes/parts.ts';
import type { PartState } from '../coach/programmes/programme-run.ts';
import type { Transition } from '../coach/programmes/transition.ts';
import type { ClockTime, DayEntry } from '../coach/programmes/week.ts';
import { formatLength, lowerFirst, plural, sentence } from './format.ts';
import type { DrillPart } from './programme-plan.ts';
import type { UiSettings } from './services.ts';
import { goalName } from './words.ts';

const DAYS: Readonly<Record<Weekday, string>> = {
  0: 'Monday',
  1: 'Tuesday',
  2: 'Wednesday',
  3: 'Thursday',
  4: 'Friday',
  5: 'Saturday',
  6: 'Sunday',
};

export const dayName = (day: Weekday): string => DAYS[day];

/** The day and month as the person's locale writes them. */
export const dayDate = (day: CivilDay, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(
    day * 24 * 3600 * 1000,
  );

export const clockText = (at: ClockTime): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;

/** "19:05" as minutes since midnight; null for anything else. */
export const clockTime = (text: string): ClockTime | null => {
  const found = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
};

const listed = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1) ?? ''}`;

export const equipmentText = (things: readonly string[]): string =>
  things.length === 0
    ? 'Nothing but the laptop.'
    : sentence(listed(things).replace(/^./, (first) => first.toUpperCase()));

/** A drill that this copy may not have is called by its id. */
export const partTitle = ({ drill, reference }: DrillPart): string =>
  drill?.title ?? reference.drill.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

const sideText = ({ drill, item }: DrillPart): string => {
  if (drill?.bilateral || item.side === 'both') return 'both legs together';
  return item.side === 'each' ? 'left, then right' : `${item.side} leg`;
};

/** "Prep, left, then right, 1 round, 10 repetitions" */
export const partFacts = (part: DrillPart, { goal }: UiSettings): string => {
  const { item } = part;
  return [
    goalName(goalOf(item, goal)),
    sideText(part),
    ...(item.rounds === null ? [] : [plural(item.rounds, 'round')]),
    ...(item.reps === null ? [] : [plural(item.reps, 'repetition')]),
  ].join(' · ');
};

/** What the set needs that is not at hand yet; null: nothing. */
export const fetchText = ({ fetch }: Pick<Transition, 'fetch'>): string | null =>
  fetch.length > 0 ? `Get ready: ${listed(fetch)}.` : null;

/** What to do before the next set, as sentences. */
export const transitionText = (transition: Transition, first: boolean): readonly string[] => {
  const { laptop, camera, rest } = transition;
  const fetch = fetchText(transition);
  return [
    ...(rest > 0 && !first ? [`Rest about ${formatLength(rest)}.`] : []),
    ...(fetch === null ? [] : [fetch]),
    camera ? laptopText(laptop) : 'No camera is needed.',
  ];
};

const laptopText = (laptop: Transition['laptop']): string =>
  laptop === null
    ? 'The laptop stays where it is.'
    : `The laptop goes ${lowerFirst(laptop.title)}: ${lowerFirst(sentence(laptop.where))}`;

const PARTS: Readonly<Record<PartState, string>> = {
  done: 'Done',
  begun: 'Begun',
  skipped: 'Left out',
  next: 'Next',
  ahead: '',
  absent: 'Not in this copy yet',
};

export const partStateName = (state: PartState): string => PARTS[state];

/** How an entry of a day stands. A past day that was missed is told as it is, and nothing more. */
export const entryText = (entry: DayEntry, when: 'past' | 'today' | 'ahead'): string => {
  const { state, done, planned, partsDone, parts } = entry;
  if (state === 'absent') return 'Not in this copy yet';
  if (when === 'ahead') return planned > 1 ? `${planned} times` : 'Planned';
  if (state === 'done') return planned > 1 ? `Done, ${planned} times` : 'Done';
  if (state === 'stopped') return 'Stopped. The rest can wait.';
  const some = [
    ...(planned > 1 ? [`${done} of ${planned} done`] : []),
    ...(partsDone > 0 ? [`${partsDone} of ${parts} sets`] : []),
  ].join(', ');
  if (when === 'past') return state === 'begun' ? some : 'No set';
  return state === 'begun' ? `Begun: ${some}` : planned > 1 ? `Due, ${planned} times` : 'Due';
};
