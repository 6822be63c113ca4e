import { describe, expect, it } from 'vitest';
import { ankleLead } from '../../../src/instrument/fit/frame-fit.ts';
import { mean } from '../../../src/instrument/geometry/statistics.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { subtract, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { bodyOf, INTERNAL_ROTATION, JOINT, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import {
  clipOf,
  EITHER_LEG,
  planOf,
  pointsOf,
  type Seen,
  stillOf,
  trueRotation,
} from '../../../lab/made/truth-landmarks.ts';
import { follow, scaledFrom } from '../../../lab/made/follow-clip.ts';

const clip = clipOf('quadruped-band-ir-clean-high');

const referencePoseOf = (seen: Seen) => findReferencePose(planOf(clip, seen), stillOf(clip, seen)).fit;

describe.each(EITHER_LEG)('the lead of the ankle’s landmark, %s leg', (side, seen) => {
  const referencePose = referencePoseOf(seen);
  const k = LEG_START[side] + INTERNAL_ROTATION;
  const ankle = side === 'left' ? JOINT.leftAnkle : JOINT.rightAnkle;
  const turnedBy = (degrees: number) => {
    const pose = referencePose.pose.slice();
    pose[k] = (pose[k] ?? 0) + degrees;
    return { pose, body: bodyOf(pose, referencePose.reference, referencePose.bones) };
  };

  it('is zero in the reference pose', () => {
    expect(Math.hypot(...ankleLead(referencePose.body, side, 0.1, referencePose.pose, referencePose.pose))).toBe(0);
  });

  it.each([-15, 5, 30])('is its share of the ankle’s movement by %i° of rotation, in the same direction', (degrees) => {
    const { pose, body } = turnedBy(degrees);
    const lead = ankleLead(body, side, 0.1, pose, referencePose.pose);
    const [on, back] = [turnedBy(degrees + 0.5), turnedBy(degrees - 0.5)];
    const perDegree = subtract(on.body.joints[ankle] as Vec3, back.body.joints[ankle] as Vec3);
    // Metres. A tenth of a millimetre is the second-order error of the difference quotient.
    lead.forEach((metres, axis) => expect(metres).toBeCloseTo(0.1 * degrees * (perDegree[axis] ?? 0), 4));
  });
});

describe.each(EITHER_LEG)('an ankle landmark that runs ahead by a tenth, %s leg', (side, seen) => {
  const plain = planOf(clip, seen);
  const landmark = side === 'left' ? 27 : 28;
  const start = pointsOf(clip, 0, seen);
  const readOf = (ankleLeadShare: number): number[] => {
    const plan = { ...plain, motion: { ...plain.motion, ankleLead: ankleLeadShare } };
    const ahead = scaledFrom(start, [landmark], 1.1);
    return follow(clip, seen, ahead, undefined, plan).frames.map(({ rotation }) => rotation);
  };
  const top = Math.max(...clip.frames.map((_, frame) => trueRotation(clip, frame)));
  const missAtTop = (read: readonly number[]) => {
    const misses = read.flatMap((value, frame) => {
      const truth = trueRotation(clip, frame);
      return truth > top - 2 ? [value - truth] : [];
    });
    return mean(misses);
  };

  it('makes the range too long unless the plan names the lead', () => {
    expect(missAtTop(readOf(0))).toBeGreaterThan(1.5);
    // Degrees: the error with true landmarks.
    expect(Math.abs(missAtTop(readOf(0.1)))).toBeLessThan(1.5);
  });
});
