import { grossRotation, inRangePhase, referencePoseMean, sidesOf } from './clip-truth.mjs';
import { asTheApp } from './score-events.mjs';
import { mainChannel } from './score-channels.mjs';
import { largest, median } from './statistics.mjs';

/**
 * The ranges that a set's summary states, against the largest true ones.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('../../src/coach/record/set-record.ts').RangeSummary} RangeSummary
 * @typedef {import('./clip-truth.mjs').Truth} Truth
 * @typedef {import('./clip-truth.mjs').Side} Side
 * @typedef {{ claimed: number | null, true: number | null, error: number | null }} RangeError degrees
 * @typedef {object} RangeScore
 * @property {Side} side
 * @property {RangeError} clean true: largest hip internal rotation (or what the drill works on) that was held for half a
 *   second outside the true events that lend range
 * @property {RangeError} gross true: largest rotation held at all, of the hip itself or of the leg in the room as if the
 *   pelvis had lain still: seated, where the shin is pinned, the pelvis is what turns the hip
 * @property {RangeError} borrowed gross − clean; the summary says "at least", so a claim below the truth is no contradiction
 */

/** A fault counts from its threshold on; so long before and after it is on its way, and what is reached then is nobody's, seconds. */
const EDGE = 0.5;

/** A range is what was held for so long, as the app has it (`src/coach/progress/range-tracker.ts`): the tip of a hasty swing is none, seconds. */
export const HELD = 0.5;

/** Faults that lend the hip nothing, as the app has it (`src/coach/rules/compensation.ts`): what is reached meanwhile is the hip's own. */
const NOT_BORROWING = new Set(['isometric-drift', 'too-fast', 'grip', 'toes-drop', 'knee-lock']);

/**
 * @param {SetRecord} record
 * @param {Truth} truth
 * @returns {RangeScore[]} one per working side; none of a side check, which has no range
 */
export function rangeScores(record, truth) {
  const main = mainChannel(record);
  if (main === 'back-arch') return [];
  return sidesOf(truth.side).map((side) => {
    const sets = record.summary.sets.filter((set) => set.side === side);
    const claimed = (/** @type {'clean' | 'gross' | 'borrowed'} */ range) =>
      largest(sets.flatMap((set) => set[range] ?? []));
    const real = trueRanges(truth, side, {
      channel: main,
      unwatched: unwatchedHere(record),
      asked: askedIn(truth),
    });
    return {
      side,
      clean: against(claimed('clean'), real.clean),
      gross: against(claimed('gross'), real.gross),
      borrowed: against(
        claimed('borrowed'),
        real.gross === null || real.clean === null ? null : real.gross - real.clean,
      ),
    };
  });
}

/**
 * The error whose size is the largest: what a table with one cell for both legs shows.
 * @param {readonly RangeScore[]} ranges
 * @param {'clean' | 'gross' | 'borrowed'} range
 */
export function worstError(ranges, range) {
  const errors = ranges.flatMap((one) => one[range].error ?? []);
  return errors.reduce(
    (worst, error) => (worst === null || Math.abs(error) > Math.abs(worst) ? error : worst),
    /** @type {number | null} */ (null),
  );
}

/**
 * Pelvis rules that the drill watches and this set could not (black cloth, say): then the app calls its range “turned”, hip and
 * pelvis in one, and it is held against that.
 * @param {SetRecord} record
 * @returns {ReadonlySet<string>}
 */
const unwatchedHere = ({ summary }) =>
  new Set(summary.muted.flatMap(({ rule, reason }) => (reason === 'not-seen-from-here' ? [] : [rule])));

/** Directions of a sequence; the first of them asks for its range (`src/coach/progress/asked-range.ts`). */
const DIRECTIONS = 6;

/**
 * A sequence's range is that of the movements that asked for it, so the truth is taken there as well.
 * @param {Truth} truth
 * @returns {(time: number) => boolean}
 */
function askedIn({ drill, reps }) {
  if (drill !== 'hip-movement-sequence') return () => true;
  const asking = reps.filter((_, index) => index % DIRECTIONS === 0);
  return (time) => asking.some(({ start, end }) => time >= start && time <= end);
}

/**
 * @typedef {object} RangeWish
 * @property {'hip-internal-rotation' | 'hip-flexion'} channel
 * @property {ReadonlySet<string>} unwatched
 * @property {(time: number) => boolean} asked when the set asked for its range
 */

/**
 * @param {Truth} truth
 * @param {Side} side
 * @param {RangeWish} wish
 * @returns {{ clean: number | null, gross: number | null }}
 */
function trueRanges(truth, side, { channel, unwatched, asked }) {
  const bends = channel === 'hip-flexion';
  const hipAngle = (/** @type {Truth['frames'][number]} */ { hip }) =>
    bends ? hip[side].flexion : hip[side].internalRotation;
  const hip = held(truth, hipAngle);
  const gross = held(truth, (frame) => grossRotation(frame, side));
  const counted = truth.frames
    .map((_, index) => ({ index, time: index / truth.fps }))
    .filter(({ time }) => inRangePhase(truth, time) && asked(time));
  const borrowing = truth.events.map(asTheApp).filter(({ rule }) => !NOT_BORROWING.has(rule));
  const during = (/** @type {typeof borrowing} */ events, /** @type {number} */ time) =>
    events.some((event) => time >= event.start - EDGE && time <= event.end + EDGE);
  const seen = borrowing.filter(({ rule }) => !unwatched.has(rule));
  const unseen = bends ? [] : borrowing.filter(({ rule }) => unwatched.has(rule));
  const clean = counted.filter(({ time }) => !during(seen, time));
  return {
    clean: largest(clean.map(({ index, time }) => (during(unseen, time) ? gross(index) : hip(index)))),
    gross: largest(counted.flatMap(({ index }) => [hip(index), ...(bends ? [] : [gross(index)])])),
  };
}

/**
 * What an angle was about a frame, against its neutral: the median of the half second around it.
 * @param {Truth} truth
 * @param {(frame: Truth['frames'][number]) => number} angleOf degrees
 * @returns {(index: number) => number} degrees
 */
function held(truth, angleOf) {
  const zero = referencePoseMean(truth, angleOf);
  const angles = truth.frames.map(angleOf);
  const reach = Math.max(1, Math.floor((HELD / 2) * truth.fps + 1e-9));
  return (index) => (median(angles.slice(Math.max(0, index - reach), index + reach + 1)) ?? 0) - zero;
}

/**
 * @param {number | null} claimed
 * @param {number | null} real
 * @returns {RangeError}
 */
function against(claimed, real) {
  return { claimed, true: real, error: claimed === null || real === null ? null : claimed - real };
}
