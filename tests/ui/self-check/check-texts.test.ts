import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../src/i18n/de/german.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import {
  formatAngle,
  formatDifference,
  gainText,
  outcomeSentences,
  typedAngle,
} from '../../../src/ui/self-check/check-texts.ts';
import { makeCheck, makePosition } from '../../training/self-check/make-check.ts';

afterEach(() => speak(null));

describe('a typed angle', () => {
  it.each([
    ['12', 12],
    [' 12.5 ', 12.5],
    ['12,5', 12.5],
    ['12,5°', 12.5],
    ['−3', -3],
    ['-3', -3],
    ['0', 0],
  ])('%j is %d degrees', (text, angle) => {
    expect(typedAngle(text)).toBe(angle);
  });

  it.each(['', 'twelve', '12 degrees', '1e3', '400', '--1', '1.2.3'])('%j is none', (text) => {
    expect(typedAngle(text)).toBeNull();
  });
});

describe('figures', () => {
  it('have one decimal, a true minus sign and never −0', () => {
    expect([formatAngle(12.04), formatAngle(-0.04), formatAngle(null)]).toEqual(['12.0°', '0.0°', '–']);
    expect([formatDifference(2), formatDifference(-2.26), formatDifference(0.02)]).toEqual(['+2.0°', '−2.3°', '0.0°']);
  });

  it('have a decimal comma in German', () => {
    speak(german);
    expect(formatDifference(-2.26)).toBe('−2,3°');
  });
});

/** Five positions in which the app reads 1 to 3° too much. */
const five = [
  makePosition(10, 9),
  makePosition(15, 12),
  makePosition(20, 18),
  makePosition(25, 22),
  makePosition(18, 17),
];

describe('the outcome', () => {
  it('says how far the app is off, and what a single reading may be', () => {
    const sentences = outcomeSentences(makeCheck({ instrument: 'goniometer', positions: five }));
    expect(sentences[0]).toBe('On you, that day, in that place, the app showed 2.0° too much on average.');
    expect(sentences[1]).toMatch(/^A single number may differ from your instrument by −1\.0° to \+5\.0°/);
  });

  it('gives no limits with fewer than three positions', () => {
    const [first, second] = five;
    if (!first || !second) throw new Error('there are five');
    const text = outcomeSentences(makeCheck({ instrument: 'goniometer', positions: [first, second] })).join(' ');
    expect(text).toContain('Limits of agreement need at least three');
    expect(text).not.toContain('A single reading');
  });

  it('says nothing about the app while nothing is typed', () => {
    const positions = five.map((held) => ({ ...held, typed: null }));
    expect(outcomeSentences(makeCheck({ positions }))).toEqual([
      'No position has both numbers. Limits of agreement need at least three.',
    ]);
  });
});

describe('how far the phone turns for a degree of the leg', () => {
  it('is told where it is not one to one', () => {
    expect(gainText(makeCheck({ positions: [makePosition(20, 30, { expected: 30 })] }))).toBe('1.5');
    const positions = [makePosition(20, 30, { expected: 28 }), makePosition(20, 30, { expected: 32 })];
    expect(gainText(makeCheck({ positions }))).toBe('1.4–1.6');
  });

  it('is left out for instruments that read the leg itself', () => {
    expect(gainText(makeCheck({ instrument: 'goniometer', positions: five }))).toBeNull();
    expect(gainText(makeCheck({ instrument: 'inclinometer', positions: five }))).toBeNull();
    expect(gainText(makeCheck({ positions: [] }))).toBeNull();
  });
});
