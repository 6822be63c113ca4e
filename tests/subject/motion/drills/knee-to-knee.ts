import type { SubjectPose } from '../../contract.ts';
import type { Channels } from '../channels.ts';
import { BOTH, plantFoot } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, type Scene } from '../drill-movement.ts';
import type { Own } from '../liveliness.ts';
import { lyingPose, matUnder, restHands, supineTrunk } from './supine.ts';
import { placeWorkingKnee, plantBothFeet } from './supine-sleeper.ts';

function move(scene: Scene, channels: Channels, own: Own): SubjectPose {
  const pose = supineTrunk(scene, channels, own);
  pose.left.hipInternalRotation += channels.rotation;
  pose.right.hipInternalRotation += channels.otherRotation;
  for (const side of BOTH) {
    plantFoot(pose, side, scene.places, 0.8);
    placeWorkingKnee(scene, pose, side);
  }
  return pose;
}

export const kneeToKneeWall: DrillMovement = {
  props: { ...NO_PROPS, wall: true },
  contacts: contacts('ankle', 'left', 'right'),
  neutral(body) {
    const leg = { hipFlexion: 84, hipAbduction: 24, kneeFlexion: 88 };
    return restHands(body, lyingPose({ left: leg, right: leg }));
  },
  move,
  floor: matUnder,
};

export const kneeToKneeFloor: DrillMovement = {
  props: NO_PROPS,
  contacts: contacts('ankle', 'left', 'right'),
  neutral(body) {
    const leg = { hipFlexion: 46, hipAbduction: 27, kneeFlexion: 104, ankleDorsiflexion: -30 };
    return plantBothFeet(body, lyingPose({ pelvis: { tilt: -4 }, left: leg, right: leg }));
  },
  move,
  floor: matUnder,
};
