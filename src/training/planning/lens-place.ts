import { gradeView } from '../../instrument/checks/view-check.ts';
import { RAD } from '../../instrument/geometry/rotation.ts';
import type { Degrees, Metres, WorkingSide } from '../../instrument/geometry/units.ts';
import type { BodyPose, DrillDefinition } from '../../coach/drill-definition.ts';

/** What is needed of a drill to place the laptop for it. */
export type FilmedDrill = Pick<DrillDefinition, 'lensRange'> &
  Partial<Pick<DrillDefinition, 'turnsForOtherSide'>> & {
    readonly measure: Pick<DrillDefinition['measure'], 'view'>;
  };

/** A place of the laptop: height of the lens above the floor, and its distance from the hips along the floor. */
export interface LensPlace {
  readonly height: Metres;
  readonly distance: Metres;
}

/** Angles (from, to) by which the screen is folded forward, so that the lens looks down. Negative: it looks up. */
export type Tilts = readonly [Degrees, Degrees];

export interface PlacedView {
  readonly view: 'good' | 'fair';
  /** The angle by which the lens looks down to the hips. */
  readonly lookingDown: Degrees;
  /** With these the whole body is in the picture of a laptop camera. */
  readonly tilts: Tilts;
}

/** Lens of a laptop that stands on an ordinary table: its usual height, and the least and greatest. */
export const TABLE_LENS: Metres = 0.95;
const TABLE: readonly [Metres, Metres] = [0.9, 1];

/** Typical height of the hips above the floor. */
const HIP_HEIGHT: Readonly<Record<BodyPose, Metres>> = { lying: 0.1, sitting: 0.13, kneeling: 0.5, standing: 0.95 };

/** Half of the picture's angles in the narrowest usual laptop camera: 60° across, 16 : 9. Others have up to 70°. */
const HALF_ACROSS: Degrees = 30;
const HALF_UPRIGHT: Degrees = Math.atan((Math.tan(HALF_ACROSS * RAD) * 9) / 16) / RAD;

/** Metres from the hips: towards azimuth 0 (the front, or the feet), to the side, and up from the floor. */
type BodyPoint = readonly [front: Metres, aside: Metres, up: Metres];

/** The outermost points of a person of 1.8 m in all drills of a pose. Those at the side are meant for both sides. */
const OUTERMOST: Readonly<Record<BodyPose, readonly BodyPoint[]>> = {
  lying: [
    [-0.85, 0, 0],
    [-0.85, 0, 0.2],
    [0, 0.5, 0],
    [0.3, 0.35, 0.5],
    [0.45, 0.3, 0.5],
    [0.55, 0.35, 0],
  ],
  sitting: [
    [0.05, 0, 0.93],
    [0.5, 0, 0.6],
    [0.5, 0.4, 0],
    [-0.4, 0.6, 0],
  ],
  kneeling: [
    [0.8, 0, 0.75],
    [0.6, 0.2, 0],
    [0, 0.2, 0.7],
    [-0.5, 0.5, 0.05],
  ],
  standing: [
    [0, 0, 1.8],
    [0.5, 0, 1.5],
    [0, 0.15, 0],
    [0, 0.5, 0.15],
    [0.5, 0.15, 0.1],
    [-0.45, 0.15, 0.1],
  ],
};

const within = (value: number, [from, to]: readonly [number, number]): boolean =>
  value >= from - 1e-9 && value <= to + 1e-9;

/** Distances at which a drill was read well with the lens this high; null: at none. */
const distancesAt = ({ lensRange }: FilmedDrill, height: Metres): readonly [Metres, Metres] | null => {
  if (lensRange === undefined || !within(height, lensRange.height)) return null;
  return within(height, TABLE) ? lensRange.atTable : lensRange.distance;
};

/** The azimuth for a side. Drills are written for the left leg; for the right one the person turns round in some. */
export const azimuthFor = ({ turnsForOtherSide = false }: FilmedDrill, azimuth: Degrees, side: WorkingSide): Degrees =>
  side === 'right' && turnsForOtherSide ? (360 - azimuth) % 360 : azimuth;

const lookingDownTo = (up: Metres, away: Metres, height: Metres): Degrees => Math.atan2(height - up, away) / RAD;

/** Tilts with which every outermost point is in the picture; null: the place is too near. */
const tiltsFrom = (pose: BodyPose, azimuth: Degrees, { height, distance }: LensPlace): Tilts | null => {
  const [towards, across] = [Math.cos(azimuth * RAD), Math.sin(azimuth * RAD)];
  const points = OUTERMOST[pose].flatMap(([front, aside, up]) =>
    [aside, -aside].map((left) => ({
      away: distance - (front * towards + left * across),
      sideways: left * towards - front * across,
      up,
    })),
  );
  const widest = Math.max(...points.map(({ away, sideways }) => Math.atan2(Math.abs(sideways), away) / RAD));
  const down = points.map(({ away, up }) => lookingDownTo(up, away, height));
  const tilts: Tilts = [Math.max(...down) - HALF_UPRIGHT, Math.min(...down) + HALF_UPRIGHT];
  return widest > HALF_ACROSS || tilts[0] > tilts[1] ? null : tilts;
};

/**
 * How a drill is seen from a place; null: it is not read from there, or the body does not fit into the picture.
 * @param azimuth as in `ViewPlan`, for the left leg
 */
export const viewFrom = (drill: FilmedDrill, azimuth: Degrees, place: LensPlace): PlacedView | null => {
  const distances = distancesAt(drill, place.height);
  if (drill.lensRange === undefined || distances === null || !within(place.distance, distances)) return null;
  const { pose } = drill.lensRange;
  const lookingDown = lookingDownTo(HIP_HEIGHT[pose], place.distance, place.height);
  const view = gradeView({ side: 'left', view: drill.measure.view }, { azimuth, lookingDown });
  const tilts = tiltsFrom(pose, azimuth, place);
  return view === 'poor' || tilts === null ? null : { view, lookingDown, tilts };
};

/** A tilt in the middle, in steps of 5° as a person can set it. */
export const middleTilt = ([from, to]: Tilts): Degrees => 5 * Math.round((from + to) / 10) + 0;

/** Distances on a grid of 10 cm, nearest to the drill's own first. */
export const distancesNear = (drill: FilmedDrill, height: Metres): readonly Metres[] => {
  const range = distancesAt(drill, height);
  if (range === null) return [];
  const [from, to] = [Math.ceil(range[0] * 10 - 1e-6), Math.floor(range[1] * 10 + 1e-6)];
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => (from + index) / 10);
  const wanted = drill.measure.view.distance;
  return all.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted));
};

/** The laptop on an ordinary table: how far away it may stand, and how the screen is folded. */
export interface TablePlace {
  /** From the hips along the floor (from, to). */
  readonly distances: readonly [Metres, Metres];
  readonly view: PlacedView['view'];
  readonly tilt: Degrees;
}

/**
 * Where a laptop on an ordinary table (lens 0.9 to 1.0 m high) stands for a drill: all distances with a good view, else all
 * with a fair one. Null: the drill is not read from that height, or the whole body is not in the picture.
 */
export const tablePlace = (drill: FilmedDrill): TablePlace | null => {
  const azimuth = drill.measure.view.recommended;
  const places = distancesNear(drill, TABLE_LENS).flatMap((distance) => {
    const views = [...TABLE, TABLE_LENS].map((height) => viewFrom(drill, azimuth, { height, distance }));
    const seen = views.at(-1);
    if (!seen || views.includes(null)) return [];
    const isGood = views.every((one) => one?.view === 'good');
    return [{ distance, isGood, tilt: middleTilt(seen.tilts) }];
  });
  const good = places.filter(({ isGood }) => isGood);
  const offered = good.length > 0 ? good : places;
  const [nearest] = offered;
  if (nearest === undefined) return null;
  const all = offered.map(({ distance }) => distance);
  return {
    distances: [Math.min(...all), Math.max(...all)],
    view: nearest.isGood ? 'good' : 'fair',
    tilt: nearest.tilt,
  };
};
