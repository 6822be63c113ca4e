import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { kneeLag } from '../../../src/instrument/fit/frame-fit.ts';
import { mean } from '../../../src/instrument/geometry/statistics.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { subtract, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { bodyOf, INTERNAL_ROTATION, JOINT, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { drillById } from '../../../src/drills/index.ts';
import { follow, scaledFrom } from '../../../lab/made/follow-clip.ts';
import { clipOf, KNEES_NAME, pointsOf, stillOf, trueRotation } from '../../../lab/made/truth-landmarks.ts';

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

  it('is zero in the reference pose', () => {
    expect(Math.hypot(...kneeLag(referencePose.body, referencePose.body, JOINT.leftKnee, 0.1))).toBe(0);
  });

  it('is its share of the knee’s movement, in the opposite direction', () => {
    pose[LEG_START.left] = (pose[LEG_START.left] ?? 0) + 10;
    const bent = bodyOf(pose, referencePose.reference, referencePose.bones);
    const way = subtract(bent.joints[JOINT.leftKnee] as Vec3, referencePose.body.joints[JOINT.leftKnee] as Vec3);
    expect(Math.hypot(...way)).toBeGreaterThan(0.02);
    const lag = kneeLag(bent, referencePose.body, JOINT.leftKnee, 0.1);
    lag.forEach((metres, axis) => expect(metres).toBeCloseTo(-0.1 * (way[axis] ?? 0), 9));
  });
});

describe('knee landmarks that stay behind', () => {
  const planLag = plan.motion.kneeLag ?? 0;
  const start = pointsOf(clip, 0);
  const top = Math.max(...clip.frames.map((_, frame) => trueRotation(clip, frame)));
  /** Mean error of both legs at the largest rotation, degrees. */
  const missAtTop = (behind: number, known: number): number => {
    const lagging = { ...plan, motion: { ...plan.motion, kneeLag: known } };
    const late = scaledFrom(start, [25, 26], 1 - behind);
    const { bench, frames } = follow(clip, 'as filmed', late, undefined, lagging);
    const misses = frames.flatMap(({ frame, fit }) => {
      const turned = (k: number) => (fit.pose[k] ?? NaN) - (bench.referencePose.pose[k] ?? NaN);
      const truth = trueRotation(clip, frame);
      return truth > top - 2 ? [(turned(LEFT) + turned(RIGHT)) / 2 - truth] : [];
    });
    return mean(misses);
  };

  it('make the range too short unless the plan names the lag', () => {
    const perfect = missAtTop(0, 0);
    expect(planLag).toBeGreaterThan(0);
    expect(missAtTop(planLag, 0)).toBeLessThan(perfect - 1);
    // Degrees: a lag in the picture is not quite a lag in the room.
    expect(Math.abs(missAtTop(planLag, planLag) - perfect)).toBeLessThan(0.5);
  });
});
