import type { SubjectPose } from '../../contract.ts';
import { clonePose, createPose } from '../../kinematics/pose.ts';
import type { Channels } from '../channels.ts';
import { holdThorax, plantFoot } from '../contacts.ts';
import { contacts, type DrillMovement, NO_PROPS, type Scene, thoraxTarget } from '../drill-movement.ts';
import type { OwnMotion } from '../liveliness.ts';
import { lyingPose, matUnder, restHands, supineTrunk } from './supine.ts';
import { placeWorkingKnee, plantBothFeet } from './supine-sleeper.ts';
import { DEGREES } from '../../vectors.ts';

/** Metres from the mid-hip to the sit bone on which a seated pelvis rocks. */
const SIT_BONE = 0.07;
/** Free way of the feet of a seated person above the floor. */
const FEET_CLEAR = 0.05;

const addWorkingLeg = (pose: SubjectPose, channels: Channels): void => {
  pose.left.hipInternalRotation += channels.rotation;
  pose.left.hipAbduction += channels.abduction;
  pose.left.hipFlexion += channels.flexion;
  pose.left.kneeFlexion += channels.knee;
};

/** The trunk of a seated or prone person: the pelvis turns, the thorax stays. */
function upperBody(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const pose = clonePose(scene.start);
  pose.pelvis.twist += channels.twist;
  pose.pelvis.obliquity += channels.obliquity;
  pose.pelvis.tilt += channels.tilt;
  pose.base.y += SIT_BONE * Math.abs(Math.sin((channels.obliquity + channels.twist) / DEGREES));
  return pose && holdThorax(scene.body, pose, thoraxTarget(scene, channels, own));
}

/** On the edge of a high seat: hips and knees at right angles, the feet off the floor, the hands on the seat. */
export const hipTestSeated: DrillMovement = {
  props: { ...NO_PROPS, seat: true },
  contacts: [],
  referencePose() {
    const leg = { hipFlexion: 86, hipAbduction: 8, kneeFlexion: 86, ankleDorsiflexion: 4 };
    const arm = { shoulderFlexion: -6, shoulderAbduction: 22, elbowFlexion: 12 };
    return createPose({ left: { ...leg, ...arm }, right: { ...leg, ...arm } });
  },
  move(scene, channels, own) {
    const pose = upperBody(scene, channels, own);
    addWorkingLeg(pose, channels);
    // The other shin hangs where it was.
    pose.right.hipInternalRotation += channels.obliquity + channels.otherRotation;
    pose.left.shoulderAbduction += own.leftArm;
    pose.right.shoulderAbduction += own.rightArm;
    return pose;
  },
  floor: (body, start) => (body.meshes.length === 0 ? null : soleBelow(start) - FEET_CLEAR),
};

/** The same, with the ends of a strap in both hands before the lap. */
export const hipTestSeatedStrap: DrillMovement = {
  ...hipTestSeated,
  props: { ...hipTestSeated.props, strap: true },
  referencePose(body) {
    const pose = hipTestSeated.referencePose(body);
    const arm = { shoulderFlexion: 24, shoulderAbduction: 10, elbowFlexion: 46 };
    Object.assign(pose.left, arm);
    Object.assign(pose.right, arm);
    return pose;
  },
};

/** Roughly where the sole of a seated person is; the mid-hip is at the origin. */
const soleBelow = (start: SubjectPose): number => start.base.y - 0.56;

/** On the back, hip and knee of the working leg at right angles in the air, the other foot planted. */
export const hipTestSupine: DrillMovement = {
  props: NO_PROPS,
  contacts: contacts('ankle', 'right'),
  referencePose(body) {
    const planted = plantBothFeet(
      body,
      lyingPose({
        left: { hipFlexion: 46, kneeFlexion: 104, hipAbduction: 8, ankleDorsiflexion: -30 },
        right: { hipFlexion: 46, kneeFlexion: 104, hipAbduction: 8, ankleDorsiflexion: -30 },
      }),
    );
    Object.assign(planted.left, { hipFlexion: 88, hipAbduction: 3, kneeFlexion: 88, ankleDorsiflexion: 5 });
    return restHands(body, planted);
  },
  move(scene, channels, own) {
    const pose = supineTrunk(scene, channels, own);
    addWorkingLeg(pose, channels);
    plantFoot(pose, 'right', scene.places, 0.8);
    return placeWorkingKnee(scene, pose, 'right');
  },
  floor: matUnder,
};

/** On the belly, the knee of the working leg bent to a right angle, the other leg straight. */
export const hipTestProne: DrillMovement = {
  props: NO_PROPS,
  contacts: [],
  referencePose() {
    const arm = { shoulderFlexion: -4, shoulderAbduction: 24, elbowFlexion: 10 };
    return createPose({
      base: { rx: 90 },
      neck: { rotation: 70 },
      left: { hipAbduction: 4, kneeFlexion: 90, ...arm },
      right: { hipAbduction: 8, ankleDorsiflexion: -40, ...arm },
    });
  },
  move(scene, channels, own) {
    const pose = upperBody(scene, channels, own);
    addWorkingLeg(pose, channels);
    pose.right.hipInternalRotation -= channels.twist;
    return pose;
  },
  floor: () => null,
};
