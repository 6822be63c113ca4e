import { band90, type Degrees, type Milliseconds, type Pixels } from '../../instrument/geometry/units.ts';
import { degreeScale, type DegreeScale, type Margins } from './degree-scale.ts';
import { partsOfTrend, type Trend } from '../../coach/review/trends.ts';

const MARGINS: Margins = { left: 42, right: 14, top: 10, bottom: 28, inset: 14 };
/** Smallest height of the chart, so that a small change does not look large. */
const MIN_SPAN: Degrees = 20;

/** Lowest and highest degrees that a trend needs: every band, and both lines of real change. */
function edgesOf(trend: Trend): readonly Degrees[] {
  const { points, line } = trend;
  const base = points[0]?.range.value ?? 0;
  const edges = partsOfTrend(trend)
    .flat()
    .flatMap(({ range }) => [range.value - band90(range.sd), range.value + band90(range.sd)]);
  return [base - line, base + line, ...edges];
}

/**
 * The chart shows every band and both lines of real change. A single set is put in the middle.
 * @param beside charts that share the scale, so that they can be compared; the trend itself is one of them
 * @param goal what the person aims at, which must be on the chart; null: nothing
 */
export function trendScale(
  trend: Trend,
  width: Pixels,
  height: Pixels,
  beside: readonly Trend[] = [trend],
  goal: Degrees | null = null,
): DegreeScale {
  const edges = [...beside.flatMap(edgesOf), ...(goal === null ? [] : [goal])];
  const times = beside.flatMap((one) => partsOfTrend(one).flatMap((points) => points.map(({ at }) => at)));
  const along = [Math.min(...times), Math.max(...times)] as const;
  return degreeScale({ edges, along, width, height, leastSpan: MIN_SPAN, margins: MARGINS });
}

/** Where the seams of a trend are: halfway between two neighbours in time that different instruments measured. */
export function seamTimes(trend: Trend): readonly Milliseconds[] {
  const all = partsOfTrend(trend)
    .flatMap((points, part) => points.map(({ at }) => ({ at, part })))
    .toSorted((a, b) => a.at - b.at);
  return all.flatMap(({ at, part }, i) => {
    const before = all[i - 1];
    return before && before.part !== part ? [(before.at + at) / 2] : [];
  });
}
