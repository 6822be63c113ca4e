import { expect, test } from 'vitest';
import { german } from '../../../src/i18n/de/german.ts';
import { plural } from '../../../src/i18n/phrasing.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import {
  bandDegrees,
  formatAbout,
  formatBorrowed,
  formatBytes,
  formatCountdown,
  formatDate,
  formatDateAlone,
  formatDegrees,
  formatEstimate,
  formatGross,
  formatLength,
  formatLike,
  formatMoment,
  formatShare,
  formatWhole,
  lengthIn,
  liftText,
  metresFrom,
} from '../../../src/ui/elements/format.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { flagSize, peakText } from '../../../src/ui/shell/words.ts';

test('numbers are whole, have a true minus sign and are never "−0"', () => {
  expect([23.4, 23.5, -12.2, -0.4, 0].map(formatWhole)).toEqual(['23', '24', '−12', '0', '0']);
});

test('the error band is the 90 % band and at least one degree', () => {
  // 90 % of a normal distribution lie within 1.645 standard deviations.
  expect(bandDegrees(2.2)).toBe(4);
  expect(bandDegrees(0.1)).toBe(1);
  expect(formatEstimate({ value: 23.4, sd: 2.2 })).toBe('23° ± 4°');
});

test('an unknown value is a dash, not a zero', () => {
  expect([formatDegrees(null), formatEstimate(null), formatBorrowed(null, true)]).toEqual(['–', '–', '–']);
});

test('a pelvic contribution that is a lower bound is written "or more"', () => {
  expect(formatBorrowed(6.4, true)).toBe('6° or more');
  expect(formatBorrowed(6.4, false)).toBe('6°');
  expect(formatBorrowed(0.2, true)).toBe('none seen');
  expect(formatBorrowed(0.2, false)).toBe('0°');
});

test('a countdown is rounded up to whole seconds', () => {
  expect([60, 59.01, 5, 4.999, 0.001, 0, -2].map(formatCountdown)).toEqual([
    '1:00',
    '1:00',
    '0:05',
    '0:05',
    '0:01',
    '0:00',
    '0:00',
  ]);
});

test('moments are rounded to tenths and carry over to seconds and minutes', () => {
  expect([0, 7.44, 59.97, 61.25].map(formatMoment)).toEqual(['0:00.0', '0:07.4', '1:00.0', '1:01.3']);
});

test('lengths and sizes are written as people say them', () => {
  expect([45, 60, 150, 119.6].map(formatLength)).toEqual(['45 s', '1 min', '2 min 30 s', '2 min']);
  expect([800, 5_300_000, 12_000_000_000].map(formatBytes)).toEqual(['800 B', '5.3 MB', '12.0 GB']);
  expect([plural(1, 'set'), plural(0, 'set'), plural(3, 'set')]).toEqual(['1 set', '0 sets', '3 sets']);
});

test('a length that is told beforehand has no odd seconds', () => {
  expect([4, 78, 110, 123, 200, 380].map(formatAbout)).toEqual([
    '15 s',
    '1 min 15 s',
    '1 min 45 s',
    '2 min',
    '3 min',
    '6 min',
  ]);
});

test('a missing or unreadable date is written "No date"', () => {
  expect(formatDate(null)).toBe('No date');
  expect(formatDate('soon')).toBe('No date');
  // By the clock of the place where the set was done, whatever the reader's zone.
  for (const offset of ['+09:00', '-08:00', '+14:00'])
    expect(formatDate(`2026-11-20T08:05:00.000${offset}`, 'en-GB')).toBe('20 Nov 2026, 08:05');
  expect(formatDate('2026-11-20T09:12:00Z', 'en-GB')).toContain('2026');
  expect(formatDateAlone('2026-11-20T12:00:00Z', 'en-GB')).toBe('20 Nov 2026');
  expect(formatDateAlone('soon')).toBe('No date');
});

test('the gross range is the sum of the rounded clean and borrowed ranges', () => {
  expect(formatGross({ clean: 26.1, borrowed: 6.4, gross: 32.5 })).toBe('32°');
  expect(formatGross({ clean: 24.2, borrowed: 0.4, gross: 24.6 })).toBe('24°');
  expect(formatGross({ clean: 28.3, borrowed: 1.8, gross: 30.1 })).toBe('30°');
});

test('the gross range is rounded by itself when its parts are unknown or do not add up', () => {
  expect(formatGross({ clean: null, borrowed: null, gross: 31.6 })).toBe('32°');
  expect(formatGross({ clean: 20, borrowed: 2, gross: 31.6 })).toBe('32°');
  expect(formatGross({ clean: 20, borrowed: 2, gross: null })).toBe('–');
});

test('a share is written as in the language', () => {
  expect(formatShare(0.964)).toBe('96%');
  speak(german);
  expect(formatShare(0.964)).toBe('96 %');
  speak(null);
});

test('beyond a band of ± 8° an angle is told in steps of 5°, and beyond ± 20° not at all', () => {
  const told = (value: number, sd: number) => formatEstimate({ value, sd });
  expect(told(22.4, 8 / 1.645)).toBe('22° ± 8°');
  expect(told(22.4, 8.1 / 1.645)).toBe('about 20°, give or take 10');
  expect(told(-22.6, 10.1 / 1.645)).toBe('about −25°, give or take 15');
  expect(told(1.2, 19.9 / 1.645)).toBe('about 0°, give or take 20');
  expect(told(22.4, 20.1 / 1.645)).toBe('–');
  expect(formatLike(33, 6)).toBe('about 35°');
  expect(formatLike(33, 2)).toBe('33°');
  expect(formatLike(null, 6)).toBe('–');
  expect(formatGross({ clean: 21, borrowed: 7, gross: 28, sd: 6 })).toBe('about 30°');
});

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
