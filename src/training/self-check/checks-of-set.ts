import { angleDifference, sidesOf } from '../../instrument/geometry/units.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { SAME_PLACE } from '../review/compare-sets.ts';
import type { SelfCheckRecord } from './self-check-record.ts';

/** The report has room for this many checks. */
const MOST = 3;

/**
 * The checks of the drill and hips of a set. Those from the same place of the lens come first, because the error depends on the
 * place; within each group the newest come first. Demos and videos, and checks without a typed angle, are left out.
 * @param checks newest first
 */
export function checksOfSet(
  { drill, side, neutrals }: Pick<SetRecord, 'drill' | 'side' | 'neutrals'>,
  checks: readonly SelfCheckRecord[],
) {
  const azimuths = neutrals.filter(({ refuted }) => refuted !== true).map(({ azimuth }) => azimuth);
  return checks
    .filter(
      (check) =>
        check.drill === drill &&
        sidesOf(side).includes(check.side) &&
        check.source === 'camera' &&
        check.positions.some(({ typed }) => typed !== null),
    )
    .map((check) => ({
      check,
      samePlace: azimuths.some((one) => check.view !== null && angleDifference(one, check.view.azimuth) <= SAME_PLACE),
    }))
    .toSorted((a, b) => Number(b.samePlace) - Number(a.samePlace))
    .slice(0, MOST);
}
