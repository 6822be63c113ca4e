import type { PicturePoint } from '../geometry/picture-points.ts';
import type { ShinAngles } from '../geometry/skeleton.ts';
import type { BySide, Degrees, Estimate, Metres, Milliseconds, Seconds, Share, Side } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { BodyPart, KneeProblem, Reason } from './reason.ts';

/** What a phone on the pelvis shows of its turn since the zero; signs as in `PelvisAngles`. Null: it does not show this one. */
export interface PhonePelvis {
  readonly twist: Estimate<Degrees> | null;
  readonly obliquity: Estimate<Degrees> | null;
  /** Anterior tilt positive. */
  readonly tilt: Estimate<Degrees> | null;
}

/**
 * `asks-still`: waits until the phone lies still on the body. `asks-move`: waits for the guided move, which shows how the phone lies.
 * `ready`: measures, or will from the next start position on. `slid`: it moved on the body, and gets a new zero when it lies still.
 * `silent`: nothing comes from it.
 */
export type PhoneState = 'asks-still' | 'asks-move' | 'ready' | 'slid' | 'silent';

/**
 * Why the phone is not ready. `table`: nothing moves at all, so nobody wears it. `hand`: it moves more than a pelvis can. `crooked`: the
 * move was not straight. `again`: the move went against the way the phone seems to lie, so it is asked for once more.
 */
export type PhoneProblem = 'table' | 'hand' | 'crooked' | 'again';

export interface PhoneReading {
  readonly state: PhoneState;
  readonly problem: PhoneProblem | null;
  /** Null: not measured in this frame. */
  readonly pelvis: PhonePelvis | null;
  /** Twice a second: the pelvis as the camera alone would have it. Absent: not in this frame. */
  readonly camera?: Readonly<Record<keyof PhonePelvis, Degrees>>;
}

/**
 * Angles of one hip and its knee. Hip angles are changes since the reference pose; the knee is absolute. Signs are the
 * same on both sides: flexion, abduction and internal rotation are positive. Null: cannot be read in this frame.
 */
export interface LegAngles {
  /** Rotation of the thigh against the fitted pelvis; a pelvic movement that the fit does not see is in it. */
  readonly internalRotation: Estimate<Degrees> | null;
  /**
   * Pelvic contribution: the part of the thigh's rotation in the room that comes from the pelvis and not from the hip
   * (the pelvis's rotation about the femur), positive inwards. In drills that measure flexion against the trunk: the
   * part of the flexion that comes from the back. Null or absent: not measured.
   */
  readonly pelvisContribution?: Degrees | null;
  readonly flexion: Estimate<Degrees> | null;
  readonly abduction: Estimate<Degrees> | null;
  /** Knee flexion, absolute; 0 = straight, positive = bent. */
  readonly knee: Estimate<Degrees> | null;
}

/** The pelvis's movement since the reference pose, about its own axes. Null: see `FittedBody.unseen`. */
export interface PelvisAngles {
  /** About the long axis; positive turns the front to the person's left. */
  readonly twist: Estimate<Degrees> | null;
  /** About the front–back axis; positive lifts the left hip towards the head. */
  readonly obliquity: Estimate<Degrees> | null;
  /** Anterior tilt positive. Null without a phone: no view shows it well enough. */
  readonly tilt: Estimate<Degrees> | null;
  /** Rise of the mid-hip away from the floor. */
  readonly lift: Estimate<Metres> | null;
}

/**
 * The quantities that compensation rules and charts name. Each is a change since the reference pose unless stated
 * otherwise. The names are stored in records.
 */
export type Channel =
  /** Degrees; of the working hip, or the mean of both where both work. */
  | 'hip-internal-rotation'
  | 'hip-flexion'
  | 'hip-abduction'
  /** Degrees, absolute; 0 = straight. */
  | 'knee-flexion'
  /** Degrees a second; computed by the coach from the displayed angle. */
  | 'rotation-speed'
  /** Degrees; how far both thighs together have opened. */
  | 'knee-gap'
  /** Degrees; see `PelvisAngles`. */
  | 'pelvis-twist'
  | 'pelvis-obliquity'
  /** Degrees; only a phone shows it. */
  | 'pelvis-tilt'
  /** Metres. */
  | 'pelvis-lift'
  /** Degrees, ≥ 0. */
  | 'trunk-lean'
  /** Degrees; lumbar extension, arch positive. */
  | 'back-arch'
  /** Metres; of the working leg's planted foot. */
  | 'foot-slide'
  | FormChannel;

/** Metres, ≥ 0: how far a part that should stay has moved across the line of sight. Measured only if the drill declares it. */
export type StillChannel = 'hips-shift' | 'other-knee-shift';

/** Where a part is that should stay, pixels. */
export interface Anchor {
  readonly channel: StillChannel;
  readonly at: PicturePoint;
}

/**
 * Channels that are measured only if the drill asks for them (`MeasurementPlan.optionalChannels`): degrees and metres.
 */
export type FormChannel = 'shin-drop' | 'foot-shift' | StillChannel;

/** Values of the form channels. Absent: the drill does not ask for it. Null: cannot be read in this frame. */
export interface FormReading {
  /** Mean change of both shins' slope since the reference pose; positive when the feet sink. */
  readonly shinDrop?: Estimate<Degrees> | null | undefined;
  /** Distance of the planted ankle nearer to the lens from its place in the reference pose. */
  readonly footShift?: Estimate<Metres> | null | undefined;
  /** How far the hips have moved across the line of sight, and the knee of the other leg; ≥ 0. Null: not watched now. */
  readonly hipsShift?: Estimate<Metres> | null | undefined;
  readonly otherKneeShift?: Estimate<Metres> | null | undefined;
}

/**
 * What happened to the picture since the reference pose, told from the background and the size of the picture.
 * `slid`: the room lies elsewhere in the picture, by a laptop that was pushed or turned, or by automatic framing; the
 * picture does not tell which. `tilted`: the room stands at a slant. `moved`: another room is seen. `zoomed`: the field
 * of view changed. `turned`: width and height were exchanged. `resized`: the picture has another aspect ratio.
 */
export type CameraChange = 'moved' | 'slid' | 'tilted' | 'zoomed' | 'turned' | 'resized';

/**
 * How the body has left the position of the drill. `hips-up`: the pelvis was lifted off its support. `trunk-up`: sat up
 * or stood up. `rolled`: turned over onto the side or front. `leg-straight`: a knee that the drill keeps bent was
 * stretched. `moved-away`: the trunk is elsewhere.
 */
export type PostureChange = 'hips-up' | 'trunk-up' | 'rolled' | 'leg-straight' | 'moved-away';

export interface PostureLeft {
  readonly kind: PostureChange;
  readonly since: Seconds;
}

/** What one frame shows of the body, once a reference pose is held. */
export interface FittedBody {
  /** False: the numbers may only be used for drawing; `reasons` says why. */
  readonly valid: boolean;
  readonly reasons: readonly Reason[];
  readonly leg: BySide<LegAngles>;
  /** What an instrument on each shin shows. Absent: not computed. */
  readonly shin?: BySide<ShinAngles>;
  readonly pelvis: PelvisAngles;
  /** Angle of mid-hip to mid-shoulder from its reference direction, ≥ 0; sideways only where the plan says so. */
  readonly trunkLean: Estimate<Degrees> | null;
  /** Lumbar extension, arch positive; from the outline or from a network. */
  readonly lumbarExtension: Estimate<Degrees> | null;
  /** Distance of the working leg's planted foot from its place in the reference pose. */
  readonly footSlide: Estimate<Metres> | null;
  /** Absent: the drill asks for none of them. */
  readonly form?: FormReading | undefined;
  /** For drawing: where the parts are that should stay. Absent: the drill declares none. */
  readonly anchors?: readonly Anchor[] | undefined;
  /**
   * What the picture shows without a fit, in the unit of the channel, valid or not: too rough for a size, good enough to
   * tell a fault that is far above its limit. Absent: nothing.
   */
  readonly rough?: Partial<Record<Channel, number>> | undefined;
  /** Channels that cannot be read in this frame, and why. All others can. */
  readonly unseen: Partial<Record<Channel, Reason>>;
}

/** State of the reference pose: none asked for, being held, or set. In a wrong position or place `progress` is 0. */
export type ReferencePoseState =
  | { readonly kind: 'none' }
  | { readonly kind: 'holding'; readonly progress: Share; readonly problem: Reason | 'moving' | null }
  | {
      readonly kind: 'set';
      readonly at: Seconds;
      readonly quality: ReferencePoseQuality;
      /** After a capture for the validator's alarm: true if the last reference pose was valid and stays in use. */
      readonly upholdsLast?: boolean;
    };

export interface LensDirection {
  /** From the person to the lens: 0 in front or at the feet, 90 at the left, 180 behind or at the head; 0…360. */
  readonly azimuth: Degrees;
  /** Angle by which the lens looks down to the hips. */
  readonly lookingDown: Degrees;
}

/** What the hold of the reference pose showed about the view and the noise. */
export interface ReferencePoseQuality extends LensDirection {
  readonly lensHeight: Metres;
  readonly distance: Metres;
  /** Standard deviation of a channel while the person is still, in its unit: the lower bound of a meaningful alarm. */
  readonly noise: Partial<Record<Channel, number>>;
  /** `good`: the drill's recommended view. `fair`: readable with wider bands. `poor`: refused. */
  readonly view: 'good' | 'fair' | 'poor';
  /** See `FramingCheck.withoutNumber`. */
  readonly withoutNumber?: true;
  /** Version of the networks that measure pelvis and legs. Absent: none does. */
  readonly pelvisModel?: string;
}

export interface LightCheck {
  /** Mean and standard deviation of the picture's brightness, 0…255. */
  readonly mean: number;
  readonly sd: number;
  readonly problem: Extract<Reason, 'too-dark' | 'too-bright' | 'lens-covered' | 'against-light'> | null;
  /** Light that only makes the numbers less accurate. Null: none. */
  readonly remark: Extract<Reason, 'dim' | 'against-light'> | null;
  /** True: the joints are so dark that dark clothes may hide the legs, however bright the room is. */
  readonly darkClothes: boolean;
}

/**
 * The one thing that plainly keeps a posture from being the start on the back with both feet planted. `leg`: only that leg is
 * not in place. Absent: both, or it is not plain which. `upside-down`: of any start, and of the picture.
 */
export interface StartDifference {
  readonly kind: Extract<
    Reason,
    'hips-up' | 'not-lying' | 'legs-not-planted' | 'bent-forward' | 'leg-stretched' | 'upside-down'
  >;
  readonly leg?: Side;
}

export interface FramingCheck {
  /** Parts outside the picture or not visible. */
  readonly missing: readonly BodyPart[];
  readonly size: 'ok' | 'too-close' | 'too-far';
  /** Longest side of the box around the fitted joints, share of the picture's width. */
  readonly extent: Share;
  /** Whether the posture is the drill's start, and how good the view is; `unknown` until a person is seen well. */
  readonly posture: 'ok' | 'wrong' | 'unknown';
  readonly view: 'good' | 'fair' | 'poor' | 'unknown';
  /** Null: unknown, because the posture is not the start. */
  readonly lens: LensDirection | null;
  /** Why a working knee cannot be read in the start position, so that no number would come. Absent or null: it can. */
  readonly kneeProblem?: KneeProblem | null;
  /**
   * Direction of the lens if the picture shows the start for the other side: the laptop stands on the other side, the
   * other leg is in place, or the camera mirrors its picture. Absent or null: it does not.
   */
  readonly otherSide?: LensDirection | null;
  /** What is plainly different from the drill's start in a wrong posture. Absent or null: nothing is. */
  readonly difference?: StartDifference | null;
  /**
   * True: from here the drill's angle never has a useful band, or a working knee cannot be read, and the person has stayed in
   * the start all the same. Absent: false.
   */
  readonly withoutNumber?: boolean;
  /** True while the laptop moves or the picture zooms. Known while a reference pose is awaited or held. */
  readonly laptopMoves: boolean;
  /** True if everything the drill needs is in place: the reference pose may be held. */
  readonly ready: boolean;
  readonly problem: Reason | null;
}

export interface StageTimings {
  readonly pixels: Milliseconds;
  readonly model: Milliseconds;
  /** The pelvis network, as far as the frame waits, and the parts that should stay. */
  readonly pelvis: Milliseconds;
  readonly fit: Milliseconds;
  readonly total: Milliseconds;
  /** Not in `total`: work of the networks' own worker since the last reading. Absent: there is none. */
  readonly aside?: Milliseconds;
}

/** The small networks of a drill, besides the pose model. */
export type NetworkName = 'pelvis';

/** The people in the picture, counted over several looks. */
export interface PeopleCount {
  /** The measured person and all others who were seen to move; ≥ 1. */
  readonly people: number;
  /** Others who look like people but have not moved: a picture on the wall, or a person who sits and watches. */
  readonly still: number;
}

/** `wide`: to both sides. `ahead`: to one side of the picture, one arm or both. */
export type ArmsOut = 'wide' | 'ahead';

/** The measurement of one frame: the only thing that the worker sends back. */
export interface Reading {
  /** Capture time of the frame, on the clock of the source. */
  readonly time: Seconds;
  /** Size of the frame, pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether the person check accepted a person, or why not. */
  readonly person: { readonly seen: true } | { readonly seen: false; readonly reason: Reason };
  /** For drawing: the person's landmarks. Null: they do not show a person. */
  readonly landmarks: Landmarks | null;
  /** For drawing: 8 fitted joints × (x, y) pixels, y down, in the order of `FITTED_JOINTS`. Null: nothing fitted. */
  readonly skeleton: Float32Array | null;
  readonly light: LightCheck;
  readonly framing: FramingCheck;
  readonly referencePose: ReferencePoseState;
  /**
   * True if the background has shifted since the reference pose: a new one is needed before the numbers count again.
   */
  readonly cameraMoved: boolean;
  /** What the change is, or is suspected to be. Null: there is none, or its kind is not known. */
  readonly cameraChange: CameraChange | null;
  /** True while the last look at the background saw a change that is not certain yet; this frame does not count. */
  readonly cameraUnsure: boolean;
  /** True while the source repeats the same picture. */
  readonly frozen: boolean;
  /** Told after the reference pose. Null: the body is in the position of the drill. */
  readonly postureLeft: PostureLeft | null;
  /** True while the leg lies still where the drill never takes it: the pose was not the start. */
  readonly startDoubted: boolean;
  /** Given before a set, until the reference pose. Null: not counted, or no person was accepted. */
  readonly people: PeopleCount | null;
  /** How many arms clearly point straight up, 0 to 2. */
  readonly raisedArms: number;
  /** How the arms of an upright person are stretched out level. Null: they are not. */
  readonly armsOut: ArmsOut | null;
  /**
   * Networks of the drill that could not be loaded, or gave no finite numbers. Without the pelvis network the pelvis is not
   * watched, or in a rougher way. Absent: none.
   */
  readonly networksOut?: readonly NetworkName[];
  /** A phone on the pelvis. Absent: none is used. */
  readonly phone?: PhoneReading;
  /** Null before the reference pose is held, or while no person is seen. */
  readonly body: FittedBody | null;
  readonly timings: StageTimings;
}

/** Order of the joints in `Reading.skeleton`; the same as `JOINT`. */
export const FITTED_JOINTS = [
  'left shoulder',
  'right shoulder',
  'left hip',
  'right hip',
  'left knee',
  'right knee',
  'left ankle',
  'right ankle',
] as const;

/** Degrees or metres: ten turns. No fit of a body comes near it, and a record with more cannot be read back. */
const LARGEST = 3600;

/** Whether an estimate is one that a measurement can give. Its numbers may be finite and still mean nothing. */
const isEstimate = ({ value, sd }: { readonly value: unknown; readonly sd: unknown }): boolean =>
  typeof value !== 'number' || typeof sd !== 'number' || (Math.abs(value) <= LARGEST && sd >= 0 && sd <= LARGEST);

/** Whether every number in a value is finite, at any depth, and every estimate one that a measurement can give. */
export function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if ('value' in value && 'sd' in value && !isEstimate(value)) return false;
  return ArrayBuffer.isView(value)
    ? (value as Float32Array).every(Number.isFinite)
    : Object.values(value).every(allFinite);
}

/** A copy in which the smallest parts that may be null are null where they have a number that is not finite. */
function withNull<T>(value: T): T {
  if (typeof value !== 'object' || value === null || allFinite(value)) return value;
  const parts = Object.entries(value).map(([key, part]: [string, unknown]) => {
    const isLeaf = typeof part !== 'object' || part === null || 'value' in part;
    return [key, allFinite(part) ? part : isLeaf ? null : withNull(part)];
  });
  return Object.fromEntries(parts) as T;
}

/** The body may still be drawn, but nothing of it counts. */
function finiteBody(body: FittedBody): FittedBody {
  if (allFinite(body)) return body;
  const { rough: _rough, ...rest } = withNull(body);
  return { ...rest, valid: false, reasons: ['poor-fit', ...body.reasons] };
}

const finiteFraming = (framing: FramingCheck): FramingCheck =>
  allFinite(framing)
    ? framing
    : {
        ...framing,
        lens: allFinite(framing.lens) ? (framing.lens ?? null) : null,
        otherSide: allFinite(framing.otherSide) ? (framing.otherSide ?? null) : null,
        ready: false,
      };

/**
 * The reading with finite numbers only. An angle that is not finite becomes null and the frame does not count; whatever is
 * drawn is left out. The same object where all numbers are finite.
 * @returns null: what must be known is not finite, such as the time, so the frame says nothing
 */
export function finiteReading(reading: Reading): Reading | null {
  if (allFinite(reading)) return reading;
  const { landmarks, skeleton, framing, referencePose, postureLeft, body } = reading;
  const mended: Reading = {
    ...reading,
    landmarks: allFinite(landmarks) ? landmarks : null,
    skeleton: allFinite(skeleton) ? skeleton : null,
    framing: finiteFraming(framing),
    // A reference pose with such numbers is none: everything would be counted from it.
    referencePose: allFinite(referencePose) ? referencePose : { kind: 'none' },
    postureLeft: allFinite(postureLeft) ? (postureLeft ?? null) : null,
    body: body && finiteBody(body),
  };
  return allFinite(mended) ? mended : null;
}
