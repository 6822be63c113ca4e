import type { Degrees, Metres, WorkingSide } from '../../instrument/geometry/units.ts';
import type { BodyPose } from '../../coach/drill-definition.ts';
import {
  azimuthFor,
  distancesNear,
  type FilmedDrill,
  middleTilt,
  type PlacedView,
  type Tilts,
  viewFrom,
} from './lens-place.ts';

export interface LaptopNeed {
  readonly drill: FilmedDrill;
  /** In the order in which they are worked. */
  readonly sides: readonly WorkingSide[];
}

/** What the laptop stands on, and the height of its lens above the floor. */
export const SUPPORTS = [
  { on: 'table', height: 0.95 },
  { on: 'raised-table', height: 1.1 },
  { on: 'low-table', height: 0.75 },
  { on: 'chest', height: 1.4 },
  { on: 'chair', height: 0.6 },
] as const satisfies readonly { readonly on: string; readonly height: Metres }[];

export type Support = (typeof SUPPORTS)[number]['on'];

/** How the person is turned towards the laptop while one side works. */
export interface Facing {
  readonly side: WorkingSide;
  /** As in `ViewPlan`: 0 the laptop is in front or at the feet, 90 at the person's left. */
  readonly azimuth: Degrees;
}

/** One drill in front of a laptop that stays. */
export interface LaptopStand {
  readonly pose: BodyPose;
  /** From the laptop to the hips, along the floor. */
  readonly distance: Metres;
  readonly facings: readonly Facing[];
  /** `fair`: the drill is read with a wider error band than from its own best place. */
  readonly view: PlacedView['view'];
  /** How far the screen is folded forward; negative: backward. */
  readonly tilt: Degrees;
  /** True: the screen must be folded anew for this drill, because the body would not be in the picture. */
  readonly isTiltNew: boolean;
  /** True: the person is at another distance than for the drill before. */
  readonly isDistanceNew: boolean;
}

/** One place of the laptop, and the drills that are done before it moves again. */
export interface LaptopGroup {
  readonly on: Support;
  /** Of the lens above the floor. */
  readonly height: Metres;
  /** One for each need, in order. Null: nothing is known of where this drill is read from, so it has a group of its own. */
  readonly stands: readonly (LaptopStand | null)[];
}

/** What a drill costs at one distance. */
interface Seat {
  readonly distance: Metres;
  readonly view: PlacedView['view'];
  readonly tilts: Tilts;
  readonly cost: number;
}

/** Order of importance: fewest places, good views, places near to the drills' own, an ordinary table. */
const COST = { place: 1e6, fair: 1e3, metre: 10, support: 1 } as const;

/** All seats of a drill with the lens this high, by distance in tenths of a metre. */
type Seats = ReadonlyMap<number, Seat>;

const tenths = (distance: Metres): number => Math.round(distance * 10);

const seatsOf = (drill: FilmedDrill, height: Metres): Seats => {
  const { recommended: azimuth, distance: wanted } = drill.measure.view;
  return new Map(
    distancesNear(drill, height).flatMap((distance) => {
      const seen = viewFrom(drill, azimuth, { height, distance });
      if (seen === null) return [];
      const cost = (seen.view === 'fair' ? COST.fair : 0) + COST.metre * Math.abs(distance - wanted);
      return [[tenths(distance), { distance, view: seen.view, tilts: seen.tilts, cost }] as const];
    }),
  );
};

/** Somebody who stands chooses the distance with each drill; who is on the mat stays where the mat is. */
const isOnMat = ({ drill }: LaptopNeed): boolean => drill.lensRange?.pose !== 'standing';

const cheapest = (seats: Seats): Seat | null =>
  [...seats.values()].reduce<Seat | null>((best, seat) => (best === null || seat.cost < best.cost ? seat : best), null);

/** The drills of one place while it takes in one more drill after the other; null: no place is left. */
interface Growing {
  readonly support: (typeof SUPPORTS)[number];
  /** Common distances of the drills on the mat, with the sum of their costs; null: nobody was on the mat so far. */
  readonly mat: ReadonlyMap<number, number> | null;
  readonly standing: number;
}

const grown = (growing: Growing, need: LaptopNeed, seats: Seats): Growing | null => {
  if (!isOnMat(need)) {
    const seat = cheapest(seats);
    return seat && { ...growing, standing: growing.standing + seat.cost };
  }
  const { mat } = growing;
  const shared = [...seats].flatMap(([at, { cost }]) => {
    const before = mat === null ? 0 : mat.get(at);
    return before === undefined ? [] : [[at, before + cost] as const];
  });
  return shared.length === 0 ? null : { ...growing, mat: new Map(shared) };
};

const costOf = ({ support, mat, standing }: Growing): number =>
  standing + (mat === null ? 0 : Math.min(...mat.values())) + COST.support * SUPPORTS.indexOf(support);

const matDistance = ({ mat }: Growing): number | null =>
  mat === null ? null : ([...mat].toSorted(([, one], [, other]) => one - other)[0]?.[0] ?? null);

/** A split of the first needs into places. */
interface Split {
  readonly cost: number;
  readonly start: number;
  readonly place: Growing | null;
}

/** The cheapest split into places, by the number of needs that it covers. */
const splits = (needs: readonly LaptopNeed[], seats: (index: number, height: Metres) => Seats): readonly Split[] => {
  const best: Split[] = [{ cost: 0, start: 0, place: null }];
  for (let end = 1; end <= needs.length; end++) {
    // Without any known place the drill stands alone.
    let found: Split = { cost: (best[end - 1]?.cost ?? 0) + COST.place, start: end - 1, place: null };
    for (const support of SUPPORTS) {
      let growing: Growing | null = { support, mat: null, standing: 0 };
      for (let start = end - 1; start >= 0 && growing !== null; start--) {
        const need = needs[start];
        growing = need ? grown(growing, need, seats(start, support.height)) : null;
        if (growing === null) break;
        const cost = (best[start]?.cost ?? 0) + COST.place + costOf(growing);
        if (cost < found.cost || found.place === null) found = { cost, start, place: growing };
      }
    }
    best.push(found);
  }
  return best;
};

/** Tilts are set in steps of 5° by hand; so much may a body be beyond the edge of the narrowest usual picture. */
const TILT_SLACK: Degrees = 1;

/**
 * The azimuth of the drill before, if this drill is as well seen from there and the whole body stays in the picture: then
 * nobody has to turn.
 * @param tilt to which the screen is folded for this drill
 */
const keptAzimuth = (
  need: LaptopNeed,
  { seat, height, tilt }: { readonly seat: Seat; readonly height: Metres; readonly tilt: Degrees },
  before: LaptopStand | null,
): Degrees => {
  const own = need.drill.measure.view.recommended;
  const last = before?.facings.at(-1);
  const [side] = need.sides;
  if (last === undefined || side === undefined || before?.pose !== need.drill.lensRange?.pose) return own;
  const same = azimuthFor(need.drill, last.azimuth, side);
  const seen = viewFrom(need.drill, same, { height, distance: seat.distance });
  if (seen?.view !== seat.view) return own;
  const isInPicture = seen.tilts[0] - TILT_SLACK <= tilt && tilt <= seen.tilts[1] + TILT_SLACK;
  return isInPicture ? same : own;
};

interface ScreenTilt {
  readonly tilt: Degrees;
  readonly isTiltNew: boolean;
}

/** The tilt for each drill, with as few changes as possible: each is kept while all bodies stay in the picture. */
const screenTilts = (all: readonly Tilts[]): readonly ScreenTilt[] => {
  const found: ScreenTilt[] = [];
  for (let start = 0; start < all.length; ) {
    let shared: Tilts = all[start] ?? [0, 0];
    let end = start + 1;
    for (; end < all.length; end++) {
      const [from, to] = all[end] ?? [0, 0];
      const next: Tilts = [Math.max(shared[0], from), Math.min(shared[1], to)];
      if (next[0] > next[1] + TILT_SLACK) break;
      shared = next;
    }
    for (let index = start; index < end; index++) found.push({ tilt: middleTilt(shared), isTiltNew: index === start });
    start = end;
  }
  return found;
};

const standsOf = (
  place: Growing,
  needs: readonly LaptopNeed[],
  seats: (need: number) => Seats,
): readonly LaptopStand[] => {
  const mat = matDistance(place);
  const chosen = needs.map((need, index) =>
    isOnMat(need) && mat !== null ? (seats(index).get(mat) ?? null) : cheapest(seats(index)),
  );
  const tilts = screenTilts(chosen.map((seat) => seat?.tilts ?? [0, 0]));
  const stands: LaptopStand[] = [];
  for (const [index, need] of needs.entries()) {
    const seat = chosen[index];
    const pose = need.drill.lensRange?.pose;
    if (!seat || !pose) continue;
    const before = stands.at(-1) ?? null;
    const screen = tilts[index] ?? { tilt: middleTilt(seat.tilts), isTiltNew: true };
    const azimuth = keptAzimuth(need, { seat, height: place.support.height, tilt: screen.tilt }, before);
    stands.push({
      pose,
      distance: seat.distance,
      facings: need.sides.map((side) => ({ side, azimuth: azimuthFor(need.drill, azimuth, side) })),
      view: seat.view,
      ...screen,
      isDistanceNew: before?.distance !== seat.distance,
    });
  }
  return stands;
};

/**
 * The fewest places of the laptop for drills in a given order. The laptop stays while the person turns round, lies the other
 * way, or stands further back.
 */
export const laptopPlan = (needs: readonly LaptopNeed[]): readonly LaptopGroup[] => {
  const known = new Map<FilmedDrill, Map<Metres, Seats>>();
  const seatsAt = (index: number, height: Metres): Seats => {
    const drill = needs[index]?.drill;
    if (drill === undefined) return new Map();
    const byHeight = known.get(drill) ?? new Map<Metres, Seats>();
    known.set(drill, byHeight);
    const seats = byHeight.get(height) ?? seatsOf(drill, height);
    byHeight.set(height, seats);
    return seats;
  };
  const best = splits(needs, seatsAt);
  const groups: LaptopGroup[] = [];
  for (let end = needs.length; end > 0; ) {
    const { start, place } = best[end] ?? { start: end - 1, place: null };
    const own = needs.slice(start, end);
    groups.unshift(
      place === null
        ? { ...SUPPORTS[0], stands: own.map(() => null) }
        : { ...place.support, stands: standsOf(place, own, (need) => seatsAt(start + need, place.support.height)) },
    );
    end = start;
  }
  return groups;
};

/** Where the laptop is, seen by the person. */
export type Direction = 'front' | 'front-left' | 'left' | 'back-left' | 'back' | 'back-right' | 'right' | 'front-right';

const DIRECTIONS: readonly Direction[] = [
  'front',
  'front-left',
  'left',
  'back-left',
  'back',
  'back-right',
  'right',
  'front-right',
];

export const directionOf = (azimuth: Degrees): Direction =>
  DIRECTIONS[Math.round((((azimuth % 360) + 360) % 360) / 45) % 8] ?? 'front';
