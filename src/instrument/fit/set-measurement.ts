import { CameraWatch } from '../checks/camera-watch.ts';
import { JumpGate } from '../checks/jump-gate.ts';
import { KneeSight, leastKneeVisibility } from '../checks/knee-sight.ts';
import { type PersonCheck, reasonsFromPersonCheck, reasonsFromTrunk } from '../checks/person-check.ts';
import { type PostureSight, PostureWatch } from '../checks/posture-watch.ts';
import { raisedArms } from '../checks/raised-arm.ts';
import { FAIR_WIDENING } from './band-from-here.ts';
import { fittedBody } from './fitted-body.ts';
import { type FrameFit, FrameFitter, landmarkPoint } from './frame-fit.ts';
import {
  blindPelvis,
  type PelvisMeasurement,
  type PelvisObservation,
  type PhoneGap,
  turnBound,
  withPhonePelvis,
} from './pelvis-observation.ts';
import { DEG, type Mat3, type PelvisRotation } from '../geometry/rotation.ts';
import {
  type Body,
  FITTED_LANDMARKS,
  INTERNAL_ROTATION,
  JOINT,
  JOINT_COUNT,
  LEG_START,
  PELVIS,
  type Pose,
} from '../geometry/skeleton.ts';
import { median } from '../geometry/statistics.ts';
import {
  type BySide,
  type Degrees,
  type Estimate,
  leadingSide,
  type Metres,
  type Seconds,
  type Side,
  sidesOf,
} from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { Picture, PictureSize } from '../input/picture.ts';
import { networkPelvis, type NetworkPelvis, type PelvisModel } from '../networks/network-pelvis.ts';
import type { FittedBody, PhonePelvis, PostureLeft, ReferencePoseQuality } from '../output/reading.ts';
import type { Reason } from '../output/reason.ts';
import type { HeldReferencePose } from '../reference-pose/reference-pose-capture.ts';
import { legJointIndex, type ReferencePoseFit, type StillLandmarks } from '../reference-pose/reference-pose-fit.ts';
import { referencePoseValidator, type ReferencePoseValidator } from '../reference-pose/reference-pose-validator.ts';
import { type PatchReading, PelvisTurn } from '../still/pelvis-turn.ts';
import { StillWatch } from '../still/still-watch.ts';

/** Standard deviation of a measured slide. */
const FOOT_SD: Metres = 0.015;

/** The joint index of the ankle nearer to the lens: the other leg's knee cannot hide it. */
export function nearerAnkle({ body, offsets, camera }: ReferencePoseFit): number {
  const [left, right] = [JOINT.leftAnkle, JOINT.rightAnkle].map(
    (joint) => camera.project(landmarkPoint(body, offsets, joint))[2],
  );
  return (left ?? 0) <= (right ?? 0) ? JOINT.leftAnkle : JOINT.rightAnkle;
}

/** Distance of an ankle's landmark from its place in the reference pose, metres at the depth it had there. */
export function slideOf(referencePose: ReferencePoseFit, landmarks: Landmarks, joint: number): Estimate<Metres> {
  const [x, y, depth] = referencePose.camera.project(landmarkPoint(referencePose.body, referencePose.offsets, joint));
  const l = 2 * (FITTED_LANDMARKS[joint] ?? 0);
  const pixels = Math.hypot((landmarks.points[l] ?? 0) - x, (landmarks.points[l + 1] ?? 0) - y);
  return { value: (pixels * depth) / referencePose.camera.focalPixels, sd: FOOT_SD };
}

/** An ankle nearer to its start place lies on the floor. A lift raises it by 7 cm or more, noise by up to 3 cm. */
const STAYS_WITHIN: Metres = 0.03;
/**
 * A leg on the floor is still: its rotation stays `within` this range for `around` seconds before and after a frame.
 */
const STILL: { readonly within: Degrees; readonly around: Seconds } = { within: 4, around: 0.3 };
/** Older frames at rest do not count: the trunk moves on, and with it the error of the rotation. */
const COUNTS_FOR: Seconds = 1.5;
/** Frames at rest that are needed to update the drift. */
const LEAST_FRAMES = 2;
/** Rotation that the ankle's displacement does not show, because the picture hides movement along the line of sight. */
const UNSEEN_ROTATION: Degrees = 1;
/** Rounding error of a frame's time. */
const TIME_EPSILON: Seconds = 1e-6;

interface RecentFrame {
  readonly time: Seconds;
  readonly rotation: Degrees;
  readonly onFloor: boolean;
}

/**
 * Estimates the drift of the measured hip rotation from the pauses in which the working leg lies on the floor at its
 * start. Its true rotation is then zero, whatever the trunk does: pelvic tilt is flexion of both hips about the hip
 * line (Grood and Suntay 1983, doi 10.1115/1.3138397). The measured value differs from zero because the hip landmarks
 * follow a folding trunk, by −6 to +2° depending on the body (n = 5 rendered people). The same error stands in the lift
 * that follows; subtracting it halves the error there (4.3° to 2.3°).
 */
export class FloorRest {
  readonly #shank: Metres;
  #recent: readonly RecentFrame[] = [];
  #drift: Degrees = 0;

  /** @param shank length from knee to ankle */
  constructor(shank: Metres) {
    this.#shank = shank;
  }

  /**
   * Takes one valid frame.
   * @param rotation change since the reference pose, internal positive
   * @param slide distance of the ankle's landmark from its start place
   * @param time of the frame; a frame that is not later than the last one does not change the drift
   * @returns what to subtract from `rotation`: the median at the last rest, kept while the leg is up. What remains is
   * limited to the rotation that the ankle's displacement allows. A small displacement rules out a large rotation; a
   * large one proves nothing.
   */
  step(rotation: Degrees, slide: Metres, time: Seconds): Degrees {
    if (time > (this.#recent.at(-1)?.time ?? -Infinity)) this.#learn(rotation, slide, time);
    const most = Math.asin(Math.min(1, slide / this.#shank)) * DEG + UNSEEN_ROTATION;
    return rotation - Math.max(-most, Math.min(most, rotation - this.#drift));
  }

  #learn(rotation: Degrees, slide: Metres, time: Seconds): void {
    const since = time - COUNTS_FOR - STILL.around;
    const kept = this.#recent.filter((frame) => frame.time >= since);
    this.#recent = [...kept, { time, rotation, onFloor: slide < STAYS_WITHIN }];
    const rests = this.#rotationsAtRest(time);
    if (rests.length >= LEAST_FRAMES) this.#drift = median(rests) ?? this.#drift;
  }

  /** Measured rotations of the frames in which the leg was on the floor and still. */
  #rotationsAtRest(now: Seconds): Degrees[] {
    const isNear = (frame: RecentFrame, other: RecentFrame): boolean =>
      Math.abs(other.time - frame.time) <= STILL.around + TIME_EPSILON;
    const isRest = (frame: RecentFrame): boolean => {
      const age = now - frame.time;
      if (!frame.onFloor || age < STILL.around - TIME_EPSILON || age > COUNTS_FOR) return false;
      const near = this.#recent.filter((other) => isNear(frame, other)).map(({ rotation }) => rotation);
      return Math.max(...near) - Math.min(...near) <= STILL.within;
    };
    return this.#recent.filter(isRest).map(({ rotation }) => rotation);
  }
}

/** One frame, measured against the reference pose. */
export interface Measured {
  readonly body: FittedBody;
  /** Fitted joints in the picture: x, y per joint. */
  readonly skeleton: Float32Array;
  readonly raisedArms: number;
  /** While a phone is used, twice a second: the pelvis as the camera alone would have it. Absent: not in this frame. */
  readonly cameraPelvis?: PelvisRotation;
}

/** Above this normalised residual RMS the person in the picture does not fit the body of the reference pose. */
const MAX_RESIDUAL_RMS = 1.9;
/** After a gap this long the fit starts again from the reference pose. */
const FORGET_AFTER: Seconds = 1.5;
/** How often the camera's own pelvis is computed beside the phone's. */
const COMPARED_EVERY: Seconds = 0.5;

/** The measurement against one reference pose. It begins when that pose is held and ends when the next one is. */
export class Measuring {
  readonly quality: ReferencePoseQuality;
  /** Watches whether the reference pose was the start position. Null: the drill sets no limit for it. */
  readonly outside: ReferencePoseValidator | null;
  /** The pelvis network. It is asked and answered before the `step` of the same frame. Null: there is none. */
  readonly network: NetworkPelvis | null;
  /** Tells from the background whether the camera has moved or zoomed since the reference pose. */
  readonly camera: CameraWatch;
  readonly pictureSize: PictureSize;
  /** Time that the parts that should stay took in the last frame. */
  stillMilliseconds = 0;
  /** How the body has left the position of the drill; null: it has not. It stays while nobody is found. */
  postureLeft: PostureLeft | null = null;
  readonly #plan: MeasurementPlan;
  readonly #referencePose: ReferencePoseFit;
  readonly #still: StillLandmarks;
  readonly #fitter: FrameFitter;
  readonly #clock: () => number;
  readonly #widening: number;
  /** Index of the working ankle's joint; null: the drill does not plant that foot. */
  readonly #planted: number | null;
  readonly #nearFoot: number | null;
  readonly #rest: FloorRest | null;
  readonly #stillWatch: StillWatch | null;
  readonly #turn: PelvisTurn | null;
  readonly #posture: PostureWatch;
  readonly #knees: KneeSight;
  readonly #jumps = { left: new JumpGate(), right: new JumpGate() };
  #last: Pose;
  #lastTime: Seconds;
  /** The last fit without the phone. */
  #camera: { readonly pose: Pose; readonly at: Seconds } | null = null;

  constructor(plan: MeasurementPlan, held: HeldReferencePose, clock: () => number, pelvis: PelvisModel | null = null) {
    const referencePose = held.finding.fit;
    this.#plan = plan;
    this.#referencePose = referencePose;
    this.#still = held.still;
    this.#clock = clock;
    this.#fitter = new FrameFitter(plan, referencePose, held.still.width);
    this.#widening = held.finding.view === 'good' ? 1 : FAIR_WIDENING;
    const network =
      plan.pelvisModel && pelvis ? networkPelvis(pelvis, leadingSide(plan.side), held.still, held.pictures) : null;
    this.network = network;
    this.#knees = new KneeSight(leastKneeVisibility(plan), held.knees);
    const isPlanted = plan.motion.contacts.some(({ joint }) => joint === 'working ankle');
    this.#planted = isPlanted ? legJointIndex('working ankle', leadingSide(plan.side)) : null;
    this.#nearFoot = plan.optionalChannels?.includes('foot-shift') ? nearerAnkle(referencePose) : null;
    this.#rest = plan.motion.restsOnFloor ? new FloorRest(referencePose.bones.shank) : null;
    const isFollowed = plan.still !== undefined && held.pictures.length > 0;
    this.#stillWatch = isFollowed ? new StillWatch(plan, referencePose, held.still, held.pictures) : null;
    this.#turn = isFollowed && plan.pelvisPatches ? new PelvisTurn(referencePose) : null;
    this.#posture = new PostureWatch(plan, referencePose, held.still);
    this.outside = referencePoseValidator(plan, referencePose, held.still);
    this.#last = referencePose.pose;
    this.#lastTime = held.at;
    const learnt = qualityOf(held);
    this.quality = network && pelvis ? { ...learnt, pelvisModel: pelvis.version } : learnt;
    this.camera = new CameraWatch(held.pictures, landmarksOf(held));
    this.pictureSize = { width: held.still.width, height: held.still.height };
  }

  /** Orientation of the pelvis in the reference pose, in the room. */
  get pelvisAtStart(): Mat3 {
    return this.#referencePose.body.pelvis;
  }

  /** @param phone what a phone shows of the pelvis, or why it shows nothing. Absent: none is used */
  step(
    picture: Picture,
    landmarks: Landmarks,
    check: PersonCheck,
    time: Seconds,
    phone?: PhonePelvis | PhoneGap,
  ): Measured {
    const gap = time - this.#lastTime;
    const from = gap > FORGET_AFTER ? this.#referencePose.pose : this.#last;
    const before = this.#clock();
    const still = this.#stillWatch?.step(picture, time, (place) => this.camera.shiftAt(place));
    this.stillMilliseconds = this.#clock() - before;
    const seen = this.network?.step() ?? null;
    const hips = still?.find(({ channel }) => channel === 'hips-shift');
    const turn = seen ? null : (this.#turn?.step(this.#stillWatch?.patches ?? [], from) ?? null);
    const held = seen ? null : ((turn && surer(turn.twist)) ?? turnBound(this.#plan.turnByShift, hips?.shift ?? null));
    const camera = seen?.fitted ?? held;
    const known = withPhonePelvis(camera, phone) ?? undefined;
    const fit = this.#fitter.fit(landmarks, from, Math.min(gap, FORGET_AFTER), known);
    const cameraPelvis = phone === undefined ? null : this.#withoutPhone(landmarks, camera, time);
    this.#last = fit.pose;
    this.#lastTime = time;
    const posture = this.#posture.step(landmarks, time);
    this.postureLeft = posture.left;
    this.#knees.step(landmarks, time);
    const reasons = this.#reasonsAgainst(fit, landmarks, check, posture, time);
    const body = fittedBody({
      plan: this.#plan,
      referencePose: this.#referencePose,
      fit,
      pelvis: {
        ...(seen ?? (this.#plan.useFittedTwist ? fittedTwist(fit) : turnOf(turn, this.#turn !== null))),
        ...(held && !turn ? { held } : {}),
        ...(phone === undefined ? {} : { phone }),
      },
      widening: this.#widening,
      footSlide: this.#planted === null ? null : slideOf(this.#referencePose, landmarks, this.#planted),
      footShift: this.#nearFoot === null ? null : slideOf(this.#referencePose, landmarks, this.#nearFoot),
      kneeProblem: this.#kneeProblem(fit.body),
      drift: reasons.length === 0 ? this.#driftOf(fit, landmarks, time) : 0,
      reasons,
      valid: reasons.length === 0,
      rough: withRoughPhone(posture.rough, phone),
      still,
    });
    const { internalRotation } = body.leg[leadingSide(this.#plan.side)];
    this.outside?.step(landmarks, body.valid ? (internalRotation?.value ?? null) : null, time);
    const arms = raisedArms(landmarks, this.#referencePose.camera, fit.body, picture.width);
    const skeleton = projected(this.#referencePose, fit);
    return { body, skeleton, raisedArms: arms, ...(cameraPelvis ? { cameraPelvis } : {}) };
  }

  /** Every so often the frame is fitted without the phone, to compare. These fits follow each other, so nothing of the phone is in them. */
  #withoutPhone(landmarks: Landmarks, camera: PelvisMeasurement | null, time: Seconds): PelvisRotation | null {
    const { pose, at } = this.#camera ?? { pose: this.#referencePose.pose, at: -Infinity };
    if (time - at < COMPARED_EVERY) return null;
    const elapsed = Math.min(time - at, FORGET_AFTER);
    const fit = this.#fitter.fit(landmarks, pose, elapsed, camera ?? undefined);
    this.#camera = { pose: fit.pose, at: time };
    return fit.pelvis;
  }

  #kneeProblem(body: Body): BySide<Reason | null> {
    const of = (side: Side) => this.#knees.problem(side, body, this.#referencePose.camera.place);
    return { left: of('left'), right: of('right') };
  }

  #driftOf(fit: FrameFit, landmarks: Landmarks, time: Seconds): Degrees {
    if (this.#rest === null) return 0;
    const side = leadingSide(this.#plan.side);
    const at = LEG_START[side] + INTERNAL_ROTATION;
    const turned = (fit.pose[at] ?? 0) - (this.#referencePose.pose[at] ?? 0);
    const slide = slideOf(this.#referencePose, landmarks, legJointIndex('working ankle', side));
    return this.#rest.step(turned, slide.value, time);
  }

  #reasonsAgainst(
    fit: FrameFit,
    landmarks: Landmarks,
    check: PersonCheck,
    posture: PostureSight,
    time: Seconds,
  ): Reason[] {
    const left: Reason[] = posture.now === null && posture.left === null ? [] : ['posture-left'];
    if (this.#plan.trunkOnly && check.problem === 'out-of-frame')
      return [...left, ...reasonsFromTrunk(check, landmarks, this.#still)];
    const reasons = [...left, ...reasonsFromPersonCheck(check)];
    if (fit.normalisedResidualRms > MAX_RESIDUAL_RMS) reasons.push(fit.swapped ? 'left-right-mixed' : 'poor-fit');
    if (this.#hasJumped(fit, time) && reasons.length === 0) reasons.push('poor-fit');
    return reasons;
  }

  /** The jump gate of each working leg gets every frame, because it compares with the frames before. */
  #hasJumped(fit: FrameFit, time: Seconds): boolean {
    const jumped = sidesOf(this.#plan.side).filter((side) =>
      this.#jumps[side].isJump(fit.pose[LEG_START[side] + INTERNAL_ROTATION] ?? null, time),
    );
    return jumped.length > 0;
  }
}

/** What the phone shows counts in frames without valid numbers too, where a fault is far above its limit. */
function withRoughPhone(rough: FittedBody['rough'], phone?: PhonePelvis | PhoneGap): FittedBody['rough'] {
  if (typeof phone !== 'object') return rough;
  const { twist, tilt } = phone;
  return {
    ...rough,
    ...(twist ? { 'pelvis-twist': twist.value } : {}),
    ...(tilt ? { 'pelvis-tilt': tilt.value } : {}),
  };
}

/** The fit counts a measured turn twice as sure: the hip landmarks follow the thigh and speak against it. */
const surer = ({ value, sd }: Estimate<Degrees>): PelvisMeasurement => ({
  twist: { value, sd: sd / 2 },
  obliquity: null,
});

const turnOf = (turn: PatchReading | null, isWatched: boolean): PelvisObservation =>
  turn
    ? { twist: turn.twist, unseen: null, fitted: { twist: turn.twist, obliquity: null }, mostLift: turn.mostLift }
    : blindPelvis(isWatched ? 'pelvis-lost' : 'not-seen-from-here');

/** The pelvic twist as the fit found it from the hip landmarks. */
const fittedTwist = (fit: FrameFit): PelvisObservation => ({
  twist: { value: fit.pelvis.twist, sd: fit.sd[PELVIS + 1] ?? Infinity },
  unseen: null,
});

function projected(referencePose: ReferencePoseFit, fit: FrameFit): Float32Array {
  const out = new Float32Array(2 * JOINT_COUNT);
  for (let j = 0; j < JOINT_COUNT; j++) {
    const [x, y] = referencePose.camera.project(landmarkPoint(fit.body, referencePose.offsets, j));
    out.set([x, y], 2 * j);
  }
  return out;
}

function landmarksOf({ still }: HeldReferencePose): Landmarks {
  return {
    points: Float32Array.from(still.points),
    visibility: Float32Array.from(still.visibility),
    world: new Float32Array(99),
    score: 1,
  };
}

/** What the hold tells: where the camera stands, and how good the view is. */
function qualityOf(held: HeldReferencePose): ReferencePoseQuality {
  const { fit, view } = held.finding;
  return {
    azimuth: fit.azimuth,
    lookingDown: fit.lookingDown,
    lensHeight: fit.lens.height,
    distance: fit.distance,
    noise: {},
    view,
    ...(held.withoutNumber ? { withoutNumber: true as const } : {}),
  };
}
