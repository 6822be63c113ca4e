import type { NeutralState } from '../body/reading.ts';
import type { Seconds } from '../body/units.ts';
import type { TimelinePhase } from '../coach/coach-contract.ts';
import type { ClipFrame } from './clip-reader.ts';
import type { PoseClient } from './pose-client.ts';

/**
 * Before a camera a person holds the start for as long as the instrument needs: nothing is counted before it has its neutral.
 * A clip with given phases goes on whether or not. A webcam's or an encoder's first second is often coarse, and the pose
 * model wanders in it although the person lies still; then the end of the clip's hold is shown again, a few times at most.
 */
const SHOWN_AGAIN: Seconds = 1.4;
const MOST_TIMES = 5;

/** When the hold that the phases begin with is over; null where they do not begin with one. */
export function endOfHold(phases: readonly TimelinePhase[] | null): Seconds | null {
  const first = phases?.[0];
  return first?.kind === 'neutral' ? first.length : null;
}

/** Only stillness is missing: whoever lies elsewhere or is hidden would be so again. */
export const lacksStillness = (neutral: NeutralState): boolean =>
  neutral.kind === 'holding' && (neutral.problem === null || neutral.problem === 'moving');

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
  for (let time = 0; time < MOST_TIMES; time++) {
    const { isSet, length } = await showAgain(hold, waited);
    waited += length;
    if (isSet || length === 0) return waited;
  }
  return waited;
}

async function showAgain(
  { frames, client, end }: HeldHold,
  waited: Seconds,
): Promise<{ readonly isSet: boolean; readonly length: Seconds }> {
  let begin: Seconds | null = null;
  let isSet = false;
  for await (const { frame, time } of frames()) {
    const before = time < end - SHOWN_AGAIN;
    if (before || time >= end || isSet) frame.close();
    if (time >= end || isSet) break;
    if (before) continue;
    begin ??= time;
    isSet = (await client.analyse(frame, waited + time - begin + end)).neutral.kind === 'set';
  }
  return { isSet, length: begin === null ? 0 : end - begin };
}
