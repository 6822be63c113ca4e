import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../src/body/landmarks.ts';
import { startMeasuring } from '../../src/body/measuring.ts';
import { findNeutral } from '../../src/body/neutral-search.ts';
import { checkPerson } from '../../src/body/person-check.ts';
import { plain } from './paint.ts';
import { clipOf, landmarksOf, moved, planOf, stillOf } from './truth-landmarks.ts';

const clip = clipOf('quadruped-band-ir-clean-high');
const plan = planOf(clip);
const still = stillOf(clip);
const finding = findNeutral(plan, still);
const frame = landmarksOf(clip, 90);
const dark = plain(1, 1, 0);

const reasonsOf = (landmarks: Landmarks, trunkAlone: boolean) => {
  const asked = trunkAlone ? { ...plan, trunkAlone } : plan;
  const measuring = startMeasuring(asked, { finding, still, pictures: [], at: 10 }, () => 0);
  const check = checkPerson(landmarks, clip.width, clip.height);
  return measuring.step(dark, landmarks, check, 10.1).body.reasons;
};

const guessed = (joints: readonly number[]): Landmarks => ({
  ...frame,
  visibility: frame.visibility.map((seen, l) => (joints.includes(l) ? 0.05 : seen)),
});

describe('where the trunk alone is read', () => {
  it('a leg that nobody can see spoils no frame, as it does where the legs are read', () => {
    const hidden = guessed([26, 28]);
    expect(reasonsOf(hidden, false)).toEqual(['joints-hidden']);
    expect(reasonsOf(hidden, true)).toEqual([]);
  });

  it('nor does one that is seen where it cannot be', () => {
    const wild = moved(frame, [25, 26, 27, 28], 60, -160);
    expect(reasonsOf(wild, false)).not.toEqual([]);
    expect(reasonsOf(wild, true)).toEqual([]);
  });

  it('hips or shoulders out of sight do', () => {
    expect(reasonsOf(guessed([23, 24]), true)).toEqual(['joints-hidden']);
    expect(reasonsOf(guessed([11]), true)).toEqual(['joints-hidden']);
  });

  it('a trunk that has gone from its place is in another posture', () => {
    const trunk = [11, 12, 23, 24];
    const lengths = (share: number) => {
      const [x, y] = [0, 1].map((k) => {
        const at = (l: number) => still.points[2 * l + k] ?? 0;
        return (at(11) + at(12) - at(23) - at(24)) / 2;
      });
      return share * Math.hypot(x ?? 0, y ?? 0);
    };
    expect(reasonsOf(moved(frame, trunk, 0, -lengths(0.2)), true)).toEqual([]);
    expect(reasonsOf(moved(frame, trunk, 0, -lengths(0.5)), true)).toEqual(['poor-fit']);
  });

  it('nobody is nobody', () => {
    expect(reasonsOf({ ...frame, score: 0.1 }, true)).toEqual(['no-person']);
  });
});
