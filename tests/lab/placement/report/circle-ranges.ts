import type { Degrees } from '../../../../src/instrument/geometry/units.ts';

/** Start and end, ascending. The end is above 360 if the range passes through 0, as in the drills' view plans. */
export type AzimuthRange = readonly [from: Degrees, to: Degrees];

/** Azimuths further apart than this are not joined, because the places between were not studied. */
const WIDEST_GAP: Degrees = 30;

/**
 * Ranges of accepted azimuths on the circle. A range ends at the last accepted place, not half-way to the next.
 * @param accepted whether each studied azimuth (0 ≤ x < 360) is accepted
 */
export function runsOf(accepted: ReadonlyMap<Degrees, boolean>): AzimuthRange[] {
  const around = [...accepted].flatMap(([angle, yes]) => (yes ? [angle] : [])).sort((a, b) => a - b);
  const refused = [...accepted].flatMap(([angle, yes]) => (yes ? [] : [angle]));
  const joined = (from: Degrees, to: Degrees) =>
    to - from <= WIDEST_GAP && !refused.some((angle) => isBetween(angle, from, to));
  const runs: [Degrees, Degrees][] = [];
  for (const angle of around) {
    const last = runs.at(-1);
    if (last && joined(last[1], angle)) last[1] = angle;
    else runs.push([angle, angle]);
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last || !joined(last[1], first[0] + 360)) return runs;
  if (first === last) return [[0, 360]];
  return [...runs.slice(1, -1), [last[0], first[1] + 360]];
}

const isBetween = (angle: Degrees, from: Degrees, to: Degrees): boolean =>
  (angle > from && angle < to) || (angle + 360 > from && angle + 360 < to);

/** @param slack degrees that an azimuth may lie outside, because of the step of the study's grid */
export function isWithin(ranges: readonly AzimuthRange[], azimuth: Degrees, slack: Degrees = 0): boolean {
  return ranges.some(([from, to]) => {
    const beyond = (((azimuth - from + slack) % 360) + 360) % 360;
    return beyond <= to - from + 2 * slack;
  });
}

/** Text of ranges: "240–285°", "330–30°", or "none". */
export const rangeWords = (ranges: readonly AzimuthRange[]): string =>
  ranges.length === 0
    ? 'none'
    : ranges
        .map(([from, to]) => {
          if (to - from >= 360) return 'all round';
          const [start, end] = [((from % 360) + 360) % 360, ((to % 360) + 360) % 360];
          return start === end ? `${start}°` : `${start}–${end}°`;
        })
        .join(', ');
