import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/measurement-plan-for.ts';
import { hipLag } from '../../../src/instrument/fit/hip-lag.ts';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import { mean } from '../../../src/instrument/geometry/mean.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { add, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { JOINT } from '../../../src/instrument/geometry/skeleton.ts';
import { DRILLS, drillById } from '../../../src/drills/index.ts';
import { follow } from '../follow-clip.ts';
import { clipOf, EITHER_LEG, pointsOf, stillOf, trueRotation } from '../truth-landmarks.ts';

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

  it('is its share of what the hip has risen or sunk, the other way', () => {
    expect(hipLag(moved([0, 0.04, 0]), body, JOINT.leftHip, 0.5)[1]).toBeCloseTo(-0.02, 9);
    expect(hipLag(moved([0, -0.02, 0]), body, JOINT.leftHip, 0.5)[1]).toBeCloseTo(0.01, 9);
  });

  it('is nothing sideways, and nothing in the neutral', () => {
    expect(Math.hypot(...hipLag(moved([0.03, 0, 0.02]), body, JOINT.leftHip, 0.5))).toBeCloseTo(0, 9);
    expect(Math.hypot(...hipLag(body, body, JOINT.leftHip, 0.5))).toBe(0);
  });

  it('is the same in the three stretches of the seat, whose legs lie while the pelvis rolls, and told of no other drill', () => {
    const told = DRILLS.filter(({ measure }) => (measure.motion.hipLag ?? 0) !== 0);
    expect(told.map(({ id }) => id).sort()).toEqual([
      'ninety-ninety-contract-relax',
      'ninety-ninety-pails-rails',
      'ninety-ninety-stretch',
    ]);
    expect(new Set(told.map(({ measure }) => measure.motion.hipLag)).size).toBe(1);
  });
});

describe.each(EITHER_LEG)('a %s hip whose landmark stays behind', (side, seen) => {
  const own = measurementPlanFor(drill, side, clip.subject.heightMetres);
  const told = own.motion.hipLag ?? 0;
  const height = 2 * JOINT_LANDMARKS[side].hip + 1;
  const start = pointsOf(clip, 0, seen);
  const top = Math.max(...clip.frames.map((_, frame) => trueRotation(clip, frame)));
  /** Where it is turned furthest, against the truth; degrees. */
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

  it('makes the range too short where nobody knows, and as long as a true one where the drill says so', () => {
    const perfect = missAtTop(0, 0);
    expect(told).toBeGreaterThan(0);
    expect(missAtTop(told, 0)).toBeLessThan(perfect - 1);
    // Degrees: the lag of the picture's points is not quite the lag of the room's.
    expect(Math.abs(missAtTop(told, told) - perfect)).toBeLessThan(1);
  });
});
