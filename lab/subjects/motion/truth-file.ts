import { length, subtract } from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Pixels, Seconds, WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { jointOf, type JointName, landmarkIndex, midpointOf } from '../kinematics/joint-landmarks.ts';
import { DEGREES, wrapDegrees } from '../vectors.ts';
import { moveCamera, type PlacedCamera, project, roomLandmarks } from './camera.ts';
import { BOTH } from './contacts.ts';
import { eventsOf, stretchesAbove, type TruthEvent } from './events.ts';
import type { CameraView, Performance, PerformedFrame } from './performance.ts';

type Picture = readonly [Pixels, Pixels];

/** Content of `NAME.truth.json`; `tests/clips/README.md` explains fields and signs. */
export interface TruthFile {
  readonly recipe: string;
  readonly seed: number;
  readonly drill: string;
  readonly variant: string;
  readonly side: WorkingSide;
  readonly fps: number;
  readonly width: Pixels;
  readonly height: Pixels;
  readonly frameCount: number;
  /** Largest difference between the input angles and those recomputed from the joint centres, degrees. */
  readonly worstDifference: number;
  readonly camera: Readonly<Record<string, number | string>>;
  readonly subject: Readonly<Record<string, number | string>>;
  readonly phases: readonly { readonly kind: string; readonly start: Seconds; readonly end: Seconds }[];
  readonly events: readonly TruthEvent[];
  readonly reps: readonly TruthRep[];
  readonly frames: readonly TruthFileFrame[];
}

/** `hold`: seconds within 4.5° of the end range, which the app counts as holding. */
interface TruthRep {
  readonly start: Seconds;
  readonly turn: Seconds;
  readonly end: Seconds;
  readonly amplitude: number;
  readonly hold: Seconds;
}

type TruthFileFrame = Pick<PerformedFrame['truth'], 'hip' | 'knee' | 'pelvis' | 'lumbar'> & {
  /** Angle of the line from mid-hip to mid-shoulder against the reference pose. */
  readonly trunkLean: Degrees;
  /** Sleeper only: drop of the working knee beyond that of the same rotation with a still pelvis. */
  readonly kneeChase?: Degrees;
  readonly landmarks: readonly Picture[];
};

const HOLD_BAND = 4.5;
/** A person is out of frame when fewer of the shoulders, hips, knees and ankles are in the picture. */
const FEWEST_JOINTS = 3;
const TRACKED: readonly JointName[] = ['shoulder', 'hip', 'knee', 'ankle'];

const rounded = (value: number, places: number): number => {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
};

/** A copy with every number rounded. */
function roundAll<T>(value: T, places: number): T {
  if (typeof value === 'number') return rounded(value, places) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, roundAll(inner, places)]);
  return Object.fromEntries(entries) as T;
}

/** Camera of every frame, because the laptop may be moved. */
export const viewsOf = (performance: Performance, camera: PlacedCamera): CameraView[] =>
  performance.frames.map(({ asked }) => moveCamera(camera.view, asked));

/** All 33 landmarks of a frame in the picture. */
export const picturesOf = (frame: PerformedFrame, view: CameraView, floorLift: Metres): Picture[] =>
  roomLandmarks(frame, floorLift).map((place) => project(view, place));

function isOutside(landmarks: readonly Picture[], { width, height }: CameraView): boolean {
  const joints = TRACKED.flatMap((joint) => BOTH.map((side) => landmarks[landmarkIndex(joint, side)]));
  const inside = joints.filter((at) => at && at[0] > 0 && at[0] < width && at[1] > 0 && at[1] < height);
  return inside.length < FEWEST_JOINTS;
}

/** Events while the person is out of frame or the laptop moves. */
function pictureEvents(
  performance: Performance,
  views: readonly CameraView[],
  landmarks: readonly (readonly Picture[])[],
): TruthEvent[] {
  const { fps } = performance.recipe;
  const outside = views.map((view, index) => (isOutside(landmarks[index] ?? [], view) ? 1 : 0));
  const moving = views.map((view, index) => {
    const before = views[index - 1] ?? view;
    const still = length(subtract(view.eye, before.eye)) + Math.abs(view.yaw - before.yaw);
    return still + Math.abs(view.pitch - before.pitch) > 1e-6 ? 1 : 0;
  });
  const event = (rule: string, values: readonly number[]): TruthEvent[] =>
    stretchesAbove(values, 0.5, fps).map(({ start, end }) => ({ rule, start, end, peak: 0, side: 'both' }));
  return [...event('out-of-frame', outside), ...event('camera-moved', moving)];
}

function repsOf({ recipe, frames, workingSide }: Performance): TruthRep[] {
  return recipe.reps.map(({ start, turn, end }) => {
    const during = frames
      .filter(({ time }) => time >= start - 0.05 && time <= end + 0.05)
      .map(({ time, truth }) => ({ time, angle: truth.hip[workingSide].internalRotation }));
    const angles = during.map(({ angle }) => angle);
    const nearest = [...during].sort((a, b) => Math.abs(a.time - turn) - Math.abs(b.time - turn))[0];
    const held = angles.filter((angle) => Math.abs(angle - (nearest?.angle ?? 0)) <= HOLD_BAND);
    return {
      start: rounded(start, 2),
      turn: rounded(turn, 2),
      end: rounded(end, 2),
      amplitude: rounded(Math.max(...angles) - Math.min(...angles), 1),
      hold: rounded(held.length / recipe.fps, 2),
    };
  });
}

function subjectOf({ body, referencePose }: Performance, clothes: string): TruthFile['subject'] {
  const bone = (from: JointName, to: JointName): number =>
    rounded(length(subtract(jointOf(referencePose, from, 'left'), jointOf(referencePose, to, 'left'))), 4);
  const width = (joint: JointName): number =>
    rounded(length(subtract(jointOf(referencePose, joint, 'left'), jointOf(referencePose, joint, 'right'))), 4);
  const trunk = length(subtract(midpointOf(referencePose, 'shoulder'), midpointOf(referencePose, 'hip')));
  return {
    id: body.id,
    sex: body.sex,
    heightMetres: rounded(body.height, 2),
    clothes,
    thighMetres: bone('hip', 'knee'),
    shankMetres: bone('knee', 'ankle'),
    hipWidthMetres: width('hip'),
    shoulderWidthMetres: width('shoulder'),
    trunkMetres: rounded(trunk, 4),
    upperArmMetres: bone('shoulder', 'elbow'),
    forearmMetres: bone('elbow', 'wrist'),
    footMetres: bone('heel', 'toe'),
  };
}

const IN_METRES: ReadonlySet<string> = new Set(['pelvis-lift', 'sit-bone-lift', 'foot-moved']);
const eventPlaces = (rule: string): number => (IN_METRES.has(rule) ? 3 : 1);

function roundEvent(event: TruthEvent): TruthEvent {
  const { start, end, peak, rule } = event;
  return {
    ...event,
    start: rounded(start, 2),
    end: rounded(end, 2),
    peak: rounded(peak, eventPlaces(rule)),
  };
}

function fileFrame({ truth }: PerformedFrame, landmarks: readonly Picture[], hasChase: boolean): TruthFileFrame {
  const { hip, knee, pelvis, lumbar, lean, chase } = truth;
  return {
    ...roundAll({ hip, knee, lumbar }, 2),
    pelvis: { ...roundAll(pelvis, 2), lift: rounded(pelvis.lift, 3) },
    trunkLean: rounded(lean, 2),
    ...(hasChase ? { kneeChase: rounded(chase, 2) } : {}),
    landmarks: landmarks.map(([x, y]) => [rounded(x, 1), rounded(y, 1)]),
  };
}

const fieldOfView = ({ width, focalLength }: CameraView): Degrees => 2 * Math.atan(width / 2 / focalLength) * DEGREES;

/**
 * The truth file of a performance seen by a camera.
 * @param words names of the clothes and of the camera's place
 */
export function truthOf(
  performance: Performance,
  camera: PlacedCamera,
  words: { readonly clothes: string; readonly placement: string },
): TruthFile {
  const { recipe, seed, frames, floorLift } = performance;
  const views = viewsOf(performance, camera);
  const landmarks = frames.map((frame, index) => picturesOf(frame, views[index] ?? camera.view, floorLift));
  const events = [...eventsOf(performance), ...pictureEvents(performance, views, landmarks)];
  return {
    recipe: recipe.id,
    seed,
    drill: recipe.drill,
    variant: recipe.variant,
    side: recipe.side,
    fps: recipe.fps,
    width: recipe.width,
    height: recipe.height,
    frameCount: frames.length,
    worstDifference: performance.worstDifference,
    camera: {
      azimuthDegrees: rounded(wrapDegrees(camera.azimuth), 1),
      heightMetres: rounded(camera.view.eye[1], 2),
      distanceMetres: rounded(camera.distance, 2),
      pitchDegrees: rounded(camera.view.pitch, 1),
      horizontalFovDegrees: rounded(fieldOfView(camera.view), 1),
      placement: words.placement,
    },
    subject: subjectOf(performance, words.clothes),
    phases: recipe.phases.map((phase) => roundAll(phase, 2)),
    events: events.sort((a, b) => a.start - b.start).map(roundEvent),
    reps: repsOf(performance),
    frames: frames.map((frame, index) => fileFrame(frame, landmarks[index] ?? [], recipe.drill === 'supine-sleeper')),
  };
}
