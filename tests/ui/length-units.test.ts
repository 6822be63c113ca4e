import { expect, test } from 'vitest';
import { lengthIn, liftText, metresFrom } from '../../src/ui/length-units.ts';
import { peakText } from '../../src/ui/words.ts';

test('an inch is 2.54 cm, there and back', () => {
  expect(lengthIn(1.778, 'in')).toBeCloseTo(70, 9);
  expect(metresFrom(70, 'in')).toBeCloseTo(1.778, 9);
  expect(metresFrom(lengthIn(1.63, 'cm'), 'cm')).toBeCloseTo(1.63, 9);
});

test('lifts are told in the units of the person’s choice, angles always in degrees', () => {
  expect([liftText(0.026, 'cm'), liftText(0.026, 'in')]).toEqual(['2.6 cm', '1.0 in']);
  expect([peakText('pelvis-lift', -0.02), peakText('pelvis-lift', 0.02, 'in')]).toEqual(['2.0 cm', '0.8 in']);
  expect(peakText('pelvis-twist', 13.4, 'in')).toBe('13°');
});
