import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, Preset } from '../../coach/drill-definition.ts';
import { goalOf, type Part, partsHere, partsOf } from '../../coach/planning/parts.ts';
import { type Programme, PROGRAMME_LIMITS } from '../../coach/planning/programme.ts';
import { PROGRAMMES } from '../../coach/planning/the-programmes.ts';
import { type Transition, transitionsOf } from '../../coach/planning/transition.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { chosenPreset, sidesOf } from '../home-and-drill/plan-choice.ts';
import { presetKey, type Services, type UiSettings } from '../shell/services.ts';
import { setLength } from '../home-and-drill/set-length.ts';

export type DrillPart = Part<DrillDefinition>;
export type HerePart = DrillPart & { readonly drill: DrillDefinition };

/** Neutral hold with settling down; for the total time only. */
const REFERENCE_POSE: Seconds = 8;
const TURNING: Seconds = 20;

/** The app's own programmes, by their names in the language that is spoken. */
export function namedProgrammes(): readonly Programme[] {
  const names: Readonly<Record<string, Pick<Programme, 'title' | 'summary'>>> = programmeTexts().known;
  return PROGRAMMES.map((programme) => ({ ...programme, ...names[programme.id] }));
}

export const findProgramme = ({ settings }: Services, id: string): Programme | null =>
  [...namedProgrammes(), ...settings.current.programmes].find((programme) => programme.id === id) ?? null;

export const partsFor = ({ drills, settings }: Services, programme: Programme): readonly DrillPart[] =>
  partsOf(programme, drills, settings.current.programmeChoices);

/** The preset with what the item sets itself. */
const presetFor = ({ drill, item }: HerePart, settings: UiSettings): Preset => {
  const preset = chosenPreset(drill, goalOf(item, settings.goal), settings);
  return { ...preset, rounds: item.rounds ?? preset.rounds, reps: item.reps ?? preset.reps };
};

/** The settings under which a part is done: the person's own, but for what the programme sets. */
export const settingsFor = (part: HerePart, settings: UiSettings): UiSettings => {
  const goal = goalOf(part.item, settings.goal);
  const presets = { ...settings.presets, [presetKey(part.drill.id, goal)]: presetFor(part, settings) };
  return { ...settings, goal, side: part.item.side, presets };
};

/** About how long a part takes, from the start button to the summary. */
const partLength = (part: HerePart, settings: UiSettings): Seconds => {
  const sides = sidesOf(part.drill, part.item.side).length;
  const frame = sides * (settings.countIn + REFERENCE_POSE) + (sides - 1) * TURNING;
  return frame + setLength(part.drill, presetFor(part, settings), sides);
};

/** By the part's position: what leads to it. Parts that are not in this copy have none. */
export const transitionsFor = (parts: readonly DrillPart[]): ReadonlyMap<number, Transition> => {
  const here = partsHere(parts);
  const transitions = transitionsOf(here);
  return new Map(here.flatMap(({ at }, index) => transitions.slice(index, index + 1).map((one) => [at, one])));
};

/** About how long a programme takes with everything that lies between its sets. */
export const programmeLength = (parts: readonly DrillPart[], settings: UiSettings): Seconds => {
  const sets = partsHere(parts).reduce((sum, part) => sum + partLength(part, settings), 0);
  return [...transitionsFor(parts).values()].reduce((sum, { length }) => sum + length, sets);
};

/** A programme to begin one's own with; `now` makes its id. */
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

export const mayAddProgramme = ({ programmes }: UiSettings): boolean => programmes.length < PROGRAMME_LIMITS.programmes;
