import type { ViewPlan } from '../../../../src/instrument/input/measurement-plan.ts';
import type { Channel } from '../../../../src/instrument/output/reading.ts';
import { type Degrees, type Metres, angleDifference } from '../../../../src/instrument/geometry/units.ts';
import { PELVIS_CHANNELS, type PelvisChannel } from '../cells/cell-score.ts';
import { type AzimuthRange, isWithin, runsOf } from './circle-ranges.ts';
import { type Measurable, measurable, type PlaceGrade, type PlaceSummary, showsArch } from './place-summary.ts';

/** Result of the study for one drill, as data. */
export interface Proposal {
  readonly drill: string;
  readonly recommended: Degrees;
  readonly lensHeight: Metres;
  readonly distance: Metres;
  readonly error: Degrees;
  readonly good: readonly AzimuthRange[];
  /** Fair or better. */
  readonly fair: readonly AzimuthRange[];
  /** Fair or better heights and distances at the recommended azimuth. */
  readonly heights: readonly Metres[];
  readonly distances: readonly Metres[];
  readonly channels: Readonly<Record<PelvisChannel, Measurable>>;
  /** Channels that cannot be measured from the best place. */
  readonly neverSeen: readonly Channel[];
  /** Azimuths from which an arch shows in the outline of the back, at any height and distance. */
  readonly archFrom: readonly AzimuthRange[];
  readonly bodies: number;
  readonly places: number;
}

/** The present view plan of a drill. */
export interface DrillView {
  readonly id: string;
  readonly measure: {
    readonly view: Pick<ViewPlan, 'recommended' | 'good' | 'fair' | 'lensHeight' | 'distance'>;
    readonly neverSeen: readonly Channel[];
  };
}

const CHANNEL_NAME: Readonly<Record<PelvisChannel, Channel>> = {
  twist: 'pelvis-twist',
  obliquity: 'pelvis-obliquity',
  lift: 'pelvis-lift',
};

const sameSetting = (a: PlaceSummary, b: PlaceSummary) => a.height === b.height && a.distance === b.distance;

/** Largest distance of neighbouring azimuths: the study's coarse step. */
const NEIGHBOUR: Degrees = 30;
/** Error assigned to a place without a reading. */
const NOTHING_READ: Degrees = 30;

/** Error of a place, averaged with its neighbours, so that a region counts more than a single cell. */
function regionError(place: PlaceSummary, places: readonly PlaceSummary[]): number {
  const errorOf = (one: PlaceSummary) => one.error ?? NOTHING_READ;
  const near = places.filter((other) => {
    const turn = angleDifference(other.azimuth, place.azimuth);
    return other !== place && sameSetting(other, place) && turn <= NEIGHBOUR;
  });
  if (near.length === 0) return errorOf(place);
  const around = near.reduce((sum, other) => sum + errorOf(other), 0) / near.length;
  return (errorOf(place) + around) / 2;
}

const RANK = { good: 0, fair: 1, poor: 2 } as const;

/** Places with the largest number of bodies; at the others only the first body was filmed. */
function wellFilmed(places: readonly PlaceSummary[]): readonly PlaceSummary[] {
  const most = Math.max(...places.map(({ bodies }) => bodies));
  return places.filter(({ bodies }) => bodies === most);
}

/**
 * The place with the best grade, and among equals the smallest error of its region. Only places with most bodies count.
 */
export function bestPlace(places: readonly PlaceSummary[]): PlaceSummary | null {
  const [first] = wellFilmed(places)
    .filter(({ error }) => error !== null)
    .sort((a, b) => RANK[a.grade] - RANK[b.grade] || regionError(a, places) - regionError(b, places));
  return first ?? null;
}

const runsWhere = (places: readonly PlaceSummary[], accepts: (place: PlaceSummary) => boolean) => {
  const azimuths = new Map<Degrees, boolean>();
  for (const place of places) {
    azimuths.set(place.azimuth, (azimuths.get(place.azimuth) ?? false) || accepts(place));
  }
  return runsOf(azimuths);
};

const notPoor = ({ grade }: PlaceSummary) => grade !== 'poor';

const sorted = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);

/** @returns null if nothing was measured at any place */
export function proposalFor(drill: string, all: readonly PlaceSummary[]): Proposal | null {
  const places = all.filter((place) => place.drill === drill);
  const best = bestPlace(places);
  if (!best || best.error === null) return null;
  const setting = places.filter((place) => place.height === best.height);
  const onAxis = places.filter((place) => place.azimuth === best.azimuth).filter(notPoor);
  const states = PELVIS_CHANNELS.map((name) => [name, measurable(best, name)] as const);
  const unseen = states.filter(([, state]) => state === 'no').map(([name]) => CHANNEL_NAME[name]);
  return {
    drill,
    recommended: best.azimuth,
    lensHeight: best.height,
    distance: best.distance,
    error: best.error,
    good: runsWhere(wellFilmed(setting), ({ grade }) => grade === 'good'),
    fair: runsWhere(setting, notPoor),
    heights: sorted(onAxis.map(({ height }) => height)),
    distances: sorted(onAxis.map(({ distance }) => distance)),
    channels: Object.fromEntries(states) as Proposal['channels'],
    neverSeen: showsArch(best) ? unseen : [...unseen, 'back-arch'],
    archFrom: runsWhere(places, showsArch),
    bodies: best.bodies,
    places: places.length,
  };
}

/** Tolerance at the edge of a range: half a step of the study's fine grid. */
const EDGE: Degrees = 7.5;

/** Grade of the azimuth that a drill recommends. */
export function verdictOn({ measure: { view } }: DrillView, { good, fair }: Proposal): PlaceGrade {
  if (isWithin(good, view.recommended, EDGE)) return 'good';
  return isWithin(fair, view.recommended, EDGE) ? 'fair' : 'poor';
}
