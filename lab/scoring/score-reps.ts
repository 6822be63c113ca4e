import { referencePoseMean, sidesOf, type Truth, type TruthRep } from './clip-truth.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';

/** Compares the repetitions of a record with the true ones. */
interface RepScore {
  /** True repetitions that could be counted. */
  true: number;
  /** True repetitions in a refused view, where nothing is counted. */
  unread: number;
  found: number;
  /** Repetitions of the record without a true one. */
  extra: number;
  /** Errors of the found ones, record minus truth, degrees. */
  amplitude: number[];
  /** Errors of the hold times at both ends of the found ones, record minus truth, seconds. */
  hold: number[];
}

/** Degrees from an end within which the leg holds it; as in `src/coach/progress/rep-counter.ts` for swings from 10° on. */
const HOLD_BAND = 4.5;
/** An external end lies more than this many degrees from the reference pose; as in `rep-counter.ts` from 10° on. */
const REFERENCE_POSE_BAND = 3;

/**
 * A true repetition is found if a repetition of the record contains its turning point. Each one is used once.
 * @param smallest smaller swings (degrees) are no repetition of the drill (`DrillOutline.smallestRep`)
 */
export function repScore(record: SetRecord, truth: Truth, smallest: number = 0): RepScore {
  const left = [...record.reps];
  const score: RepScore = { true: 0, unread: 0, found: 0, extra: 0, amplitude: [], hold: [] };
  if (record.neutral === null) return { ...score, unread: truth.reps.length, extra: left.length };
  for (const rep of truth.reps) {
    const index = left.findIndex((candidate) => candidate.start <= rep.turn && rep.turn <= candidate.end);
    const [match] = index < 0 ? [] : left.splice(index, 1);
    if (!match && rep.amplitude < smallest) continue;
    score.true += 1;
    if (!match) continue;
    score.found += 1;
    // The truth does not list amplitudes for the directions of a sequence.
    if (match.step !== undefined || match.amplitude === null) continue;
    const holds = trueHolds(truth, rep);
    score.amplitude.push(match.amplitude - rep.amplitude);
    score.hold.push(match.holdInternal - holds.internal);
    if (holds.external !== null) score.hold.push(match.holdExternal - holds.external);
  }
  return { ...score, extra: left.length };
}

/**
 * How long the leg truly stayed at the two ends of a repetition.
 * @returns seconds; null: it never reached an external end
 */
export function trueHolds(truth: Truth, rep: TruthRep): { internal: number; external: number | null } {
  const side = sidesOf(truth.side)[0] ?? 'left';
  const zero = referencePoseMean(truth, (frame) => frame.hip[side].internalRotation);
  const angles = truth.frames
    .filter((_, index) => index / truth.fps >= rep.start && index / truth.fps <= rep.end)
    .map((frame) => frame.hip[side].internalRotation - zero);
  const near = (end: number) => intervalsNear(angles, end) / truth.fps;
  const lowest = Math.min(...angles);
  return {
    internal: near(Math.max(...angles)),
    external: lowest < -REFERENCE_POSE_BAND ? near(lowest) : null,
  };
}

/**
 * @param angles one a frame
 * @param end degrees
 * @returns frame intervals with both angles within `HOLD_BAND` of the end
 */
function intervalsNear(angles: readonly number[], end: number): number {
  const near = angles.map((angle) => Math.abs(angle - end) <= HOLD_BAND);
  return near.filter((is, index) => is && near[index - 1]).length;
}
