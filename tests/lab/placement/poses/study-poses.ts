import type { Degrees, Metres, Seconds } from '../../../../src/instrument/geometry/units.ts';
import type { Keys, Recipe } from '../../contract.ts';
import type { ChannelName } from '../../motion/channels.ts';
import { minimumJerk } from '../../motion/minimum-jerk.ts';

/** The poses of the study as data, and the clip that shows them in sequence. */

type PoseKeys = Partial<Record<ChannelName, number>>;

export interface StudyPose {
  readonly id: string;
  readonly keys: PoseKeys;
}

interface DrillPoses {
  /** Kind of the drill phase in which the poses are shown. */
  readonly phase: string;
  /** Three steps from the reference pose, internal rotation positive. */
  readonly rotations: readonly [Degrees, Degrees, Degrees];
  /** Signs are those of the drill's usual compensation. */
  readonly twist: Degrees;
  readonly obliquity: Degrees;
  /** Null: on hands and knees the pelvis cannot lift. */
  readonly lift: Metres | null;
}

const TWIST: Degrees = 12;
const OBLIQUITY: Degrees = 8;
const ARCH: Degrees = 10;

const POSES: Readonly<Record<string, DrillPoses>> = {
  'supine-sleeper': {
    phase: 'passive',
    rotations: [15, 30, 45],
    twist: -TWIST,
    obliquity: -OBLIQUITY,
    lift: 0.04,
  },
  'quadruped-band-ir': {
    phase: 'reps',
    rotations: [15, 30, 45],
    twist: TWIST,
    obliquity: OBLIQUITY,
    lift: null,
  },
  'ninety-ninety-pails-rails': {
    phase: 'passive',
    rotations: [8, 16, 24],
    twist: -TWIST,
    obliquity: OBLIQUITY,
    lift: 0.03,
  },
};

export const hasPoses = (drill: string): boolean => Object.hasOwn(POSES, drill);

/** Name of the repeated first step, with which compensations are compared. */
export const REFERENCE = 'back to 1';

/** @throws {Error} for a drill that the study has no poses for */
export function posesOf(drill: string): readonly [StudyPose, ...StudyPose[]] {
  const plan = POSES[drill];
  if (!plan) throw new Error(`the placement study has no poses for the drill "${drill}"`);
  const [rotation] = plan.rotations;
  const lift = plan.lift === null ? [] : [{ id: 'lift', keys: { rotation, lift: plan.lift } }];
  return [
    { id: 'neutral', keys: {} },
    ...plan.rotations.map((angle, i) => ({ id: `rotation ${i + 1}`, keys: { rotation: angle } })),
    { id: REFERENCE, keys: { rotation } },
    { id: 'twist', keys: { rotation, twist: plan.twist } },
    { id: 'obliquity', keys: { rotation, obliquity: plan.obliquity } },
    ...lift,
    { id: 'arch', keys: { rotation, arch: ARCH } },
  ];
}

const FPS = 6;
/** Length of the reference pose; longer than the app's hold, because the app first has to find the person. */
const REFERENCE_POSE: Seconds = 3.5;
/**
 * Number of pictures between two poses: for one step of the leg, and for larger changes. A jump would break the
 * tracking.
 */
const BETWEEN = { step: 2, other: 4 } as const;
const HELD = 4;
/** Number of frames at the end of a hold that count, when filters have settled. */
const COUNTED = 3;

/** A hold in the clip as a range of frames: `from` is included, `until` is not. */
export interface Hold {
  readonly id: string;
  /** Number of its picture. */
  readonly picture: number;
  readonly from: number;
  readonly until: number;
}

export interface StudyClip {
  /** Recipe of the poses and the transitions between them; frame i of its performance is picture i. */
  readonly recipe: Recipe;
  readonly fps: number;
  /** Number of the picture that each frame of the clip shows. */
  readonly frames: readonly number[];
  readonly holds: readonly Hold[];
  /** Phases of the clip for the app's timeline. */
  readonly phases: Recipe['phases'];
}

const namesIn = (poses: readonly StudyPose[]): ChannelName[] => [
  ...new Set(poses.flatMap(({ keys }) => Object.keys(keys) as ChannelName[])),
];

const isCompensation = ({ id }: StudyPose): boolean =>
  id !== 'neutral' && id !== REFERENCE && !id.startsWith('rotation');

/** Interpolated poses between two poses, without the two. */
function waysBetween(from: PoseKeys, to: PoseKeys, names: readonly ChannelName[]): PoseKeys[] {
  const pelvis = names.some((name) => name !== 'rotation' && from[name] !== to[name]);
  const back = (to.rotation ?? 0) < (from.rotation ?? 0);
  const between = pelvis || back ? BETWEEN.other : BETWEEN.step;
  return Array.from({ length: between }, (_, i) => {
    const share = minimumJerk((i + 1) / (between + 1));
    const at = (name: ChannelName) => (from[name] ?? 0) + share * ((to[name] ?? 0) - (from[name] ?? 0));
    return Object.fromEntries(names.map((name) => [name, at(name)]));
  });
}

/** Collects the pictures of a drill and the frames that show them. */
class Script {
  readonly pictures: PoseKeys[] = [];
  readonly frames: number[] = [];
  readonly holds: Hold[] = [];

  /** Adds new pictures with one frame each; returns their numbers. */
  go(ways: readonly PoseKeys[]): number[] {
    const first = this.pictures.length;
    this.pictures.push(...ways);
    const numbers = ways.map((_, i) => first + i);
    this.frames.push(...numbers);
    return numbers;
  }

  hold({ id, keys }: StudyPose, frames: number, counted: number): number {
    const picture = this.pictures.length;
    this.pictures.push(keys);
    for (let i = 0; i < frames; i++) this.frames.push(picture);
    this.holds.push({ id, picture, from: this.frames.length - counted, until: this.frames.length });
    return picture;
  }
}

/**
 * Rotates step by step, returns to the first step, and from there goes to each compensation and back by the same
 * pictures.
 */
function scriptOf(poses: readonly StudyPose[], still: number): Script {
  const script = new Script();
  const names = namesIn(poses);
  let from: PoseKeys = {};
  let reference = 0;
  for (const pose of poses) {
    if (pose.id === 'neutral') script.hold(pose, still, still);
    else {
      const ways = script.go(waysBetween(from, pose.keys, names));
      const picture = script.hold(pose, HELD, COUNTED);
      if (isCompensation(pose)) script.frames.push(...ways.reverse(), reference);
      else {
        from = pose.keys;
        reference = picture;
      }
    }
  }
  return script;
}

/**
 * The clip of a drill: the held reference pose, then one pose after another. Each picture is rendered once and may be
 * repeated.
 */
export function studyClip(drill: string): StudyClip {
  const poses = posesOf(drill);
  const still = Math.round(REFERENCE_POSE * FPS);
  const { pictures, frames, holds } = scriptOf(poses, still);
  const keys = Object.fromEntries(
    namesIn(poses).map((name): [string, Keys] => [name, pictures.map((pose, second) => [second, pose[name] ?? 0])]),
  );
  const recipe: Recipe = {
    id: `placement-${drill}`,
    drill,
    variant: 'default',
    side: 'left',
    fps: 1,
    width: 960,
    height: 540,
    phases: [{ kind: 'hold', start: 0, end: pictures.length }],
    keys,
    reps: [],
    camera: null,
    look: {},
  };
  const phases = [
    { kind: 'neutral', start: 0, end: still / FPS },
    { kind: POSES[drill]?.phase ?? 'hold', start: still / FPS, end: frames.length / FPS },
  ];
  return { recipe, fps: FPS, frames, holds, phases };
}
