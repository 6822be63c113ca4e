import { describe, expect, it } from 'vitest';
import { allFinite, finiteReading } from '../../../src/instrument/output/reading.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { landmarksAt } from '../../workers/fixtures.ts';

const BAD = [Number.NaN, Infinity, -Infinity];
const ordinary = makeReading({ time: 3, internalRotation: 20, referencePoseAt: 1, skeleton: new Float32Array(16) });

/** Every path to a number in a value. */
const numbersIn = (value: unknown, path: readonly string[] = []): (readonly string[])[] => {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, [...path, key]));
};

const withNumber = (value: unknown, [key, ...rest]: readonly string[], bad: number): unknown =>
  key === undefined ? bad : { ...(value as object), [key]: withNumber(Reflect.get(value as object, key), rest, bad) };

describe('a reading with a number that is not finite', () => {
  it('is handed on untouched where all numbers are finite', () => {
    expect(finiteReading(ordinary)).toBe(ordinary);
  });

  it('never has one afterwards, wherever it was, or says nothing at all', () => {
    const paths = numbersIn(ordinary);
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths)
      for (const bad of BAD) {
        const mended = finiteReading(withNumber(ordinary, path, bad) as typeof ordinary);
        expect([path.join('.'), allFinite(mended)]).toEqual([path.join('.'), true]);
      }
  });

  it('loses the angle and does not count, and keeps the other angles for the drawing', () => {
    const mended = finiteReading(makeReading({ time: 3, internalRotation: Number.NaN, twist: 4, referencePoseAt: 1 }));
    expect(mended?.body?.leg.left.internalRotation).toBeNull();
    expect(mended?.body?.pelvis.twist?.value).toBe(4);
    expect(mended?.body).toMatchObject({ valid: false, reasons: ['poor-fit'] });
  });

  it.each([
    [1e30, 2],
    [20, -1],
    [20, 1e30],
  ])('loses %d ± %d in the same way, which no measurement can give', (internalRotation, sd) => {
    const mended = finiteReading(makeReading({ time: 3, internalRotation, sd, referencePoseAt: 1 }));
    expect(mended?.body?.leg.left.internalRotation).toBeNull();
    expect(mended?.body).toMatchObject({ valid: false, reasons: ['poor-fit'] });
  });

  it('draws nothing from such landmarks or joints', () => {
    const landmarks = landmarksAt(Number.NaN, 4);
    const mended = finiteReading({ ...ordinary, landmarks, skeleton: Float32Array.of(1, Infinity) });
    expect([mended?.landmarks, mended?.skeleton]).toEqual([null, null]);
    expect(mended?.body).toEqual(ordinary.body);
  });

  it('has no reference pose if that one is not finite, because every angle counts from it', () => {
    const reading = makeReading({ time: 3, referencePoseAt: 1, noise: { 'pelvis-twist': Number.NaN } });
    expect(finiteReading(reading)?.referencePose).toEqual({ kind: 'none' });
  });

  it('is nothing without a time', () => {
    for (const time of BAD) expect(finiteReading({ ...ordinary, time })).toBeNull();
  });
});
