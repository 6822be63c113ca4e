import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { FlagRecord } from '../../coach/record/set-record.ts';

/** Where one flag stands on the time line, in per cent of its length. */
export interface FlagMark {
  /** Counts from 0, as in the table of flags. */
  readonly index: number;
  readonly severity: FlagRecord['severity'];
  readonly from: number;
  readonly length: number;
}

/** All flags of one kind, under one another where they would touch. */
export interface FlagLane {
  readonly rule: FlagRecord['rule'];
  readonly rows: readonly (readonly FlagMark[])[];
}

interface Stretch {
  readonly start: Seconds;
  readonly end: Seconds;
}

/** From seconds to per cent of the time line; what lies outside stands at its end. */
export const lineScale = ({ start, end }: Stretch): ScaleLinear<number, number> =>
  scaleLinear([start, end], [0, 100]).clamp(true);

/**
 * A lane for each kind of flag, in the order in which the kinds first came, so that none hides another.
 * @param least the shortest mark that can be seen and read, per cent
 */
export function flagLanes(
  set: Stretch & { readonly flags: readonly FlagRecord[] },
  least: number,
): readonly FlagLane[] {
  const share = lineScale(set);
  const lanes = new Map<FlagRecord['rule'], FlagMark[][]>();
  for (const [index, { rule, onset, start: began, end: ended, severity }] of set.flags.entries()) {
    const length = Math.max(least, share(ended) - share(Math.min(onset, began)));
    // The last moments of a set have room for a mark too.
    const from = Math.min(share(Math.min(onset, began)), 100 - length);
    const rows = lanes.get(rule) ?? [];
    lanes.set(rule, rows);
    const free = rows.find((row) => row.every((mark) => from >= mark.from + mark.length || mark.from >= from + length));
    const mark = { index, severity, from, length };
    if (free) free.push(mark);
    else rows.push([mark]);
  }
  return [...lanes].map(([rule, rows]) => ({ rule, rows }));
}
