import { expect, test } from 'vitest';
import { effortRamp, pelvisContributionWords, rotationBar } from '../../../src/ui/live-set/gauge-drawings.ts';
import { phaseOf } from '../../browser/lib/fake-readings.ts';

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
  expect(rotationBar(20, 5, 25)).toEqual({ own: 40, pelvisContribution: 10, best: 50 });
});

test('a pelvic contribution that is small, negative or not measured is not shown', () => {
  for (const pelvisContribution of [1.9, -8, null])
    expect([
      rotationBar(20, pelvisContribution, null).pelvisContribution,
      pelvisContributionWords(pelvisContribution),
    ]).toEqual([0, '']);
  expect(pelvisContributionWords(6)).toBe('; 6° from the pelvis');
});

test('the rotation bar is cut off at its end, and a negative rotation fills nothing', () => {
  expect(rotationBar(60, 10, 70)).toEqual({ own: 100, pelvisContribution: 0, best: 100 });
  expect(rotationBar(-12, 4, null)).toEqual({ own: 0, pelvisContribution: 8, best: null });
});
