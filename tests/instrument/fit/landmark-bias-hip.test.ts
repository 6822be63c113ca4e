import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { hipLag } from '../../../src/instrument/fit/frame-fit.ts';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import { mean } from '../../../src/instrument/geometry/statistics.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { add, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { JOINT } from '../../../src/instrument/geometry/skeleton.ts';
import { DRILLS, drillById } from '../../../src/drills/index.ts';
import { follow } from '../../../lab/made/follow-clip.ts';
import { clipOf, EITHER_LEG, pointsOf, stillOf, trueRotation } from '../../../lab/made/truth-landmarks.ts';

const clip = clipOf('ninety-ninety-pails-rails-lean-front');
const drill = drillById('ninety-ninety-pails-rails');
if (!drill) throw new Error('no such drill');
const plan = measurementPlanFor(drill, 'left', clip.subject.heightMetres);

describe('the lag of the hip’s landmark', () => {
  const { body } = findReferencePose(plan, stillOf(clip)).fit;
  const moved = (by: Vec3) => ({
    ...body,
    joints: body.joints.map((joint, j) => (j === JOINT.leftHip ? add(joint, by) : joint)),
  });

  it('is its share of the hip’s rise or fall, in the opposite direction', () => {
    expect(hipLag(moved([0, 0.04, 0]), body, JOINT.leftHip, 0.5)[1]).toBeCloseTo(-0.02, 9);
    expect(hipLag(moved([0, -0.02, 0]), body, JOINT.leftHip, 0.5)[1]).toBeCloseTo(0.01, 9);
  });

  it('is zero sideways and in the reference pose', () => {
    expect(Math.hypot(...hipLag(moved([0.03, 0, 0.02]), body, JOINT.leftHip, 0.5))).toBeCloseTo(0, 9);
    expect(Math.hypot(...hipLag(body, body, JOINT.leftHip, 0.5))).toBe(0);
  });

  it('is named by the three stretches in the 90/90 seat with the same value, and by no other drill', () => {
    const withLag = DRILLS.filter(({ measure }) => (measure.motion.hipLag ?? 0) !== 0);
    expect(withLag.map(({ id }) => id).sort()).toEqual([
      'ninety-ninety-contract-relax',
      'ninety-ninety-pails-rails',
      'ninety-ninety-stretch',
    ]);
    expect(new Set(withLag.map(({ measure }) => measure.motion.hipLag)).size).toBe(1);
  });
});

describe.each(EITHER_LEG)('a %s hip landmark that stays behind', (side, seen) => {
  const own = measurementPlanFor(drill, side, clip.subject.heightMetres);
  const planLag = own.motion.hipLag ?? 0;
  const height = 2 * JOINT_LANDMARKS[side].hip + 1;
  const start = pointsOf(clip, 0, seen);
  const top = Math.max(...clip.frames.map((_, frame) => trueRotation(clip, frame)));
  /** Error at the largest rotation, degrees. */
  const missAtTop = (behind: number, known: number): number => {
    const lagging = { ...own, motion: { ...own.motion, hipLag: known } };
    const late = (points: Float32Array): Float32Array =>
      points.map((p, c) => (c === height ? p - behind * (p - (start[c] ?? 0)) : p));
    const { frames } = follow(clip, seen, late, undefined, lagging);
    return mean(
      frames.flatMap(({ frame, rotation }) => {
        const truth = trueRotation(clip, frame);
        return truth > top - 2 ? [rotation - truth] : [];
      }),
    );
  };

  it('makes the range too short unless the plan names the lag', () => {
    const perfect = missAtTop(0, 0);
    expect(planLag).toBeGreaterThan(0);
    expect(missAtTop(planLag, 0)).toBeLessThan(perfect - 1);
    // Degrees: a lag in the picture is not quite a lag in the room.
    expect(Math.abs(missAtTop(planLag, planLag) - perfect)).toBeLessThan(1);
  });
});
