import { type Degrees, leadingSide, type Milliseconds, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { ReferencePoseQuality } from '../../instrument/output/reading.ts';
import { isoMoment } from '../assessment/iso-moment.ts';
import type { RangeChannel } from '../../coach/drill-definition.ts';
import type { RecordSource } from '../../coach/record/set-record.ts';
import { INSTRUMENT_VERSION, instrumentOf } from '../../instrument/instrument-version.ts';
import { isWithinError } from '../../coach/progress/clean-range.ts';
import { type ComparableSet, type HipBest, isSameKind } from './compare-sets.ts';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';

interface PastSet extends Omit<ComparableSet, 'id'> {
  readonly source?: RecordSource['kind'];
  readonly range?: RangeChannel | undefined;
}

export interface MeasuredNow {
  readonly pose: Pick<ReferencePoseQuality, 'view' | 'azimuth' | 'pelvisModel'>;
  /** Absent: standard. */
  readonly strictness?: Strictness | undefined;
}

interface PresentSet {
  readonly drill: string;
  readonly side: WorkingSide;
  /** Sets of another kind (a clip, the demo) say nothing about this one. */
  readonly source: string | null;
  /** Null: not known yet, so nothing can be compared. Absent: whatever was measured counts. */
  readonly now?: MeasuredNow | null;
}

const isComparable = (own: HipBest, now: MeasuredNow | null | undefined): boolean => {
  if (instrumentOf(own) !== INSTRUMENT_VERSION) return false;
  if (now === undefined) return true;
  if (now === null) return false;
  const { view, azimuth, pelvisModel } = now.pose;
  return isSameKind(own, { ...own, view, azimuth, pelvisModel, strictness: now.strictness });
};

/**
 * The best range of this hip in the last comparable set of the drill, as something to aim at. Where the pelvis takes part only
 * a range that was watched counts, since an unwatched one may not be the hip's own.
 * @returns null: there is no such set, or its best range is within its own measuring error
 */
export function lastBest(past: readonly PastSet[], { drill, side, source, now }: PresentSet): Degrees | null {
  const hip = leadingSide(side);
  let last: { readonly at: Milliseconds; readonly best: Degrees | null } | null = null;
  for (const set of past) {
    const at = isoMoment(set.startedAt ?? '');
    // Times of different places cannot be compared as texts.
    if (set.drill !== drill || set.source !== source || at === null || (last && last.at >= at)) continue;
    const own = set.hips?.find((one) => one.side === hip && (one.watched || set.range === 'hip-flexion'));
    if (own && isComparable(own, now)) last = { at, best: isWithinError(own.range) ? null : own.range.value };
  }
  return last?.best ?? null;
}
