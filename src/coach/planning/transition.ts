import type { Seconds } from '../../instrument/geometry/units.ts';
import { equipmentOf } from './equipment.ts';
import type { KnownDrill, Part } from './parts.ts';

/** What lies between two sets. */
export interface Transition {
  /** Not needed for the set before. */
  readonly fetch: readonly string[];
  /** Where the laptop goes now; null: it stays where it is, or none is needed. */
  readonly laptop: KnownDrill['placement'] | null;
  /** False: the set is done by the clock alone. */
  readonly camera: boolean;
  readonly rest: Seconds;
  /** About how long all of it takes. */
  readonly length: Seconds;
}

/** A guess at what people need; it is only used for the total time. */
const MOVING: Seconds = 60;
const FETCHING: Seconds = 20;

type HerePart = Part<KnownDrill> & { readonly drill: KnownDrill };

const isWatched = ({ drill }: HerePart): boolean => drill.camera !== 'none';

const sameText = (one: KnownDrill['placement'], other: KnownDrill['placement']): boolean =>
  one.title === other.title && one.where === other.where && one.lens === other.lens;

/** Each leg in turn begins with the left one and ends with the right one. */
const isSameSide = ({ item: before }: HerePart, { item: after }: HerePart): boolean =>
  (before.side === 'each' ? 'right' : before.side) === (after.side === 'each' ? 'left' : after.side);

/** The laptop stands as the words have it, and on the side that they mean. */
const isInPlace = (from: HerePart, to: HerePart): boolean =>
  isWatched(from) &&
  sameText(from.drill.placement, to.drill.placement) &&
  (!to.drill.turnsForOtherSide || isSameSide(from, to));

/**
 * From one part to the next; `from` null: the programme begins. Lenses that stand alike by other words are moved for:
 * being told where it belongs once too often does no harm.
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

/** One transition for each part that can be done, in order; the first leads into the programme. */
export const transitionsOf = (parts: readonly HerePart[]): readonly Transition[] =>
  parts.map((part, index) => transitionTo(parts[index - 1] ?? null, part));
