import { add } from '../../../../src/instrument/geometry/rotation.ts';
import type { Metres, Side } from '../../../../src/instrument/geometry/units.ts';
import type { SubjectBody, SubjectPose } from '../../contract.ts';
import { jointOf } from '../../kinematics/joint-landmarks.ts';
import type { Channels } from '../channels.ts';
import { BOTH, kneePlacing, plantFoot, stays, together, wholeLeg } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, type Scene } from '../drill-movement.ts';
import { fitPose, limbAngle } from '../fit-pose.ts';
import type { OwnMotion } from '../liveliness.ts';
import { lyingPose, matUnder, restHands, supineTrunk } from './supine.ts';

/**
 * Metres: height of the ankle's centre above the mat with a flat sole, and of the heel above the toes in the rest mesh.
 */
const ANKLE_HEIGHT = 0.085;
const HEEL_OVER_TOE = 0.028;

/** Sets both feet flat on the mat by knee and ankle angles. */
export function plantBothFeet(body: SubjectBody, pose: SubjectPose): SubjectPose {
  for (const side of BOTH) {
    fitPose(body, pose, [limbAngle(side, 'kneeFlexion')], (solved) => [
      (jointOf(solved, 'ankle', side)[1] - matUnder(body) - ANKLE_HEIGHT) * 100,
    ]);
    fitPose(body, pose, [limbAngle(side, 'ankleDorsiflexion')], (solved) => [
      (jointOf(solved, 'toe', side)[1] - jointOf(solved, 'heel', side)[1] + HEEL_OVER_TOE) * 100,
    ]);
  }
  return restHands(body, pose);
}

/** Working leg: the internal rotation is given and the foot stays; these and the pelvis determine the knee's place. */
export function placeWorkingKnee(scene: Scene, pose: SubjectPose, side: Side, slid: Metres = 0): SubjectPose {
  const ankle = add(scene.places.at('ankle', side), [0, 0, slid]);
  return fitPose(scene.body, pose, kneePlacing(side), stays('ankle', side, ankle));
}

/** Both hips rotate over planted feet; foot and pelvis determine the place of each knee. */
export function turnOverPlantedFeet(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const pose = supineTrunk(scene, channels, own);
  pose.left.hipInternalRotation += channels.rotation;
  pose.right.hipInternalRotation += channels.otherRotation;
  for (const side of BOTH) {
    plantFoot(pose, side, scene.places, 0.8);
    placeWorkingKnee(scene, pose, side, side === 'left' ? channels.slide : 0);
  }
  return pose;
}

/** Still leg: foot and knee keep their places. The knee sways a little and rises by half of a pelvic lift. */
function holdOtherLeg(scene: Scene, pose: SubjectPose, channels: Channels, own: OwnMotion): void {
  const { places, start, body } = scene;
  const knee = add(places.at('knee', 'right'), [own.kneeSway, channels.lift / 2, 0]);
  const rotation = start.right.hipInternalRotation + channels.otherRotation;
  fitPose(
    body,
    pose,
    wholeLeg('right'),
    together(stays('ankle', 'right', places.at('ankle', 'right')), stays('knee', 'right', knee, 30), (_, now) => [
      (now.right.hipInternalRotation - rotation) * 0.02,
    ]),
  );
}

function move(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const pose = supineTrunk(scene, channels, own);
  for (const side of BOTH) plantFoot(pose, side, scene.places);
  pose.left.hipInternalRotation += channels.rotation;
  placeWorkingKnee(scene, pose, 'left');
  holdOtherLeg(scene, pose, channels, own);
  return pose;
}

export const supineSleeper: DrillMovement = {
  props: NO_PROPS,
  contacts: contacts('ankle', 'left', 'right'),
  referencePose(body) {
    const leg = { hipFlexion: 46, kneeFlexion: 108, ankleDorsiflexion: -30 };
    const pose = lyingPose({
      pelvis: { tilt: -4 },
      left: { ...leg, hipAbduction: 24 },
      right: { ...leg, hipAbduction: 18 },
    });
    return plantBothFeet(body, pose);
  },
  move,
  floor: matUnder,
};
