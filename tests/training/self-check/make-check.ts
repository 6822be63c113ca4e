import type { HeldPosition, SelfCheckRecord } from '../../../src/training/self-check/self-check-record.ts';

/** A held position in which leg and instrument turn alike; everything left out is ordinary. */
export const makePosition = (hip: number, typed: number | null, part: Partial<HeldPosition> = {}): HeldPosition => ({
  typed,
  hip,
  pelvis: null,
  expected: hip,
  sd: 0.4,
  statedSd: 2,
  seconds: 1.9,
  readings: 20,
  ...part,
});

/** A check with an inclinometer in the supine sleeper. */
export const makeCheck = (part: Partial<SelfCheckRecord> = {}): SelfCheckRecord => ({
  version: 1,
  id: 'check-1',
  at: '2026-11-20T18:30:00.000Z',
  appVersion: '0.1.0',
  drill: 'supine-sleeper',
  side: 'left',
  instrument: 'inclinometer',
  source: 'camera',
  view: { view: 'good', azimuth: 255.3, lookingDown: 33.1, lensHeight: 1.42, distance: 2.31 },
  engine: { model: 'full', backend: 'webgl', version: '1' },
  pelvisModel: 'supine-sleeper 3, legs 2',
  positions: [
    makePosition(11, 14, { expected: 16.5 }),
    makePosition(15, 21, { expected: 22.5 }),
    makePosition(20, 27, { expected: 30, pelvis: 2 }),
    makePosition(26, 36, { expected: 39, pelvis: 3 }),
    makePosition(14, 20, { expected: 21 }),
  ],
  ...part,
});
