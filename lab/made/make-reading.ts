import type {
  Channel,
  FittedBody,
  LegAngles,
  PeopleCount,
  Reading,
  ReferencePoseQuality,
} from '../../src/instrument/output/reading.ts';
import type { Reason } from '../../src/instrument/output/reason.ts';
import type { Estimate, Seconds, Side } from '../../src/instrument/geometry/units.ts';

/** What a made reading shows. Everything left out is ordinary and still. By default the left side works. */
export interface ReadingWish {
  readonly time: Seconds;
  readonly side?: Side;
  readonly internalRotation?: number | null;
  /** Both legs. */
  readonly flexion?: number;
  readonly abduction?: number;
  readonly knee?: number;
  /** The side that does not lead. */
  readonly otherRotation?: number | null;
  readonly sd?: number;
  readonly twist?: number | null;
  readonly obliquity?: number | null;
  readonly lift?: number | null;
  readonly trunkLean?: number | null;
  /** Metres by which the followed hips left their place. Null: they are lost. */
  readonly hipsShift?: number | null;
  readonly footSlide?: number | null;
  /** Arch of the lower back. Absent: not visible. */
  readonly arch?: number;
  readonly form?: FittedBody['form'];
  readonly unseen?: Partial<Record<Channel, Reason>>;
  /** Set: the body is not valid, for this reason. */
  readonly invalid?: Reason;
  /** Set: no person is seen, for this reason. */
  readonly nobody?: Reason;
  readonly missing?: Reading['framing']['missing'];
  readonly framed?: boolean;
  readonly people?: PeopleCount;
  readonly cameraMoved?: boolean;
  readonly cameraChange?: Reading['cameraChange'];
  readonly frozen?: boolean;
  readonly startDoubted?: boolean;
  readonly raisedArms?: number;
  readonly armsOut?: Reading['armsOut'];
  /** Set: the position is left since then, and the frame does not count. */
  readonly left?: Reading['postureLeft'];
  /** Fitted joints in the picture. Absent: none. */
  readonly skeleton?: Reading['skeleton'];
  readonly rough?: FittedBody['rough'];
  readonly cameraUnsure?: boolean;
  /** Whether the reference pose confirms the one before. */
  readonly upholdsLast?: boolean;
  /** Time of the reference pose; null: none yet; 'holding': being held. */
  readonly referencePoseAt?: Seconds | null | 'holding';
  readonly referencePoseProblem?: Reason | 'moving';
  /** Set: what is plainly different from the start. */
  readonly difference?: Reading['framing']['difference'];
  readonly noise?: ReferencePoseQuality['noise'];
  /** Where the lens is. */
  readonly azimuth?: ReferencePoseQuality['azimuth'];
  /** The reference pose was held at a place that gives no number. */
  readonly withoutNumber?: true;
  /** Of the reference pose. Absent: good. */
  readonly view?: ReferencePoseQuality['view'];
  readonly networksOut?: Reading['networksOut'];
  readonly darkClothes?: boolean;
  readonly tilt?: number;
  /** Set: a phone lies on the pelvis. */
  readonly phone?: Reading['phone'];
}

const estimate = (value: number | null | undefined, sd: number): Estimate<number> | null =>
  value === null ? null : { value: value ?? 0, sd };

const leg = (internalRotation: Estimate<number> | null, wish: ReadingWish): LegAngles => ({
  internalRotation,
  // As in the instrument: half of a rounding is uncertainty of the flexion.
  flexion: { value: wish.flexion ?? 0, sd: Math.hypot(3, 0.5 * Math.max(0, -(wish.arch ?? 0))) },
  abduction: { value: wish.abduction ?? 0, sd: 3 },
  knee: { value: wish.knee ?? 95, sd: 3 },
});

function bodyOf(wish: ReadingWish): FittedBody {
  const working = leg(estimate(wish.internalRotation, wish.sd ?? 2), wish);
  const other = leg(estimate(wish.otherRotation, 2), wish);
  const reasons: Reason[] = [
    ...(wish.left ? (['posture-left'] as const) : []),
    ...(wish.invalid ? [wish.invalid] : []),
  ];
  return {
    valid: reasons.length === 0,
    reasons,
    leg: wish.side === 'right' ? { left: other, right: working } : { left: working, right: other },
    pelvis: {
      twist: estimate(wish.twist, 1.5),
      obliquity: estimate(wish.obliquity, 1.5),
      tilt: wish.tilt === undefined ? null : estimate(wish.tilt, 1),
      lift: estimate(wish.lift, 0.003),
    },
    trunkLean: estimate(wish.trunkLean, 1),
    lumbarExtension: wish.arch === undefined ? null : { value: wish.arch, sd: 6 },
    footSlide: estimate(wish.footSlide, 0.01),
    form: { hipsShift: estimate(wish.hipsShift, 0.002), ...wish.form },
    ...(wish.rough ? { rough: wish.rough } : {}),
    unseen: {
      ...(wish.arch === undefined ? { 'back-arch': 'not-seen-from-here' } : {}),
      ...(wish.hipsShift === null ? { 'hips-shift': 'pelvis-lost' } : {}),
      ...wish.unseen,
    },
  };
}

function referencePoseOf(wish: ReadingWish): Reading['referencePose'] {
  const at = wish.referencePoseAt === undefined ? 0 : wish.referencePoseAt;
  if (at === null) return { kind: 'none' };
  if (at === 'holding') return { kind: 'holding', progress: 0.5, problem: wish.referencePoseProblem ?? null };
  return {
    kind: 'set',
    at,
    ...(wish.upholdsLast === undefined ? {} : { upholdsLast: wish.upholdsLast }),
    quality: {
      azimuth: wish.azimuth ?? 255,
      lookingDown: 33,
      lensHeight: 1.4,
      distance: 2.1,
      noise: wish.noise ?? {},
      view: wish.view ?? 'good',
      ...(wish.withoutNumber ? { withoutNumber: true } : {}),
    },
  };
}

/** A reading as the worker sends it. */
export function makeReading(wish: ReadingWish): Reading {
  const referencePose = referencePoseOf(wish);
  const seen = wish.nobody === undefined;
  return {
    time: wish.time,
    width: 1280,
    height: 720,
    person: wish.nobody === undefined ? { seen: true } : { seen: false, reason: wish.nobody },
    landmarks: null,
    skeleton: wish.skeleton ?? null,
    light: { mean: 120, sd: 40, problem: null, remark: null, darkClothes: wish.darkClothes ?? false },
    framing: {
      missing: wish.missing ?? [],
      size: 'ok',
      extent: 0.5,
      posture: 'ok',
      view: 'good',
      ready: wish.framed ?? seen,
      problem: null,
      lens: null,
      laptopMoves: false,
      ...(wish.difference ? { difference: wish.difference } : {}),
    },
    referencePose,
    people: wish.people ?? null,
    cameraMoved: wish.cameraMoved ?? false,
    cameraChange: wish.cameraChange ?? null,
    frozen: wish.frozen ?? false,
    startDoubted: wish.startDoubted ?? false,
    raisedArms: wish.raisedArms ?? 0,
    armsOut: wish.armsOut ?? null,
    ...(wish.networksOut ? { networksOut: wish.networksOut } : {}),
    ...(wish.phone ? { phone: wish.phone } : {}),
    postureLeft: wish.left ?? null,
    cameraUnsure: wish.cameraUnsure ?? false,
    body: seen && referencePose.kind === 'set' ? bodyOf(wish) : null,
    timings: { pixels: 1, model: 30, pelvis: 5, fit: 2, total: 40 },
  };
}
