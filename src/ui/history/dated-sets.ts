import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { StoredSetItem } from '../shell/services.ts';

/** Sets with their moments; one without a date has no place among days. */
export const datedSets = (sets: readonly StoredSetItem[]): readonly (StoredSetItem & { readonly at: Milliseconds })[] =>
  sets.flatMap((set) => {
    const at = Date.parse(set.startedAt ?? '');
    return Number.isNaN(at) ? [] : [{ ...set, at }];
  });
