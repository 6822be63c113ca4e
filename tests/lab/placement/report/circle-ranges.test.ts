import { describe, expect, it } from 'vitest';
import { isWithin, rangeWords, runsOf } from './circle-ranges.ts';

const around = (accepted: readonly number[], step = 30) =>
  new Map(Array.from({ length: 360 / step }, (_, i) => [i * step, accepted.includes(i * step)] as const));

describe('ranges of accepted azimuths', () => {
  it('join accepted neighbours of the grid and end at refused places', () => {
    expect(runsOf(around([90, 120, 240]))).toEqual([
      [90, 120],
      [240, 240],
    ]);
  });

  it('may pass through 0°', () => {
    expect(runsOf(around([330, 0, 30]))).toEqual([[330, 390]]);
    expect(runsOf(around([330, 0, 30, 180]))).toEqual([
      [180, 180],
      [330, 390],
    ]);
  });

  it('are the full circle if nothing is refused', () => {
    expect(runsOf(around(Array.from({ length: 12 }, (_, i) => i * 30)))).toEqual([[0, 360]]);
  });

  it('do not bridge azimuths that were not studied', () => {
    expect(runsOf(new Map([[255, true]]))).toEqual([[255, 255]]);
    expect(
      runsOf(
        new Map([
          [240, true],
          [285, true],
        ]),
      ),
    ).toEqual([
      [240, 240],
      [285, 285],
    ]);
  });

  it('are empty if everything is refused', () => {
    expect(runsOf(around([]))).toEqual([]);
  });

  it('contain the azimuths inside them, also beyond 360°', () => {
    expect(isWithin([[330, 390]], 10)).toBe(true);
    expect(isWithin([[330, 390]], 31)).toBe(false);
    expect(isWithin([[330, 390]], 31, 5)).toBe(true);
    expect(isWithin([[-30, 30]], 345)).toBe(true);
    expect(isWithin([], 0)).toBe(false);
  });

  it('are written as text', () => {
    expect(rangeWords([])).toBe('none');
    expect(rangeWords([[330, 390]])).toBe('330–30°');
    expect(
      rangeWords([
        [90, 90],
        [240, 285],
      ]),
    ).toBe('90°, 240–285°');
    expect(rangeWords([[0, 360]])).toBe('all round');
  });
});
