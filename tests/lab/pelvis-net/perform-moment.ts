import { add, multiply, scale, subtract, transpose, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import type { SolvedPose, SubjectBody, SubjectPose } from '../contract.ts';
import { jointOf, type JointName, midpointOf } from '../kinematics/joint-landmarks.ts';
import { clonePose, mirrorPose } from '../kinematics/pose.ts';
import { solvePose } from '../kinematics/solve-pose.ts';
import { raisedSitBone } from '../motion/borrowed.ts';
import { type Channels, stillChannels } from '../motion/channels.ts';
import { type ReferencePosePlaces, placesOf, stays, wholeArm } from '../motion/contacts.ts';
import type { DrillMovement, Scene } from '../motion/drill-movement.ts';
import { fitPose, limbAngle } from '../motion/fit-pose.ts';
import { NO_OWN, type OwnMotion } from '../motion/liveliness.ts';
import { measureFrame, recomputedDifference } from '../motion/measure-frame.ts';
import { movementOf } from '../motion/movement-of.ts';
import type { PerformedFrame } from '../motion/performance.ts';
import type { DrillDraw, Moment } from './pose-contract.ts';
import type { Chance } from '../chance.ts';

/** One person in a start posture, from which moments are posed. */
export interface PosedPerson {
  readonly body: SubjectBody;
  readonly side: Side;
  readonly movement: DrillMovement;
  readonly scene: Scene;
  readonly referenceAngles: SubjectPose;
  readonly referencePose: SolvedPose;
}

export interface PosedMoment {
  readonly solved: SolvedPose;
  readonly frame: PerformedFrame;
  /** Largest difference between the input angles and those recomputed from the joint centres, degrees. */
  readonly difference: number;
}

/** Degrees. A larger difference means a pose that no body can take. */
export const WORST_DIFFERENCE = 0.05;

const turned = (side: Side, pose: SubjectPose): SubjectPose => (side === 'right' ? mirrorPose(pose) : pose);

export function posePerson(body: SubjectBody, side: Side, draw: DrillDraw, chance: Chance): PosedPerson {
  const movement = movementOf(draw.drill, draw.variant ?? 'default');
  const start = draw.start(body, movement.referencePose(body), chance);
  const scene: Scene = { body, start, places: placesOf(body, start) };
  const referenceAngles = turned(side, movement.move(scene, stillChannels(), NO_OWN));
  return {
    body,
    side,
    movement,
    scene,
    referenceAngles,
    referencePose: solvePose(body, referenceAngles),
  };
}

/** The contact places of a moment, displaced by its slips. */
function slipped(places: ReferencePosePlaces, { slips }: Moment): ReferencePosePlaces {
  const by = (joint: JointName, side: Side): Vec3 =>
    slips.find((slip) => slip.joint === joint && slip.side === side)?.by ?? [0, 0, 0];
  return { ...places, at: (joint, side) => add(places.at(joint, side), by(joint, side)) };
}

function shifted(start: SubjectPose, [x, y, z]: Vec3): SubjectPose {
  const pose = clonePose(start);
  pose.base.x += x;
  pose.base.y += y;
  pose.base.z += z;
  return pose;
}

function reach(person: PosedPerson, pose: SubjectPose, side: Side, to: Vec3): void {
  const { body, scene } = person;
  const arm = [...wholeArm(side), limbAngle(side, 'shoulderRotation')];
  fitPose(body, pose, arm, stays('wrist', side, add(scene.places.hipMiddle, to), 30), 8);
}

/** @returns the moment's pose and truth, mirrored for right-side work */
export function performMoment(person: PosedPerson, moment: Moment, time: number): PosedMoment {
  const { body, side, movement, scene, referencePose, referenceAngles } = person;
  const channels: Channels = { ...stillChannels(), ...moment.channels };
  const own: OwnMotion = {
    breath: moment.breath,
    kneeSway: moment.kneeSway,
    leftArm: moment.leftArm,
    rightArm: moment.rightArm,
    thoraxFollows: 0.15,
    rollRadius: moment.rollRadius,
    pace: 0,
  };
  const here: Scene = {
    ...scene,
    start: shifted(scene.start, moment.shift),
    places: slipped(scene.places, moment),
  };
  const left = movement.move(here, channels, own);
  for (const hand of moment.hands) reach(person, left, hand.side, hand.to);
  const sitBone = raisedSitBone(movement, here, left, { asked: channels, channels, own });
  const pose = turned(side, left);
  const solved = solvePose(body, pose);
  const truth = measureFrame(pose, solved, referenceAngles, referencePose, { chase: 0, sitBone });
  // The contacts are displaced on purpose, so their displacement is not reported.
  const frame = { time, pose, solved, asked: channels, truth, slip: 0 };
  return { solved, frame, difference: recomputedDifference(pose, solved) };
}

/** The labels of a moment. Right-side work is mirrored, like its crop. */
export function labelsOf(person: PosedPerson, { solved, frame }: PosedMoment): Record<string, number | number[]> {
  const sign = person.side === 'left' ? 1 : -1;
  const { pelvis, hip, sitBone, lean, lumbar } = frame.truth;
  const turn = multiply(transpose(person.referencePose.pelvis), solved.pelvis);
  const trail: Side = person.side;
  const front: Side = trail === 'left' ? 'right' : 'left';
  const rise = (of: SolvedPose): number => subtract(jointOf(of, 'hip', trail), jointOf(of, 'hip', front))[1];
  const way = subtract(midpointOf(solved, 'hip'), midpointOf(person.referencePose, 'hip'));
  return {
    twist: sign * pelvis.twist,
    obliquity: sign * pelvis.obliquity,
    tilt: pelvis.tilt,
    arch: lumbar.extension,
    lift: 100 * pelvis.lift,
    sitBone: 100 * sitBone,
    rise: 100 * (rise(solved) - rise(person.referencePose)),
    hipRotation: hip[person.side].internalRotation,
    lean,
    turn: [...turn],
    way: scale([sign * way[0], way[1], way[2]], 100) as unknown as number[],
  };
}
