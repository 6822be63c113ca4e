import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EndedSet, isSymptom, symptomLock } from '../../../src/training/planning/symptom-lock.ts';
import type { EndReason } from '../../../src/coach/record/set-record.ts';

const DAY = 24 * 3600 * 1000;

const stopped = (ended: EndReason, day: number): EndedSet => ({ ended, startedAt: (20_000 + day) * DAY });

test('the same symptom twice within seven days puts the drill on hold', () => {
  expect(symptomLock([stopped('pinch', 1), stopped('pinch', 6)])).toMatchObject({ symptom: 'pinch' });
  expect(symptomLock([stopped('pinch', 1), stopped('pinch', 8)])).not.toBeNull();
  expect(symptomLock([stopped('pinch', 1), stopped('pinch', 8.001)])).toBeNull();
});

test('the lock does not expire: it lasts until the person confirms', () => {
  const old = [stopped('numb', -300), stopped('numb', -297)];
  expect(symptomLock([...old, stopped('finished', 0)])).not.toBeNull();
});

test('two different symptoms, or stops without a symptom, do not put the drill on hold', () => {
  expect(symptomLock([stopped('pinch', 1), stopped('pain', 2)])).toBeNull();
  expect(symptomLock([stopped('stopped', 1), stopped('stopped', 2)])).toBeNull();
});

test('another symptom in between does not separate two equal ones', () => {
  const lock = symptomLock([stopped('pain', 1), stopped('pinch', 2), stopped('pain', 3)]);
  expect(lock).toEqual({ symptom: 'pain', first: 20_001 * DAY, second: 20_003 * DAY });
});

test('the order of the sets does not matter, and the lock names two sets within seven days', () => {
  const ends = fc.constantFrom<EndReason>('pinch', 'pain', 'numb', 'finished', 'stopped');
  const set = fc.record({ ended: ends, day: fc.double({ min: 0, max: 60, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(set, { maxLength: 12 }), (days) => {
      const sets = days.map(({ ended, day }) => stopped(ended, day));
      const lock = symptomLock(sets);
      const reversed = symptomLock(sets.toReversed());
      expect(reversed?.second).toBe(lock?.second);
      const close = sets.some((one, i) =>
        sets.some(
          (other, j) =>
            i < j &&
            isSymptom(one.ended) &&
            one.ended === other.ended &&
            Math.abs(one.startedAt - other.startedAt) <= 7 * DAY,
        ),
      );
      expect(lock !== null).toBe(close);
      if (lock) expect(lock.second - lock.first).toBeLessThanOrEqual(7 * DAY);
    }),
  );
});
