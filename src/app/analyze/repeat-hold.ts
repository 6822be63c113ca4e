import type { ReferencePoseState } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../../coach/coach-contract.ts';
import type { ClipFrame } from '../sources/clip-reader.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';

// Before a camera the person holds the start until the reference pose is captured. A clip with given phases does not
// wait. If its hold is too short for the instrument (the first second of a clip is often coarse), the end of the hold
// is repeated a few times.

const REPEATED_SPAN: Seconds = 1.4;
const MAX_REPEATS = 5;
/** For a start that looks stretched: the instrument accepts it after 15 s (`rejected-pose-timeout.ts`). */
const MAX_REPEATS_STRETCHED = 13;

/** End of the hold that the phases begin with. Null: they do not begin with one. */
export function endOfHold(phases: readonly TimelinePhase[] | null): Seconds | null {
  const first = phases?.[0];
  return first?.kind === 'neutral' ? first.length : null;
}

/** Only time is missing. A wrong posture or a hidden joint would be the same in a repetition. */
export const needsMoreTime = (referencePose: ReferencePoseState): boolean =>
  looksStretched(referencePose) ||
  (referencePose.kind === 'holding' && (referencePose.problem === null || referencePose.problem === 'moving'));

const looksStretched = (referencePose: ReferencePoseState): boolean =>
  referencePose.kind === 'holding' && referencePose.problem === 'already-stretched';

export interface RepeatHoldInput {
  /** The clip's frames from its beginning, thinned as they are measured. */
  readonly frames: () => AsyncGenerator<ClipFrame, void, undefined>;
  readonly client: Pick<PoseClient, 'analyse'>;
  /** End of the hold in the clip. */
  readonly end: Seconds;
}

/**
 * Repeats the end of the hold until the reference pose is set.
 * @returns the repeated time, by which the instrument's clock is ahead of the clip's from now on
 */
export async function repeatHold(hold: RepeatHoldInput): Promise<Seconds> {
  let repeated: Seconds = 0;
  let most = MAX_REPEATS;
  for (let times = 0; times < most; times++) {
    const { referencePose, length } = await repeatOnce(hold, repeated);
    repeated += length;
    if (referencePose === null || referencePose.kind === 'set') break;
    if (looksStretched(referencePose)) most = MAX_REPEATS_STRETCHED;
  }
  return repeated;
}

async function repeatOnce(
  { frames, client, end }: RepeatHoldInput,
  repeated: Seconds,
): Promise<{ readonly referencePose: ReferencePoseState | null; readonly length: Seconds }> {
  let begin: Seconds | null = null;
  let referencePose: ReferencePoseState | null = null;
  for await (const { frame, time } of frames()) {
    const before = time < end - REPEATED_SPAN;
    const over = time >= end || referencePose?.kind === 'set';
    if (before || over) frame.close();
    if (over) break;
    if (before) continue;
    begin ??= time;
    ({ referencePose } = await client.analyse(frame, repeated + time - begin + end));
  }
  return { referencePose, length: begin === null ? 0 : end - begin };
}
