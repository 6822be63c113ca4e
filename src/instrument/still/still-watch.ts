import {
  landmarkAt,
  medianPoint,
  type PicturePoint,
  pixelDistance,
  pointTowards,
  vectorBetween,
} from '../geometry/picture-points.ts';
import {
  type Estimate,
  isWithin,
  leadingSide,
  type Metres,
  otherSide,
  type Pixels,
  type Seconds,
  type Share,
  type Side,
} from '../geometry/units.ts';
import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import type { LegJoint, MeasurementPlan, StillPart, StillPlan } from '../input/measurement-plan.ts';
import type { Picture } from '../input/picture.ts';
import type { StillChannel } from '../output/reading.ts';
import {
  legJointIndex,
  type ReferencePoseFit,
  type StillLandmarks,
  trunkIn,
} from '../reference-pose/reference-pose-fit.ts';
import { type Region, type RegionShift, RegionTracker } from './region-tracker.ts';

/** Time between two looks. A look costs under a millisecond for each part (`npm run bench`). */
const EVERY: Seconds = 0.08;
/**
 * A shift is the median of this many looks, so that one wrong look never counts. A part that is missed
 * in fewer looks in a row is still watched: in dark cloth points come and go from look to look.
 */
const MEDIAN_LOOKS = 3;
/** After a longer pause the looks before it do not count: nobody was seen, so nothing was looked at. */
const LONGEST_PAUSE: Seconds = 0.5;
/** Radius of each part's region, share of the trunk's length. */
const RADIUS: Readonly<Record<StillPart, number>> = {
  'other-hip': 0.2,
  'working-hip': 0.2,
  'between-hips': 0.2,
  waist: 0.2,
  'near-hip': 0.2,
  'near-waist': 0.17,
  'other-knee': 0.13,
  'other-foot': 0.12,
};
/** How far the knee's region reaches along thigh and shin, share of the bone. */
const ALONG_BONE: Share = 0.35;
/**
 * Where the waist's region lies on the way from hip to shoulder. With the fitted hips, 0.1 read 2.4 cm over a still pelvis, and 0.2 less of
 * a turn (18 rendered sets from behind the head).
 */
const WAIST: Share = 0.15;
/** The same for the middle of the waist, from between the hips. */
const MIDDLE_WAIST: Share = 0.2;
/** Metres a second. Rendered people who turned by 10 to 18° or lifted the pelvis by 5 cm shifted by 10 cm/s at most (13 sets). */
const FASTEST = 0.15;
/** What a single look may be off by. */
const STEADY: Metres = 0.006;

/** What a declared part shows. `shift` null: it is lost, so not watched. `at`: where this look found it, pixels; null: nowhere. */
export interface StillObservation {
  readonly channel: StillChannel;
  readonly shift: Estimate<Metres> | null;
  readonly at: PicturePoint | null;
}

/** How far a patch of the pelvis has moved in the picture, against what supports it. */
export interface PatchShift {
  /** Its place in the start picture. */
  readonly place: PicturePoint;
  readonly shift: PicturePoint;
  /** Standard deviation of each component, of the tracking alone. */
  readonly sd: Pixels;
}

interface Watched extends StillPlan {
  readonly recent: PicturePoint[];
  /** Looks in a row that did not find it or its support. */
  missed: number;
  /** Standard deviation of the shift in the last look that found both. */
  sd: Pixels;
  /** Where the points that agreed in that look lay in the start picture. */
  place: PicturePoint;
}

/**
 * Watches parts of the body that should stay where they are, by the texture of the start picture. No training and no model of the
 * body: what moves in the picture has moved. Sizes are those of a movement across the line of sight at the hips' distance.
 */
export class StillWatch {
  readonly #trackers: ReadonlyMap<StillPart, RegionTracker>;
  readonly #centres: ReadonlyMap<StillPart, PicturePoint>;
  readonly #watched: readonly Watched[];
  readonly #patches: readonly Watched[];
  readonly #metresPerPixel: number;
  readonly #seenAt = new Map<StillPart, Seconds>();
  #lookedAt: Seconds = -Infinity;
  #reading: readonly StillObservation[] = [];

  /** @param hold pictures of the still hold */
  constructor(plan: MeasurementPlan, referencePose: ReferencePoseFit, still: StillLandmarks, hold: readonly Picture[]) {
    const declared = plan.still ?? [];
    const { parts: ofPelvis = [], against: support } = plan.pelvisPatches ?? {};
    const patches = ofPelvis.map(
      (part): StillPlan => ({ channel: 'hips-shift', part, ...(support ? { against: support } : {}) }),
    );
    const followed = [...declared, ...patches];
    const parts = new Set(followed.flatMap(({ part, against }) => (against ? [part, against] : [part])));
    const regions = new Map([...parts].map((part) => [part, regionOf(part, plan, referencePose, still)]));
    this.#trackers = new Map([...regions].map(([part, region]) => [part, new RegionTracker(hold, region)]));
    this.#centres = new Map([...regions].map(([part, { lines }]) => [part, lines[0]?.[0] ?? [0, 0]]));
    const watch = (part: StillPlan): Watched => ({ ...part, recent: [], missed: 0, sd: 0, place: [0, 0] });
    this.#watched = declared.map(watch);
    this.#patches = patches.map(watch);
    this.#metresPerPixel = referencePose.distance / referencePose.camera.focalPixels;
  }

  /**
   * What the parts show in this frame, or in the last one that was looked at.
   * @param roomShiftAt what the room says of the camera. It is taken off a part without a support, so that a laptop that sways is no fault,
   *   and off one whose support may slide (`orRoom`)
   */
  step(picture: Picture, time: Seconds, roomShiftAt: RoomShiftAt = () => null): readonly StillObservation[] {
    if (isWithin(time - this.#lookedAt, EVERY)) return this.#reading;
    if (time - this.#lookedAt > LONGEST_PAUSE)
      for (const { recent } of [...this.#watched, ...this.#patches]) recent.length = 0;
    this.#lookedAt = time;
    const shifts = new Map<StillPart, RegionShift | null>();
    for (const [part, tracker] of this.#trackers) {
      // A part that was lost is looked for where it began, and where the parts found so far have moved to.
      const guesses = [...shifts.values()].flatMap((found): PicturePoint[] => (found ? [found.shift] : []));
      const seenAt = this.#seenAt.get(part) ?? time;
      const found = tracker.step(picture, [[0, 0], ...guesses], this.#reach(time - seenAt));
      if (found || !this.#seenAt.has(part)) this.#seenAt.set(part, time);
      shifts.set(part, found);
    }
    this.#reading = this.#watched.map((one) => this.#observe(one, shifts, roomShiftAt));
    for (const patch of this.#patches) this.#observe(patch, shifts, roomShiftAt);
    return this.#reading;
  }

  /** The patches of the pelvis that were found in the last looks. */
  get patches(): readonly PatchShift[] {
    return this.#patches
      .filter(({ recent }) => recent.length > 0)
      .map(({ place, recent, sd }) => ({ place, shift: medianPoint(recent), sd }));
  }

  /** How far a part can have moved in this time, pixels. */
  #reach(elapsed: Seconds): Pixels {
    return (STEADY + FASTEST * Math.max(0, elapsed)) / this.#metresPerPixel;
  }

  #observe(
    watched: Watched,
    shifts: ReadonlyMap<StillPart, RegionShift | null>,
    roomShiftAt: RoomShiftAt,
  ): StillObservation {
    const { channel, part, recent } = watched;
    const own = shifts.get(part) ?? null;
    const support = this.#supportOf(watched, own, shifts, roomShiftAt);
    const centre = this.#centres.get(part) ?? [0, 0];
    const at: PicturePoint | null = own && [centre[0] + own.shift[0], centre[1] + own.shift[1]];
    watched.missed = own && support ? 0 : watched.missed + 1;
    if (own && support) {
      recent.push(vectorBetween(support.shift, own.shift));
      if (recent.length > MEDIAN_LOOKS) recent.shift();
      watched.sd = Math.hypot(own.sd, support.sd);
      watched.place = own.place;
    } else if (watched.missed >= MEDIAN_LOOKS) recent.length = 0;
    if (recent.length === 0) return { channel, shift: null, at };
    const shift: Estimate<Metres> = {
      value: Math.hypot(...medianPoint(recent)) * this.#metresPerPixel,
      sd: watched.sd * this.#metresPerPixel,
    };
    return { channel, shift, at };
  }

  /** What has moved this part without being its own movement. Null: its support is lost. */
  #supportOf(
    { part, against, orRoom }: Watched,
    own: RegionShift | null,
    shifts: ReadonlyMap<StillPart, RegionShift | null>,
    roomShiftAt: RoomShiftAt,
  ): RegionShift | null {
    const support = against === undefined ? null : (shifts.get(against) ?? null);
    if (against !== undefined && !orRoom) return support;
    const shift = roomShiftAt(this.#centres.get(part) ?? [0, 0]);
    if (!shift && !support) return against === undefined ? NO_SHIFT : null;
    // A room that cannot be followed is assumed to be still, so that a sliding foot does not look like shifting hips. Where the support
    // is seen, the shift has its smaller error.
    const room = { ...NO_SHIFT, shift: shift ?? NO_SHIFT.shift, sd: support?.sd ?? ROOM_SD };
    const isSupportNearer =
      own && support && pixelDistance(own.shift, support.shift) < pixelDistance(own.shift, room.shift);
    return isSupportNearer ? support : room;
  }
}

/** How far the room has moved in the picture at a place of the start, pixels. Null: the room does not say. */
type RoomShiftAt = (place: PicturePoint) => PicturePoint | null;

/** Standard deviation of the room’s shift at a place of the picture. Largest error 4 (5 photographs, a laptop that sways by 6 pixels). */
const ROOM_SD: Pixels = 1.5;
const NO_SHIFT: RegionShift = { shift: [0, 0], sd: 0, support: 1, place: [0, 0] };

function regionOf(
  part: StillPart,
  plan: MeasurementPlan,
  referencePose: ReferencePoseFit,
  { points }: StillLandmarks,
): Region {
  const { camera, body } = referencePose;
  const working = leadingSide(plan.side);
  const resting = otherSide(working);
  const joint = (name: LegJoint) => camera.project(body.joints[legJointIndex(name, working)] ?? [0, 0, 0]);
  const place = (name: LegJoint): PicturePoint => {
    const [x, y] = joint(name);
    return [x, y];
  };
  const near = joint('working hip')[2] < joint('other hip')[2] ? working : resting;
  const nearHip = place(near === working ? 'working hip' : 'other hip');
  const midHip = pointTowards(place('other hip'), place('working hip'), 0.5);
  const shoulderOf = (side: Side) => landmarkAt(points, JOINT_LANDMARKS[side].shoulder);
  const midShoulder = pointTowards(shoulderOf('left'), shoulderOf('right'), 0.5);
  const radius = RADIUS[part] * trunkIn(referencePose);
  const spot = (centre: PicturePoint): Region => ({ lines: [[centre, centre]], radius });
  switch (part) {
    case 'other-hip':
      return spot(place('other hip'));
    case 'working-hip':
      return spot(place('working hip'));
    case 'between-hips':
      return spot(midHip);
    case 'waist':
      return spot(pointTowards(midHip, midShoulder, MIDDLE_WAIST));
    case 'near-hip':
      return spot(nearHip);
    case 'near-waist':
      return spot(pointTowards(nearHip, shoulderOf(near), WAIST));
    case 'other-knee': {
      const knee = place('other knee');
      const along = (end: LegJoint) => [knee, pointTowards(knee, place(end), ALONG_BONE)] as const;
      return { lines: [along('other hip'), along('other ankle')], radius };
    }
    case 'other-foot': {
      const { ankle, toe } = JOINT_LANDMARKS[resting];
      return { lines: [[landmarkAt(points, ankle), landmarkAt(points, toe)]], radius };
    }
  }
}
