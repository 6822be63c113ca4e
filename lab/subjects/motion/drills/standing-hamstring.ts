import type { Side } from '../../../../src/instrument/geometry/units.ts';
import type { SubjectPose } from '../../contract.ts';
import { jointOf } from '../../kinematics/joint-landmarks.ts';
import { clonePose, createPose } from '../../kinematics/pose.ts';
import { solvePose } from '../../kinematics/solve-pose.ts';
import type { Channels } from '../channels.ts';
import { BOTH, plantFoot, stays, together } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, type Scene } from '../drill-movement.ts';
import { basePlace, fitPose, limbAngle } from '../fit-pose.ts';
import type { OwnMotion } from '../liveliness.ts';

const BETWEEN_THE_FEET = [
  limbAngle('right', 'hipFlexion'),
  limbAngle('right', 'hipAbduction'),
  basePlace('x'),
  basePlace('y'),
  basePlace('z'),
  limbAngle('left', 'hipFlexion'),
  limbAngle('left', 'hipAbduction'),
];

/** Heel on the box and standing foot stay while the pelvis tilts. */
function standOverHeel({ body, start, places }: Scene, pose: SubjectPose): void {
  fitPose(
    body,
    pose,
    BETWEEN_THE_FEET,
    together(
      stays('ankle', 'right', places.at('ankle', 'right')),
      stays('ankle', 'left', places.at('ankle', 'left')),
      (_, { base }) => [(base.x - start.base.x) * 4, (base.z - start.base.z) * 2],
    ),
  );
}

function moveTrunk(pose: SubjectPose, channels: Channels, own: OwnMotion): void {
  const { tilt, arch, round, turn, leanSide } = channels;
  pose.lumbar.extension += arch - round - 0.15 * Math.max(0, tilt) + own.breath;
  pose.lumbar.rotation += turn;
  pose.lumbar.side -= leanSide;
  pose.neck.flexion -= tilt * 0.25 - round * 0.2;
  pose.left.shoulderFlexion += tilt * 0.7 + round * 0.6 + own.leftArm;
  pose.right.shoulderFlexion += tilt * 0.7 + round * 0.6 + own.rightArm;
}

/** Length of a double step, metres, and the speed at which the legs swing fully. */
const STRIDE = 1.25;
const FULL_PACE = 0.5;
/** Metres of a step back before turning, so that the leg clears the box. */
const CLEAR_OF_BOX = 0.12;

function swingLimbs(pose: SubjectPose, start: SubjectPose, channels: Channels, own: OwnMotion): void {
  const free = Math.min(1, channels.walk);
  const phase = (channels.gone * 2 * Math.PI) / STRIDE;
  const pace = Math.min(1, Math.abs(own.pace) / FULL_PACE);
  const mix = (a: number, b: number): number => a * (1 - free) + b * free;
  for (const side of BOTH) {
    const turn = side === 'left' ? 1 : -1;
    const swing = turn * Math.sin(phase) * pace * 24;
    const bend = 6 + Math.max(0, turn * Math.cos(phase)) * 38 * pace;
    const rest = start[side];
    pose[side].hipFlexion = mix(rest.hipFlexion, swing + bend * 0.25);
    pose[side].kneeFlexion = mix(rest.kneeFlexion, bend);
    pose[side].shoulderFlexion = mix(rest.shoulderFlexion, -swing * 0.8);
    pose[side].elbowFlexion = mix(rest.elbowFlexion, 20);
  }
}

/** Steps off the box and walks away; `travel` moves the person. */
function stroll(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const pose = clonePose(scene.start);
  pose.base.ry = channels.facing * Math.min(1, channels.walk);
  pose.base.z -= CLEAR_OF_BOX * Math.min(1, channels.walk);
  swingLimbs(pose, scene.start, channels, own);
  const solved = solvePose(scene.body, pose);
  const ankleHeight = (side: Side): number => jointOf(solved, 'ankle', side)[1];
  const standing = scene.places.at('ankle', 'right')[1];
  pose.base.y += standing - Math.min(ankleHeight('left'), ankleHeight('right'));
  return pose;
}

function move(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  if (channels.walk > 0) return stroll(scene, channels, own);
  const pose = clonePose(scene.start);
  pose.pelvis.tilt += channels.tilt;
  pose.pelvis.twist += channels.twist;
  pose.pelvis.obliquity += channels.obliquity;
  pose.left.kneeFlexion += channels.knee;
  plantFoot(pose, 'right', scene.places, 0.9);
  standOverHeel(scene, pose);
  moveTrunk(pose, channels, own);
  pose.left.ankleDorsiflexion += channels.toes;
  return pose;
}

export const standingHamstring: DrillMovement = {
  props: { ...NO_PROPS, box: true },
  contacts: contacts('ankle', 'left', 'right'),
  referencePose() {
    const arm = { shoulderFlexion: 12, shoulderAbduction: 14, elbowFlexion: 55 };
    return createPose({
      neck: { flexion: 2 },
      left: { hipFlexion: 66, hipAbduction: 3, kneeFlexion: 6, ankleDorsiflexion: 4, ...arm },
      right: { hipAbduction: 3, kneeFlexion: 3, ...arm },
    });
  },
  move,
  floor: () => null,
};
