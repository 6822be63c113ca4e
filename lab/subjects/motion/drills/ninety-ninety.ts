import { add, type Mat3, multiply, scale, transpose } from '../../../../src/instrument/geometry/rotation.ts';
import type { Side } from '../../../../src/instrument/geometry/units.ts';
import type { SubjectBody, SubjectPose } from '../../contract.ts';
import { clonePose } from '../../kinematics/pose.ts';
import { rotationAbout, rotationVector } from '../../vectors.ts';
import type { Channels } from '../channels.ts';
import { BOTH, holdThorax, stays, together, wholeArm, wholeLeg } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, pelvisTurn, type Scene, thoraxTarget } from '../drill-movement.ts';
import { basePlace, fitPose, pelvisAngle } from '../fit-pose.ts';
import type { OwnMotion } from '../liveliness.ts';
import { floorUnder, seatedPose, trailThigh } from './ninety-ninety-posture.ts';

/** Forward tilt of the pelvis as a share of its roll about the trail thigh. */
const FORWARD_WITH_ROLL = 0.4;
/** Metres that a hand on the floor moves per degree of arm motion. */
const HAND_STEP = 0.004;

function orientPelvis(body: SubjectBody, pose: SubjectPose, target: Mat3): void {
  const angles = [pelvisAngle('twist'), pelvisAngle('tilt'), pelvisAngle('obliquity')];
  const residual = (solved: { readonly pelvis: Mat3 }) => rotationVector(multiply(transpose(target), solved.pelvis));
  fitPose(body, pose, angles, residual, 15);
}

/** Keeps the front hip in place, the trail hip nearly so, and knees and ankles of both legs where they lie. */
function seat({ body, places }: Scene, pose: SubjectPose, lift: number): void {
  fitPose(
    body,
    pose,
    [basePlace('x'), basePlace('y'), basePlace('z')],
    together(stays('hip', 'right', places.at('hip', 'right'), 50), stays('hip', 'left', places.at('hip', 'left'), 15)),
  );
  pose.base.y += lift;
  for (const side of BOTH) {
    fitPose(
      body,
      pose,
      wholeLeg(side),
      together(stays('knee', side, places.at('knee', side)), stays('ankle', side, places.at('ankle', side))),
    );
  }
}

function placeTrunkAndHands(scene: Scene, pose: SubjectPose, channels: Channels, own: OwnMotion): void {
  const { body, start, places } = scene;
  holdThorax(body, pose, thoraxTarget(scene, channels, { ...own, thoraxFollows: 0 }));
  pose.neck.rotation -= channels.turn * 0.5;
  pose.neck.side -= channels.leanSide * 0.5;
  for (const side of BOTH) {
    const step = side === 'left' ? own.leftArm : own.rightArm;
    const hand = add(places.at('wrist', side), scale([0, 0, HAND_STEP], step));
    fitPose(
      body,
      pose,
      wholeArm(side),
      together(stays('wrist', side, hand), (_, now) => [
        (now[side].shoulderAbduction - start[side].shoulderAbduction) * 0.03,
        (now[side].elbowFlexion - start[side].elbowFlexion) * 0.01,
      ]),
    );
  }
}

/** The pelvis rolls about the trail thigh, which is the internal rotation of the trail hip. */
function moveStretch(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const { body, start, places } = scene;
  const pose = clonePose(start);
  const { rotation, twist, tilt, arch, obliquity } = channels;
  const rolled = multiply(rotationAbout(trailThigh(places.solved), -rotation), places.solved.pelvis);
  const forward = tilt + arch + FORWARD_WITH_ROLL * rotation;
  orientPelvis(body, pose, multiply(rolled, pelvisTurn(twist, forward, obliquity)));
  seat(scene, pose, channels.lift);
  placeTrunkAndHands(scene, pose, channels, own);
  return pose;
}

/** The trail leg can rise. The pelvis stays, or hinges forward by its tilt. */
function moveLiftOff(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const { body, start, places } = scene;
  const pose = clonePose(start);
  const { twist, tilt, arch, obliquity } = channels;
  const turn = pelvisTurn(twist, tilt + arch, obliquity);
  orientPelvis(body, pose, multiply(places.solved.pelvis, turn));
  seat(scene, pose, channels.lift);
  pose.left.hipInternalRotation += channels.rotation;
  pose.left.hipAbduction += channels.abduction;
  pose.left.hipFlexion += channels.flexion;
  pose.left.kneeFlexion += channels.knee;
  placeTrunkAndHands(scene, pose, channels, own);
  return pose;
}

const seated = { props: NO_PROPS, referencePose: seatedPose, floor: floorUnder };

const lying = (...sides: readonly Side[]) => [...contacts('knee', ...sides), ...contacts('ankle', ...sides)];

export const ninetyNinetyStretch: DrillMovement = {
  ...seated,
  contacts: lying('left', 'right'),
  move: moveStretch,
};
export const ninetyNinetyLiftOff: DrillMovement = {
  ...seated,
  contacts: lying('right'),
  move: moveLiftOff,
};
