import fc from 'fast-check';
import {
  type HipRanges,
  type HipTest,
  type HipTry,
  testedRange,
  type TestedRange,
} from '../../../src/training/assessment/hip-test.ts';
import { type Passport, passportsOf } from '../../../src/training/assessment/passport.ts';

/** A range whose three tries have this median, with a still pelvis. */
export const reached = (value: number, sd = 2, change: Partial<HipTry> = {}): TestedRange | null =>
  testedRange(
    [value - 1, value + 1, value].map((one) => ({
      range: { value: one, sd },
      end: 'stopped' as const,
      fromPelvis: 0,
      ...change,
    })),
  );

/** Internal passive, internal active, external passive, external active; null: not read. */
export type Four = readonly [number | null, number | null, number | null, number | null];

export const hip = ([inPassive, inActive, outPassive, outActive]: Four, sd = 2): HipRanges => {
  const of = (value: number | null) => (value === null ? null : reached(value, sd));
  return {
    internal: { passive: of(inPassive), active: of(inActive) },
    external: { passive: of(outPassive), active: of(outActive) },
  };
};

export const hipTest = (left: Four | null, right: Four | null, change: Partial<HipTest> = {}): HipTest => ({
  id: 'test',
  testedAt: '2026-11-02T18:00:00.000Z',
  position: 'supine',
  placement: 'front',
  hips: { left: left && hip(left), right: right && hip(right) },
  ...change,
});

/** The newest passport of these tests. */
export const passportOf = (...tests: readonly HipTest[]): Passport => {
  const [first] = passportsOf(tests);
  if (!first) throw new Error('no passport');
  return first;
};

const range = fc.option(fc.double({ min: -5, max: 80, noNaN: true }), { nil: null });
const four = fc.tuple(range, range, range, range);

/** Any test of one position. */
export const anyHipTest: fc.Arbitrary<HipTest> = fc
  .record({
    left: fc.option(four, { nil: null }),
    right: fc.option(four, { nil: null }),
    position: fc.constantFrom('supine' as const, 'seated' as const, 'prone' as const),
  })
  .map(({ left, right, position }) => hipTest(left, right, { position }));
