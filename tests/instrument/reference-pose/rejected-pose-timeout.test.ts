import { describe, expect, it } from 'vitest';
import { RejectedPoseTimeout } from '../../../src/instrument/reference-pose/held-pose-checks.ts';
import { JOINT_LANDMARKS, swapLeftRight } from '../../../src/instrument/input/landmarks.ts';
import type { StillLandmarks } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { clipOf, landmarksOf, moved, trueRotation } from '../../../lab/made/truth-landmarks.ts';
import { begun, feed } from './capture-run.ts';

const NAME = 'quadruped-band-ir-clean-high';
const clip = clipOf(NAME);
const angles = clip.frames.map((_, frame) => trueRotation(clip, frame));
const OUT = angles.indexOf(Math.max(...angles));
const IN = angles.indexOf(Math.min(...angles));
const still = (frame: number) => ({ ...landmarksOf(clip, frame), width: clip.width, height: clip.height });

/**
 * Observed every half second, as the capture does, and rejected every second. Returns the time of acceptance; null:
 * never.
 */
function acceptedAt(seconds: number, seenAt: (time: number) => StillLandmarks | null): number | null {
  const rejectedPoseTimeout = new RejectedPoseTimeout();
  for (let time = 0; time < seconds; time += 0.5) {
    const seen = seenAt(time);
    if (!seen) continue;
    rejectedPoseTimeout.observe(seen, time);
    if (time % 1 === 0 && rejectedPoseTimeout.reject(seen, time)) return time;
  }
  return null;
}

const OUT_STILL = still(OUT);
const EXCHANGED = { ...OUT_STILL, ...swapLeftRight(OUT_STILL) };
/**
 * The same posture with the working knee and foot placed elsewhere by an error.
 */
const MISPLACED = {
  ...OUT_STILL,
  ...moved(landmarksOf(clip, OUT), [JOINT_LANDMARKS.left.knee, JOINT_LANDMARKS.left.ankle], 60, 0),
};

describe('a rejected pose', () => {
  it('is accepted after 15 s', () => {
    expect(acceptedAt(60, () => OUT_STILL)).toBe(15);
  });

  it('is accepted as soon although the legs are swapped or misplaced for a second now and then', () => {
    expect(acceptedAt(60, (time) => (time % 8 < 2 ? EXCHANGED : OUT_STILL))).toBe(15);
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    const answers = Array.from({ length: 40 }, (_, i) => i / 2).map((time) => {
      rejectedPoseTimeout.observe(time % 8 > 6.5 ? MISPLACED : OUT_STILL, time);
      return time % 8 <= 6.5 && rejectedPoseTimeout.reject(OUT_STILL, time);
    });
    expect(answers.indexOf(true) / 2).toBe(16);
  });

  it('is never accepted while the person keeps moving through it', () => {
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    for (let time = 0; time < 60; time += 0.5) {
      rejectedPoseTimeout.observe(time % 6 < 3 ? OUT_STILL : still(IN), time);
      if (time % 6 === 2) expect(rejectedPoseTimeout.reject(OUT_STILL, time)).toBe(false);
    }
  });

  it('starts to count anew after the person was not seen', () => {
    expect(acceptedAt(40, (time) => (time > 5 && time < 21 ? null : OUT_STILL))).toBe(36);
  });

  it('starts to count anew in another pose', () => {
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    rejectedPoseTimeout.reject(OUT_STILL, 0);
    expect(rejectedPoseTimeout.reject(still(IN), 16)).toBe(false);
  });

  it('starts to count anew after clear()', () => {
    const rejectedPoseTimeout = new RejectedPoseTimeout();
    for (let time = 0; time < 14; time++) rejectedPoseTimeout.reject(OUT_STILL, time);
    rejectedPoseTimeout.clear();
    expect(rejectedPoseTimeout.reject(OUT_STILL, 16)).toBe(false);
  });
});

it('a foot swung out on hands and knees is accepted after the timeout', () => {
  const { held, time } = feed(begun(NAME), 0, 30, () => landmarksOf(clip, OUT));
  expect(held).not.toBeNull();
  expect(time).toBeGreaterThan(15);
});

it('repetitions on hands and knees are not accepted as the start although the foot rests at the far end for 4 s each time', () => {
  // 4 s at the far end, 3 s of the frames that follow in the clip; from 28 s on, the start.
  const { held, time } = feed(begun(NAME), 0, 33, (now) =>
    landmarksOf(clip, now >= 28 ? 0 : OUT + Math.round(clip.fps * Math.max(0, (now % 7) - 4))),
  );
  expect(held).not.toBeNull();
  expect(time).toBeGreaterThan(28);
});
