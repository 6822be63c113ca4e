import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  noAngle,
  showAngle,
  shownAngle,
  shownPelvisContribution,
  lowPass,
  oneEuro,
  bandPlace,
  feedbackFor,
  type PractisedSet,
} from '../../../src/coach/progress/angle-display.ts';

const at = (value: number) => ({ value, sd: 2 });

describe('the pelvic contribution beside the large number', () => {
  it('appears and disappears with the number', () => {
    const display = showAngle(noAngle, 1, at(20), null, 6);
    expect([shownAngle(display, 1)?.value, shownPelvisContribution(display, 1)]).toEqual([20, 6]);
    // Older than half a second: neither is shown.
    expect([shownAngle(display, 1.6), shownPelvisContribution(display, 1.6)]).toEqual([null, null]);
  });

  it('is unknown while the pelvis is not measured, also right after it was', () => {
    const before = showAngle(noAngle, 1, at(20), null, 6);
    expect(shownPelvisContribution(showAngle(before, 1.1, at(20), null), 1.1)).toBeNull();
  });

  it('is filtered, so that a single frame changes little', () => {
    const before = showAngle(noAngle, 1, at(20), null, 0);
    const pelvisContribution = shownPelvisContribution(showAngle(before, 1.05, at(20), null, 10), 1.05) ?? 0;
    // 1 Hz, after 50 ms: 1 − e^(−2π·0.05) = 0.27 of the step.
    expect(pelvisContribution).toBeCloseTo(2.7, 1);
  });
});

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

const set = (rest: Partial<PractisedSet> = {}): PractisedSet => ({
  drill: 'supine-sleeper',
  ended: 'finished',
  source: 'camera',
  ...rest,
});
const many = (count: number, rest: Partial<PractisedSet> = {}) => Array.from({ length: count }, () => set(rest));

describe('the angle on the screen during a set', () => {
  it('fades with the number of sets: number, then band, then nothing', () => {
    const shown = [0, 2, 3, 5, 6, 40].map((count) => feedbackFor('supine-sleeper', many(count)));
    expect(shown).toEqual(['number', 'number', 'band', 'band', 'afterwards', 'afterwards']);
  });

  it('does not fade with other drills, interrupted sets, demos and videos', () => {
    const past = [
      ...many(9, { drill: 'quadruped-band-ir' }),
      ...many(9, { ended: 'stopped' }),
      ...many(9, { source: 'demo' }),
      ...many(9, { source: 'file' }),
    ];
    expect(feedbackFor('supine-sleeper', past)).toBe('number');
  });
});

describe('the band', () => {
  it('distinguishes positions only beyond the measurement error', () => {
    // A standard deviation of 2° is a 90 % band of 3.3°.
    const place = (value: number, best: number | null) => bandPlace({ value, sd: 2 }, best);
    expect(place(20, null)).toBe('no-best');
    expect(place(20, 24)).toBe('short');
    expect(place(21, 24)).toBe('at-best');
    expect(place(27, 24)).toBe('at-best');
    expect(place(28, 24)).toBe('beyond');
  });
});
