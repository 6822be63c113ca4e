import type { LimbPose, SubjectBody, SubjectPose } from '../../contract.ts';
import { clonePose, createPose } from '../../kinematics/pose.ts';
import { jointOf } from '../../kinematics/joint-landmarks.ts';
import { solvePose } from '../../kinematics/solve-pose.ts';
import type { Channels } from '../channels.ts';
import { BOTH, holdThorax, stays, together, wholeArm } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, type Scene, thoraxTarget } from '../drill-movement.ts';
import { basePlace, fitPose, limbAngle, type Residual } from '../fit-pose.ts';
import type { OwnMotion } from '../liveliness.ts';

/** Elbow flexion, degrees. With straight arms the hands would leave the floor during breathing. */
const SOFT_ELBOW = 26;

/** On hands and knees with vertical thighs and arms. @param pitch of the trunk, degrees */
function onAllFours(pitch: number): SubjectPose {
  const limb = {
    hipFlexion: pitch,
    hipAbduction: 3,
    kneeFlexion: 92,
    ankleDorsiflexion: -60,
    shoulderFlexion: pitch - SOFT_ELBOW / 2,
    shoulderAbduction: 4,
    elbowFlexion: SOFT_ELBOW,
    wristExtension: -80,
  };
  return createPose({ base: { rx: pitch }, neck: { flexion: -20 }, left: limb, right: limb });
}

/** Pitches the trunk until hands and knees reach the same floor, because arms and thighs differ in length. */
function referencePose(body: SubjectBody): SubjectPose {
  for (let pitch = 60; pitch < 95; pitch += 0.5) {
    const pose = onAllFours(pitch);
    const solved = solvePose(body, pose);
    const knee = jointOf(solved, 'knee', 'left')[1];
    if (jointOf(solved, 'wrist', 'left')[1] <= knee + 0.005) return pose;
  }
  return onAllFours(95);
}

const AT = [basePlace('x'), basePlace('y'), basePlace('z')];
const CARRIED = [
  limbAngle('left', 'hipFlexion'),
  limbAngle('left', 'hipAbduction'),
  limbAngle('right', 'hipFlexion'),
  limbAngle('right', 'hipAbduction'),
  ...AT,
];

/**
 * The knees stay on the floor and carry the pelvis. Two rigid thighs of equal length do not allow a list over fixed
 * knees. A residual against sideways motion of the pelvis lets the knees move one or two centimetres, like soft tissue
 * and mat.
 */
function standOnKnees({ body, start, places }: Scene, pose: SubjectPose, shift: number): void {
  const x = start.base.x + shift;
  fitPose(
    body,
    pose,
    CARRIED,
    together(
      stays('knee', 'left', places.at('knee', 'left')),
      stays('knee', 'right', places.at('knee', 'right')),
      (_, { base }) => [(base.x - x) * 40, (base.z - start.base.z) * 40],
    ),
  );
}

function move(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const { body, start, places } = scene;
  const pose = clonePose(start);
  pose.pelvis.twist += channels.twist;
  pose.pelvis.obliquity += channels.obliquity;
  pose.pelvis.tilt += channels.tilt + channels.arch;
  pose.base.y += channels.lift;
  pose.left.hipInternalRotation += channels.rotation;
  standOnKnees(scene, pose, channels.shift);
  holdThorax(body, pose, thoraxTarget(scene, channels, { ...own, thoraxFollows: 0 }));
  for (const side of BOTH) {
    const abduction = start[side].shoulderAbduction;
    fitPose(
      body,
      pose,
      wholeArm(side),
      together(stays('wrist', side, places.at('wrist', side)), (_, now) => [
        (now[side].shoulderAbduction - abduction) * 0.02,
      ]),
    );
  }
  const ankle = stays('ankle', 'right', places.at('ankle', 'right'));
  fitPose(body, pose, [limbAngle('right', 'hipInternalRotation')], ankle);
  pose.left.kneeFlexion += channels.knee;
  return channels.sitBack > 0 ? sitBack(scene, pose, channels) : pose;
}

type Angles = Partial<Omit<LimbPose, 'footKeep' | 'footRotation'>>;

const UPRIGHT = 6;
const ON_HEELS: Angles = {
  hipFlexion: 76,
  hipAbduction: 8,
  hipInternalRotation: 0,
  kneeFlexion: 148,
  shoulderFlexion: 28,
  shoulderAbduction: 8,
  elbowFlexion: 45,
  wristExtension: 0,
};
const WIDE: Angles = { shoulderFlexion: 0, shoulderAbduction: 86, elbowFlexion: 6 };
const AHEAD: Angles = { shoulderFlexion: 86, shoulderAbduction: 4, elbowFlexion: 6 };

function mix(limb: LimbPose, to: Angles, share: number): void {
  for (const [name, angle] of Object.entries(to))
    limb[name as keyof Angles] += (angle - limb[name as keyof Angles]) * share;
}

/** From the drill back onto the heels. One knee stays where it is, and both shins lie on the floor. */
function sitBack({ body, places }: Scene, pose: SubjectPose, channels: Channels): SubjectPose {
  const share = channels.sitBack;
  pose.base.rx += (UPRIGHT - pose.base.rx) * share;
  pose.lumbar.extension *= 1 - share;
  pose.neck.flexion *= 1 - share;
  for (const side of BOTH) {
    mix(pose[side], ON_HEELS, share);
    mix(pose[side], WIDE, channels.armsWide);
    mix(pose[side], AHEAD, channels.armsAhead);
  }
  const floor = places.at('ankle', 'right')[1];
  const shins: Residual = (solved) => BOTH.map((side) => 100 * (jointOf(solved, 'ankle', side)[1] - floor));
  const moved = [limbAngle('left', 'hipFlexion'), limbAngle('right', 'hipFlexion'), ...AT];
  return fitPose(body, pose, moved, together(shins, stays('knee', 'right', places.at('knee', 'right'))), 30);
}

export const quadrupedBandIr: DrillMovement = {
  props: { ...NO_PROPS, band: true },
  contacts: [
    ...contacts('knee', 'left', 'right'),
    ...contacts('wrist', 'left', 'right'),
    ...contacts('ankle', 'right'),
  ],
  referencePose,
  move,
  floor: () => null,
};
