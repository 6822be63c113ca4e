import type { Metres, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { Recipe, SolvedPose, SubjectBody, SubjectPose } from '../contract.ts';
import { mirrorPose } from '../kinematics/pose.ts';
import { skinMesh } from '../kinematics/skin-mesh.ts';
import { solvePose } from '../kinematics/solve-pose.ts';
import { kneeChase, raisedSitBone } from './borrowed.ts';
import { type Channels, checkKeys, keyedChannels, stillChannels } from './channels.ts';
import { placesOf } from './contacts.ts';
import { type Contact, type DrillMovement, type Scene, travel } from './drill-movement.ts';
import { type Liveliness, livelinessOf, NO_OWN, type OwnMotion } from './liveliness.ts';
import { measureFrame, recomputedDifference } from './measure-frame.ts';
import { valueAt } from './minimum-jerk.ts';
import { movementOf } from './movement-of.ts';
import type { Performance, PerformedFrame } from './performance.ts';
import { placeProps } from './room-props.ts';
import { subtract } from '../../../src/instrument/geometry/rotation.ts';
import { jointOf } from '../kinematics/joint-landmarks.ts';

/** Largest distance of a contact from its place in the reference pose; 0 without contacts. */
const contactSlip = (contacts: readonly Contact[], { places }: Pick<Scene, 'places'>, solved: SolvedPose): Metres =>
  contacts.reduce((worst, { joint, side }) => {
    const way = Math.hypot(...subtract(jointOf(solved, joint, side), places.at(joint, side)));
    return Math.max(worst, way);
  }, 0);

/** Distance of the skin above the floor, so that the two do not flicker through each other. */
const CLEARANCE: Metres = 0.004;
/** Height of the lowest joint above the floor for a body without skin. */
const BARE_BONES: Metres = 0.05;

const SKIN: ReadonlySet<string> = new Set(['body', 'suit']);

/** Lowest point of a posed person. */
function lowestPoint(body: SubjectBody, solved: SolvedPose): Metres {
  const skins = body.meshes.filter(({ name }) => SKIN.has(name));
  const joints = solved.landmarks.map(([, y]) => y);
  if (skins.length === 0) return Math.min(...joints) - BARE_BONES;
  return skins.reduce((lowest, mesh) => {
    const points = skinMesh(mesh, solved.bones);
    return points.reduce((low, value, index) => (index % 3 === 1 && value < low ? value : low), lowest);
  }, Infinity);
}

/** Length of a recipe: the end of its last phase. */
export const secondsOf = (recipe: Recipe): Seconds => recipe.phases.reduce((end, phase) => Math.max(end, phase.end), 0);

interface Moment {
  readonly time: Seconds;
  readonly asked: Channels;
  readonly channels: Channels;
  readonly own: OwnMotion;
}

function momentAt(recipe: Recipe, liveliness: Liveliness, time: Seconds): Moment {
  const bilateral = recipe.side === 'both';
  const asked = keyedChannels(recipe.keys, time, bilateral);
  const gone = (at: Seconds): Metres => valueAt(recipe.keys['gone'], at);
  const pace = (gone(time + 0.05) - gone(time - 0.05)) / 0.1;
  return {
    time,
    asked,
    channels: liveliness.enliven(asked, time, bilateral),
    own: liveliness.own(time, pace),
  };
}

interface Stage {
  readonly recipe: Recipe;
  readonly movement: DrillMovement;
  readonly scene: Scene;
  readonly referenceAngles: SubjectPose;
  readonly referencePose: SolvedPose;
  /** Mirrors a pose for right-side work; all poses are solved for the left side. */
  readonly toSide: (pose: SubjectPose) => SubjectPose;
}

function setStage(recipe: Recipe, body: SubjectBody): Stage {
  const movement = movementOf(recipe.drill, recipe.variant, recipe.manner);
  const start = movement.referencePose(body);
  const scene: Scene = { body, start, places: placesOf(body, start) };
  const toSide = (pose: SubjectPose): SubjectPose => (recipe.side === 'right' ? mirrorPose(pose) : pose);
  const referenceAngles = toSide(movement.move(scene, stillChannels(), NO_OWN));
  const referencePose = solvePose(body, referenceAngles);
  return { recipe, movement, scene, referenceAngles, referencePose, toSide };
}

function performFrame(stage: Stage, moment: Moment): PerformedFrame {
  const { movement, scene, recipe, toSide, referencePose, referenceAngles } = stage;
  const { asked, channels, own, time } = moment;
  const still = movement.move(scene, channels, own);
  const borrowed = {
    chase: recipe.drill === 'supine-sleeper' ? kneeChase(scene, still) : 0,
    sitBone: recipe.drill.startsWith('ninety-ninety') ? raisedSitBone(movement, scene, still, moment) : 0,
  };
  // A person who walks or sits back has no contacts, and a foot that slides by its channel is no contact.
  const left = ({ side }: Contact): boolean =>
    channels.walk > 0 || channels.sitBack > 0 || (channels.slide > 0 && side === 'left');
  const contacts = movement.contacts.filter((contact) => !left(contact));
  const slip = contactSlip(contacts, scene, solvePose(scene.body, still));
  const pose = toSide(travel(still, channels));
  const solved = solvePose(scene.body, pose);
  const truth = measureFrame(pose, solved, referenceAngles, referencePose, borrowed);
  return { time, pose, solved, asked, truth, slip };
}

/**
 * Performs a recipe. The same recipe, body and seed give the same frames.
 * @throws {Error} for an unknown drill or channel, keys out of order, or a missing joint of the body.
 */
export function perform(recipe: Recipe, body: SubjectBody, seed: number): Performance {
  checkKeys(recipe.id, recipe.keys);
  const stage = setStage(recipe, body);
  const { referencePose, referenceAngles, movement, scene } = stage;
  const seconds = secondsOf(recipe);
  const liveliness = livelinessOf(recipe.id, seed, seconds);
  const frames = Array.from({ length: Math.round(seconds * recipe.fps) }, (_, index) =>
    performFrame(stage, momentAt(recipe, liveliness, index / recipe.fps)),
  );
  const floor = movement.floor(body, scene.start) ?? lowestPoint(body, referencePose);
  const workingSide = recipe.side === 'right' ? 'right' : 'left';
  const floorLift = CLEARANCE - floor;
  return {
    recipe,
    body,
    seed,
    liveliness,
    workingSide,
    referenceAngles,
    referencePose,
    floorLift,
    frames,
    props: placeProps(movement.props, referencePose, workingSide, floorLift),
    worstSlip: Math.max(...frames.map(({ slip }) => slip)),
    worstDifference: Math.max(...frames.map(({ pose, solved }) => recomputedDifference(pose, solved))),
  };
}
