import type { Milliseconds, WorkingSide } from '../../body/units.ts';
import type { EndReason } from '../set-record.ts';

/** What the records say of one past set. */
export interface PastSet {
  readonly startedAt: Milliseconds;
  /** The definition's id. */
  readonly drill: string;
  readonly side: WorkingSide;
  readonly goal: string;
  readonly ended: EndReason;
}
