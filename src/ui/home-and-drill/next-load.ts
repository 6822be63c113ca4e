import { type DrillDefinition, GOALS } from '../../coach/drill-definition.ts';
import { type LoadChange, overload } from '../../training/load/overload.ts';
import { strengthEarned } from '../../training/load/strength-earned.ts';
import type { CivilDay } from '../../training/planning/civil-day.ts';
import type { DoneSet } from '../../training/planning/parts-done.ts';
import { drillFamily } from '../../training/planning/symptom-lock.ts';
import { prescribedLimits } from '../../training/prescription/prescription.ts';
import { loadWords } from '../../i18n/en/hip/load.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { dayAmong, doneSets } from '../programmes/week-input.ts';
import { presetKey, type Services } from '../shell/services.ts';
import { goalName } from '../shell/words.ts';
import { chosenPreset } from './plan-choice.ts';

/**
 * One thing more or less for the next set of a drill at its goal, by how the last ones were borne. `strength`: why the next goal is not
 * open yet.
 * @param settings with the goal and the numbers of the next set
 */
export function nextLoad(
  { drills, presets }: Pick<Services, 'drills' | 'presets'>,
  drill: DrillDefinition,
  settings: Settings,
  sets: readonly DoneSet[],
  dayOf: (moment: Milliseconds) => CivilDay,
) {
  const now = Date.now();
  const state = strengthEarned(sets, drills, now);
  const isLifted = prescribedLimits(settings.prescription, drills, now).some(
    ({ family, liftsStrength }) => liftsStrength && family === drillFamily(drill),
  );
  const change = overload({
    drill,
    goal: settings.goal,
    numbersFor: (goal) => chosenPreset(drill, goal, settings),
    sets,
    strength: true,
    now,
    dayOf,
    clamp: (preset) => presets.clamp(preset),
  });
  const isClosed = !state.earned && !isLifted && change?.way === 'up' && change.to === 'strength';
  return isClosed ? { change: null, strength: loadWords().strength(state) } : { change, strength: null };
}

/** The change in words, for the middle of a sentence. */
export function loadText(change: LoadChange): string {
  const by = change.what === 'goal' ? goalName(change.to) : String(Math.abs(change.to - change.from));
  return loadWords()[change.way][change.what](by);
}

/**
 * One thing more after a set that was just done, as a sentence; null: nothing.
 * @param own the set with the answers after it
 * @param all all sets; its own entry may be older
 */
export function moreText(
  services: Pick<Services, 'drills' | 'presets' | 'settings'>,
  drill: DrillDefinition,
  own: SetOverview,
  all: readonly SetOverview[],
): string | null {
  const goal = GOALS.find((one) => one === own.goal);
  if (goal === undefined) return null;
  const sets = [...doneSets([own]), ...doneSets(all).filter(({ id }) => id !== own.id)];
  const { change } = nextLoad(services, drill, { ...services.settings.current, goal }, sets, dayAmong(all));
  return change?.way === 'up' ? loadWords().next(loadText(change)) : null;
}

/** What one thing more changes in the settings. The person's other numbers stay as they are. */
export function settingsWith(
  { drill, current }: { readonly drill: DrillDefinition; readonly current: Settings },
  { what, goal, preset }: LoadChange,
): Pick<Settings, 'goal' | 'presets'> {
  const own = chosenPreset(drill, goal, current);
  const { pailsHold, rails, reps, passive, rounds } = preset;
  const parts = { hold: { pailsHold, rails }, reps: { reps }, seconds: { passive }, rounds: { rounds }, goal: preset };
  const now = { ...own, ...parts[what] };
  // Numbers that are the drill's own anyhow are not marked as the person's.
  const isOwn = JSON.stringify(now) === JSON.stringify(own);
  const presets = isOwn ? current.presets : { ...current.presets, [presetKey(drill.id, goal)]: now };
  return { goal: what === 'goal' ? goal : current.goal, presets };
}
