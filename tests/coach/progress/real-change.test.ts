import { describe, expect, it } from 'vitest';
import { changeBetween, realChangeLine } from '../../../src/coach/progress/real-change.ts';

const range = (value: number, sd: number) => ({ value, sd });

describe('a change', () => {
  it('must reach 2.77 times the standard error of two equal measurements', () => {
    // 1.96 · √2 = 2.772.
    expect(realChangeLine(range(20, 4), range(30, 4))).toBeCloseTo(2.772 * 4, 2);
    expect(realChangeLine(range(20, 3), range(30, 4))).toBeCloseTo(1.96 * 5, 6);
  });

  it('is never real below the detectable change of a clinician’s inclinometer', () => {
    expect(realChangeLine(range(20, 0.5), range(30, 0.5))).toBe(5.4);
    expect(changeBetween(range(20, 0.5), range(25.3, 0.5)).kind).toBe('about-the-same');
    expect(changeBetween(range(20, 0.5), range(25.5, 0.5)).kind).toBe('more');
  });

  it('is called more or less only from the smallest real change on, and keeps its size below that', () => {
    expect(changeBetween(range(30, 2), range(22, 2))).toMatchObject({ kind: 'less', by: -8 });
    expect(changeBetween(range(30, 4), range(22, 4))).toMatchObject({ kind: 'about-the-same', by: -8 });
  });
});
