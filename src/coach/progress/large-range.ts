import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import { bestOf } from './best-range.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import type { SetRecord } from '../record/set-record.ts';

/**
 * The mean range of both hips, if it is larger than the drill is meant for: then the person may not need it. Null otherwise,
 * and where one of the hips has no range.
 */
export const largeRange = (
  { summary }: Pick<SetRecord, 'summary'>,
  { largeRange: limit }: Pick<DrillDefinition, 'largeRange'>,
): Degrees | null => {
  if (limit === undefined) return null;
  const best = (side: Side) => bestOf(summary.sets.filter((range) => range.side === side))?.clean ?? null;
  const [left, right] = [best('left'), best('right')];
  if (left === null || right === null) return null;
  const mean = (left + right) / 2;
  return mean > limit ? mean : null;
};
