import type { CivilDay, Weekday } from '../../coach/planning/civil-day.ts';
import { goalOf } from '../../coach/planning/parts.ts';
import type { PartState } from '../../coach/planning/programme-run.ts';
import type { Transition } from '../../coach/planning/transition.ts';
import type { ClockTime, DayEntry } from '../../coach/planning/week.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { dateLocale } from '../../i18n/speaking.ts';
import { formatLength, sentence } from '../elements/format.ts';
import type { DrillPart } from './programme-plan.ts';
import type { UiSettings } from '../shell/services.ts';
import { goalName } from '../shell/words.ts';

export const dayName = (day: Weekday): string => programmeTexts().days[day];

/** The day and month as the person's locale writes them. */
export const dayDate = (day: CivilDay, locale = dateLocale()): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(day * 24 * 3600 * 1000);

/** As a field for times wants it. */
export const clockText = (at: ClockTime): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;

/** The time of day as the person's locale writes it: "7:30 AM", "07:30". */
export const clockShown = (at: ClockTime, locale = dateLocale()): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', timeStyle: 'short' }).format(at * 60_000);

/** "19:05" as minutes since midnight; null for anything else. */
export const clockTime = (text: string): ClockTime | null => {
  const found = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
};

/** Things by their names in the language that is spoken. */
function named(things: readonly string[]): readonly string[] {
  const names: Readonly<Record<string, string>> = programmeTexts().equipment;
  return things.map((thing) => names[thing] ?? thing);
}

export const equipmentText = (things: readonly string[]): string =>
  things.length === 0
    ? programmeTexts().nothing
    : sentence(
        programmeTexts()
          .list(named(things))
          .replace(/^./, (first) => first.toUpperCase()),
      );

/** A drill that this copy may not have is called by its id. */
export const partTitle = ({ drill, reference }: DrillPart): string =>
  drill?.title ?? reference.drill.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

const sideText = ({ drill, item }: DrillPart): string => {
  const { legs } = programmeTexts();
  return legs[drill?.bilateral ? 'both' : item.side];
};

/** "Prep, left, then right, 1 round, 10 repetitions" */
export const partFacts = (part: DrillPart, { goal }: UiSettings): string => {
  const { item } = part;
  return [
    goalName(goalOf(item, goal)),
    sideText(part),
    ...(item.rounds === null ? [] : [programmeTexts().rounds(item.rounds)]),
    ...(item.reps === null ? [] : [programmeTexts().reps(item.reps)]),
  ].join(' · ');
};

/** What the set needs that is not at hand yet; null: nothing. */
export const fetchText = ({ fetch }: Pick<Transition, 'fetch'>): string | null =>
  fetch.length > 0 ? programmeTexts().fetch(named(fetch)) : null;

/** What to do before the next set, as sentences. */
export const transitionText = (transition: Transition, first: boolean): readonly string[] => {
  const { laptop, camera, rest } = transition;
  const fetch = fetchText(transition);
  return [
    ...(rest > 0 && !first ? [programmeTexts().rest(formatLength(rest))] : []),
    ...(fetch === null ? [] : [fetch]),
    camera ? laptopText(laptop) : programmeTexts().noCamera,
  ];
};

const laptopText = (laptop: Transition['laptop']): string =>
  laptop === null ? programmeTexts().stays : programmeTexts().goes(laptop.title, sentence(laptop.where));

export const partStateName = (state: PartState): string => programmeTexts().states[state];

/** How an entry of a day stands. A past day that was missed is told as it is, and nothing more. */
export const entryText = (entry: DayEntry, when: 'past' | 'today' | 'ahead'): string => {
  const { state, done, planned, partsDone, parts } = entry;
  const words = programmeTexts().entries;
  if (state === 'absent') return programmeTexts().absent;
  if (when === 'ahead') return planned > 1 ? words.plannedTimes(planned) : words.planned;
  if (state === 'done') return planned > 1 ? words.doneTimes(planned) : words.done;
  if (state === 'stopped') return words.stopped;
  const some = [
    ...(planned > 1 ? [words.doneOf(done, planned)] : []),
    ...(partsDone > 0 ? [words.setsOf(partsDone, parts)] : []),
  ].join(', ');
  if (when === 'past') return state === 'begun' ? some : words.none;
  return state === 'begun' ? words.begun(some) : planned > 1 ? words.dueTimes(planned) : words.due;
};
