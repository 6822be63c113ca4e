import { describe, expect, test } from 'vitest';
import { compareTests, ownErrorOf, ownErrorsIn } from '../../../src/training/assessment/retest.ts';
import { passportsOf } from '../../../src/training/assessment/passport.ts';
import { changeBetween, realChangeLine } from '../../../src/coach/progress/real-change.ts';
import { type Four, hipTest } from './make-hip-test.ts';

const DAY = 24 * 3600 * 1000;
const on = (day: number) => new Date(Date.parse('2026-11-02T18:00:00.000Z') + day * DAY).toISOString();
const testOn = (day: number, left: Four | null, right: Four | null) =>
  hipTest(left, right, { id: `day ${day}`, testedAt: on(day) });

const FIRST = testOn(0, [30, 20, 45, 40], [32, 22, 46, 41]);

describe('the own error of a person', () => {
  test('is the scatter of the changes about their mean, divided by √2', () => {
    // Inwards all four gain 8°, with 1° of scatter about it; outwards nothing but 1° of scatter.
    const later = testOn(20, [39, 27, 46, 39], [41, 29, 47, 40]);
    const { sd, freedom } = ownErrorOf([later, FIRST]) ?? {};
    expect(freedom).toBe(6);
    expect(sd).toBeCloseTo(Math.sqrt(8 / 6 / 2), 9);
  });

  test('is not known from one day, from one hip in one way, or from another place', () => {
    expect(ownErrorOf([])).toBeNull();
    expect(ownErrorOf([FIRST])).toBeNull();
    expect(ownErrorOf([testOn(0.1, [35, 20, 45, 40], [32, 22, 46, 41]), FIRST])).toBeNull();
    expect(ownErrorOf([testOn(9, [30, null, 44, null], null), FIRST])).toBeNull();
    expect(ownErrorOf([{ ...testOn(9, [31, 20, 44, 40], null), placement: 'elsewhere' }, FIRST])).toBeNull();
  });

  test('gains freedom with every further day', () => {
    const days = [0, 14, 28].map((day) => testOn(day, [30, 20, 45, 40], [32, 22 + day / 10, 46, 41]));
    expect(ownErrorOf(days)?.freedom).toBe(12);
  });

  test('calls the change of a single range later, never sooner', () => {
    const steady = ownErrorOf([testOn(20, [31, 20, 45, 40], [32, 22, 46, 41]), FIRST]);
    const single = ownErrorOf([testOn(20, [30, 32, 45, 40], [32, 22, 46, 41]), FIRST]);
    const range = { value: 30, sd: 2 };
    expect(realChangeLine(range, range, single)).toBeGreaterThan(realChangeLine(range, range, steady));
  });
});

describe('the own error by drill', () => {
  const listed = (source: 'camera' | 'demo' | 'clip', later: Four) =>
    [FIRST, testOn(20, later, later)].map((one) => ({ drill: 'seated', source, test: one }));

  test('counts the tests that the person did, not the demo nor an analysed video', () => {
    const own = listed('camera', [31, 20, 44, 40]);
    const shown = [...listed('demo', [60, 0, 5, 80]), ...listed('clip', [60, 0, 5, 80])];
    expect(ownErrorsIn([...own, ...shown])).toEqual(ownErrorsIn(own));
    expect(ownErrorsIn(own).get('seated')).toBeDefined();
    expect(ownErrorsIn(shown).size).toBe(0);
  });

  test('joins two tests of one sitting, as the passport does', () => {
    const [left, right] = [testOn(20, [31, 20, 44, 40], null), testOn(20.01, null, [33, 21, 47, 40])];
    const sets = [FIRST, left, right].map((one) => ({ drill: 'seated', source: 'camera' as const, test: one }));
    const [passport] = passportsOf([FIRST, left, right]);
    expect(ownErrorsIn(sets).get('seated')).toEqual(passport?.own);
  });
});

describe('the smallest real change', () => {
  const range = (value: number) => ({ value, sd: 3 });

  test('moves from the general error towards the own one with its freedom, and not below the floor', () => {
    const general = realChangeLine(range(30), range(38));
    const half = realChangeLine(range(30), range(38), { sd: 1, freedom: 6 });
    expect(half).toBeCloseTo(1.96 * Math.sqrt(2 * ((9 + 1) / 2)), 9);
    expect(realChangeLine(range(30), range(38), { sd: 1, freedom: 3 })).toBeGreaterThan(half);
    expect(half).toBeLessThan(general);
    expect(realChangeLine(range(30), range(38), { sd: 0.1, freedom: 600 })).toBe(5.4);
    expect(realChangeLine(range(30), range(38), { sd: 6, freedom: 6 })).toBeGreaterThan(general);
  });

  test('lets a steady person see a change that the general error hides', () => {
    expect(changeBetween(range(30), range(37)).kind).toBe('about-the-same');
    expect(changeBetween(range(30), range(37), { sd: 1, freedom: 6 }).kind).toBe('more');
  });

  test('is the own one in a passport with tests of two days, and in the comparison of two tests', () => {
    const before = testOn(0, [30, 20, 45, 40], [32, 22, 46, 41]);
    const after = testOn(28, [36, 26, 45, 40], [38, 28, 46, 41]);
    const own = passportsOf([before, after])[0]?.own ?? null;
    expect(own).toEqual({ sd: 0, freedom: 6 });
    const more = (error: typeof own) => {
      const comparison = compareTests(before, after, error);
      return comparison.kind === 'compared' ? comparison.changes.filter(({ change }) => change.kind === 'more') : [];
    };
    expect([more(null).length, more(own).length]).toEqual([4, 4]);
    const unsure = { left: null, right: null };
    expect(compareTests({ ...before, hips: unsure }, after, own)).toEqual({ kind: 'compared', changes: [] });
    expect(passportsOf([before])[0]?.own).toBeNull();
  });
});
