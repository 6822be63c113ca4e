import { expect } from 'vitest';
import type { WeekEntry } from '../../../src/training/planning/week.ts';
import { WEEKDAYS } from '../../../src/training/planning/civil-day.ts';
import { counts, heard, partsOf, programme, week } from './evidence.ts';
import { pointsOf, type SourceLine } from './source-line.ts';

const SEQUENCE = ['hip-movement-sequence'];
const BAND = 'quadruped-band-ir';
/** The drill of most lines. */
export const BAND_ONLY: readonly string[] = [BAND];
const STRETCHES = ['ninety-ninety-stretch', 'ninety-ninety-contract-relax'];
const ALL_THREE = [BAND, ...STRETCHES];
const BREAKOUT = 'hip-ir-breakout';

const timesADay = (entries: readonly WeekEntry[], wanted: string): number | undefined =>
  entries.find(({ programme: id }) => id === wanted)?.at.length;

const daysOf = (entries: readonly WeekEntry[], wanted: string): readonly number[] =>
  entries.find(({ programme: id }) => id === wanted)?.days ?? [];

/** What is done, before the lines of the single exercises. */
export const BREAKOUT_LINES: readonly SourceLine[] = [
  ...pointsOf(SEQUENCE, {
    'L4: all directions of the hip': [
      counts('six directions', ({ sequence = [] }) =>
        expect(new Set(sequence.map(({ channel, towards }) => `${channel} ${towards}`)).size).toBe(6),
      ),
      heard(
        'set',
        /(?=.*in front)(?=.*behind)(?=.*side)(?=.*across)(?=.*foot out)(?=.*foot in)/is,
        /(?=.*vorn hoch)(?=.*hinten)(?=.*seite)(?=.*überkreuz)(?=.*fuß nach außen)(?=.*fuß nach innen)/is,
      ),
    ],
  }),
  ...pointsOf(BAND_ONLY, {
    'L8: stretches besides the sequence': [
      programme('Hip loosening has both', BREAKOUT, (found) =>
        expect(partsOf(found).map((block) => block.length)).toEqual([2, 1]),
      ),
    ],
  }),
  ...pointsOf(ALL_THREE, {
    'L12: band, 90/90 stretch, contract and relax': [
      programme('all three in Hip loosening', BREAKOUT, (found) =>
        expect(partsOf(found).flat(2)).toEqual(expect.arrayContaining([BAND, ...STRETCHES])),
      ),
    ],
  }),
];

/** How often, and in which order. */
export const PROGRAMMING_LINES: readonly SourceLine[] = [
  ...pointsOf(SEQUENCE, {
    'L30: stretches and sequence in one routine': [
      programme('both in Hip loosening', BREAKOUT, (found) =>
        expect(partsOf(found).flat(2)).toEqual(expect.arrayContaining([BAND, ...SEQUENCE])),
      ),
    ],
    'L32: then the whole sequence': [
      programme('last block of Hip loosening', BREAKOUT, (found) =>
        expect([partsOf(found).length, partsOf(found)[1]]).toEqual([2, [SEQUENCE]]),
      ),
    ],
    'L34: the sequence twice a day, the stretches once': [
      week('week "every day"', 'every-day', (entries) => {
        expect(timesADay(entries, 'movement-sequence')).toBe(2);
        expect(daysOf(entries, 'movement-sequence')).toEqual(WEEKDAYS);
        expect(daysOf(entries, BREAKOUT)).toEqual(WEEKDAYS);
      }),
    ],
  }),
  ...pointsOf(ALL_THREE, {
    'L31: band, then one 90/90 drill, three times': [
      programme('Hip loosening, × 3', BREAKOUT, (found) => {
        expect(found.blocks[0]?.times).toBe(3);
        expect(partsOf(found)[0]).toEqual([[BAND], STRETCHES]);
      }),
    ],
    'L35: the stretches less often than the sequence': [
      week('once a day at most', 'every-day', (entries) => expect(timesADay(entries, BREAKOUT)).toBe(1)),
    ],
    'L36: or on three days with rest between': [
      week('week "three days"', 'three-days', (entries) => {
        const days = daysOf(entries, BREAKOUT);
        expect(days).toHaveLength(3);
        for (const day of days) expect(days).not.toContain((day + 1) % 7);
      }),
    ],
  }),
];
