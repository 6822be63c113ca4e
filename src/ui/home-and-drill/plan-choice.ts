import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { DrillDefinition, Goal, Preset } from '../../coach/drill-definition.ts';
import {
  drillFamily,
  type EndedSet,
  isSymptom,
  type Symptom,
  type SymptomLock,
  symptomLock,
} from '../../coach/planning/symptom-lock.ts';
import { presetKey, type StoredSetItem, type UiSettings } from '../shell/services.ts';

/** Which sides a person wants to do: one of them, or one after the other. */
export type SideChoice = UiSettings['side'];

const SIDES: Readonly<Record<SideChoice, readonly WorkingSide[]>> = {
  left: ['left'],
  right: ['right'],
  each: ['left', 'right'],
  both: ['both'],
};

/** Where one side works at a time, "both" means one after the other; where both work at once there is nothing to choose. */
export function sidesOf(drill: DrillDefinition, choice: SideChoice): readonly WorkingSide[] {
  if (drill.bilateral) return SIDES.both;
  return choice === 'both' ? SIDES.each : SIDES[choice];
}

/** What is done for its own sake: everything but the side checks. */
export const exercises = (drills: readonly DrillDefinition[]): readonly DrillDefinition[] =>
  drills.filter(({ sideCheckOf }) => sideCheckOf === undefined);

/** One definition for each drill: of one with variants, the usual way. */
export const usualWays = (drills: readonly DrillDefinition[]): readonly DrillDefinition[] =>
  exercises(drills).filter((drill) => waysOf(drills, drill)[0] === drill);

/** The set that looks at the back from the side; null: this drill has none. */
export const sideCheckFor = (drills: readonly DrillDefinition[], { id }: DrillDefinition): DrillDefinition | null =>
  drills.find(({ sideCheckOf }) => sideCheckOf === id) ?? null;

/**
 * The drill for whoever just wants to start with the camera: the watched one that was done last.
 * @param sets newest first
 * @param first where none was done yet
 */
export function usualDrill(
  drills: readonly DrillDefinition[],
  sets: readonly Pick<StoredSetItem, 'drill'>[],
  first: string,
): string {
  const watched = exercises(drills).filter(({ camera }) => camera !== 'none');
  return sets.find(({ drill }) => watched.some(({ id }) => id === drill))?.drill ?? first;
}

/** Every way to do this drill, the usual one first. */
export const waysOf = (
  drills: readonly DrillDefinition[],
  { id, variant }: DrillDefinition,
): readonly DrillDefinition[] =>
  drills.filter((drill) => (variant ? drill.variant?.of === variant.of : drill.id === id));

/** The preset as the person has edited it, else the drill's own. */
export const chosenPreset = (drill: DrillDefinition, goal: Goal, settings: UiSettings): Preset =>
  settings.presets[presetKey(drill.id, goal)] ?? drill.presets[goal];

export const planFor = (drill: DrillDefinition, settings: UiSettings): SetPlan => ({
  drill,
  sides: sidesOf(drill, settings.side),
  goal: settings.goal,
  preset: chosenPreset(drill, settings.goal, settings),
  countIn: settings.countIn,
  strictness: settings.strictness,
  voiceRate: settings.voiceRate,
});

/** Nobody feels anything in the demo, nor in a clip that a tool has analysed. */
const NOT_FELT = new Set<StoredSetItem['source']>(['demo', 'clip']);

type Confirmed = Pick<UiSettings, 'symptomChecked'>;

/** Whatever loads the hip as this drill does: all its ways, and its side check. */
const familyOf = (drills: readonly DrillDefinition[], drill: DrillDefinition): readonly string[] =>
  drills.filter((one) => drillFamily(one) === drillFamily(drill)).map(({ id }) => id);

/** The person's own sets of a drill, in all its ways. */
function ownSets(
  drill: DrillDefinition,
  drills: readonly DrillDefinition[],
  sets: readonly StoredSetItem[],
): readonly EndedSet[] {
  const ids = new Set(familyOf(drills, drill));
  return sets.flatMap(({ drill: id, ended, startedAt, source }) => {
    const moment = Date.parse(startedAt ?? '');
    const counts = ids.has(id) && !Number.isNaN(moment) && !NOT_FELT.has(source);
    return counts ? [{ startedAt: moment, ended }] : [];
  });
}

/** When the person last confirmed that a symptom in this drill was checked, milliseconds since 1970; 0: never. */
function checkedAt(drill: DrillDefinition, drills: readonly DrillDefinition[], { symptomChecked }: Confirmed): number {
  const ids = [drillFamily(drill), ...familyOf(drills, drill)];
  return Math.max(...ids.map((id) => Date.parse(symptomChecked[id] ?? '') || 0));
}

/**
 * Why this drill is on hold, or null. The sets of all its ways count, and so does what an import brought: the lock follows
 * from the records alone, and from the moment at which the person confirmed that the symptom was checked.
 */
export const lockOf = (
  drill: DrillDefinition,
  drills: readonly DrillDefinition[],
  sets: readonly StoredSetItem[],
  settings: Confirmed,
): SymptomLock | null => symptomLock(ownSets(drill, drills, sets), checkedAt(drill, drills, settings));

/** The symptom that ended the last set of this drill, for a word before the next one; null where it ended otherwise. */
export function lastSymptom(
  drill: DrillDefinition,
  drills: readonly DrillDefinition[],
  sets: readonly StoredSetItem[],
  settings: Confirmed,
): Symptom | null {
  const own = ownSets(drill, drills, sets).toSorted((one, other) => one.startedAt - other.startedAt);
  const last = own.at(-1);
  const isNew = last !== undefined && last.startedAt > checkedAt(drill, drills, settings);
  return isNew && isSymptom(last.ended) ? last.ended : null;
}
