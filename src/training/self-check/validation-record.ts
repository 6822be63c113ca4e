import type { Degrees } from '../../instrument/geometry/units.ts';
import type { HeldPosition, SelfCheckRecord } from './self-check-record.ts';

/** `format` of the exported file. */
const VALIDATION_FORMAT = 'truehip-self-check';

/**
 * A check without anything that leads to a person or to a set: no id, no picture, no day. Documented in
 * `docs/validation/self-check-record.md`; its keys never change. Degrees, metres, seconds; null: not known.
 */
export interface ValidationRecord
  extends Pick<SelfCheckRecord, 'appVersion' | 'drill' | 'side' | 'source' | 'instrument' | 'view' | 'pelvisModel'> {
  readonly format: typeof VALIDATION_FORMAT;
  readonly version: 1;
  /** "2026-11". */
  readonly month: string;
  readonly engine: Pick<SelfCheckRecord['engine'], 'model' | 'backend'>;
  readonly positions: readonly ValidationPosition[];
}

export interface ValidationPosition extends Omit<HeldPosition, 'typed' | 'readings'> {
  readonly typed: Degrees;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;
const tenth = (value: number): number => rounded(value, 1);
const tenthOrNull = (value: number | null): number | null => (value === null ? null : tenth(value));

const positionOf = ({
  typed,
  phone,
  hip,
  pelvis,
  expected,
  sd,
  statedSd,
  seconds,
}: HeldPosition): ValidationPosition[] =>
  typed === null
    ? []
    : [
        {
          typed: tenth(typed),
          ...(phone ? { phone: { ...phone, sd: tenth(phone.sd) } } : {}),
          hip: tenth(hip),
          pelvis: tenthOrNull(pelvis),
          expected: tenthOrNull(expected),
          sd: tenth(sd),
          statedSd: tenth(statedSd),
          seconds: tenth(seconds),
        },
      ];

/** The anonymous record of a check; positions without a typed angle are left out. Null: none has one. */
export function validationRecord(check: SelfCheckRecord): ValidationRecord | null {
  const positions = check.positions.flatMap(positionOf);
  if (positions.length === 0) return null;
  const { view, engine } = check;
  return {
    format: VALIDATION_FORMAT,
    version: 1,
    appVersion: check.appVersion,
    month: check.at.slice(0, 7),
    drill: check.drill,
    side: check.side,
    source: check.source,
    instrument: check.instrument,
    view: view && {
      view: view.view,
      azimuth: Math.round(view.azimuth),
      lookingDown: Math.round(view.lookingDown),
      lensHeight: tenth(view.lensHeight),
      distance: tenth(view.distance),
    },
    engine: { model: engine.model, backend: engine.backend },
    pelvisModel: check.pelvisModel,
    positions,
  };
}
