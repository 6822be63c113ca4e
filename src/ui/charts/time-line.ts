import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { FlagRecord } from '../../coach/record/set-record.ts';

/** The mark of one flag on the time line, in percent of the length of the line. */
export interface FlagMark {
  /** Index of the flag in the record, from 0. */
  readonly index: number;
  readonly severity: FlagRecord['severity'];
  readonly from: number;
  readonly length: number;
}

/** All flags of one rule. Marks that would touch are put into separate rows. */
export interface FlagLane {
  readonly rule: FlagRecord['rule'];
  readonly rows: readonly (readonly FlagMark[])[];
}

interface TimeSpan {
  readonly start: Seconds;
  readonly end: Seconds;
}

/** Converts seconds to percent of the time line, clamped to its ends. */
export const timeLineScale = ({ start, end }: TimeSpan): ScaleLinear<number, number> =>
  scaleLinear([start, end], [0, 100]).clamp(true);

/**
 * One lane for each rule, in the order of their first flags, so that no mark hides another.
 * @param minLength shortest mark that can be read, in percent of the line
 */
export function flagLanes(
  set: TimeSpan & { readonly flags: readonly FlagRecord[] },
  minLength: number,
): readonly FlagLane[] {
  const share = timeLineScale(set);
  const lanes = new Map<FlagRecord['rule'], FlagMark[][]>();
  for (const [index, { rule, onset, start: began, end: ended, severity }] of set.flags.entries()) {
    const length = Math.max(minLength, share(ended) - share(Math.min(onset, began)));
    // A mark at the end of the set is moved back, so that it stays on the line.
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

/** Time step of each key on the plot and on the time line of the replay. */
export const KEY_STEPS: Readonly<Record<string, Seconds>> = {
  ArrowRight: 0.5,
  ArrowUp: 0.5,
  ArrowLeft: -0.5,
  ArrowDown: -0.5,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
