import { expect } from 'vitest';
import type { WeekEntry } from '../../../src/training/planning/week.ts';
import { WEEKDAYS } from '../../../src/training/planning/civil-day.ts';
import { counts, heard, partsOf, programme, week, words } from './evidence.ts';
import type { SourceLine } from './source-line.ts';

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
  {
    line: 4,
    asks: 'all directions of the hip',
    drills: SEQUENCE,
    evidence: [
      counts('six directions', ({ sequence = [] }) =>
        expect(new Set(sequence.map(({ channel, towards }) => `${channel} ${towards}`)).size).toBe(6),
      ),
      heard(
        'set',
        words(
          /(?=.*in front)(?=.*behind)(?=.*side)(?=.*across)(?=.*foot out)(?=.*foot in)/is,
          /(?=.*vorn hoch)(?=.*hinten)(?=.*seite)(?=.*überkreuz)(?=.*fuß nach außen)(?=.*fuß nach innen)/is,
        ),
      ),
    ],
  },
  {
    line: 8,
    asks: 'stretches besides the sequence',
    drills: BAND_ONLY,
    evidence: [
      programme('Hip loosening has both', BREAKOUT, (found) =>
        expect(partsOf(found).map((block) => block.length)).toEqual([2, 1]),
      ),
    ],
  },
  {
    line: 12,
    asks: 'band, 90/90 stretch, contract and relax',
    drills: ALL_THREE,
    evidence: [
      programme('all three in Hip loosening', BREAKOUT, (found) =>
        expect(partsOf(found).flat(2)).toEqual(expect.arrayContaining([BAND, ...STRETCHES])),
      ),
    ],
  },
];

/** How often, and in which order. */
export const PROGRAMMING_LINES: readonly SourceLine[] = [
  {
    line: 30,
    asks: 'stretches and sequence in one routine',
    drills: SEQUENCE,
    evidence: [
      programme('both in Hip loosening', BREAKOUT, (found) =>
        expect(partsOf(found).flat(2)).toEqual(expect.arrayContaining([BAND, ...SEQUENCE])),
      ),
    ],
  },
  {
    line: 31,
    asks: 'band, then one 90/90 drill, three times',
    drills: ALL_THREE,
    evidence: [
      programme('Hip loosening, × 3', BREAKOUT, (found) => {
        expect(found.blocks[0]?.times).toBe(3);
        expect(partsOf(found)[0]).toEqual([[BAND], STRETCHES]);
      }),
    ],
  },
  {
    line: 32,
    asks: 'then the whole sequence',
    drills: SEQUENCE,
    evidence: [
      programme('last block of Hip loosening', BREAKOUT, (found) =>
        expect([partsOf(found).length, partsOf(found)[1]]).toEqual([2, [SEQUENCE]]),
      ),
    ],
  },
  {
    line: 34,
    asks: 'the sequence twice a day, the stretches once',
    drills: SEQUENCE,
    evidence: [
      week('week "every day"', 'every-day', (entries) => {
        expect(timesADay(entries, 'movement-sequence')).toBe(2);
        expect(daysOf(entries, 'movement-sequence')).toEqual(WEEKDAYS);
        expect(daysOf(entries, BREAKOUT)).toEqual(WEEKDAYS);
      }),
    ],
  },
  {
    line: 35,
    asks: 'the stretches less often than the sequence',
    drills: ALL_THREE,
    evidence: [week('once a day at most', 'every-day', (entries) => expect(timesADay(entries, BREAKOUT)).toBe(1))],
  },
  {
    line: 36,
    asks: 'or on three days with rest between',
    drills: ALL_THREE,
    evidence: [
      week('week "three days"', 'three-days', (entries) => {
        const days = daysOf(entries, BREAKOUT);
        expect(days).toHaveLength(3);
        for (const day of days) expect(days).not.toContain((day + 1) % 7);
      }),
    ],
  },
];
