import { referenceId, type KnownDrill, type Part } from './parts.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';

/** Equipment of each drill, or of a drill and variant. A drill that is not listed needs a mat. */
const EQUIPMENT: Readonly<Record<string, readonly string[]>> = {
  'supine-sleeper': ['mat'],
  'supine-ir-pulses': ['mat', 'yoga block'],
  'quadruped-band-ir': ['mat', 'light band with an anchor beside you'],
  'ninety-ninety-stretch': ['mat'],
  'ninety-ninety-contract-relax': ['mat'],
  'ninety-ninety-pails-rails': ['mat'],
  'ninety-ninety-lift-off': ['mat'],
  'ninety-ninety-lift-off-hinge': ['mat'],
  'knee-to-knee': ['mat'],
  'knee-to-knee-wall': ['mat', 'free wall'],
  'standing-hamstring': ['box or chair for the heel'],
  'hip-movement-sequence': ['chair to hold'],
  'soft-tissue': ['mat'],
  'soft-tissue-ball': ['mat', 'massage ball'],
  'soft-tissue-roller': ['mat', 'foam roller'],
};

const MAT: readonly string[] = ['mat'];

const has = (key: string): boolean => Object.hasOwn(EQUIPMENT, key);

/** The equipment of a part. */
const equipmentOf = ({ reference, drill }: Pick<Part<KnownDrill>, 'reference' | 'drill'>) => {
  const keys = [drill?.id ?? '', referenceId(reference), drill?.variant?.of ?? '', reference.drill];
  return EQUIPMENT[keys.find(has) ?? ''] ?? MAT;
};

/** All equipment of a programme, each thing once, in the order in which it is needed. */
export const equipmentList = (parts: readonly Part<KnownDrill>[]): readonly string[] => [
  ...new Set(parts.filter(({ drill }) => drill !== null).flatMap(equipmentOf)),
];

/** What happens between two sets. */
export interface Transition {
  /** Equipment that the set before did not need. */
  readonly fetch: readonly string[];
  /** Where the laptop must be placed; null: it stays, or the set needs no camera. */
  readonly laptop: KnownDrill['placement'] | null;
  /** False: the set is a timer without a camera. */
  readonly camera: boolean;
  readonly rest: Seconds;
  /** Estimated length of all of it. */
  readonly length: Seconds;
}

/** Estimates, used for the total time only. */
const MOVING: Seconds = 60;
const FETCHING: Seconds = 20;

type HerePart = Part<KnownDrill> & { readonly drill: KnownDrill };

const isWatched = ({ drill }: HerePart): boolean => drill.camera !== 'none';

const sameText = (one: KnownDrill['placement'], other: KnownDrill['placement']): boolean =>
  one.title === other.title && one.where === other.where && one.lens === other.lens;

/** An item for each leg begins with the left one and ends with the right one. */
const isSameSide = ({ item: before }: HerePart, { item: after }: HerePart): boolean =>
  (before.side === 'each' ? 'right' : before.side) === (after.side === 'each' ? 'left' : after.side);

/** The laptop stands where the text says, and on the side that the text means. */
const isInPlace = (from: HerePart, to: HerePart): boolean =>
  isWatched(from) &&
  sameText(from.drill.placement, to.drill.placement) &&
  (!to.drill.turnsForOtherSide || isSameSide(from, to));

/**
 * The transition to a part. Two placements with different texts count as a move even if they are the same place:
 * telling it once too often does no harm.
 * @param from the part before; null: the programme begins
 */
const transitionTo = (from: HerePart | null, to: HerePart): Transition => {
  const had = new Set(from === null ? [] : equipmentOf(from));
  const fetch = equipmentOf(to).filter((thing) => !had.has(thing));
  const stays = from !== null && isInPlace(from, to);
  const camera = isWatched(to);
  const laptop = camera && !stays ? to.drill.placement : null;
  const rest = from?.item.rest ?? 0;
  const busy = (laptop === null ? 0 : MOVING) + (fetch.length > 0 ? FETCHING : 0);
  return { fetch, laptop, camera, rest, length: Math.max(rest, busy) };
};

/** One transition for each part that can be done, in order. The first leads into the programme. */
export const transitionsOf = (parts: readonly HerePart[]): readonly Transition[] =>
  parts.map((part, index) => transitionTo(parts[index - 1] ?? null, part));
