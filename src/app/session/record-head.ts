import type { EngineInfo } from '../../../workers/pose.api.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { RecordHead } from '../../coach/record/set-recorder.ts';
import type { SourceRequest } from './session-contract.ts';
import type { RecordEngine } from '../../coach/record/set-record.ts';

const clock = (minutes: number): string =>
  [minutes / 60, minutes % 60].map((value) => String(Math.floor(value)).padStart(2, '0')).join(':');

/**
 * A moment as ISO 8601 with the offset of a place.
 * @param offset of its clock from UTC, in minutes, east positive; absent: that of this computer
 */
export function isoAtPlace(date: Date, offset = -date.getTimezoneOffset()): string {
  const wall = new Date(date.getTime() + 60_000 * offset).toISOString().slice(0, -1);
  return wall + (offset < 0 ? '-' : '+') + clock(Math.abs(offset));
}

export function recordEngine(engine: EngineInfo | null): RecordEngine {
  if (!engine) return { model: 'none', backend: 'none', why: 'not loaded', version: '' };
  const { model, backend, why, version } = engine;
  return { model, backend, why, version };
}

export interface RecordHeadInput {
  readonly id: string;
  /** ISO 8601, as `isoAtPlace` writes it. */
  readonly startedAt: string;
  readonly kind: SourceRequest['kind'];
  /** Length of the set so far. */
  readonly seconds: Seconds;
  /** Readings so far. */
  readonly measured: number;
  /** Size of the source's picture, pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly engine: EngineInfo | null;
}

/** The head of a record: id, time, source and engine of the set. */
export const recordHead = ({ id, startedAt, kind, seconds, measured, size, engine }: RecordHeadInput): RecordHead => ({
  id,
  startedAt,
  source: {
    kind,
    // A rate over less than a second is not meaningful.
    fps: seconds > 1 && kind !== 'none' ? Math.round((10 * measured) / seconds) / 10 : null,
    frames: measured,
    width: size.width,
    height: size.height,
  },
  engine: recordEngine(engine),
});
