import { mirrored } from '../../../src/instrument/geometry/rotation.ts';
import type { LimbPose, SubjectPose } from '../contract.ts';

export type PosePatch = {
  readonly [Part in keyof SubjectPose]?: Partial<SubjectPose[Part]>;
};

const restLimb = (): LimbPose => ({
  hipFlexion: 0,
  hipAbduction: 0,
  hipInternalRotation: 0,
  kneeFlexion: 0,
  ankleDorsiflexion: 0,
  shoulderFlexion: 0,
  shoulderAbduction: 12,
  shoulderRotation: 0,
  elbowFlexion: 15,
  wristExtension: 0,
  footKeep: 0,
  footRotation: null,
});

/** An upright standing pose with the mid-hip at the origin, changed by the patch. */
export function createPose(patch: PosePatch = {}): SubjectPose {
  return {
    base: { rx: 0, ry: 0, rz: 0, x: 0, y: 0, z: 0, ...patch.base },
    pelvis: { tilt: 0, twist: 0, obliquity: 0, ...patch.pelvis },
    lumbar: { extension: 0, side: 0, rotation: 0, ...patch.lumbar },
    neck: { flexion: 0, rotation: 0, side: 0, ...patch.neck },
    left: { ...restLimb(), ...patch.left },
    right: { ...restLimb(), ...patch.right },
  };
}

export const clonePose = (pose: SubjectPose): SubjectPose => createPose(pose);

const mirrorLimb = (limb: LimbPose): LimbPose => ({
  ...limb,
  footRotation: limb.footRotation && mirrored(limb.footRotation),
});

/** The mirror image of a pose: left and right are exchanged. */
export function mirrorPose(pose: SubjectPose): SubjectPose {
  const { base, pelvis, lumbar, neck } = pose;
  return {
    base: { ...base, x: -base.x, ry: -base.ry, rz: -base.rz },
    pelvis: { ...pelvis, twist: -pelvis.twist, obliquity: -pelvis.obliquity },
    lumbar: { ...lumbar, side: -lumbar.side, rotation: -lumbar.rotation },
    neck: { ...neck, rotation: -neck.rotation, side: -neck.side },
    left: mirrorLimb(pose.right),
    right: mirrorLimb(pose.left),
  };
}
