import { describe, expect, it, vi } from 'vitest';
import { RejectedPoseTimeout } from '../../../src/instrument/reference-pose/rejected-pose-timeout.ts';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import { withLegsExchanged } from '../../../src/instrument/fit/swap-left-right.ts';
import type { StillLandmarks } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { referencePoseKeeper } from '../../../src/instrument/reference-pose/reference-pose-capture.ts';
import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import { clipOf, landmarksOf, moved, planOf, trueRotation } from '../truth-landmarks.ts';

// The real search runs here; a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const clip = clipOf('quadruped-band-ir-clean-high');
const angles = clip.frames.map((_, frame) => trueRotation(clip, frame));
const OUT = angles.indexOf(Math.max(...angles));
const IN = angles.indexOf(Math.min(...angles));
const picture = { width: clip.width, height: clip.height, rgba: new Uint8ClampedArray(4) };
const still = (frame: number) => ({ ...landmarksOf(clip, frame), width: clip.width, height: clip.height });

/** Looks every half second from then on, as the keeper does; refused once a second. Returns when it is believed, null: never. */
function believedAt(seconds: number, seenAt: (time: number) => StillLandmarks | null): number | null {
  const rejectedPoseTimeout = new RejectedPoseTimeout();
  for (let time = 0; time < seconds; time += 0.5) {
    const seen = seenAt(time);
    if (!seen) continue;
    rejectedPoseTimeout.look(seen, false, time);
    if (time % 1 === 0 && rejectedPoseTimeout.refuse(seen, false, time)) return time;
  }
  return null;
}

const OUT_STILL = still(OUT);
const EXCHANGED = { ...OUT_STILL, ...withLegsExchanged(OUT_STILL) };
/** The same posture with the working knee and foot seen elsewhere: by other eyes, or wrongly. */
const ASTRAY = {
  ...OUT_STILL,
  ...moved(landmarksOf(clip, OUT), [JOINT_LANDMARKS.left.knee, JOINT_LANDMARKS.left.ankle], 60, 0),
};

describe('somebody whose posture is refused', () => {
  it('is believed after fifteen seconds in it', () => {
    expect(believedAt(60, () => OUT_STILL)).toBe(15);
  });

  it('is believed all the same where the legs are mixed up, or for a second seen elsewhere, now and then', () => {
    expect(believedAt(60, (time) => (time % 8 < 2 ? EXCHANGED : OUT_STILL))).toBe(15);
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    const answers = Array.from({ length: 40 }, (_, i) => i / 2).map((time) => {
      rejectedPoseTimeout.look(time % 8 > 6.5 ? ASTRAY : OUT_STILL, false, time);
      return time % 8 <= 6.5 && rejectedPoseTimeout.refuse(OUT_STILL, false, time);
    });
    expect(answers.indexOf(true) / 2).toBe(16);
  });

  it('does not insist who goes on moving, however often the same posture is refused', () => {
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    for (let time = 0; time < 60; time += 0.5) {
      rejectedPoseTimeout.look(time % 6 < 3 ? OUT_STILL : still(IN), false, time);
      if (time % 6 === 2) expect(rejectedPoseTimeout.refuse(OUT_STILL, false, time)).toBe(false);
    }
  });

  it('does not insist who was not there meanwhile', () => {
    expect(believedAt(40, (time) => (time > 5 && time < 21 ? null : OUT_STILL))).toBe(36);
  });

  it('goes on insisting where the drill’s own network takes over from the pose model', () => {
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    const answers = Array.from({ length: 40 }, (_, i) => i / 2).map((time) =>
      rejectedPoseTimeout.refuse(time < 8 ? OUT_STILL : ASTRAY, time >= 8, time),
    );
    expect(answers.indexOf(true) / 2).toBe(15);
  });

  it('does not insist who is refused in another posture', () => {
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    rejectedPoseTimeout.refuse(OUT_STILL, false, 0);
    expect(rejectedPoseTimeout.refuse(still(IN), false, 16)).toBe(false);
  });

  it('begins anew when it is cleared', () => {
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    for (let time = 0; time < 14; time++) rejectedPoseTimeout.refuse(OUT_STILL, false, time);
    rejectedPoseTimeout.clear();
    expect(rejectedPoseTimeout.refuse(OUT_STILL, false, 16)).toBe(false);
  });
});

describe('a foot swung out on hands and knees', () => {
  /** Seconds until this frame is taken for the start; null: not within half a minute. */
  const takenAfter = (isFromNetwork: (time: number) => boolean): number | null => {
    const keeper = referencePoseKeeper(planOf(clip));
    keeper.ask();
    const check = checkPerson(landmarksOf(clip, OUT), clip.width, clip.height);
    const taken = Array.from({ length: 360 }, (_, i) => i / 12).find((time) =>
      keeper.step(picture, { ...landmarksOf(clip, OUT), legsFromNetwork: isFromNetwork(time) }, check, time),
    );
    return taken ?? null;
  };

  it('is believed after a while where only the pose model sees it, and never where the drill’s own network does', () => {
    expect(takenAfter(() => false)).toBeGreaterThan(15);
    expect(takenAfter(() => true)).toBeNull();
  });

  it('is plain as soon as the network has seen all of the hold, and not sooner', () => {
    expect(takenAfter((time) => time > 1)).toBeNull();
    expect(takenAfter((time) => time % 2 > 1)).toBeGreaterThan(15);
  });
});

describe('repetitions on hands and knees before the start was taken', () => {
  it('are no start, though the foot rests at its furthest for four seconds each time; the start after them is', () => {
    const keeper = referencePoseKeeper(planOf(clip));
    keeper.ask();
    const moments = Array.from({ length: 6 * 60 + 40 }, (_, i) => i / 12);
    const taken = moments.flatMap((time) => {
      // Four seconds at the far end, three of what follows in the clip, and the start in the end.
      const since = (time % 7) - 4;
      const frame = time >= 28 ? 0 : OUT + Math.round(clip.fps * Math.max(0, since));
      const landmarks = landmarksOf(clip, frame);
      const check = checkPerson(landmarks, clip.width, clip.height);
      return keeper.step(picture, landmarks, check, time) ? [frame] : [];
    });
    expect(taken).toEqual([0]);
  });
});
