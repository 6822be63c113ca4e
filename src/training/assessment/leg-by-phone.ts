import type { Side } from '../../instrument/geometry/units.ts';
import type { LegByPhone, SetRecord } from '../../coach/record/set-record.ts';
import type { Effort, Rotation } from '../../coach/drill-definition.ts';

/**
 * How far a leg turned in one way of a hip test, as the phone on its shin has it: the middle of its tries. It contains what the pelvis
 * added, so it is at least the hip's own range. Null: no phone, or nothing was held.
 */
export function legByPhone(
  { phases }: Pick<SetRecord, 'phases'>,
  side: Side,
  rotation: Rotation,
  effort: Effort,
): LegByPhone | null {
  const tries = new Map<string, LegByPhone>();
  for (const { step, side: own, leg } of phases) {
    if (leg === undefined || own !== side || !step?.startsWith(`${rotation}-${effort}-`)) continue;
    // A try that was interrupted has several pieces; the furthest counts.
    const before = tries.get(step);
    if (before === undefined || leg.value > before.value) tries.set(step, leg);
  }
  const inOrder = [...tries.values()].toSorted((one, other) => one.value - other.value);
  return inOrder[Math.floor((inOrder.length - 1) / 2)] ?? null;
}
