import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passportsOf } from '../../../src/training/assessment/passport.ts';
import type { HipTest } from '../../../src/training/assessment/hip-test.ts';
import { anyHipTest, type Four, hip, hipTest, reached, passportOf } from './make-hip-test.ts';
import { showSomebody } from '../../../src/training/assessment/show-somebody.ts';

describe('the gap between passive and active', () => {
  test('is their difference, with the standard deviation of both', () => {
    const gap = passportOf(hipTest([40, 28, 45, 40], null)).hips.left?.directions.internal.gap;
    expect(gap).toMatchObject({ of: { value: 12, sd: Math.hypot(2, 2) }, kind: 'gap' });
  });

  test('is none while it is within the measuring error', () => {
    expect(passportOf(hipTest([40, 35.5, 45, 40], null)).hips.left?.directions.internal.gap?.kind).toBe('none');
  });

  test('is reversed where active went further, since the passive tries then fell short', () => {
    expect(passportOf(hipTest([20, 32, 45, 40], null)).hips.left?.directions.internal.gap?.kind).toBe('reversed');
  });

  test('is unknown without one of the two', () => {
    expect(passportOf(hipTest([40, null, 45, 40], null)).hips.left?.directions.internal.gap).toBeNull();
  });
});

describe('left beside right', () => {
  test('differs only beyond the real-change line', () => {
    const { internal } = passportOf(hipTest([30, 25, 45, 40], [35, 35, 45, 40])).sides.directions;
    expect(internal.passive).toMatchObject({ by: -5, kind: 'about-the-same' });
    expect(internal.active).toMatchObject({ by: -10, kind: 'right-more' });
  });

  test('is called a shift where one hip turns in less and out as much more', () => {
    expect(passportOf(hipTest([25, 20, 50, 45], [35, 30, 40, 35])).sides.shifted).toBe(true);
    expect(passportOf(hipTest([25, 20, 40, 35], [35, 30, 40, 35])).sides.shifted).toBe(false);
  });
});

test('the balance is not told where a start held a little turned could explain it', () => {
  expect(passportOf(hipTest([36, 30, 42, 38], null)).hips.left?.balance.passive?.kind).toBe('even');
  const outward = passportOf(hipTest([20, 15, 50, 45], null)).hips.left?.balance.passive;
  expect(outward?.kind).toBe('outward');
  expect(outward?.internal.value).toBeCloseTo(20 / 70);
});

test('the pelvis is told with how often, from where and how much', () => {
  const moved = reached(30, 2, { end: 'pelvis', fromPelvis: 6 });
  const ranges = { ...hip([40, 35, 45, 40]), internal: { passive: moved, active: reached(25) } };
  const { internal } =
    passportOf(hipTest(null, null, { hips: { left: ranges, right: null } })).hips.left?.directions ?? {};
  expect(internal?.pelvis).toEqual({ passive: { tries: 3, of: 3, from: 29, added: 6 }, active: null });
});

test('what was not read is named for each hip, direction and effort', () => {
  expect(passportOf(hipTest([30, null, 45, 40], [30, 25, 45, 40])).missing).toEqual([
    { side: 'left', rotation: 'internal', effort: 'active' },
  ]);
  expect(passportOf(hipTest(null, [30, 25, 45, 40])).missing).toHaveLength(4);
});

test('a hip tested in a set of its own within two hours belongs to the same passport', () => {
  const left = hipTest([30, 25, 45, 40], null, { id: 'left' });
  const right = hipTest(null, [30, 25, 45, 40], { id: 'right', testedAt: '2026-11-02T18:20:00.000Z' });
  const { missing, earlier, test: of } = passportOf(right, left);
  expect([missing, earlier, of.id]).toEqual([[], [], 'left']);
  const later = { ...right, testedAt: '2026-11-03T18:00:00.000Z' };
  expect(passportOf(left, later).missing).toHaveLength(4);
});

test('a test dated ahead of the clock is no newest test, but it is shown where there is no other', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');
  const ahead = hipTest([30, 25, 45, 40], null, { id: 'ahead', testedAt: '2031-01-01T10:00:00Z' });
  const old = hipTest([30, 25, 45, 40], null);
  const [passport] = passportsOf([ahead, old], now);
  expect([passport?.test.id, passport?.earlier.map(({ id }) => id)]).toEqual([old.id, ['ahead']]);
  expect(passportsOf([ahead], now)[0]?.test.id).toBe('ahead');
  // The clocks of two time zones differ by less than a day.
  const east = { ...ahead, testedAt: '2026-11-20T23:00:00Z' };
  expect(passportsOf([east, old], now)[0]?.test.id).toBe('ahead');
});

test('each position has a passport of its own, the newest first', () => {
  const prone = hipTest([30, 25, 45, 40], null, { position: 'prone', testedAt: '2026-11-20T10:00:00Z' });
  const supine = hipTest([30, 25, 45, 40], null);
  expect(passportsOf([supine, prone]).map(({ test: of }) => of.position)).toEqual(['prone', 'supine']);
});

test('no figure of a passport is anything but finite', () => {
  const figures = (value: unknown): readonly number[] => {
    if (typeof value === 'number') return [value];
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(figures) : [];
  };
  fc.assert(
    fc.property(anyHipTest, (one) => {
      expect(figures(passportsOf([one])).filter((figure) => !Number.isFinite(figure))).toEqual([]);
    }),
  );
});

const reasons = (of: HipTest, pain: number | null) =>
  passportsOf([of]).flatMap((passport) => showSomebody(passport, pain).map(({ reason, side }) => `${reason} ${side}`));

const USUAL: Four = [35, 30, 45, 40];

test('a usual hip without pain is nothing to show', () => {
  expect(reasons(hipTest(USUAL, USUAL), 0)).toEqual([]);
  expect(reasons(hipTest(USUAL, USUAL), null)).toEqual([]);
});

test('a marked difference of the sides counts with pain only', () => {
  const uneven = hipTest([15, 12, 45, 40], USUAL);
  expect(reasons(uneven, 0)).toEqual([]);
  expect(reasons(uneven, 2)).toEqual([]);
  expect(reasons(uneven, 3)).toEqual(['sides-with-pain left']);
});

test('a difference is marked where it is more than 15° with its whole band', () => {
  // 19° with a band of 4.7° may be 14.4°, 20° is at least 15.3°.
  expect(reasons(hipTest([16, 15, 45, 40], USUAL), 4)).toEqual([]);
  expect(reasons(hipTest(USUAL, [15, 15, 45, 40]), 4)).toEqual(['sides-with-pain right']);
});

test('a painful hip is to be shown where it turns in less than 15° with its whole band', () => {
  // 12° with a band of 3.3° may be 15.3°.
  expect(reasons(hipTest([12, 12, 45, 40], [20, 15, 45, 40]), 3)).toEqual([]);
  expect(reasons(hipTest([11, 11, 45, 40], [20, 15, 45, 40]), 3)).toEqual(['small-with-pain left']);
});

test('an arc of less than 40° beyond the band is to be shown without pain too', () => {
  expect(reasons(hipTest([12, 10, 20, 18], USUAL), 0)).toEqual(['very-small left']);
  // 35° with a standard deviation of 2.8° may be 39.7°; 37° may be 40°.
  expect(reasons(hipTest([16, 10, 21, 18], USUAL), 0)).toEqual([]);
});

test('pain of 5 or more is to be shown whatever was measured', () => {
  expect(reasons(hipTest(USUAL, USUAL), 5)).toEqual(['pain null']);
});
