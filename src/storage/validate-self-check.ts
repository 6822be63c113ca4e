import {
  type HeldPosition,
  type PhoneRead,
  POSITIONS,
  type SelfCheckRecord,
  type SelfCheckView,
} from '../training/self-check/self-check-record.ts';
import { always, integer, list, nullable, object, oneOf, optional, type Check } from './check.ts';
import { degrees, duration, moment, name, side, standardDeviation, words } from './record-fields.ts';
import { viewFields } from './validate-record.ts';

const MOST_READINGS = 10_000;

const position = object<HeldPosition>({
  typed: nullable(degrees),
  phone: optional(object<PhoneRead>({ sd: standardDeviation, askew: optional(always) })),
  hip: degrees,
  pelvis: nullable(degrees),
  expected: nullable(degrees),
  sd: standardDeviation,
  statedSd: standardDeviation,
  seconds: duration,
  readings: integer(0, MOST_READINGS),
});

const onlyVersion: Check<1> = (value, inspection) => (value === 1 ? 1 : inspection.mismatch('1', value));

const instrument = oneOf<SelfCheckRecord['instrument']>({
  inclinometer: true,
  compass: true,
  goniometer: true,
  'paired-phone': true,
});
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
  view: nullable(object<SelfCheckView>(viewFields)),
  engine: object<SelfCheckRecord['engine']>({ model: words, backend: words, version: words }),
  pelvisModel: nullable(words),
  positions: list(position, POSITIONS),
});
