import type { Degrees } from '../../instrument/geometry/units.ts';
import { bestOf } from '../progress/best-range.ts';
import type { Change } from '../progress/real-change.ts';
import type { SetSummary } from '../record/set-record.ts';
import { changeOfRanges, knownRange } from './known-range.ts';

/** The best of both hips beside each other; `change` is right against left. */
export interface BothSides {
  readonly left: Degrees;
  readonly right: Degrees;
  readonly change: Change;
}

/** Null unless both hips have a range, and both are known as well. */
export function bothSides({ sets }: Pick<SetSummary, 'sets'>): BothSides | null {
  const left = bestOf(sets.filter(({ side }) => side === 'left'));
  const right = bestOf(sets.filter(({ side }) => side === 'right'));
  const change = changeOfRanges(left, right);
  const from = knownRange(left);
  const to = knownRange(right);
  return change && from && to && { left: from.value, right: to.value, change };
}
