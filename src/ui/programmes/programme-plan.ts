import { nextPart, type ProgrammeRun } from '../../training/planning/programme-run.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, Preset } from '../../coach/drill-definition.ts';
import { goalOf, type Part, partsHere, partsOf } from '../../training/planning/parts.ts';
import { type Programme, PROGRAMME_LIMITS } from '../../training/planning/programme.ts';
import { namedProgrammes } from '../../training/planning/built-in-programmes.ts';
import { type Transition, transitionInto } from '../../training/planning/transition.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { chosenPreset, setLength, sidesOf } from '../home-and-drill/plan-choice.ts';
import { presetKey, type Services, changeSettings } from '../shell/services.ts';
import type { Settings } from '../../storage/storage-contract.ts';

export type DrillPart = Part<DrillDefinition>;
/** A part whose drill exists in this version of the app. */
export type AvailablePart = DrillPart & { readonly drill: DrillDefinition };

/** Time to settle and hold the reference pose; for the estimate of the total time only. */
const REFERENCE_POSE: Seconds = 8;
/** Time to change sides; for the estimate of the total time only. */
const CHANGE_OF_SIDE: Seconds = 20;

/** The app's own programmes with their names in the current language. */
export const spokenProgrammes = (): readonly Programme[] => namedProgrammes(programmeTexts().known);

/** One of the app's or of the person's own programmes; null if there is none. */
export const findProgramme = ({ settings }: Services, id: string): Programme | null =>
  [...spokenProgrammes(), ...settings.current.programmes].find((programme) => programme.id === id) ?? null;

export const partsFor = ({ drills, settings }: Services, programme: Programme): readonly DrillPart[] =>
  partsOf(programme, drills, settings.current.programmeChoices);

/** The preset of the drill, with the rounds and repetitions that the item gives. */
const presetFor = ({ drill, item }: AvailablePart, settings: Settings): Preset => {
  const preset = chosenPreset(drill, goalOf(item, settings.goal), settings);
  return { ...preset, rounds: item.rounds ?? preset.rounds, reps: item.reps ?? preset.reps };
};

/** The settings of a part: the person's own, replaced by the goal, side and preset of the programme. */
export const settingsFor = (part: AvailablePart, settings: Settings): Settings => {
  const goal = goalOf(part.item, settings.goal);
  const presets = { ...settings.presets, [presetKey(part.drill.id, goal)]: presetFor(part, settings) };
  return { ...settings, goal, side: part.item.side, presets };
};

/** Estimated time of a part, from the start button to the summary. */
const partLength = (part: AvailablePart, settings: Settings): Seconds => {
  const sides = sidesOf(part.drill, part.item.side).length;
  const overhead = sides * (settings.countIn + REFERENCE_POSE) + (sides - 1) * CHANGE_OF_SIDE;
  return overhead + setLength(part.drill, presetFor(part, settings), sides);
};

/** The transition to each part, by the position of the part. Parts without a drill in this version have none. */
export type Transitions = ReadonlyMap<number, Transition>;

export const transitionsFor = (parts: readonly DrillPart[]): Transitions => {
  const here = partsHere(parts);
  const into = here.map((_, index) => transitionInto(here, index, [...here.keys()].slice(0, index)));
  return new Map(here.flatMap(({ at }, index) => (into[index] ? [[at, into[index]]] : [])));
};

/**
 * The transition into the part at a position, after the parts that were done in this sitting.
 * @param done positions of the parts done, in order
 */
export const transitionTo = (parts: readonly DrillPart[], at: number, done: readonly number[]): Transition | null => {
  const here = partsHere(parts);
  const indexOf = (position: number): number => here.findIndex((part) => part.at === position);
  return transitionInto(here, indexOf(at), done.map(indexOf));
};

/** Estimated time of a programme, including the transitions between its sets. */
export const programmeLength = (
  parts: readonly DrillPart[],
  settings: Settings,
  transitions: Transitions = transitionsFor(parts),
): Seconds => {
  const sets = partsHere(parts).reduce((sum, part) => sum + partLength(part, settings), 0);
  return [...transitions.values()].reduce((sum, { length }) => sum + length, sets);
};

/** A new programme of the person's own with one drill. Its id is made from `now`. */
export const newProgramme = (now: number): Programme => ({
  id: `own-${now.toString(36)}`,
  title: weekWords().own.title,
  summary: '',
  blocks: [
    {
      times: 1,
      items: [
        {
          drills: [{ drill: 'supine-sleeper', variant: null }],
          goal: null,
          side: 'each',
          rounds: null,
          reps: null,
          rest: 30,
        },
      ],
    },
  ],
});

export const mayAddProgramme = ({ programmes }: Settings): boolean => programmes.length < PROGRAMME_LIMITS.programmes;

export const wholeMinutes = (seconds: Seconds): Seconds => Math.ceil(seconds / 60) * 60;

export const storeRun = (screen: Parameters<typeof changeSettings>[0], run: ProgrammeRun): void => {
  const { programmeRuns } = screen.services.settings.current;
  changeSettings(screen, { programmeRuns: { ...programmeRuns, [run.programme]: run } });
};

/** Null: the set is no part of a programme. `next`, what follows it: null where the programme is done. @param id of the set */
export function placeInRun(services: Services, id: string) {
  for (const run of Object.values(services.settings.current.programmeRuns)) {
    const set = run.sets.find((one) => one.set === id);
    const programme = set && findProgramme(services, run.programme);
    if (!set || !programme) continue;
    const parts = partsFor(services, programme);
    return { programme, set, parts, next: nextPart(run, parts, set.at) };
  }
  return null;
}
