import { subtract } from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres } from '../../../src/instrument/geometry/units.ts';
import type { SubjectPose } from '../contract.ts';
import { jointOf } from '../kinematics/joint-landmarks.ts';
import { clonePose } from '../kinematics/pose.ts';
import { solvePose } from '../kinematics/solve-pose.ts';
import { wrapDegrees } from '../vectors.ts';
import type { Channels } from './channels.ts';
import type { DrillMovement, Scene } from './drill-movement.ts';
import { placeWorkingKnee } from './drills/supine-sleeper.ts';
import type { OwnMotion } from './liveliness.ts';
import { kneeRoll } from './measure-frame.ts';

/** Knee drop beyond that of the same internal rotation with a still pelvis; for left-side work. */
export function kneeChase(scene: Scene, pose: SubjectPose): Degrees {
  const still = clonePose(pose);
  still.base = { ...scene.start.base };
  still.pelvis = { ...scene.start.pelvis };
  still.lumbar = { ...scene.start.lumbar };
  placeWorkingKnee(scene, still, 'left');
  const { body } = scene;
  return wrapDegrees(kneeRoll(solvePose(body, pose), 'left') - kneeRoll(solvePose(body, still), 'left'));
}

/** Rise of the trail hip above the front hip, compared with the same moment without pelvic tilt. */
export function raisedSitBone(
  movement: DrillMovement,
  scene: Scene,
  pose: SubjectPose,
  moment: { readonly asked: Channels; readonly channels: Channels; readonly own: OwnMotion },
): Metres {
  const { asked, channels, own } = moment;
  if (asked.obliquity === 0) return 0;
  const level = movement.move(scene, { ...channels, obliquity: 0 }, own);
  const rise = (of: SubjectPose): Metres => {
    const solved = solvePose(scene.body, of);
    return subtract(jointOf(solved, 'hip', 'left'), jointOf(solved, 'hip', 'right'))[1];
  };
  return rise(pose) - rise(level);
}
