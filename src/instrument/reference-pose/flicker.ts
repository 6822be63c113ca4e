import { median } from '../geometry/median.ts';
import { driftOf, scatterOf } from '../geometry/scatter.ts';
import type { Pixels, Share } from '../geometry/units.ts';

/** So many jumps between two places make a flicker; a step aside is one, a step and back are two. */
const FEWEST_JUMPS = 3;
/** The two places lie so many times as far apart as it scatters in either: plain jitter, cut in two, has three. */
const FAR_APART = 6;
/** Frames in each of the two places. */
const LEAST_SHARE: Share = 0.15;

/**
 * True where a landmark jumps to and fro between two places and lies still in each: a knee that something hides is seen here and
 * there in turn. Nobody moves like that; a leg that swings is also seen on its way.
 * @param values one coordinate of successive frames
 * @param still how far it may scatter, and drift, within either place
 */
export function flickers(values: readonly Pixels[], still: Pixels): boolean {
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const places = [values.filter((v) => v < middle), values.filter((v) => v >= middle)];
  if (places.some(({ length }) => length < Math.max(2, LEAST_SHARE * values.length))) return false;
  const jumps = values.filter((v, i) => i > 0 && v < middle !== (values[i - 1] ?? v) < middle).length;
  const [low, high] = places.map((place) => median(place) ?? 0);
  const scatter = Math.min(still, ((high ?? 0) - (low ?? 0)) / FAR_APART);
  return (
    jumps >= FEWEST_JUMPS && places.every((place) => scatterOf(place) <= scatter && Math.abs(driftOf(place)) <= still)
  );
}
