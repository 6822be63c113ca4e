import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from '../../../src/instrument/geometry/median.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('the median', () => {
  it('of nothing is not known', () => {
    expect(median([])).toBeNull();
  });

  it('is the middle value, and of two middles their mean', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 2, 100])).toBe(6);
    expect(median([3])).toBe(3);
  });

  it('has as many values above it as below, and leaves its input alone', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const before = [...values];
        const middle = median(values) ?? NaN;
        expect(values.filter((v) => v < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((v) => v > middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values).toEqual(before);
      }),
    );
  });

  it('does not care for one wild value among many', () => {
    expect(median([1, 1, 1, 1, 1e9])).toBe(1);
  });
});
