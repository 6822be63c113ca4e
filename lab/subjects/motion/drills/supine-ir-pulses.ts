import type { SubjectPose } from '../../contract.ts';
import type { Channels } from '../channels.ts';
import { BOTH } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, type Scene } from '../drill-movement.ts';
import type { OwnMotion } from '../liveliness.ts';
import { lyingPose, matUnder, restHands, supineTrunk } from './supine.ts';
import { plantBothFeet, turnOverPlantedFeet } from './supine-sleeper.ts';

function move(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const pose = supineTrunk(scene, channels, own);
  pose.left.hipInternalRotation += channels.rotation;
  pose.right.hipInternalRotation += channels.otherRotation;
  for (const side of BOTH) {
    pose[side].hipAbduction += channels.abduction - channels.grip;
    pose[side].hipFlexion += channels.flexion;
    pose[side].kneeFlexion += channels.knee;
  }
  return pose;
}

/** Hips and knees at right angles in the air, a block between the knees. */
export const supineIrPulses: DrillMovement = {
  props: { ...NO_PROPS, block: true },
  contacts: [],
  referencePose(body) {
    const leg = { hipFlexion: 86, hipAbduction: 2, kneeFlexion: 88, ankleDorsiflexion: 5 };
    return restHands(body, lyingPose({ left: leg, right: leg }));
  },
  move,
  floor: matUnder,
};

/** Feet flat and wider than the knees, a block between the knees. */
export const supineIrPulsesFeetFlat: DrillMovement = {
  props: { ...NO_PROPS, block: true },
  contacts: contacts('ankle', 'left', 'right'),
  referencePose(body) {
    const leg = {
      hipFlexion: 46,
      hipAbduction: 4,
      hipInternalRotation: 8,
      kneeFlexion: 104,
      ankleDorsiflexion: -30,
    };
    return plantBothFeet(body, lyingPose({ pelvis: { tilt: -4 }, left: leg, right: leg }));
  },
  move: turnOverPlantedFeet,
  floor: matUnder,
};
