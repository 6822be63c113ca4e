import type { SubjectPose } from '../../contract.ts';
import { clonePose, createPose } from '../../kinematics/pose.ts';
import type { Channels } from '../channels.ts';
import { BOTH, holdThorax, plantFoot, stays } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, type Scene, thoraxTarget } from '../drill-movement.ts';
import { basePlace, fitPose, limbAngle } from '../fit-pose.ts';
import type { Own } from '../liveliness.ts';

/** Share of the standing foot's orientation that a pelvis moving over it leaves. */
const PLANTED = 0.95;
/** A head that looks ahead takes back this share of a sideways lean. */
const HEAD_STAYS = 0.6;
/** Arms that balance go out by this share of a lean. */
const ARMS_BALANCE = 0.5;

const STANDING_LEG = [limbAngle('right', 'hipFlexion'), limbAngle('right', 'hipAbduction'), basePlace('y')];

/** The standing foot and the place of the pelvis over it stay; the leg between them follows the pelvis. */
function standOnOneLeg({ body, places }: Scene, pose: SubjectPose): void {
  plantFoot(pose, 'right', places, PLANTED);
  fitPose(body, pose, STANDING_LEG, stays('ankle', 'right', places.at('ankle', 'right')));
}

function balance(pose: SubjectPose, channels: Channels, own: Own): void {
  pose.neck.side -= channels.leanSide * HEAD_STAYS;
  for (const side of BOTH) {
    pose[side].shoulderAbduction += Math.abs(channels.leanSide) * ARMS_BALANCE;
    pose[side].shoulderFlexion += side === 'left' ? own.leftArm : own.rightArm;
  }
}

function move(scene: Scene, channels: Channels, own: Own): SubjectPose {
  const { body, start } = scene;
  const pose = clonePose(start);
  pose.pelvis.tilt += channels.tilt + channels.arch;
  pose.pelvis.twist += channels.twist;
  pose.pelvis.obliquity += channels.obliquity;
  standOnOneLeg(scene, pose);
  pose.left.hipFlexion += channels.flexion;
  pose.left.hipAbduction += channels.abduction;
  pose.left.hipInternalRotation += channels.rotation;
  pose.left.kneeFlexion += channels.knee;
  pose.left.ankleDorsiflexion += channels.toes;
  holdThorax(body, pose, thoraxTarget(scene, channels, { ...own, thoraxFollows: 0 }));
  balance(pose, channels, own);
  return pose;
}

/** Standing over the right foot, the hands before the body so that the back's outline is free, the left one lightly beside it: the weight need not shift before the leg moves. */
export const hipMovementSequence: DrillMovement = {
  props: NO_PROPS,
  contacts: contacts('ankle', 'right'),
  referencePose() {
    const arm = { shoulderFlexion: 26, shoulderAbduction: 22, elbowFlexion: 38 };
    return createPose({
      neck: { flexion: 2 },
      left: { hipAbduction: 5, kneeFlexion: 4, hipFlexion: 2, ...arm },
      right: { hipAbduction: -4, kneeFlexion: 3, hipFlexion: 1, ...arm },
    });
  },
  move,
  floor: () => null,
};
