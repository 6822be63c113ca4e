import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from '../../../src/instrument/geometry/statistics.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('the median', () => {
  it('of an empty list is null', () => {
    expect(median([])).toBeNull();
  });

  it('is the middle value, or the mean of the two middle values', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 2, 100])).toBe(6);
    expect(median([3])).toBe(3);
  });

  it('has as many values above it as below, and does not change its input', () => {
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

  it('ignores an outlier', () => {
    expect(median([1, 1, 1, 1, 1e9])).toBe(1);
  });
});
