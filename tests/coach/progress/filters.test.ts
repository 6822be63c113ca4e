import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowPass, oneEuro } from '../../../src/coach/progress/angle-display.ts';

const feed = (samples: readonly (readonly [number, number])[], cutoff: number) =>
  samples.reduce<ReturnType<typeof lowPass> | null>(
    (state, [time, value]) => lowPass(state, value, time, cutoff),
    null,
  );

describe('the low-pass', () => {
  it('starts at its first sample', () => {
    expect(lowPass(null, 7, 3, 1).value).toBe(7);
  });

  it('reaches 63 % of a step after one time constant for any sampling', () => {
    const constant = 1 / (2 * Math.PI);
    const even = feed([[0, 0], ...Array.from({ length: 10 }, (_, i) => [((i + 1) * constant) / 10, 1] as const)], 1);
    const uneven = feed(
      [
        [0, 0],
        [constant * 0.1, 1],
        [constant, 1],
      ],
      1,
    );
    expect(even?.value).toBeCloseTo(1 - Math.exp(-1), 9);
    expect(uneven?.value).toBeCloseTo(1 - Math.exp(-1), 9);
  });

  it('ignores a sample that is not later than the last one', () => {
    const state = lowPass(lowPass(null, 1, 1, 1), 5, 2, 1);
    expect(lowPass(state, 99, 2, 1)).toBe(state);
    expect(lowPass(state, 99, 1.5, 1)).toBe(state);
  });

  it('never leaves the range of its input', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (values) => {
          const end =
            feed(
              values.map((value, index) => [index / 12, value] as const),
              1,
            )?.value ?? 0;
          expect(end).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(end).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        },
      ),
    );
  });
});

describe('the 1€ filter of the large number', () => {
  const run = (valueAt: (time: number) => number, until: number) => {
    let state: ReturnType<typeof oneEuro> | null = null;
    for (let index = 0; index / 15 <= until; index += 1) state = oneEuro(state, valueAt(index / 15), index / 15);
    return state?.output.value ?? Number.NaN;
  };

  it('halves a jitter of a degree in a hold', () => {
    const jitter = (time: number) => 20 + (Math.round(time * 15) % 2 === 0 ? 0.5 : -0.5);
    expect(Math.abs(run(jitter, 3) - 20)).toBeLessThan(0.25);
  });

  it('lags a swing of 30° a second by less than 3°', () => {
    // 30°/s at 4 Hz is a lag of 1.2°. The limit of 3° includes the lag of the speed itself.
    expect(90 - run((time) => 30 * time, 3)).toBeLessThan(3);
  });

  it('ignores a sample that is not later than the last one', () => {
    const state = oneEuro(oneEuro(null, 1, 1), 5, 2);
    expect(oneEuro(state, 99, 2)).toBe(state);
  });
});
