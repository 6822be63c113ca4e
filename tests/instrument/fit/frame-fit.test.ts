import { describe, expect, it } from 'vitest';
import { FrameFitter, landmarkPoint } from '../../../src/instrument/fit/frame-fit.ts';
import { FITTED_LANDMARKS, INTERNAL_ROTATION, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { benchFor, follow, meanError } from '../../../lab/made/follow-clip.ts';
import {
  CLIP_NAMES,
  type ClipName,
  clipOf,
  landmarksOf,
  moved,
  planOf,
  stillOf,
} from '../../../lab/made/truth-landmarks.ts';

/**
 * Largest mean absolute error of the rotation after the reference pose, degrees, with true landmarks; measured, plus
 * about half. It is not zero: bones have average lengths, a true landmark is a joint centre and not a point on a rigid
 * body, and the prior pulls towards the reference pose. In the compensated clips some pelvis motion looks like hip
 * rotation. In 90/90 from the front, rotation of the trailing leg hardly moves a joint in the picture, so the prior
 * decides.
 */
const TOLERANCE: Readonly<Record<ClipName, number>> = {
  'supine-sleeper-clean-far': 1.5,
  'supine-sleeper-twist-chase-far': 2,
  'supine-sleeper-lift-far': 1.8,
  'quadruped-band-ir-clean-high': 1.2,
  'quadruped-band-ir-list-high': 1.6,
  // Without the pelvis network half of the roll is left to the prior.
  'ninety-ninety-pails-rails-lean-front': 6.5,
  'supine-sleeper-clean': 3,
};

describe.each(CLIP_NAMES)('the fit to true landmarks of %s', (name) => {
  const clip = clipOf(name);
  const { frames } = follow(clip);

  it('follows the internal rotation within the tolerance of its view', () => {
    expect(meanError(clip, frames)).toBeLessThan(TOLERANCE[name]);
  });

  it('reads a mirrored person the same on the other side', () => {
    const mirror = follow(clip, 'in a mirror').frames;
    for (const { frame, rotation } of mirror)
      expect(Math.abs(rotation - (frames[frame]?.rotation ?? NaN))).toBeLessThan(0.3);
  });

  it('explains the picture without swapping the legs', () => {
    for (const { fit } of frames) {
      expect(fit.normalisedResidualRms).toBeLessThan(0.9);
      expect(fit.swapped).toBe(false);
    }
  });

  it('swaps exchanged legs back and reads the same', () => {
    const { fitter, rotation } = benchFor(clip);
    for (const { frame, last, rotation: straight } of frames.filter((f) => f.frame % 15 === 0)) {
      const seen = landmarksOf(clip, frame);
      const crossed = seen.points.slice();
      for (const l of [25, 27, 29, 31]) {
        crossed.set(seen.points.subarray(2 * l + 2, 2 * l + 4), 2 * l);
        crossed.set(seen.points.subarray(2 * l, 2 * l + 2), 2 * l + 2);
      }
      const fit = fitter.fit({ ...seen, points: crossed }, last, 1 / clip.fps);
      expect(fit.swapped).toBe(true);
      expect(rotation(fit.pose)).toBeCloseTo(straight, 1);
    }
  });
});

describe('one wrong landmark', () => {
  const JUMP = 60;
  /**
   * The landmark that shows the rotation: the dropping knee over a planted foot, or the swinging foot of a planted
   * knee.
   */
  const POINTER: Partial<Record<ClipName, number>> = {
    'supine-sleeper-clean-far': 25,
    'quadruped-band-ir-clean-high': 27,
  };

  it.each(Object.entries(POINTER))(
    'moves the rotation by less than 3°, unless it is the one that shows the rotation (%s)',
    (name, pointer) => {
      const clip = clipOf(name as ClipName);
      const { bench, frames } = follow(clip);
      // The sleeper’s resting knee moves the pelvis a little: 6°.
      for (const { frame, last, rotation } of frames.filter((f) => f.frame % 40 === 20))
        for (const l of FITTED_LANDMARKS.filter((k) => k !== pointer))
          for (const [dx, dy] of [
            [JUMP, 0],
            [-JUMP, 0],
            [0, JUMP],
            [0, -JUMP],
          ] as const) {
            const wild = moved(landmarksOf(clip, frame), [l], dx, dy);
            const off = bench.rotation(bench.fitter.fit(wild, last, 1 / clip.fps).pose) - rotation;
            expect(Math.abs(off), `landmark ${l} by ${dx}, ${dy} in frame ${frame}`).toBeLessThan(l === 26 ? 6 : 3);
          }
    },
  );

  it.each(Object.entries(POINTER))(
    'has no effect three frames later, even if it is the one that shows the rotation (%s)',
    (name, pointer) => {
      const clip = clipOf(name as ClipName);
      const AT = 60;
      const undisturbed = follow(clip).frames;
      const spoiled = follow(clip, 'as filmed', (points, frame) => {
        if (frame !== AT) return points;
        points[2 * pointer] = (points[2 * pointer] ?? 0) - JUMP;
        return points;
      }).frames;
      const gap = (frame: number) =>
        Math.abs((spoiled[frame]?.rotation ?? NaN) - (undisturbed[frame]?.rotation ?? NaN));
      expect(gap(AT)).toBeGreaterThan(3);
      expect(gap(AT + 3)).toBeLessThan(1);
    },
  );
});

describe('the fit of a frame', () => {
  const clip = clipOf('supine-sleeper-clean-far');

  it('gives the reference pose for the picture of the reference pose', () => {
    const { referencePose, fitter } = benchFor(clip);
    const fit = fitter.fit(stillOf(clip), referencePose.pose, 1 / 12);
    fit.pose.forEach((v, k) => expect(v).toBeCloseTo(referencePose.pose[k] ?? NaN, 2));
    expect(fit.normalisedResidualRms).toBeLessThan(0.05);
    for (let j = 0; j < 8; j++) {
      const [x, y] = referencePose.camera.project(landmarkPoint(fit.body, referencePose.offsets, j));
      const l = 2 * (FITTED_LANDMARKS[j] ?? 0);
      expect(Math.hypot(x - (stillOf(clip).points[l] ?? 0), y - (stillOf(clip).points[l + 1] ?? 0))).toBeLessThan(1);
    }
  });

  it('gives a larger standard deviation to a leg of low visibility', () => {
    const { referencePose, fitter, rotation } = benchFor(clip);
    const seen = landmarksOf(clip, 60);
    const dim = {
      points: seen.points,
      visibility: seen.visibility.map((v, l) => (l === 25 || l === 27 ? 0.1 : v)),
    };
    const k = LEG_START.left + INTERNAL_ROTATION;
    const [clear, faint] = [seen, dim].map((s) => fitter.fit(s, referencePose.pose, 1));
    expect(faint?.sd[k] ?? 0).toBeGreaterThan(1.5 * (clear?.sd[k] ?? NaN));
    expect(Number.isFinite(rotation(faint?.pose ?? referencePose.pose))).toBe(true);
  });

  it('follows a hip landmark less if the plan gives it a larger standard deviation', () => {
    const plan = planOf(clip);
    const { referencePose } = benchFor(clip);
    const risen = moved(landmarksOf(clip, 0), [23, 24], 0, -12);
    const { motion } = plan;
    const rootAt = (hipLandmarkSd: number) =>
      new FrameFitter({ ...plan, motion: { ...motion, hipLandmarkSd } }, referencePose, clip.width).fit(
        risen,
        referencePose.pose,
        1,
      );
    const [usual, same, loose] = [
      new FrameFitter(plan, referencePose, clip.width).fit(risen, referencePose.pose, 1),
      rootAt(motion.landmarkSd),
      rootAt(4 * motion.landmarkSd),
    ].map(({ pose }) => (pose[1] ?? NaN) - (referencePose.pose[1] ?? NaN));
    expect(same).toBe(usual);
    expect(usual).toBeGreaterThan(0);
    expect(loose).toBeLessThan(0.7 * (usual ?? NaN));
  });

  it('has large residuals in another posture', () => {
    const other = clipOf('quadruped-band-ir-clean-high');
    const { referencePose, fitter } = benchFor(clip);
    const at = (landmarks: ReturnType<typeof landmarksOf>) => fitter.fit(landmarks, referencePose.pose, 1 / 12);
    const strained = at(landmarksOf(other, 0));
    expect(strained.normalisedResidualRms).toBeGreaterThan(1.9);
    // Every standard deviation grows at least with the residuals.
    const easy = at(landmarksOf(clip, 0));
    const k = LEG_START.right + INTERNAL_ROTATION;
    expect(strained.sd[k] ?? NaN).toBeGreaterThan(strained.normalisedResidualRms * 0.8 * (easy.sd[k] ?? NaN));
  });
});
