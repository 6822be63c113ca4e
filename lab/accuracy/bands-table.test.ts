import { describe, expect, it } from 'vitest';
import { bandsTable, shortBandsTable } from '../report/bands-table.ts';
import type { BandRow } from '../scoring/score-bands.ts';

const aRow = (part: Partial<BandRow> = {}): BandRow => ({
  drill: 'supine-sleeper',
  channel: 'hip-internal-rotation',
  painter: 'A',
  people: 3,
  clips: 4,
  fair: 1,
  frames: 400,
  inside: 0.8,
  insideFar: 0.7,
  halfWidth: 4.04,
  mae: 1.96,
  worst: 3,
  factor: 1.5,
  ...part,
});

const DRILLS = [{ id: 'supine-sleeper', measure: { motion: { hipSdScale: 0.8 } } }];

/** The cells of the rows below the heading. */
const cellsOf = (rows: readonly BandRow[]) =>
  bandsTable(rows, DRILLS)
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));

describe('the table of bands', () => {
  it('has one row for each painter, with a number only where one is known', () => {
    expect(cellsOf([aRow()])[0]).toEqual([
      'supine-sleeper',
      'hip internal rotation',
      'A',
      '3, 4 (1)',
      '400',
      '80 %',
      '70 %',
      '± 4.0°',
      '2.0°',
      '3.0°',
      '1.50',
      '`hipSdScale` 0.8 → 1.2',
    ]);
    const none = cellsOf([
      aRow({ inside: null, insideFar: null, halfWidth: null, mae: null, worst: null, factor: null }),
    ]);
    expect(cellsOf([aRow({ people: 2 })])[0]?.at(-1)).toBe('too few people');
    expect(none[0]?.slice(5)).toEqual(['–', '–', '–', '–', '–', '–', '–']);
  });

  it('asks for a constant from both painters together, where both have people', () => {
    const rows = [aRow(), aRow({ painter: 'B', inside: 1 }), aRow({ painter: 'both', inside: 0.9 })];
    expect(cellsOf(rows).map((cells) => cells.at(-1))).toEqual(['', '', 'holds']);
  });
});

describe('the table of the README', () => {
  it('has both painters together where both have people, and one of them elsewhere', () => {
    const rows = [aRow(), aRow({ painter: 'B' }), aRow({ painter: 'both', people: 5 }), aRow({ drill: 'other' })];
    const [, , both, one, ...more] = shortBandsTable(rows);
    expect(both).toBe('| supine-sleeper, hip internal rotation | 5 (A, B) | 2.0° | 3.0° | ± 4.0° | 80 % |');
    expect(one).toMatch(/^\| other, .* \| 3 \(A\) \|/);
    expect(more).toEqual([]);
  });
});
