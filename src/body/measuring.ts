import { fittedBody } from './fitted-body.ts';
import { type FrameFit, frameFitter, landmarkPoint } from './frame-fit.ts';
import type { Landmarks } from './landmarks.ts';
import type { MeasurementPlan } from './measurement-plan.ts';
import type { NeutralFit } from './neutral-fit.ts';
import type { HeldNeutral } from './neutral-keeper.ts';
import { BLIND, type PelvisEstimator, type PelvisSighting } from './pelvis-estimator.ts';
import type { PersonCheck } from './person-check.ts';
import type { Picture } from './picture.ts';
import type { Channel, FittedBody, NeutralQuality } from './reading.ts';
import type { Reason } from './reason.ts';
import { FITTED_LANDMARKS, JOINT_COUNT, type Pose } from './skeleton.ts';
import { legJointIndex } from './start-pose.ts';
import { type BackgroundWatch, backgroundWatch } from './surface/background-watch.ts';
import { surfacePelvis } from './surface/surface-pelvis.ts';
import { type Estimate, leadingSide, type Metres, type Seconds } from './units.ts';

/** One frame after neutral. */
export interface Measured {
  readonly body: FittedBody;
  /** Fitted joints in the picture: x, y per joint. */
  readonly skeleton: Float32Array;
}

/** Everything that starts with a neutral and ends with the next one. */
export interface Measuring {
  readonly quality: NeutralQuality;
  step(picture: Picture, landmarks: Landmarks, check: PersonCheck, time: Seconds): Measured;
  /** Looks at the room now and then; true once it has shifted for good. */
  cameraMoved(picture: Picture, time: Seconds): boolean;
  readonly surfaceMilliseconds: number;
}

/** Picture residuals beyond this mean that the body in the picture is not the one that was fitted at neutral. */
const MOST_STRAIN = 1.9;
/** After so long without the person the fit starts again from neutral. */
const FORGET_AFTER: Seconds = 1.5;
const FAIR_WIDENING = 1.5;
const ROOM_EVERY: Seconds = 0.35;
/** A shift of the room in pixels at 960 wide that is no compression noise, and how often in a row it must be seen. */
const ROOM_SHIFT = 2.5;
const ROOM_TIMES = 3;
const FOOT_SD: Metres = 0.015;

export function startMeasuring(plan: MeasurementPlan, held: HeldNeutral, clock: () => number): Measuring {
  const neutral = held.finding.fit;
  const newest = held.pictures.at(-1);
  const width = held.still.width;
  const fitter = frameFitter(plan, neutral, width);
  const pelvis = surfacePelvis(plan, neutral, held.still, held.pictures);
  const room = newest ? backgroundWatch(newest, landmarksOf(held)) : null;
  const working = leadingSide(plan.side);
  const widening = held.finding.view === 'good' ? 1 : FAIR_WIDENING;
  const planted = plan.motion.contacts.some((c) => c.joint === 'working ankle')
    ? legJointIndex('working ankle', working)
    : null;
  const moved = roomShift(room, width);
  let last: Pose = neutral.pose;
  let lastTime: Seconds = held.at;
  let surfaceMilliseconds = 0;

  return {
    quality: qualityOf(held, pelvis),
    get surfaceMilliseconds() {
      return surfaceMilliseconds;
    },
    step(picture, landmarks, check, time) {
      const gap = time - lastTime;
      const fit = fitter.fit(
        landmarks,
        gap > FORGET_AFTER ? neutral.pose : last,
        Math.min(gap, FORGET_AFTER),
      );
      last = fit.pose;
      lastTime = time;
      const before = clock();
      const sighting = pelvis
        ? pelvis.step(picture, landmarks, time)
        : BLIND(plan.surface ? 'pelvis-hidden' : 'not-seen-from-here');
      surfaceMilliseconds = clock() - before;
      return measured(fit, sighting, landmarks, check);
    },
    cameraMoved: moved,
  };

  function measured(
    fit: FrameFit,
    sighting: PelvisSighting,
    landmarks: Landmarks,
    check: PersonCheck,
  ): Measured {
    const reasons: Reason[] = [];
    if (check.problem && check.problem !== 'out-of-frame') reasons.push(check.problem);
    if (check.problem === 'out-of-frame') reasons.push('joints-hidden');
    if (fit.strain > MOST_STRAIN) reasons.push(fit.swapped ? 'left-right-mixed' : 'poor-fit');
    const footSlide = planted === null ? null : slideOf(neutral, landmarks, planted);
    const body = fittedBody({
      plan,
      neutral,
      fit,
      pelvis: sighting,
      widening,
      footSlide,
      reasons,
      valid: reasons.length === 0,
    });
    return { body, skeleton: projected(neutral, fit) };
  }
}

/** How far a planted ankle's landmark stands from where it stood, metres at its neutral depth. */
function slideOf(neutral: NeutralFit, landmarks: Landmarks, joint: number): Estimate<Metres> {
  const [x, y, depth] = neutral.camera.project(landmarkPoint(neutral.body, neutral.offsets, joint));
  const l = 2 * (FITTED_LANDMARKS[joint] ?? 0);
  const pixels = Math.hypot((landmarks.points[l] ?? 0) - x, (landmarks.points[l + 1] ?? 0) - y);
  return { value: (pixels * depth) / neutral.camera.focalPixels, sd: FOOT_SD };
}

function projected(neutral: NeutralFit, fit: FrameFit): Float32Array {
  const out = new Float32Array(2 * JOINT_COUNT);
  for (let j = 0; j < JOINT_COUNT; j++) {
    const [x, y] = neutral.camera.project(landmarkPoint(fit.body, neutral.offsets, j));
    out.set([x, y], 2 * j);
  }
  return out;
}

function roomShift(room: BackgroundWatch | null, width: number): Measuring['cameraMoved'] {
  let looked: Seconds = -Infinity;
  let times = 0;
  return (picture, time) => {
    if (!room || times >= ROOM_TIMES || time - looked < ROOM_EVERY) return times >= ROOM_TIMES;
    looked = time;
    const shift = room.shift(picture);
    times = shift !== null && shift > (ROOM_SHIFT * width) / 960 ? times + 1 : 0;
    return times >= ROOM_TIMES;
  };
}

function landmarksOf({ still }: HeldNeutral): Landmarks {
  return {
    points: Float32Array.from(still.points),
    visibility: Float32Array.from(still.visibility),
    world: new Float32Array(99),
    score: 1,
  };
}

/** What the hold taught: place of the lens, grade of the view, and the noise of each channel of a person lying still. */
function qualityOf(held: HeldNeutral, pelvis: PelvisEstimator | null): NeutralQuality {
  const { fit, view } = held.finding;
  const noise: Partial<Record<Channel, number>> = {};
  const twists: number[] = [];
  const lifts: number[] = [];
  for (const picture of pelvis ? held.pictures : []) {
    const sighting = pelvis?.step(picture, null, held.at);
    if (sighting?.twist) twists.push(sighting.twist.value);
    if (sighting?.lift) lifts.push(sighting.lift.value);
  }
  if (twists.length > 2) noise['pelvis-twist'] = scatter(twists);
  if (lifts.length > 2) noise['pelvis-lift'] = scatter(lifts);
  return {
    azimuth: fit.azimuth,
    lookingDown: fit.lookingDown,
    lensHeight: fit.lens.height,
    distance: fit.distance,
    noise,
    view,
  };
}

function scatter(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
}
