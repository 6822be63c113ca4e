import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeColumns, encodeColumns, type Json } from '../../src/storage/frames/columns.ts';

const twoDecimals = () => 2;

const roundTrip = (values: readonly Json[]): Json[] => decodeColumns(encodeColumns(values, twoDecimals));

/** JSON values as records have them. −0 is left out: JSON does not have it either. */
const anything = fc
  .jsonValue({ noUnicodeString: false })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json)
  .filter((value) => !JSON.stringify(value).includes('e'));

const rounded = (value: Json, inRow: boolean): Json => {
  if (typeof value === 'number' && inRow) return Math.round(value * 100) / 100 + 0;
  return value;
};

describe('columns', () => {
  test('give back what was written, whatever its shape', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), (values) => {
        const whole = values.map((value) => rounded(value, false));
        // Numbers among other things stay exact; columns of numbers are rounded, so only others are compared here.
        fc.pre(!JSON.stringify(whole).match(/\d\.\d/));
        expect(roundTrip(whole)).toEqual(whole);
      }),
    );
  });

  test('round numbers to the given decimals, and keep whole ones of any size', () => {
    expect(roundTrip([1.234_567, -0.001, 12_345_678.5, -3])).toEqual([1.23, 0, 12_345_678.5, -3]);
  });

  test('keep numbers that are too large to be scaled', () => {
    const large = [5_972_614_410_471_221, -4_071_484_732_220_316, 1e300, 0.5];
    expect(roundTrip(large)).toEqual(large);
  });

  test('keep exact numbers bit for bit', () => {
    const times = [0.1 + 0.2, 1 / 3, 1e10 + 1e-6];
    expect(decodeColumns(encodeColumns(times, () => 'exact'))).toEqual(times);
  });

  test('tell a null from a field that is absent', () => {
    const values = [{ a: 1, b: null }, { a: null }, { b: 2 }, {}, { a: 3, b: 4 }];
    expect(roundTrip(values)).toStrictEqual(values);
  });

  test('know nothing but own fields, whatever their names', () => {
    const values = JSON.parse('[{"__proto__": 1, "constructor": 2}, {"toString": 3}]') as Json[];
    const [first, second] = roundTrip(values) as Record<string, unknown>[];
    expect(Object.keys(first ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(first)).toBe(Object.prototype);
    expect(second).toEqual({ toString: 3 });
  });

  test('refuse a number that is not finite', () => {
    expect(() => encodeColumns([1, Number.NaN], twoDecimals)).toThrow(RangeError);
    expect(() => encodeColumns([{ a: Number.POSITIVE_INFINITY }], twoDecimals)).toThrow(RangeError);
  });

  test('throw on bytes that end too early instead of giving back something else', () => {
    const bytes = encodeColumns([{ a: 1, b: 'x' }, { a: 2 }, { a: 5, b: 'y' }], twoDecimals);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeColumns(bytes.slice(0, length))).toThrow();
    }
  });
});
