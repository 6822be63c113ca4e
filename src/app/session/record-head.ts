import type { EngineInfo } from '../../../workers/pose.api.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { RecordHead } from '../../coach/record/set-recorder.ts';
import { recordEngine } from './record-engine.ts';
import type { SourceRequest } from './session-contract.ts';

export interface RecordHeadInput {
  readonly id: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly kind: SourceRequest['kind'];
  /** Length of the set so far. */
  readonly seconds: Seconds;
  /** Readings so far. */
  readonly measured: number;
  /** Of the source's picture, pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly engine: EngineInfo | null;
}

/** What a record says of its set before any frame: which set, from where, measured by what. */
export const recordHead = ({ id, startedAt, kind, seconds, measured, size, engine }: RecordHeadInput): RecordHead => ({
  id,
  startedAt,
  source: {
    kind,
    // A rate over less than a second says nothing.
    fps: seconds > 1 && kind !== 'none' ? Math.round((10 * measured) / seconds) / 10 : null,
    frames: measured,
    width: size.width,
    height: size.height,
  },
  engine: recordEngine(engine),
});
