import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { startMeasuring } from '../../../src/instrument/fit/set-measurement.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import { plain } from '../paint.ts';
import { clipOf, landmarksOf, moved, planOf, stillOf } from '../truth-landmarks.ts';

const clip = clipOf('quadruped-band-ir-clean-high');
const plan = planOf(clip);
const still = stillOf(clip);
const finding = findReferencePose(plan, still);
const frame = landmarksOf(clip, 90);
const dark = plain(1, 1, 0);

const reasonsOf = (landmarks: Landmarks, trunkAlone: boolean) => {
  const asked = trunkAlone ? { ...plan, trunkAlone } : plan;
  const measuring = startMeasuring(asked, { finding, still, pictures: [], at: 10, legsFromNetwork: false }, () => 0);
  const check = checkPerson(landmarks, clip.width, clip.height);
  return measuring.step(dark, landmarks, check, 10.1).body.reasons;
};

const guessed = (joints: readonly number[], from = frame): Landmarks => ({
  ...from,
  visibility: from.visibility.map((seen, l) => (joints.includes(l) ? 0.05 : seen)),
});
const FAR_LEG = [26, 28];

/** So many pixels are a share of the trunk's length. */
const lengths = (share: number): number => {
  const [x, y] = [0, 1].map((k) => {
    const at = (l: number) => still.points[2 * l + k] ?? 0;
    return (at(11) + at(12) - at(23) - at(24)) / 2;
  });
  return share * Math.hypot(x ?? 0, y ?? 0);
};

describe('where the trunk alone is read', () => {
  it('a leg that nobody can see spoils no frame, as it does where the legs are read', () => {
    const hidden = guessed(FAR_LEG);
    expect(reasonsOf(hidden, false)).toEqual(['joints-hidden']);
    expect(reasonsOf(hidden, true)).toEqual([]);
  });

  it('one that is seen and lies otherwise is another posture, there as elsewhere', () => {
    const other = moved(frame, [25, 26, 27, 28], 60, -160);
    expect(reasonsOf(other, false)).not.toEqual([]);
    expect(reasonsOf(other, true)).toEqual(reasonsOf(other, false));
  });

  it('hips or shoulders out of sight hide the back', () => {
    expect(reasonsOf(guessed([23, 24]), true)).toEqual(['back-hidden']);
    expect(reasonsOf(guessed([11]), true)).toEqual(['back-hidden']);
  });

  it('a trunk that has gone from its place is in another posture, by what can be told without the leg', () => {
    const gone = (share: number) => moved(frame, [11, 12, 23, 24], 0, -lengths(share));
    expect(reasonsOf(guessed(FAR_LEG, gone(0.2)), true)).toEqual([]);
    expect(reasonsOf(guessed(FAR_LEG, gone(0.5)), true)).toEqual(['wrong-posture']);
  });

  it('so is one that has rolled about its own axis, and not one whose left is taken for its right', () => {
    const rolled = moved(moved(frame, [11], 0, -lengths(0.25)), [12], 0, lengths(0.25));
    expect(reasonsOf(guessed(FAR_LEG, rolled), true)).toEqual(['wrong-posture']);
    const points = frame.points.slice();
    for (const l of [11, 23]) {
      points.set(frame.points.subarray(2 * l + 2, 2 * l + 4), 2 * l);
      points.set(frame.points.subarray(2 * l, 2 * l + 2), 2 * l + 2);
    }
    expect(reasonsOf(guessed(FAR_LEG, { ...frame, points }), true)).toEqual([]);
  });

  it('nobody is nobody', () => {
    expect(reasonsOf({ ...frame, score: 0.1 }, true)).toEqual(['no-person']);
  });
});
