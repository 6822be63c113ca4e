import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { DRILLS, drillById } from '../../../src/drills/index.ts';
import { ankleLead, hipLag, kneeLag, landmarkBias } from '../../../src/instrument/fit/frame-fit.ts';
import { add, subtract, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { bodyOf, INTERNAL_ROTATION, JOINT, JOINT_COUNT, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { mean } from '../../../src/instrument/geometry/statistics.ts';
import type { WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { type Followed, follow, scaledFrom } from '../../../lab/made/follow-clip.ts';
import {
  type Clip,
  clipOf,
  EITHER_LEG,
  KNEES_NAME,
  planOf,
  pointsOf,
  stillOf,
  trueRotation,
} from '../../../lab/made/truth-landmarks.ts';

const FOURS = clipOf('quadruped-band-ir-clean-high');
const SEAT = clipOf('ninety-ninety-pails-rails-lean-front');
const KNEES = clipOf(KNEES_NAME);

const drillPlan = (id: string, side: WorkingSide, { subject }: Clip) => {
  const drill = drillById(id);
  if (!drill) throw new Error(`no drill ${id}`);
  return measurementPlanFor(drill, side, subject.heightMetres);
};

/** Mean error near the largest true rotation, degrees. */
function missAtTop(clip: Clip, frames: readonly Followed[], read = ({ rotation }: Followed) => rotation): number {
  const top = Math.max(...clip.frames.map((_, frame) => trueRotation(clip, frame)));
  return mean(
    frames.flatMap((one) => {
      const truth = trueRotation(clip, one.frame);
      return truth > top - 2 ? [read(one) - truth] : [];
    }),
  );
}

describe.each(EITHER_LEG)('the landmark bias, %s leg', (side, seen) => {
  const { motion } = planOf(FOURS, seen);
  const referencePose = findReferencePose(planOf(FOURS, seen), stillOf(FOURS, seen)).fit;
  const [ankle, hip] = side === 'left' ? [JOINT.leftAnkle, JOINT.leftHip] : [JOINT.rightAnkle, JOINT.rightHip];
  const turnedBy = (degrees: number) => {
    const pose = referencePose.pose.slice();
    const k = LEG_START[side] + INTERNAL_ROTATION;
    pose[k] = (pose[k] ?? 0) + degrees;
    return { pose, body: bodyOf(pose, referencePose.reference, referencePose.bones) };
  };
  const pose = referencePose.pose.slice();
  for (const k of [LEG_START.left, LEG_START.right]) pose[k + INTERNAL_ROTATION] = 20;
  pose[1] = (pose[1] ?? 0) + 0.05;
  const body = bodyOf(pose, referencePose.reference, referencePose.bones);
  const stray = (own: Partial<typeof motion>) => {
    const strayOf = landmarkBias({ ...motion, ...own }, side, referencePose);
    return Array.from({ length: JOINT_COUNT }, (_, joint) => strayOf(joint, body, pose));
  };
  const joints = (strays: ReturnType<typeof stray>) => strays.flatMap((way, joint) => (way ? [joint] : []));

  it('lets the ankle stay behind only while the hip turns out, where the plan says so', () => {
    const out = turnedBy(-20);
    const strayOf = landmarkBias({ ...motion, ankleLagOutwards: 0.08 }, side, referencePose);
    expect(strayOf(ankle, out.body, out.pose)).toEqual(ankleLead(out.body, side, -0.08, out.pose, referencePose.pose));
    expect(strayOf(ankle, body, pose)).toBeNull();
  });

  it('is null where the plan names none', () => {
    expect(joints(stray({}))).toEqual([]);
  });

  it('is that of the working ankle, the working hip or both knees, each by its own rule', () => {
    const ahead = stray({ ankleLead: 0.1 });
    expect(joints(ahead)).toEqual([ankle]);
    expect(ahead[ankle]).toEqual(ankleLead(body, side, 0.1, pose, referencePose.pose));
    const behind = stray({ hipLag: 0.5 });
    expect(joints(behind)).toEqual([hip]);
    expect(behind[hip]).toEqual(hipLag(body, referencePose.body, hip, 0.5));
    expect(joints(stray({ ankleLagOutwards: 0.08 }))).toEqual([]);
    const knees = stray({ kneeLag: 0.06 });
    expect(new Set(joints(knees))).toEqual(new Set([JOINT.leftKnee, JOINT.rightKnee]));
    expect(knees[JOINT.leftKnee]).toEqual(kneeLag(body, referencePose.body, JOINT.leftKnee, 0.06));
  });

  it.each([-15, 0, 5, 30])(
    'of the ankle is its share of the way by %i° of rotation, in the same direction',
    (degrees) => {
      const now = turnedBy(degrees);
      const lead = ankleLead(now.body, side, 0.1, now.pose, referencePose.pose);
      const [on, back] = [turnedBy(degrees + 0.5), turnedBy(degrees - 0.5)];
      const perDegree = subtract(on.body.joints[ankle] as Vec3, back.body.joints[ankle] as Vec3);
      // Metres. A tenth of a millimetre is the second-order error of the difference quotient.
      lead.forEach((metres, axis) => expect(metres).toBeCloseTo(0.1 * degrees * (perDegree[axis] ?? 0), 4));
    },
  );

  it('of an ankle that runs ahead by a tenth makes the range too long unless the plan names it', () => {
    const ahead = scaledFrom(pointsOf(FOURS, 0, seen), [JOINT_LANDMARKS[side].ankle], 1.1);
    const miss = (known: number): number => {
      const plan = planOf(FOURS, seen);
      const named = { ...plan, motion: { ...plan.motion, ankleLead: known } };
      return missAtTop(FOURS, follow(FOURS, seen, ahead, undefined, named).frames);
    };
    expect(miss(0)).toBeGreaterThan(1.5);
    // Degrees: the error with true landmarks.
    expect(Math.abs(miss(0.1))).toBeLessThan(1.5);
  });

  it('of a hip that stays behind makes the range too short unless the plan names it', () => {
    const plan = drillPlan('ninety-ninety-pails-rails', side, SEAT);
    const planLag = plan.motion.hipLag ?? 0;
    const height = 2 * JOINT_LANDMARKS[side].hip + 1;
    const start = pointsOf(SEAT, 0, seen);
    const miss = (lag: number, known: number): number => {
      const late = (points: Float32Array): Float32Array =>
        points.map((p, c) => (c === height ? p - lag * (p - (start[c] ?? 0)) : p));
      const named = { ...plan, motion: { ...plan.motion, hipLag: known } };
      return missAtTop(SEAT, follow(SEAT, seen, late, undefined, named).frames);
    };
    const perfect = miss(0, 0);
    expect(planLag).toBeGreaterThan(0);
    expect(miss(planLag, 0)).toBeLessThan(perfect - 1);
    // Degrees: a lag in the picture is not quite a lag in the room.
    expect(Math.abs(miss(planLag, planLag) - perfect)).toBeLessThan(1);
  });
});

describe('the lag of the hip’s landmark', () => {
  const { body } = findReferencePose(drillPlan('ninety-ninety-pails-rails', 'left', SEAT), stillOf(SEAT)).fit;
  const lagBy = (by: Vec3) => {
    const joints = body.joints.map((joint, j) => (j === JOINT.leftHip ? add(joint, by) : joint));
    return hipLag({ ...body, joints }, body, JOINT.leftHip, 0.5);
  };

  it('is its share of the hip’s rise or fall, in the opposite direction, and zero sideways', () => {
    expect(lagBy([0, 0.04, 0])[1]).toBeCloseTo(-0.02, 9);
    expect(lagBy([0, -0.02, 0])[1]).toBeCloseTo(0.01, 9);
    expect(Math.hypot(...lagBy([0.03, 0, 0.02]))).toBeCloseTo(0, 9);
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

describe('the lag of the knee’s landmark', () => {
  const plan = drillPlan('knee-to-knee-wall', 'both', KNEES);
  const [left, right] = [LEG_START.left + INTERNAL_ROTATION, LEG_START.right + INTERNAL_ROTATION];

  it('is its share of the knee’s movement, in the opposite direction', () => {
    const { pose, body, reference, bones } = findReferencePose(plan, stillOf(KNEES)).fit;
    const turned = pose.slice();
    turned[left] = (turned[left] ?? 0) + 20;
    turned[LEG_START.left] = (turned[LEG_START.left] ?? 0) + 10;
    const bent = bodyOf(turned, reference, bones);
    const way = subtract(bent.joints[JOINT.leftKnee] as Vec3, body.joints[JOINT.leftKnee] as Vec3);
    expect(Math.hypot(...way)).toBeGreaterThan(0.02);
    const lag = kneeLag(bent, body, JOINT.leftKnee, 0.1);
    lag.forEach((metres, axis) => expect(metres).toBeCloseTo(-0.1 * (way[axis] ?? 0), 9));
  });

  it('makes the range of both hips too short unless the plan names it', () => {
    const planLag = plan.motion.kneeLag ?? 0;
    const miss = (behind: number, known: number): number => {
      const late = scaledFrom(pointsOf(KNEES, 0), [25, 26], 1 - behind);
      const named = { ...plan, motion: { ...plan.motion, kneeLag: known } };
      const { bench, frames } = follow(KNEES, 'as filmed', late, undefined, named);
      const turned = ({ fit }: Followed, k: number) => (fit.pose[k] ?? NaN) - (bench.referencePose.pose[k] ?? NaN);
      return missAtTop(KNEES, frames, (one) => (turned(one, left) + turned(one, right)) / 2);
    };
    const perfect = miss(0, 0);
    expect(planLag).toBeGreaterThan(0);
    expect(miss(planLag, 0)).toBeLessThan(perfect - 1);
    // Degrees: a lag in the picture is not quite a lag in the room.
    expect(Math.abs(miss(planLag, planLag) - perfect)).toBeLessThan(0.5);
  });
});
