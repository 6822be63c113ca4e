import { describe, expect, it } from 'vitest';
import { landmarkWeights, startPose } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { pinholeCamera } from '../../../src/instrument/geometry/pinhole-camera.ts';
import { multiply, rotationY } from '../../../src/instrument/geometry/rotation.ts';
import { bodyOf, boneLengths, FITTED_LANDMARKS } from '../../../src/instrument/geometry/skeleton.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { angleDifference } from '../../../src/instrument/geometry/units.ts';
import { planFor } from '../../../lab/made/truth-landmarks.ts';

const HEIGHT = 1.7;
const USUAL_LENS = 0.77;
const drills = WATCHED_DRILLS.map(({ id }) => id);
const azimuths = Array.from({ length: 12 }, (_, i) => 30 * i);

/** The fit of the drill's exact start posture, projected by a lens at this azimuth. */
function seenFrom(drill: string, azimuth: number, focal = USUAL_LENS) {
  const plan = planFor(drill, HEIGHT);
  const start = startPose(plan);
  const heading = rotationY(-azimuth);
  const reference = { pelvis: multiply(heading, start.pelvis), thorax: multiply(heading, start.thorax) };
  const bones = boneLengths(HEIGHT);
  const lowest = Math.min(
    ...bodyOf(start.pose, reference, bones)
      .joints.slice(4)
      .map((joint) => joint[1]),
  );
  const { of, metres } = plan.posture.height;
  const hips = of === 'mid-hip' ? metres : metres - lowest;
  const { lensHeight, distance } = plan.view;
  const pose = Float64Array.from(start.pose);
  pose.set([0, hips, -Math.sqrt(distance ** 2 - (lensHeight - hips) ** 2)], 0);
  const pitch = (-Math.asin((lensHeight - hips) / distance) * 180) / Math.PI;
  const camera = pinholeCamera({ height: lensHeight, pitch, roll: 0, focal }, 960, 540);
  const points = new Float32Array(66);
  bodyOf(pose, reference, bones).joints.forEach((joint, j) => {
    const [x, y] = camera.project(joint);
    points.set([x, y], 2 * (FITTED_LANDMARKS[j] ?? 0));
  });
  const still = { points, visibility: new Float32Array(33).fill(0.95), width: 960, height: 540 };
  return { plan, ...findReferencePose(plan, still) };
}

/** A person standing straight looks much the same from left and right, so the azimuth cannot be checked. */
function standsStraight(drill: string): boolean {
  const { pelvis, working, other } = planFor(drill).posture;
  return pelvis.pitch === 0 && Math.max(working.flexion, other.flexion) < 10;
}

describe.each(drills)('the start of %s', (drill) => {
  const straight = standsStraight(drill);

  it('is found from every azimuth, together with the place of the lens', () => {
    for (const azimuth of azimuths) {
      const { fit, posture, plan } = seenFrom(drill, azimuth);
      expect(posture).toBe('ok');
      // The picture is exact, so the error is that of the stopped iteration: below half a degree.
      if (!straight) expect(angleDifference(fit.azimuth, azimuth)).toBeLessThan(0.5);
      expect(fit.distance / plan.view.distance).toBeCloseTo(1, 1);
      expect(fit.cost).toBeLessThan(straight ? 5 : 0.5);
    }
  });

  it('is found through a wider and a narrower lens, and the focal length with it', () => {
    for (const azimuth of [0, 90, 150, 255]) {
      const wide = seenFrom(drill, azimuth, 0.65).fit;
      const narrow = seenFrom(drill, azimuth, 0.92).fit;
      if (straight) continue;
      for (const fit of [wide, narrow]) expect(angleDifference(fit.azimuth, azimuth)).toBeLessThan(3);
      expect(wide.lens.focal).toBeLessThan(0.75);
      expect(narrow.lens.focal).toBeGreaterThan(0.79);
    }
  });
});

describe('the weight of a landmark', () => {
  it('is its visibility, limited to 0.15…1', () => {
    const visibility = new Float32Array(33).fill(0.6);
    visibility.set([0, 2, 0.95], 11);
    const weights = landmarkWeights(visibility);
    expect(weights).toHaveLength(8);
    expect(weights.slice(0, 2)).toEqual([0.15, 1]);
    expect(weights[7]).toBeCloseTo(0.6, 6);
  });
});
