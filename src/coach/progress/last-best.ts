import {
  type Degrees,
  type Estimate,
  leadingSide,
  type Side,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import type { RangeChannel } from '../drill-definition.ts';
import type { RecordSource } from '../record/set-record.ts';

/** What is needed of a past set. */
interface PastSet {
  /** ISO 8601; null: a clip without a date. */
  readonly startedAt: string | null;
  readonly drill: string;
  readonly source?: RecordSource['kind'];
  readonly range?: RangeChannel | undefined;
  readonly hips?: readonly { readonly side: Side; readonly range: Estimate<Degrees>; readonly watched: boolean }[];
}

/**
 * The best range of this hip in the last set of the drill, as something to aim at. Where the pelvis takes part only a range
 * that was watched counts, since an unwatched one may not be the hip's own.
 * @param source sets of another kind (a clip, the demo) say nothing about this one
 * @returns null: no such set
 */
export function lastBest(
  past: readonly PastSet[],
  { drill, side, source }: { readonly drill: string; readonly side: WorkingSide; readonly source: string | null },
): Degrees | null {
  const hip = leadingSide(side);
  let last: { readonly at: string; readonly best: Degrees } | null = null;
  for (const set of past) {
    const { startedAt: at } = set;
    if (set.drill !== drill || set.source !== source || at === null || (last && last.at >= at)) continue;
    const own = set.hips?.find((one) => one.side === hip && (one.watched || set.range === 'hip-flexion'));
    if (own) last = { at, best: own.range.value };
  }
  return last?.best ?? null;
}
