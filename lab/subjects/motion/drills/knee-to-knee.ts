import { contacts, type DrillMovement, NO_PROPS } from '../drill-movement.ts';
import { lyingPose, matUnder, restHands } from './supine.ts';
import { plantBothFeet, turnOverPlantedFeet } from './supine-sleeper.ts';

export const kneeToKneeWall: DrillMovement = {
  props: { ...NO_PROPS, wall: true },
  contacts: contacts('ankle', 'left', 'right'),
  referencePose(body) {
    const leg = { hipFlexion: 84, hipAbduction: 24, kneeFlexion: 88 };
    return restHands(body, lyingPose({ left: leg, right: leg }));
  },
  move: turnOverPlantedFeet,
  floor: matUnder,
};

export const kneeToKneeFloor: DrillMovement = {
  props: NO_PROPS,
  contacts: contacts('ankle', 'left', 'right'),
  referencePose(body) {
    const leg = { hipFlexion: 46, hipAbduction: 27, kneeFlexion: 104, ankleDorsiflexion: -30 };
    return plantBothFeet(body, lyingPose({ pelvis: { tilt: -4 }, left: leg, right: leg }));
  },
  move: turnOverPlantedFeet,
  floor: matUnder,
};
