import type { Weekday } from '../../training/planning/civil-day.ts';
import { goalOf } from '../../training/planning/parts.ts';
import type { PartState } from '../../training/planning/programme-run.ts';
import type { Transition } from '../../training/planning/transition.ts';
import type { ClockTime, DayEntry } from '../../training/planning/week.ts';
import { countdownWords, programmeTexts } from '../../i18n/en/programmes.ts';
import { dateLocale, spokenLanguage } from '../../i18n/speaking.ts';
import { formatDay, formatLength, sentence } from '../elements/format.ts';
import type { DrillPart } from './programme-plan.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { goalName } from '../shell/words.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The day's name in the app's language. The days are counted from a Thursday. */
export const dayName = (day: Weekday): string => formatDay(4 + day, { weekday: 'long' }, spokenLanguage());

/** The value of an `input type="time"`: "07:30". */
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

function equipmentNames(things: readonly string[]): readonly string[] {
  const names: Readonly<Record<string, string>> = programmeTexts().equipment;
  return things.map((thing) => names[thing] ?? thing);
}

export const equipmentText = (things: readonly string[]): string =>
  things.length === 0
    ? programmeTexts().nothing
    : sentence(
        programmeTexts()
          .list(equipmentNames(things))
          .replace(/^./, (first) => first.toUpperCase()),
      );

/** Title of the drill; made from its id if this version does not have it. */
export const partTitle = ({ drill, reference }: DrillPart): string =>
  drill?.title ?? reference.drill.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

const sideText = ({ drill, item }: DrillPart): string => {
  return programmeTexts().legs[drill?.bilateral ? 'both' : item.side];
};

/** Goal, side, rounds and repetitions: "Prep · left, then right · 1 round · 10 repetitions". */
export const partFacts = (part: DrillPart, { goal }: Settings): string => {
  const { item } = part;
  return [
    goalName(goalOf(item, goal)),
    sideText(part),
    ...(item.rounds === null ? [] : [programmeTexts().rounds(item.rounds)]),
    ...(item.reps === null ? [] : [programmeTexts().reps(item.reps)]),
  ].join(' · ');
};

/** The equipment to fetch for the next set; null if there is none. */
export const fetchText = ({ fetch }: Pick<Transition, 'fetch'>): string | null =>
  fetch.length > 0 ? programmeTexts().fetch(equipmentNames(fetch)) : null;

/** The laptop's place, or that it stays; null: the set needs no camera. */
const laptopText = ({ laptop, camera }: Transition): string | null => {
  const words = programmeTexts();
  if (!camera) return null;
  return laptop === null ? words.stays : words.goes(laptop.title, sentence(laptop.where));
};

export const spokenLaptop = ({ laptop, camera }: Transition): readonly string[] =>
  camera ? [laptop === null ? programmeTexts().stays : countdownWords().laptop] : [];

/** What to do before the next set, one or two sentences each. */
export const transitionText = (transition: Transition, first: boolean): readonly string[] => {
  const { camera, rest } = transition;
  return [
    ...(rest > 0 && !first ? [programmeTexts().rest(formatLength(rest))] : []),
    fetchText(transition),
    camera ? laptopText(transition) : programmeTexts().noCamera,
  ].filter((line) => line !== null);
};

export const partStateName = (state: PartState): string => programmeTexts().states[state];

/** State of a planned programme on a day. A missed day is stated without blame. */
export const entryText = (entry: DayEntry, when: 'past' | 'today' | 'ahead'): string => {
  const { state, done, planned, partsDone, parts } = entry;
  const words = programmeTexts().entries;
  if (state === 'absent') return commonWords().absent;
  if (when === 'ahead') return planned > 1 ? words.plannedTimes(planned) : words.planned;
  if (state === 'done') return planned > 1 ? words.doneTimes(planned) : commonWords().done;
  if (state === 'stopped') return words.stopped;
  const progress = [
    ...(planned > 1 ? [words.doneOf(done, planned)] : []),
    ...(partsDone > 0 ? [words.setsOf(partsDone, parts)] : []),
  ].join(', ');
  if (when === 'past') return state === 'begun' ? progress : words.none;
  return state === 'begun' ? words.begun(progress) : planned > 1 ? words.dueTimes(planned) : words.due;
};
