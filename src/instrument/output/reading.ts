import type { Landmarks } from '../input/landmarks.ts';
import type { BodyPart, Reason } from './reason.ts';
import type { BySide, Degrees, Estimate, Metres, Milliseconds, Seconds, Share } from '../geometry/units.ts';

/** Angles of one hip and its knee. Change from neutral once a neutral is held. Internal rotation is positive on both sides. */
export interface LegAngles {
  /** Hip internal rotation against the pelvis as the fit knows it: a pelvis that moves unseen is still inside it. */
  readonly internalRotation: Estimate<Degrees> | null;
  /**
   * What the pelvis adds to it in the room: the turn of the thigh that is not the hip's own (pelvis rotation about the femur,
   * accuracy.md 2.2), positive inwards. Where the bend is read against the trunk: what the back adds to that. Null or absent: nobody
   * has measured it.
   */
  readonly pelvisContribution?: Degrees | null;
  readonly flexion: Estimate<Degrees> | null;
  readonly abduction: Estimate<Degrees> | null;
  /** Knee flexion, absolute, 0 = straight. */
  readonly knee: Estimate<Degrees> | null;
}

/**
 * The pelvis against its neutral, right-handed about its own axes: `twist` about the long axis (positive turns the front to
 * the person's left), `obliquity` about the front–back axis (positive lifts the left hip towards the head), `tilt` anterior
 * positive, `lift` of the mid-hip away from the floor. `null` = cannot be known now; `unseen` in the body says why.
 */
export interface PelvisAngles {
  readonly twist: Estimate<Degrees> | null;
  readonly obliquity: Estimate<Degrees> | null;
  readonly tilt: Estimate<Degrees> | null;
  readonly lift: Estimate<Metres> | null;
}

/**
 * Everything a compensation rule or a chart can ask for by name. Degrees, except `pelvis-lift` (metres) and `rotation-speed`
 * (degrees a second; made by the coach out of the range's angle over time), `foot-slide` and `foot-shift` (metres).
 * `knee-flexion` is absolute. `knee-gap`: how far both thighs together have opened. `trunk-turn` (the chest against the pelvis),
 * `ankle-dorsiflexion` and `knee-extension` (a knee that is locked) are read in no view so far: they stand here so that a rule
 * about them can say that it is not watched.
 */
export type Channel =
  | 'hip-internal-rotation'
  | 'hip-flexion'
  | 'hip-abduction'
  | 'knee-flexion'
  | 'rotation-speed'
  | 'knee-gap'
  | 'pelvis-twist'
  | 'pelvis-obliquity'
  | 'pelvis-lift'
  | 'pelvis-yaw'
  | 'trunk-lean'
  | 'knee-chase'
  | 'back-arch'
  | 'foot-slide'
  | FormChannel
  | 'trunk-turn'
  | 'ankle-dorsiflexion'
  | 'knee-extension';

/** Channels that are measured only where a drill asks for them (`MeasurementPlan.form`). */
export type FormChannel = 'shin-drop' | 'foot-shift';

/** Their values; absent: not asked for, null: not known now. */
export interface FormReading {
  /** How far both shins have sunk at the foot since neutral: the mean of their slopes, positive downwards. */
  readonly shinDrop?: Estimate<Degrees> | null | undefined;
  /** How far the ankle of the planted foot that is nearer to the lens is from where it stood. */
  readonly footShift?: Estimate<Metres> | null | undefined;
}

/** The fitted person of one frame, after neutral. */
export interface FittedBody {
  /** False: do not use the numbers for anything but drawing; `reasons` says why. */
  readonly valid: boolean;
  readonly reasons: readonly Reason[];
  readonly leg: BySide<LegAngles>;
  readonly pelvis: PelvisAngles;
  /** How far the line mid-hip to mid-shoulder has left its neutral direction (≥ 0); sideways only where the plan says so. */
  readonly trunkLean: Estimate<Degrees> | null;
  /** How far the working leg's plane has dropped in the room beyond what the hip itself turned (≥ 0). */
  readonly kneeChase: Estimate<Degrees> | null;
  /** Lumbar extension (arch positive) where the outline shows the back, or a network was taught to tell it. */
  readonly lumbarExtension: Estimate<Degrees> | null;
  /** How far the planted foot of the working leg has slid from its neutral place. */
  readonly footSlide: Estimate<Metres> | null;
  /** What only some drills ask for. Absent: this one does not. */
  readonly form?: FormReading | undefined;
  /** Channels that cannot be read now, and why. Channels not named here are readable. */
  readonly unseen: Partial<Record<Channel, Reason>>;
}

/** The measuring instrument's neutral: asked for, being held, or set. */
export type ReferencePoseState =
  | { readonly kind: 'none' }
  | { readonly kind: 'holding'; readonly progress: Share; readonly problem: Reason | 'moving' | null }
  | {
      readonly kind: 'set';
      readonly at: Seconds;
      readonly quality: ReferencePoseQuality;
      /** Of a neutral that was asked for in doubt of the last: true when the last was the start all the same. Else absent. */
      readonly upholdsLast?: boolean;
    };

/** What the neutral hold taught about this person, in this light, from this place. */
export interface ReferencePoseQuality {
  /** Where the lens stands: azimuth as in the clips' format (0 feet/front, 90 the person's left, 180 head/behind). */
  readonly azimuth: Degrees;
  /** Downward angle of the line of sight to the hips. */
  readonly lookingDown: Degrees;
  readonly lensHeight: Metres;
  readonly distance: Metres;
  /** Standard deviation while still, of the channels whose hold can tell it: sets the smallest alarm that means anything. */
  readonly noise: Partial<Record<Channel, number>>;
  /** 'good': the drill's recommended view; 'fair': readable with wider bands; 'poor': refused. */
  readonly view: 'good' | 'fair' | 'poor';
  /** Versions of the networks that watch pelvis and legs from here on. Absent: none does. */
  readonly pelvisModel?: string;
}

export interface LightCheck {
  /** Mean brightness 0…255 of the picture, and its spread. */
  readonly mean: number;
  readonly spread: number;
  readonly problem: Extract<Reason, 'too-dark' | 'too-bright' | 'lens-covered' | 'against-light'> | null;
  /** What only makes the numbers worse. Absent: nothing. */
  readonly remark?: Extract<Reason, 'dim' | 'against-light'> | null | undefined;
}

export interface FramingCheck {
  /** Parts that are outside the picture or cannot be believed. */
  readonly missing: readonly BodyPart[];
  readonly size: 'ok' | 'too-close' | 'too-far';
  /** Longest side of the body's box over the picture's width. */
  readonly extent: Share;
  /** The posture and view against the drill's start: 'unknown' until a person is seen well. */
  readonly posture: 'ok' | 'wrong' | 'unknown';
  readonly view: 'good' | 'fair' | 'poor' | 'unknown';
  /** Where the lens seems to stand, once the posture is the drill's start, as in `NeutralQuality`; absent or null: not known. */
  readonly lens?: { readonly azimuth: Degrees; readonly lookingDown: Degrees } | null;
  /** Before the neutral: the whole picture shifts, since the laptop is being moved. Absent: not known. */
  readonly laptopMoves?: boolean;
  /** Everything the drill needs is there: neutral may begin. */
  readonly ready: boolean;
  readonly problem: Reason | null;
}

export interface StageTimings {
  readonly pixels: Milliseconds;
  readonly model: Milliseconds;
  readonly surface: Milliseconds;
  readonly fit: Milliseconds;
  readonly total: Milliseconds;
}

/** Who is in the picture, told over several looks. */
export interface PeopleCount {
  /** The measured person and everybody else who was seen to move: 1 and up. */
  readonly people: number;
  /** Others who look like people and have kept still so far: a picture, a mirror's edge, somebody who sits and watches. */
  readonly still: number;
}

/** One frame's worth of measurement: the only thing the worker sends back. */
export interface Reading {
  /** Capture time of the frame, seconds, on the clock of the source. */
  readonly time: Seconds;
  readonly width: number;
  readonly height: number;
  /** A person that may be believed, or why not. Expected outcomes, never exceptions. */
  readonly person: { readonly seen: true } | { readonly seen: false; readonly reason: Reason };
  /** For drawing: 33 landmarks of the believed person. */
  readonly landmarks: Landmarks | null;
  /** For drawing: fitted joints as x, y pixels in the order of `FITTED_JOINTS`. */
  readonly skeleton: Float32Array | null;
  readonly light: LightCheck;
  readonly framing: FramingCheck;
  readonly referencePose: ReferencePoseState;
  /** True when the background has shifted since neutral: a new neutral is due before anything is scolded. */
  readonly cameraMoved: boolean;
  /** True while the working leg lies still where the drill never takes it: the neutral was not the start. Absent: false. */
  readonly startDoubted?: boolean;
  /** Before a set, until the neutral: who is in the picture. Absent or null: not looked for, or nobody is believed. */
  readonly people?: PeopleCount | null;
  /** An arm is clearly seen to point straight up. Absent: not looked for. */
  readonly armRaised?: boolean;
  /** Null until a neutral is set, or when no person is seen. */
  readonly body: FittedBody | null;
  readonly timings: StageTimings;
}

/** Order of the joints in `Reading.skeleton`. */
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
