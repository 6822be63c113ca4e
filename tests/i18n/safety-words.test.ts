import { describe, expect, test } from 'vitest';
import { isCare } from '../../src/training/planning/built-in-programmes.ts';
import { SAFETY_ROWS } from '../../src/training/safety/red-flags.ts';
import { safety as german } from '../../src/i18n/de/hip/safety.ts';
import { load as germanLoad } from '../../src/i18n/de/hip/load.ts';
import { load as englishLoad } from '../../src/i18n/en/hip/load.ts';
import { programmes as germanProgrammes } from '../../src/i18n/de/programmes.ts';
import { safety as english } from '../../src/i18n/en/hip/safety.ts';
import { programmes as englishProgrammes } from '../../src/i18n/en/programmes.ts';

/** The longest sentence that is understood at once, read aloud. */
const MOST_WORDS = 14;

const words = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;

const sentences = (text: string): readonly string[] => text.split(/(?<=[.!?:])\s+/);

/** Every text below a part of the words. Functions get an example. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') return [];
  return Object.values(Object(part) as object).flatMap(textsIn);
}

describe.each([
  ['English', english, englishProgrammes, englishLoad],
  ['German', german, germanProgrammes, germanLoad],
] as const)('in %s', (_, safety, programmes, load) => {
  const rows = [safety.hurts, ...SAFETY_ROWS.map(({ id }) => safety.rows[id])];

  test('the questions are at most nine rows and ninety words', () => {
    expect(rows.length).toBeLessThanOrEqual(9);
    expect(rows.reduce((sum, row) => sum + words(row), 0)).toBeLessThanOrEqual(90);
  });

  test(`no sentence of the gate has more than ${MOST_WORDS} words`, () => {
    const care = Object.entries(programmes.known).flatMap(([id, texts]) => (isCare(id) ? textsIn(texts) : []));
    const told = [
      load.strength({ earned: false, begun: false, daysLeft: 14, setsLeft: 6 }),
      load.strength({ earned: false, begun: true, daysLeft: 13, setsLeft: 5 }),
      safety.prescribed('Dr. Example', '12 November'),
      safety.stops(20, 30),
      safety.stops(null, 30),
      ...textsIn(load),
      safety.stopsAt(10),
      safety.enough('58°'),
      safety.stoppedHere('12 November'),
      safety.stopped('12 November'),
    ];
    const long = [...textsIn(safety), ...care, ...told].flatMap(sentences).filter((one) => words(one) > MOST_WORDS);
    expect(long).toEqual([]);
  });
});
