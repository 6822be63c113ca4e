import { describe, expect, it, vi } from 'vitest';
import { landmarkWeights } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { pinholeCamera } from '../../../src/instrument/geometry/pinhole-camera.ts';
import { multiply, rotationY } from '../../../src/instrument/geometry/rotation.ts';
import { bodyOf, boneLengths, FITTED_LANDMARKS } from '../../../src/instrument/geometry/skeleton.ts';
import { startPose } from '../../../src/instrument/reference-pose/start-pose.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { turnBetween } from '../../../src/instrument/geometry/units.ts';
import { planFor } from '../truth-landmarks.ts';

// The real search runs here; a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const HEIGHT = 1.7;
const USUAL_LENS = 0.77;
const drills = WATCHED_DRILLS.map(({ id }) => id);
const round = Array.from({ length: 12 }, (_, i) => 30 * i);

/** The drill's start exactly as the plan has it, seen by a lens anywhere on the circle about the person. */
function seenFrom(drill: string, azimuth: number, focal = USUAL_LENS) {
  const plan = planFor(drill, HEIGHT);
  const start = startPose(plan);
  const turn = rotationY(-azimuth);
  const reference = { pelvis: multiply(turn, start.pelvis), thorax: multiply(turn, start.thorax) };
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

/** Somebody who stands straight looks much the same from the left and from the right: where the lens is must be believed. */
function standsStraight(drill: string): boolean {
  const { pelvis, working, other } = planFor(drill).posture;
  return pelvis.pitch === 0 && Math.max(working.flexion, other.flexion) < 10;
}

describe.each(drills)('the start of %s', (drill) => {
  const straight = standsStraight(drill);

  it('is found from every side, with the place of the lens, also far from the recommended one', () => {
    for (const azimuth of round) {
      const { fit, posture, plan } = seenFrom(drill, azimuth);
      expect(posture).toBe('ok');
      // Nothing but rounding stands between this picture and the plan; half a degree is where the iteration stops.
      if (!straight) expect(turnBetween(fit.azimuth, azimuth)).toBeLessThan(0.5);
      expect(fit.distance / plan.view.distance).toBeCloseTo(1, 1);
      expect(fit.cost).toBeLessThan(straight ? 5 : 0.5);
    }
  });

  it('is found through a wider and a narrower lens, and the lens is told from it', () => {
    for (const azimuth of [0, 90, 150, 255]) {
      const wide = seenFrom(drill, azimuth, 0.65).fit;
      const narrow = seenFrom(drill, azimuth, 0.92).fit;
      if (straight) continue;
      for (const fit of [wide, narrow]) expect(turnBetween(fit.azimuth, azimuth)).toBeLessThan(3);
      expect(wide.lens.focal).toBeLessThan(0.75);
      expect(narrow.lens.focal).toBeGreaterThan(0.79);
    }
  });
});

describe('the weight of a landmark', () => {
  it('is its visibility, between a least share and all', () => {
    const visibility = new Float32Array(33).fill(0.6);
    visibility.set([0, 2, 0.95], 11);
    const weights = landmarkWeights(visibility);
    expect(weights).toHaveLength(8);
    expect(weights.slice(0, 2)).toEqual([0.15, 1]);
    expect(weights[7]).toBeCloseTo(0.6, 6);
  });
});
