import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { Measuring } from '../../../src/instrument/fit/set-measurement.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import { startedPerson } from '../../../lab/made/left-positions.ts';
import { plain } from '../../../lab/made/paint.ts';
import { clipOf, landmarksOf, moved, planOf, stillOf } from '../../../lab/made/truth-landmarks.ts';

const clip = clipOf('quadruped-band-ir-clean-high');
const plan = planOf(clip);
const still = stillOf(clip);
const finding = findReferencePose(plan, still);
const frame = landmarksOf(clip, 90);
const dark = plain(1, 1, 0);

const reasonsOf = (landmarks: Landmarks, trunkOnly: boolean) => {
  const drillPlan = trunkOnly ? { ...plan, trunkOnly: true as const } : plan;
  const measuring = new Measuring(drillPlan, { finding, still, pictures: [], at: 10, knees: null }, () => 0);
  const check = checkPerson(landmarks, clip.width, clip.height);
  return measuring.step(dark, landmarks, check, 10.1).body.reasons;
};

const guessed = (joints: readonly number[], from = frame): Landmarks => ({
  ...from,
  visibility: from.visibility.map((seen, l) => (joints.includes(l) ? 0.05 : seen)),
});
const FAR_LEG = [26, 28];

/** Pixels for a share of the trunk's length. */
const lengths = (share: number): number => {
  const [x, y] = [0, 1].map((k) => {
    const at = (l: number) => still.points[2 * l + k] ?? 0;
    return (at(11) + at(12) - at(23) - at(24)) / 2;
  });
  return share * Math.hypot(x ?? 0, y ?? 0);
};

describe('a drill that reads the trunk alone', () => {
  it('accepts a frame with a hidden leg, which other drills refuse', () => {
    const hidden = guessed(FAR_LEG);
    expect(reasonsOf(hidden, false)).toEqual(['joints-hidden']);
    expect(reasonsOf(hidden, true)).toEqual([]);
  });

  it('refuses a visible leg in another posture as other drills do', () => {
    const other = moved(frame, [25, 26, 27, 28], 60, -160);
    expect(reasonsOf(other, false)).not.toEqual([]);
    expect(reasonsOf(other, true)).toEqual(reasonsOf(other, false));
  });

  it('reports a hidden back if hips or shoulders are hidden', () => {
    expect(reasonsOf(guessed([23, 24]), true)).toEqual(['back-hidden']);
    expect(reasonsOf(guessed([11]), true)).toEqual(['back-hidden']);
  });

  it('refuses a trunk that has left its place, with a leg hidden', () => {
    const gone = (share: number) => moved(frame, [11, 12, 23, 24], 0, -lengths(share));
    expect(reasonsOf(guessed(FAR_LEG, gone(0.2)), true)).toEqual([]);
    expect(reasonsOf(guessed(FAR_LEG, gone(0.5)), true)).toEqual(['posture-left', 'wrong-posture']);
  });

  it('refuses a trunk that has rolled about its long axis', () => {
    const rolled = moved(moved(frame, [11], 0, -lengths(0.25)), [12], 0, lengths(0.25));
    expect(reasonsOf(guessed(FAR_LEG, rolled), true)).toEqual(['wrong-posture']);
  });

  it.each(['quadruped-band-ir-side-clean-4', 'supine-sleeper-side-clean-6'])(
    'accepts swapped left and right of shoulders and hips in the side check %s',
    (name) => {
      const { plan: sidePlan, finding: held, still: stillAtSide, frames } = startedPerson(name);
      const seen = frames[40] ?? new Float32Array(66);
      const points = seen.slice();
      for (const l of [11, 23]) {
        points.set(seen.subarray(2 * l + 2, 2 * l + 4), 2 * l);
        points.set(seen.subarray(2 * l, 2 * l + 2), 2 * l + 2);
      }
      const start = { finding: held, still: stillAtSide, pictures: [], at: 10, knees: null };
      const swapped = guessed(FAR_LEG, { ...frame, points });
      const check = checkPerson(swapped, stillAtSide.width, stillAtSide.height);
      expect(new Measuring(sidePlan, start, () => 0).step(dark, swapped, check, 10.1).body.reasons).toEqual([]);
    },
  );

  it('reports no person if there is none', () => {
    expect(reasonsOf({ ...frame, score: 0.1 }, true)).toEqual(['no-person']);
  });
});
