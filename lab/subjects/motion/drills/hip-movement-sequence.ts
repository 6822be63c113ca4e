import type { SubjectPose } from '../../contract.ts';
import { clonePose, createPose } from '../../kinematics/pose.ts';
import type { Channels } from '../channels.ts';
import { BOTH, holdThorax, plantFoot, stays } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, type Scene, thoraxTarget } from '../drill-movement.ts';
import { basePlace, fitPose, limbAngle } from '../fit-pose.ts';
import type { OwnMotion } from '../liveliness.ts';

/** Share of its orientation that the standing foot keeps while the pelvis moves over it. */
const PLANTED = 0.95;
/** Share of a sideways lean that the head compensates in order to look ahead. */
const HEAD_STAYS = 0.6;
/** Abduction of the balancing arms, as a share of the lean. */
const ARMS_BALANCE = 0.5;

const STANDING_LEG = [limbAngle('right', 'hipFlexion'), limbAngle('right', 'hipAbduction'), basePlace('y')];

/** Standing foot and position of the pelvis stay; the leg between them follows the rotation of the pelvis. */
function standOnOneLeg({ body, places }: Scene, pose: SubjectPose): void {
  plantFoot(pose, 'right', places, PLANTED);
  fitPose(body, pose, STANDING_LEG, stays('ankle', 'right', places.at('ankle', 'right')));
}

function balance(pose: SubjectPose, channels: Channels, own: OwnMotion): void {
  pose.neck.side -= channels.leanSide * HEAD_STAYS;
  for (const side of BOTH) {
    pose[side].shoulderAbduction += Math.abs(channels.leanSide) * ARMS_BALANCE;
    pose[side].shoulderFlexion += side === 'left' ? own.leftArm : own.rightArm;
  }
}

function move(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
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

/**
 * Standing on the right foot with the left one lightly beside it, so that no weight shifts before the leg moves. The
 * hands are in front of the body, so that they do not hide the outline of the back.
 */
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
