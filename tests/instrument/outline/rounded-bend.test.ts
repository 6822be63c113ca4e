import { expect, it } from 'vitest';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import { withArch } from '../../../src/instrument/outline/arch-watch.ts';
import { fittedPerson, inputOf } from '../../../lab/made/fitted-person.ts';

const body = fittedBody(inputOf(fittedPerson('supine-sleeper-clean-far')));
const bent = (extension: number | null, hollow = 0) =>
  withArch(
    body,
    extension === null
      ? { extension, unseen: 'back-hidden', hollow }
      : { extension: { value: extension, sd: 6 }, unseen: null, hollow },
  );
const sdOf = (extension: number | null) => bent(extension).leg.left.flexion?.sd ?? NaN;
const plain = body.leg.left.flexion?.sd ?? NaN;

it('a rounded back adds half of its measured bend to the standard deviation of hip flexion', () => {
  expect(sdOf(-14)).toBeCloseTo(Math.hypot(plain, 7), 9);
  expect(bent(-14).leg.right.flexion?.sd).toBeGreaterThan(body.leg.right.flexion?.sd ?? NaN);
  expect(bent(-14).leg.left.flexion?.value).toBe(body.leg.left.flexion?.value);
  expect(bent(-14).leg.left.internalRotation).toEqual(body.leg.left.internalRotation);
});

it('a straight back, or one that is hollow for a moment, leaves the standard deviation of hip flexion', () => {
  expect(sdOf(0)).toBeCloseTo(plain, 9);
  expect(sdOf(8)).toBeCloseTo(plain, 9);
});

it('a back that stays hollow adds half of its arch to hip flexion and to its standard deviation', () => {
  const { left, right } = bent(8, 6).leg;
  expect(left.flexion?.value).toBeCloseTo((body.leg.left.flexion?.value ?? NaN) + 3, 9);
  expect(right.flexion?.value).toBeCloseTo((body.leg.right.flexion?.value ?? NaN) + 3, 9);
  expect(left.flexion?.sd).toBeCloseTo(Math.hypot(plain, 3), 9);
  expect(left.internalRotation).toEqual(body.leg.left.internalRotation);
});

it('a back that is not seen may be rounded', () => {
  expect(sdOf(null)).toBeCloseTo(Math.hypot(plain, 5), 9);
});
