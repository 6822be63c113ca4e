import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoMoment } from '../../../src/training/planning/civil-day.ts';

test('a moment is read as the browser reads it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), (moment) => {
      expect(isoMoment(moment.toISOString())).toBeCloseTo(moment.getTime(), 3);
    }),
  );
  for (const text of ['2026-11-26T10:00:00+01:00', '2026-11-26T23:30:00.5-05:30'])
    expect(isoMoment(text)).toBe(Date.parse(text));
});

test('what is no moment has none', () => {
  expect(['', 'yesterday', '2026-11-26', '2026-02-30T10:00:00Z'].map(isoMoment)).toEqual([null, null, null, null]);
});
