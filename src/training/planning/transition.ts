import type { Seconds } from '../../instrument/geometry/units.ts';
import type { PlacementAdvice } from '../../coach/drill-definition.ts';
import { type KnownDrill, type Part } from './parts.ts';

const MAT: readonly string[] = ['mat'];

/** All equipment of a programme, each thing once, in the order in which it is needed. */
export const equipmentList = (parts: readonly Part<KnownDrill>[]): readonly string[] => [
  ...new Set(parts.flatMap(({ drill }) => (drill ? (drill.equipment ?? MAT) : []))),
];

export interface Transition {
  /** All equipment that is still needed, before the first set of the sitting; empty later. */
  readonly fetch: readonly string[];
  /** Where the laptop goes; null: it stays, or the set needs no camera. */
  readonly laptop: PlacementAdvice | null;
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
  const before = done.flatMap((at) => parts[at] ?? []);
  const { placement, camera } = part.drill;
  const placed = before.findLast(({ drill }) => drill.camera !== 'none')?.drill.placement.where;
  const laptop = camera !== 'none' && placed !== placement.where ? placement : null;
  const fetch = done.length === 0 ? equipmentList(parts.slice(index)) : [];
  const rest = before.at(-1)?.item.rest ?? 0;
  const busy = (laptop === null ? 0 : MOVING) + (fetch.length > 0 ? FETCHING : 0);
  return { fetch, laptop, camera: camera !== 'none', rest, length: Math.max(rest, busy) };
};
