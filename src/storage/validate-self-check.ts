import {
  POSITIONS,
  type HeldPosition,
  type SelfCheckRecord,
  type SelfCheckView,
} from '../coach/self-check/self-check-record.ts';
import {
  VALIDATION_FORMAT,
  type ValidationPosition,
  type ValidationRecord,
} from '../coach/self-check/validation-record.ts';
import { integer, inspect, list, nullable, object, oneOf, text, that, type Check, type Validation } from './check.ts';
import { degrees, duration, metres, moment, name, side, standardDeviation, words } from './record-fields.ts';

const MOST_READINGS = 10_000;

/** What a held position and its anonymous copy share. */
const measured = {
  hip: degrees,
  pelvis: nullable(degrees),
  expected: nullable(degrees),
  sd: standardDeviation,
  statedSd: standardDeviation,
  seconds: duration,
};

const position = object<HeldPosition>({
  typed: nullable(degrees),
  ...measured,
  readings: integer(0, MOST_READINGS),
});

const onlyVersion: Check<1> = (value, inspection) => (value === 1 ? 1 : inspection.mismatch('1', value));

const view = nullable(
  object<SelfCheckView>({
    view: oneOf<'good' | 'fair' | 'poor'>({ good: true, fair: true, poor: true }),
    azimuth: degrees,
    lookingDown: degrees,
    lensHeight: metres,
    distance: metres,
  }),
);
const instrument = oneOf<SelfCheckRecord['instrument']>({ inclinometer: true, compass: true, goniometer: true });
const source = oneOf<SelfCheckRecord['source']>({ camera: true, file: true, demo: true });

export const selfCheck = object<SelfCheckRecord>({
  version: onlyVersion,
  id: name,
  at: moment,
  appVersion: words,
  drill: name,
  side,
  instrument,
  source,
  view,
  engine: object<SelfCheckRecord['engine']>({ model: words, backend: words, version: words }),
  pelvisModel: nullable(words),
  positions: list(position, POSITIONS),
});

export const validateSelfCheck = (value: unknown): Validation<SelfCheckRecord> => inspect(value, selfCheck);

const month = that(text(7, 7), (value) =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? null : 'must be a month as 2026-11',
);

const pair = object<ValidationPosition>({ typed: degrees, ...measured });

const validation = object<ValidationRecord>({
  format: oneOf<typeof VALIDATION_FORMAT>({ [VALIDATION_FORMAT]: true }),
  version: onlyVersion,
  appVersion: words,
  month,
  drill: name,
  side,
  source,
  instrument,
  view,
  engine: object<ValidationRecord['engine']>({ model: words, backend: words }),
  pelvisModel: nullable(words),
  positions: list(pair, POSITIONS),
});

/** Checks an anonymous record that was exported by somebody. Unknown fields are dropped. */
export const validateValidationRecord = (value: unknown): Validation<ValidationRecord> => inspect(value, validation);
