import { describe, expect, test } from 'vitest';
import { isCare } from '../../src/training/planning/built-in-programmes.ts';
import { SAFETY_ROWS } from '../../src/training/safety/red-flags.ts';
import { safety as german } from '../../src/i18n/de/hip/safety.ts';
import { load as germanLoad } from '../../src/i18n/de/hip/load.ts';
import { load as englishLoad } from '../../src/i18n/en/hip/load.ts';
import { programmes as germanProgrammes } from '../../src/i18n/de/programmes.ts';
import { safety as english } from '../../src/i18n/en/hip/safety.ts';
import { passport as englishPassport } from '../../src/i18n/en/hip/passport.ts';
import { passport as germanPassport } from '../../src/i18n/de/hip/passport.ts';
import { programmes as englishProgrammes } from '../../src/i18n/en/programmes.ts';
import { textsOf } from './texts-of.ts';

/** The longest sentence that is understood at once, read aloud. */
const MOST_WORDS = 14;

const words = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;

const sentences = (text: string): readonly string[] => text.split(/(?<=[.!?:;])\s+/);

const textsIn = (part: unknown) => textsOf(part, '').map(({ text }) => text);

describe.each([
  ['English', english, englishProgrammes, englishLoad, englishPassport],
  ['German', german, germanProgrammes, germanLoad, germanPassport],
] as const)('in %s', (_, safety, programmes, load, { stepReasons }) => {
  const rows = [safety.hurts, ...SAFETY_ROWS.map(({ id }) => safety.rows[id])];

  test('the questions are at most nine rows and ninety words', () => {
    expect(rows.length).toBeLessThanOrEqual(9);
    expect(rows.reduce((sum, row) => sum + words(row), 0)).toBeLessThanOrEqual(90);
  });

  test(`no sentence of the gate has more than ${MOST_WORDS} words`, () => {
    const care = Object.entries(programmes.known).flatMap(([id, texts]) => (isCare(id) ? textsIn(texts) : []));
    const ways = [load.up, load.down].flatMap((way) => Object.values(way));
    const told = [
      ...[true, false].flatMap((begun) =>
        [
          [14, 6],
          [3, 0],
          [0, 1],
        ].map(([daysLeft = 0, setsLeft = 0]) => load.strength({ earned: false, begun, daysLeft, setsLeft })),
      ),
      ...ways.flatMap((what) => [load.today(what('15')), load.next(what('1'))]),
      load.morning.ask('30. November'),
      safety.stops(null, 30),
      safety.prescribed('Dr. Example', '12 November'),
      safety.stopped('12 November'),
    ];
    const texts = [...textsIn(safety), ...textsIn(load), ...textsIn(stepReasons), ...care, ...told];
    const long = texts.flatMap(sentences).filter((one) => words(one) > MOST_WORDS);
    expect(long).toEqual([]);
  });
});
