import type { PrescribedItem } from '../../training/prescription/prescription.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { type Degrees, type Milliseconds, type Side, SIDES, sidesOf } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';

/**
 * How far each prescribed hip turned in this drill before a moment, where that is beyond its limit. Null: it is not, or nobody
 * knows. The whole is null where both are.
 */
export function turnedFurther(
  { drill, side, limit }: PrescribedItem,
  sets: readonly SetOverview[],
  before: Milliseconds,
): Readonly<Record<Side, Degrees | null>> | null {
  if (limit === null) return null;
  const own = sets.filter(
    (set) =>
      set.drill === drill &&
      set.range === undefined &&
      isPerformed(set.source) &&
      Date.parse(set.startedAt ?? '') < before,
  );
  const [left = null, right = null] = SIDES.map((hip) => {
    const seen = sidesOf(side).includes(hip) ? own.flatMap(({ hips }) => hips) : [];
    const best = Math.max(
      ...seen.filter((one) => one.side === hip && one.watched).map(({ range }) => Math.round(range.value)),
    );
    return best > limit ? best : null;
  });
  return left === null && right === null ? null : { left, right };
}
