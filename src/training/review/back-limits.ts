import { band90, type Degrees } from '../../instrument/geometry/units.ts';
import { backReadings } from '../../coach/record/frame-record.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';

/** How far the back moved either way from the reference pose in a side check. */
export interface BackLimits {
  /** Largest lumbar extension, 0 or more. */
  readonly hollow: Degrees;
  /** Largest lumbar flexion, 0 or more. */
  readonly round: Degrees;
  /** Largest standard deviation of the readings. */
  readonly sd: Degrees;
}

/** Share of the readings that is dropped at each end, because single readings jump. */
const TAIL = 0.02;

/** Null if the back was not seen. */
export function backLimits(record: Pick<SetRecord, 'frames' | 'phases'>): BackLimits | null {
  const { seen } = backReadings(record);
  const values = seen.map(({ value }) => value).toSorted((a, b) => a - b);
  const cut = Math.floor(TAIL * values.length);
  const [least, most] = [values[cut], values[values.length - 1 - cut]];
  if (least === undefined || most === undefined) return null;
  return {
    hollow: Math.max(0, most),
    round: Math.max(0, -least),
    sd: Math.max(...seen.map(({ sd }) => sd)),
  };
}

/** Whether the back moved by no more than the error of its reading. */
export const isStill = ({ hollow, round, sd }: BackLimits): boolean => Math.max(hollow, round) < band90(sd);
