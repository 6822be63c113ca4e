import { expect, test } from 'vitest';
import { effortRamp, pelvisContributionWords, rotationBar } from '../../../src/ui/live-set/gauge-drawings.ts';
import { phaseOf } from '../../browser/lib/fake-readings.ts';

const bar = (part: Partial<Parameters<typeof rotationBar>[0]>) =>
  rotationBar({ own: 0, sd: null, pelvisContribution: null, best: null, target: null, ...part });

test('the effort line rises over the ramp and then stays level', () => {
  const phase = phaseOf('pails', { length: 25, ramp: 15, effort: [0.5, 0.6] });
  const ramp = effortRamp(phase, 0.4, 0.37);
  expect(ramp?.path.startsWith('M0 100L60.0 ')).toBe(true);
  expect(ramp?.now.x).toBe(40);
  expect(ramp?.band.top).toBeLessThan(ramp?.band.bottom ?? 0);
});

test('a phase without effort has no effort line', () => {
  expect(effortRamp(phaseOf('passive'), 0.4, null)).toBeNull();
});

test('the rotation bar puts the pelvic contribution after the hip’s own rotation, on a scale of fifty degrees', () => {
  expect(bar({ own: 20, pelvisContribution: 5, best: 25 })).toMatchObject({
    own: 40,
    pelvisContribution: 10,
    best: 50,
  });
});

test('a pelvic contribution that is small, negative or not measured is not shown', () => {
  for (const pelvisContribution of [1.9, -8, null])
    expect([
      bar({ own: 20, pelvisContribution }).pelvisContribution,
      pelvisContributionWords(pelvisContribution),
    ]).toEqual([0, '']);
  expect(pelvisContributionWords(6)).toBe('; 6° from the pelvis');
});

test('the rotation bar is cut off at its end, and a negative rotation fills nothing', () => {
  expect(bar({ own: 60, pelvisContribution: 10, best: 70 })).toMatchObject({
    own: 100,
    pelvisContribution: 0,
    best: 100,
  });
  expect(bar({ own: -12, pelvisContribution: 4 })).toMatchObject({ own: 0, pelvisContribution: 8, best: null });
});

test('the error is drawn as the 90 % band around the hip’s own rotation, and cut off at the ends of the bar', () => {
  expect(bar({ own: 20, sd: 2 / 1.645 }).error).toEqual({ from: expect.closeTo(36), to: expect.closeTo(44) });
  expect(bar({ own: 1, sd: 5 }).error?.from).toBe(0);
  expect(bar({ own: -30, sd: 2 }).error).toBeNull();
  expect(bar({ own: 20 }).error).toBeNull();
});

test('what to aim at has a mark, unless it is nothing', () => {
  expect([27, 0, null].map((target) => bar({ target }).target)).toEqual([54, null, null]);
});
