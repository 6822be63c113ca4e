import { grossRotation, inRangePhase, referencePoseMean, sidesOf, type Side, type Truth } from './clip-truth.ts';
import { withAppRule } from './score-events.ts';
import { mainChannel } from './score-channels.ts';
import { largest, median } from '../../tools/shared/statistics.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';

/** Compares the ranges in the summary of a set with the largest true ranges. */

/** Degrees. */
type RangeError = { claimed: number | null; true: number | null; error: number | null };

interface RangeScore {
  side: Side;
  /** True: largest value of the trained angle that was held for half a second outside true compensations. */
  clean: RangeError;
  /** True: largest rotation held at all, of the hip or of the thigh in the room, whichever is larger. When the shin is fixed on the floor, the pelvis turns the hip. */
  gross: RangeError;
  /** Gross − clean. The summary says "at least", so a smaller claim does not contradict the truth. */
  borrowed: RangeError;
}

/** Seconds before and after a compensation that do not count as clean, because it grows and fades gradually. */
const EVENT_MARGIN = 0.5;

/**
 * Seconds for which a range must be held; `src/coach/progress/clean-range.ts` has the same value. A fast swing is no
 * range.
 */
export const HOLD_TIME = 0.5;

/** Faults that do not enlarge the range, so it stays clean; `src/coach/rules/range-rules.ts` has the same list. */
const NOT_BORROWING = new Set(['isometric-drift', 'too-fast', 'grip', 'toes-drop', 'knee-lock']);

/** @returns one a working side; empty for a side check, which has no range */
export function rangeScores(record: SetRecord, truth: Truth): RangeScore[] {
  const main = mainChannel(record);
  if (main === 'back-arch') return [];
  return sidesOf(truth.side).map((side) => {
    const sets = record.summary.sets.filter((set) => set.side === side);
    const claimed = (range: 'clean' | 'gross' | 'borrowed') => largest(sets.flatMap((set) => set[range] ?? []));
    const trueRange = trueRanges(truth, side, {
      channel: main,
      unwatched: unwatchedRules(record),
      asked: whenAsked(truth),
    });
    return {
      side,
      clean: rangeError(claimed('clean'), trueRange.clean),
      gross: rangeError(claimed('gross'), trueRange.gross),
      borrowed: rangeError(
        claimed('borrowed'),
        trueRange.gross === null || trueRange.clean === null ? null : trueRange.gross - trueRange.clean,
      ),
    };
  });
}

/** The error of the largest size, for a table with one cell for both legs. */
export function worstError(ranges: readonly RangeScore[], range: 'clean' | 'gross' | 'borrowed') {
  const errors = ranges.flatMap((one) => one[range].error ?? []);
  return errors.reduce(
    (worst, error) => (worst === null || Math.abs(error) > Math.abs(worst) ? error : worst),
    null as number | null,
  );
}

/**
 * Pelvis rules that the drill watches but this set could not watch, for example because of black clothes. The app then
 * gives one range of hip and pelvis together ("turned"), which is compared with the true sum.
 */
const unwatchedRules = ({ summary }: SetRecord): ReadonlySet<string> =>
  new Set(summary.muted.flatMap(({ rule, reason }) => (reason === 'not-seen-from-here' ? [] : [rule])));

/** Directions of the movement sequence; only the first asks for its range (`src/coach/rules/range-rules.ts`). */
const DIRECTIONS = 6;

/** When the set asked for the range. A movement sequence asks for it only in some movements; other drills always do. */
function whenAsked({ drill, reps }: Truth): (time: number) => boolean {
  if (drill !== 'hip-movement-sequence') return () => true;
  const asking = reps.filter((_, index) => index % DIRECTIONS === 0);
  return (time) => asking.some(({ start, end }) => time >= start && time <= end);
}

interface RangeQuery {
  channel: 'hip-internal-rotation' | 'hip-flexion';
  unwatched: ReadonlySet<string>;
  /** When the set asked for its range. */
  asked: (time: number) => boolean;
}

function trueRanges(
  truth: Truth,
  side: Side,
  { channel, unwatched, asked }: RangeQuery,
): { clean: number | null; gross: number | null } {
  const isFlexion = channel === 'hip-flexion';
  const hipAngle = ({ hip }: Truth['frames'][number]) => (isFlexion ? hip[side].flexion : hip[side].internalRotation);
  const hip = heldAngle(truth, hipAngle);
  const gross = heldAngle(truth, (frame) => grossRotation(frame, side));
  const counted = truth.frames
    .map((_, index) => ({ index, time: index / truth.fps }))
    .filter(({ time }) => inRangePhase(truth, time) && asked(time));
  const borrowing = truth.events.map(withAppRule).filter(({ rule }) => !NOT_BORROWING.has(rule));
  const during = (events: typeof borrowing, time: number) =>
    events.some((event) => time >= event.start - EVENT_MARGIN && time <= event.end + EVENT_MARGIN);
  const seen = borrowing.filter(({ rule }) => !unwatched.has(rule));
  const unseen = isFlexion ? [] : borrowing.filter(({ rule }) => unwatched.has(rule));
  const clean = counted.filter(({ time }) => !during(seen, time));
  return {
    clean: largest(clean.map(({ index, time }) => (during(unseen, time) ? gross(index) : hip(index)))),
    gross: largest(counted.flatMap(({ index }) => [hip(index), ...(isFlexion ? [] : [gross(index)])])),
  };
}

/**
 * The angle that was held around a frame, relative to the reference pose: the median over `HOLD_TIME`.
 * @param angleOf degrees
 * @returns degrees
 */
function heldAngle(truth: Truth, angleOf: (frame: Truth['frames'][number]) => number): (index: number) => number {
  const zero = referencePoseMean(truth, angleOf);
  const angles = truth.frames.map(angleOf);
  const reach = Math.max(1, Math.floor((HOLD_TIME / 2) * truth.fps + 1e-9));
  return (index) => (median(angles.slice(Math.max(0, index - reach), index + reach + 1)) ?? 0) - zero;
}

function rangeError(claimed: number | null, real: number | null): RangeError {
  return { claimed, true: real, error: claimed === null || real === null ? null : claimed - real };
}
