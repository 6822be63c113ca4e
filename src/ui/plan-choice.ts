import type { WorkingSide } from '../body/units.ts';
import type { SetPlan } from '../coach/coach-contract.ts';
import type { DrillDefinition, Goal, Preset } from '../coach/drill-definition.ts';
import type { EndReason } from '../coach/set-record.ts';
import { presetKey, type StoredSetItem, type UiSettings } from './services.ts';

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

/** One definition for each drill: of one with variants, the usual way. */
export const usualWays = (drills: readonly DrillDefinition[]): readonly DrillDefinition[] =>
  drills.filter((drill) => waysOf(drills, drill)[0] === drill);

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
});

const SYMPTOMS = new Set<EndReason>(['pinch', 'pain', 'numb']);
const SEVEN_DAYS_MS = 7 * 24 * 3600 * 1000;

/**
 * The symptom that has ended this drill twice within seven days, or null. Stops from before the person confirmed that it
 * has been checked no longer count. `now` in milliseconds since 1970.
 */
export function repeatedSymptom(
  drill: string,
  sets: readonly StoredSetItem[],
  settings: UiSettings,
  now: number,
): EndReason | null {
  const checked = Date.parse(settings.symptomChecked[drill] ?? '') || 0;
  const since = Math.max(checked, now - SEVEN_DAYS_MS);
  const counts = new Map<EndReason, number>();
  for (const { drill: id, ended, startedAt } of sets) {
    if (id !== drill || !SYMPTOMS.has(ended) || !(Date.parse(startedAt ?? '') > since)) continue;
    counts.set(ended, (counts.get(ended) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count >= 2)?.[0] ?? null;
}
