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
import { pelvisAgreement, type PelvisMoment } from '../../../src/training/review/pelvis-agreement.ts';
import { agreementFigures, agreementSentence } from '../../../src/ui/self-check/th-phone-agreement.ts';

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

/** A set in which the camera is off by `by`, give or take 2°, while the phone shows up to `turn`. */
const set = (by: number, turn = 0): readonly PelvisMoment[] =>
  Array.from({ length: 40 }, (_, index) => {
    const phone = index % 4 < 2 ? turn : -turn;
    return { phone, camera: phone / 2 + by + (index % 2 === 0 ? 2 : -2) };
  });

const three = pelvisAgreement([set(-1), set(-1.2), set(-1.4)]);

describe('the sentence on an angle', () => {
  it('says how far off the camera is on average, which way, and how far at a single moment', () => {
    expect(agreementSentence('twist', three, 'leg')).toBe(
      'In your sets the camera read 1.2° too far away from your working leg on average. For a single moment it is within ± 10° of the phone (95%).',
    );
  });

  it('shows the bias of one set, says that one set is no evidence, and gives no limits', () => {
    const text = agreementSentence('tilt', pelvisAgreement([set(2)]), 'leg');
    expect(text).toContain('In your set the camera read 2.0° too far forwards');
    expect(text).toContain('One set is no evidence');
    expect(text).not.toContain('±');
    expect(agreementSentence('tilt', pelvisAgreement([set(2), set(3)]), 'leg')).toContain('Two sets are little');
  });
});

describe('the figures of an angle', () => {
  it('are a dash where they are not known, never a zero', () => {
    const values = agreementFigures(pelvisAgreement([])).map(([, value]) => value);
    expect(values).toEqual(['0', '–', '–', '–']);
  });

  it('say how much of a large turn the camera reads', () => {
    expect(agreementFigures(pelvisAgreement([set(0, 10)])).at(-1)?.[1]).toBe('50%');
    const blind = set(0, 10).map(({ phone }) => ({ phone, camera: 0 }));
    expect(agreementFigures(pelvisAgreement([blind])).at(-1)?.[1]).toBe('nothing');
  });
});
