import { expect, test } from 'vitest';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { lengthIn, liftText, metresFrom } from '../../../src/ui/elements/format.ts';
import { flagSize, peakText } from '../../../src/ui/shell/words.ts';

test('converts 2.54 cm to an inch and back', () => {
  expect(lengthIn(1.778, 'in')).toBeCloseTo(70, 9);
  expect(metresFrom(70, 'in')).toBeCloseTo(1.778, 9);
  expect(metresFrom(lengthIn(1.63, 'cm'), 'cm')).toBeCloseTo(1.63, 9);
});

test('gives lifts in the chosen units and angles always in degrees', () => {
  expect([liftText(0.026, 'cm'), liftText(0.026, 'in')]).toEqual(['2.6 cm', '1.0 in']);
  expect([peakText('pelvis-lift', -0.02), peakText('pelvis-lift', 0.02, 'in')]).toEqual(['2.0 cm', '0.8 in']);
  expect(peakText('pelvis-twist', 13.4, 'in')).toBe('13°');
});

test('shows no size for a flag whose deviation cannot be measured from the camera place', () => {
  const wall = WATCHED_DRILLS.find(({ id }) => id === 'knee-to-knee-wall') ?? null;
  const sleeper = WATCHED_DRILLS.find(({ id }) => id === 'supine-sleeper') ?? null;
  const lift = { rule: 'pelvis-lift', peak: 0.03 } as const;
  expect([flagSize(wall, lift), flagSize(sleeper, lift), flagSize(null, lift)]).toEqual([null, '3.0 cm', '3.0 cm']);
});
