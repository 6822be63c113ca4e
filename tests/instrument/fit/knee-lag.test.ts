import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/measurement-plan-for.ts';
import { kneeLag } from '../../../src/instrument/fit/knee-lag.ts';
import { mean } from '../../../src/instrument/geometry/mean.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { subtract, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { bodyOf, INTERNAL_ROTATION, JOINT, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { drillById } from '../../../src/drills/index.ts';
import { follow, goneFrom } from '../follow-clip.ts';
import { clipOf, KNEES_NAME, pointsOf, stillOf, trueRotation } from '../truth-landmarks.ts';

const clip = clipOf(KNEES_NAME);
const drill = drillById('knee-to-knee-wall');
if (!drill) throw new Error('no such drill');
const plan = measurementPlanFor(drill, 'both', clip.subject.heightMetres);
const still = stillOf(clip);
const LEFT = LEG_START.left + INTERNAL_ROTATION;
const RIGHT = LEG_START.right + INTERNAL_ROTATION;

describe('the lag of the knee’s landmark', () => {
  const referencePose = findReferencePose(plan, still).fit;
  const pose = referencePose.pose.slice();
  pose[LEFT] = (pose[LEFT] ?? 0) + 20;

  it('is nothing in the neutral', () => {
    expect(Math.hypot(...kneeLag(referencePose.body, referencePose.body, JOINT.leftKnee, 0.1))).toBe(0);
  });

  it('is its share of the knee’s way, backwards', () => {
    pose[LEG_START.left] = (pose[LEG_START.left] ?? 0) + 10;
    const bent = bodyOf(pose, referencePose.reference, referencePose.bones);
    const way = subtract(bent.joints[JOINT.leftKnee] as Vec3, referencePose.body.joints[JOINT.leftKnee] as Vec3);
    expect(Math.hypot(...way)).toBeGreaterThan(0.02);
    const lag = kneeLag(bent, referencePose.body, JOINT.leftKnee, 0.1);
    lag.forEach((metres, axis) => expect(metres).toBeCloseTo(-0.1 * (way[axis] ?? 0), 9));
  });
});

describe('knees whose landmarks stay behind', () => {
  const told = plan.motion.kneeLag ?? 0;
  const start = pointsOf(clip, 0);
  const top = Math.max(...clip.frames.map((_, frame) => trueRotation(clip, frame)));
  /** The mean of both legs where they are turned furthest, against the truth; degrees. */
  const missAtTop = (behind: number, known: number): number => {
    const lagging = { ...plan, motion: { ...plan.motion, kneeLag: known } };
    const late = goneFrom(start, [25, 26], 1 - behind);
    const { bench, frames } = follow(clip, 'as filmed', late, undefined, lagging);
    const misses = frames.flatMap(({ frame, fit }) => {
      const turned = (k: number) => (fit.pose[k] ?? NaN) - (bench.referencePose.pose[k] ?? NaN);
      const truth = trueRotation(clip, frame);
      return truth > top - 2 ? [(turned(LEFT) + turned(RIGHT)) / 2 - truth] : [];
    });
    return mean(misses);
  };

  it('make the range too short where nobody knows, and as long as true ones where the drill says so', () => {
    const perfect = missAtTop(0, 0);
    expect(told).toBeGreaterThan(0);
    expect(missAtTop(told, 0)).toBeLessThan(perfect - 1);
    // Degrees: the lag of the picture's points is not quite the lag of the room's.
    expect(Math.abs(missAtTop(told, told) - perfect)).toBeLessThan(0.5);
  });
});
