import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../src/instrument/geometry/skeleton.ts';
import { follow, response } from '../../../lab/made/follow-clip.ts';
import { clipOf, pointsOf, trueRotation } from '../../../lab/made/truth-landmarks.ts';

describe('a pelvis that twists under planted legs', () => {
  const clip = clipOf('supine-sleeper-twist-chase-far');
  const truth = clip.frames.map((f) => f.pelvis.twist - (clip.frames[0]?.pelvis.twist ?? 0));

  const start = pointsOf(clip, 0);
  /** Hip landmarks that stay in place. */
  const stuck = (points: Float32Array) => {
    points.set(start.subarray(46, 50), 46);
    return points;
  };

  it('is fitted as hip rotation if the hip landmarks stay in place, as those of the pose model do', () => {
    const { frames } = follow(clip, 'as filmed', stuck);
    expect(
      Math.abs(
        response(
          truth,
          frames.map((f) => f.fit.pelvis.twist),
        ),
      ),
    ).toBeLessThan(0.4);
    const cheating = frames.filter((f) => Math.abs(truth[f.frame] ?? 0) > 12);
    const booked = cheating.map((f) => f.rotation - trueRotation(clip, f.frame));
    expect(booked.reduce((a, b) => a + b, 0) / booked.length).toBeGreaterThan(5);
  });

  it('is not counted as hip rotation if the fit gets a measurement of the pelvis', () => {
    // 2.5° is the accuracy of the network in frames that are used.
    const { frames } = follow(clip, 'as filmed', stuck, (frame) => ({
      twist: { value: truth[frame] ?? 0, sd: 2.5 },
      obliquity: null,
    }));
    const cheating = frames.filter((f) => Math.abs(truth[f.frame] ?? 0) > 12);
    const wrong = cheating.map((f) => Math.abs(f.rotation - trueRotation(clip, f.frame)));
    // Degrees; a third of the error without the measurement.
    expect(wrong.reduce((a, b) => a + b, 0) / wrong.length).toBeLessThan(3);
  });

  it('changes nothing if the measurement’s standard deviation is larger than the prior’s', () => {
    const plain = follow(clip).frames.at(-1);
    const unsure = follow(
      clip,
      'as filmed',
      (points) => points,
      () => ({
        twist: { value: 20, sd: 1e4 },
        obliquity: { value: -20, sd: 1e4 },
      }),
    ).frames.at(-1);
    expect(unsure?.rotation).toBeCloseTo(plain?.rotation ?? NaN, 2);
  });

  it('is hardly found on hands and knees, even with true hip centres', () => {
    const list = clipOf('quadruped-band-ir-list-high');
    const { frames } = follow(list);
    const slope = response(
      list.frames.map((f) => f.pelvis.twist - (list.frames[0]?.pelvis.twist ?? 0)),
      frames.map((f) => f.fit.pelvis.twist),
    );
    expect(slope).toBeLessThan(0.4);
  });
});

describe('a pelvis that leaves the floor', () => {
  const liftOf = ({ bench, frames }: ReturnType<typeof follow>) =>
    frames.map((f) => (f.fit.pose[ROOT + 1] ?? NaN) - (bench.referencePose.pose[ROOT + 1] ?? NaN));

  it('is found to within 1.5 cm', () => {
    const clip = clipOf('supine-sleeper-lift-far');
    // The prior towards no lift reduces the clip's 5.5 cm by a fifth.
    liftOf(follow(clip)).forEach((lift, i) =>
      expect(Math.abs(lift - (clip.frames[i]?.pelvis.lift ?? NaN))).toBeLessThan(0.015),
    );
  });

  it.each(['supine-sleeper-clean-far', 'supine-sleeper-twist-chase-far'] as const)(
    'is not found in %s, where the pelvis stays on the floor: less than 0.5 cm',
    (name) => {
      for (const lift of liftOf(follow(clipOf(name)))) expect(Math.abs(lift)).toBeLessThan(0.005);
    },
  );
});
