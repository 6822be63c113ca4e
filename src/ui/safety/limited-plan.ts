import type { SetPlan } from '../../coach/coach-contract.ts';
import { allowed } from '../../training/safety/allowed.ts';
import type { Person } from '../../training/safety/person.ts';
import { heldTo, withinLimits } from '../../training/safety/within-limits.ts';
import { leftOf } from '../../training/safety/what-is-left.ts';
import { prescribedSide } from '../../training/prescription/prescription.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { clampPreset } from '../../drills/presets.ts';
import { type Milliseconds, type Side, sidesOf } from '../../instrument/geometry/units.ts';
import type { Settings } from '../../storage/storage-contract.ts';

/** The settings with which the page of a drill opens: with the prescribed side, if there is one. */
export const settingsOn = ({ id }: DrillDefinition, settings: Settings, now: Milliseconds): Settings => ({
  ...settings,
  side: prescribedSide(settings.prescription, id, now) ?? settings.side,
});

export const hipsIn = ({ sides }: Pick<SetPlan, 'sides'>): readonly Side[] => sides.flatMap(sidesOf);

/**
 * The set as this person may do it now. Null: not at all, or on none of the chosen sides.
 * @param now milliseconds since 1970
 */
export function limitedPlan(plan: SetPlan, person: Person, now: Milliseconds): SetPlan | null {
  const may = allowed(plan.drill, person, now, hipsIn(plan));
  if (may.kind === 'yes' && may.hardest === 'strength') return plan;
  const within = withinLimits(plan.drill, plan, may);
  const left = leftOf(plan.drill, may);
  if (within === null || left === null) return null;
  return { ...plan, ...within, drill: heldTo(left, may.limits, plan.words), preset: clampPreset(within.preset) };
}
