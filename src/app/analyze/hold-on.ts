import type { ReferencePoseState } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../../coach/coach-contract.ts';
import type { ClipFrame } from '../sources/clip-reader.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';

/**
 * Before a camera a person holds the start for as long as the instrument needs: nothing is counted before it has its neutral.
 * A clip with given phases goes on whether or not. A webcam's or an encoder's first second is often coarse, and the pose
 * model wanders in it although the person lies still; then the end of the clip's hold is shown again, a few times at most.
 */
const SHOWN_AGAIN: Seconds = 1.4;
const MOST_TIMES = 5;
/** A start that seems a stretch is believed after fifteen seconds in it, before a camera as well (`insistence.ts`). */
const MOST_TIMES_IN_DOUBT = 13;

/** When the hold that the phases begin with is over; null where they do not begin with one. */
export function endOfHold(phases: readonly TimelinePhase[] | null): Seconds | null {
  const first = phases?.[0];
  return first?.kind === 'neutral' ? first.length : null;
}

/** Only time is missing: whoever lies elsewhere or is hidden would be so again. */
export const lacksTime = (referencePose: ReferencePoseState): boolean =>
  isInDoubt(referencePose) ||
  (referencePose.kind === 'holding' && (referencePose.problem === null || referencePose.problem === 'moving'));

const isInDoubt = (referencePose: ReferencePoseState): boolean =>
  referencePose.kind === 'holding' && referencePose.problem === 'already-stretched';

export interface HeldHold {
  /** The clip's frames from its beginning, as many of them as are measured. */
  readonly frames: () => AsyncGenerator<ClipFrame, void, undefined>;
  readonly client: Pick<PoseClient, 'analyse'>;
  /** When the hold is over in the clip. */
  readonly end: Seconds;
}

/**
 * Shows the end of the hold again until the neutral is set.
 * @returns for how long: from now on the instrument's time runs ahead of the clip's by so much
 */
export async function holdOn(hold: HeldHold): Promise<Seconds> {
  let waited: Seconds = 0;
  let most = MOST_TIMES;
  for (let times = 0; times < most; times++) {
    const { referencePose, length } = await showAgain(hold, waited);
    waited += length;
    if (referencePose === null || referencePose.kind === 'set') break;
    if (isInDoubt(referencePose)) most = MOST_TIMES_IN_DOUBT;
  }
  return waited;
}

async function showAgain(
  { frames, client, end }: HeldHold,
  waited: Seconds,
): Promise<{ readonly referencePose: ReferencePoseState | null; readonly length: Seconds }> {
  let begin: Seconds | null = null;
  let referencePose: ReferencePoseState | null = null;
  for await (const { frame, time } of frames()) {
    const before = time < end - SHOWN_AGAIN;
    const over = time >= end || referencePose?.kind === 'set';
    if (before || over) frame.close();
    if (over) break;
    if (before) continue;
    begin ??= time;
    ({ referencePose } = await client.analyse(frame, waited + time - begin + end));
  }
  return { referencePose, length: begin === null ? 0 : end - begin };
}
