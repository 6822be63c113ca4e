import { type KnownDrill, type Part } from './parts.ts';
import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import { type LaptopGroup, laptopPlan, type LaptopStand } from './laptop-plan.ts';

const MAT: readonly string[] = ['mat'];

/** All equipment of a programme, each thing once, in the order in which it is needed. */
export const equipmentList = (parts: readonly Part<KnownDrill>[]): readonly string[] => [
  ...new Set(parts.flatMap(({ drill }) => (drill ? (drill.equipment ?? MAT) : []))),
];

export interface Transition {
  /** All equipment that is still needed, before the first set of the sitting; empty later. */
  readonly fetch: readonly string[];
  /** Where the laptop must be placed, and for which sets it stays there; null: it stays, or the set needs no camera. */
  readonly laptop: LaptopGroup | null;
  /** How the person is placed in front of it. Null: the set needs no camera, or no place is known for its drill. */
  readonly stand: LaptopStand | null;
  /** The drill's own placing advice, for a drill without a known place. */
  readonly placement: KnownDrill['placement'];
  /** False: the set is a timer without a camera. */
  readonly camera: boolean;
  readonly rest: Seconds;
  /** Estimated length of all of it. */
  readonly length: Seconds;
}

/** Estimates, used for the total time only. */
const MOVING: Seconds = 60;
const FETCHING: Seconds = 20;
const TILTING: Seconds = 15;

type HerePart = Part<KnownDrill> & { readonly drill: KnownDrill };

const isWatched = ({ drill }: HerePart): boolean => drill.camera !== 'none';

const sidesOf = ({ drill, item }: HerePart): readonly WorkingSide[] => {
  if (drill.bilateral) return ['both'];
  return item.side === 'left' || item.side === 'right' ? [item.side] : ['left', 'right'];
};

/** What a set needs of the laptop. `begins`: the laptop is placed for this set. */
interface Placed {
  readonly group: LaptopGroup;
  readonly stand: LaptopStand | null;
  readonly begins: boolean;
}

/** The place of every set with a camera, in order. */
const placesOf = (watched: readonly HerePart[]): readonly Placed[] =>
  laptopPlan(watched.map((part) => ({ drill: part.drill, sides: sidesOf(part) }))).flatMap((group) =>
    group.stands.map((stand, index) => ({ group, stand, begins: index === 0 })),
  );

const busyFor = (placed: Placed | undefined, fetches: boolean): Seconds =>
  (placed?.begins ? MOVING : placed?.stand?.isTiltNew ? TILTING : 0) + (fetches ? FETCHING : 0);

/**
 * The transition into a part.
 * @param placed undefined: the part needs no laptop
 * @param before the part that was done before; undefined: this one is the first
 */
const transitionTo = (
  part: HerePart,
  placed: Placed | undefined,
  fetch: Transition['fetch'],
  before: HerePart | undefined,
): Transition => {
  const rest = before?.item.rest ?? 0;
  return {
    fetch,
    laptop: placed?.begins ? placed.group : null,
    stand: placed?.stand ?? null,
    placement: part.drill.placement,
    camera: isWatched(part),
    rest,
    length: Math.max(rest, busyFor(placed, fetch.length > 0)),
  };
};

/** One transition for each part that can be done, in order. The first leads into the programme. */
export const transitionsOf = (parts: readonly HerePart[]): readonly Transition[] => {
  const watched = parts.filter(isWatched);
  const places = placesOf(watched);
  return parts.map((part, index) => {
    const fetch = index === 0 ? equipmentList(parts) : [];
    return transitionTo(part, places[watched.indexOf(part)], fetch, parts[index - 1]);
  });
};

/** The first set of a sitting, or one after the laptop was elsewhere: nothing is as it has to be. */
const placedAnew = ({ group, stand }: Placed): Placed => ({
  group: { ...group, stands: group.stands.slice(group.stands.indexOf(stand)) },
  stand: stand && { ...stand, isTiltNew: true, isDistanceNew: true },
  begins: true,
});

/** What is left to do when the laptop stands where another set has left it. */
const placedAfter = (placed: Placed, before: Placed | undefined): Placed => {
  const { group, stand } = placed;
  if (before?.group !== group || !stand || !before.stand) return placedAnew(placed);
  const isTiltNew = stand.tilt !== before.stand.tilt;
  return {
    group,
    stand: { ...stand, isTiltNew, isDistanceNew: stand.distance !== before.stand.distance },
    begins: false,
  };
};

/**
 * The transition into one part after those that were done in this sitting. A programme may be carried on another day, and
 * parts may be left out, so the set before in the plan is not always the one that placed the laptop.
 * @param index counts the given parts
 * @param done indices of the parts done in this sitting, in order; empty: it is the first one
 */
export const transitionInto = (
  parts: readonly HerePart[],
  index: number,
  done: readonly number[],
): Transition | null => {
  const part = parts[index];
  if (!part) return null;
  const watched = parts.filter(isWatched);
  const places = placesOf(watched);
  const placeAt = (at: number | undefined): Placed | undefined => {
    const one = at === undefined ? undefined : parts[at];
    return one && places[watched.indexOf(one)];
  };
  const planned = placeAt(index);
  const placed = planned && placedAfter(planned, placeAt(done.findLast((at) => placeAt(at) !== undefined)));
  const fetch = done.length === 0 ? equipmentList(parts.slice(index)) : [];
  return transitionTo(part, placed, fetch, parts[done.at(-1) ?? -1]);
};

/** How often the laptop is put somewhere, the first time included. */
export const laptopPlacings = (transitions: readonly Transition[]): number =>
  transitions.filter(({ laptop }) => laptop !== null).length;
