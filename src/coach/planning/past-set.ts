import type { Milliseconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { EndReason } from '../record/set-record.ts';

/** What the records say of one past set. */
export interface PastSet {
  readonly startedAt: Milliseconds;
  /** The definition's id. */
  readonly drill: string;
  readonly side: WorkingSide;
  readonly goal: string;
  readonly ended: EndReason;
}
