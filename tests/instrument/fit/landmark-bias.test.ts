import { describe, expect, it } from 'vitest';
import { ankleLead, hipLag, kneeLag, landmarkBias } from '../../../src/instrument/fit/frame-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { bodyOf, INTERNAL_ROTATION, JOINT, JOINT_COUNT, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { clipOf, EITHER_LEG, planOf, stillOf } from '../../../lab/made/truth-landmarks.ts';

const clip = clipOf('quadruped-band-ir-clean-high');

describe.each(EITHER_LEG)('the landmark bias, %s leg', (side, seen) => {
  const { motion } = planOf(clip, seen);
  const referencePose = findReferencePose(planOf(clip, seen), stillOf(clip, seen)).fit;
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
    const outwards = referencePose.pose.slice();
    const k = LEG_START[side] + INTERNAL_ROTATION;
    outwards[k] = (outwards[k] ?? 0) - 20;
    const swung = bodyOf(outwards, referencePose.reference, referencePose.bones);
    const ankle = side === 'left' ? JOINT.leftAnkle : JOINT.rightAnkle;
    const strayOf = landmarkBias({ ...motion, ankleLagOutwards: 0.08 }, side, referencePose);
    expect(strayOf(ankle, swung, outwards)).toEqual(ankleLead(swung, side, -0.08, outwards, referencePose.pose));
    expect(strayOf(ankle, body, pose)).toBeNull();
  });

  it('is null where the plan names none', () => {
    expect(joints(stray({}))).toEqual([]);
  });

  it('is that of the working ankle, the working hip or both knees, each by its own rule', () => {
    const [ankle, hip] = side === 'left' ? [JOINT.leftAnkle, JOINT.leftHip] : [JOINT.rightAnkle, JOINT.rightHip];
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
});
