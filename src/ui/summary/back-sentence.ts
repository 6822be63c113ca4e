import { band90, type Degrees } from '../../instrument/geometry/units.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { backReadings, isSideCheck } from '../../coach/record/side-check.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { bandDegrees, formatDegrees } from '../elements/format.ts';

/** The back of a side check: how far it went either way, against the start. */
interface BackLimits {
  /** Lumbar extension beyond the start, 0 or more. */
  readonly hollow: Degrees;
  /** Flexion beyond the start, 0 or more. */
  readonly round: Degrees;
  /** Standard deviation. */
  readonly sd: Degrees;
}

/** Single readings jump: of the largest ones this share does not count. */
const TAIL = 0.02;

/** Null: the back was not seen. */
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

/** The result of a side check in a sentence, or why there is none; null where the set is no side check. */
export function backSentence(record: SetRecord): string | null {
  if (!isSideCheck(record) || record.neutral === null) return null;
  const limits = backLimits(record);
  const words = summaryWords().says;
  if (limits === null) return words.backNotSeen;
  const { hollow, round, sd } = limits;
  const inside = Math.max(hollow, round) < band90(sd);
  const band = bandDegrees(sd);
  return inside ? words.backStill(band) : words.back(formatDegrees(hollow), formatDegrees(round), band);
}
