import { describe, expect, it } from 'vitest';
import type { FlagRecord } from '../../../src/coach/record/set-record.ts';
import { flagLanes } from '../../../src/ui/charts/time-line.ts';

const flag = (rule: FlagRecord['rule'], start: number, end: number): FlagRecord => ({
  rule,
  onset: start,
  start,
  end,
  peak: 10,
  severity: 'amber',
  spoken: false,
  cue: '',
  phase: 'passive',
});

const lanesOf = (flags: readonly FlagRecord[], least = 2) => flagLanes({ start: 0, end: 100, flags }, least);

const touch = (a: { from: number; length: number }, b: { from: number; length: number }): boolean =>
  a.from < b.from + b.length && b.from < a.from + a.length;

describe('the marks of flags on a time line', () => {
  it('have one lane for each rule, in the order of the first flags', () => {
    const lanes = lanesOf([flag('pelvis-twist', 10, 20), flag('pelvis-lift', 12, 18), flag('pelvis-twist', 40, 50)]);
    expect(lanes.map(({ rule }) => rule)).toEqual(['pelvis-twist', 'pelvis-lift']);
    expect(lanes.map(({ rows }) => rows.flat().map(({ index }) => index))).toEqual([[0, 2], [1]]);
  });

  it('of one rule are put into separate rows only if they would touch', () => {
    const [lane] = lanesOf(
      [flag('pelvis-twist', 10, 10.1), flag('pelvis-twist', 10.5, 11), flag('pelvis-twist', 60, 61)],
      3,
    );
    expect(lane?.rows.map((row) => row.map(({ index }) => index))).toEqual([[0, 2], [1]]);
  });

  it('never overlap, however many there are', () => {
    const flags = Array.from({ length: 40 }, (_, i) =>
      flag('pelvis-twist', (i * 37) % 100, ((i * 37) % 100) + (i % 7)),
    );
    for (const { rows } of lanesOf(flags, 4))
      for (const row of rows)
        for (const [i, mark] of row.entries())
          expect(row.slice(i + 1).filter((other) => touch(mark, other))).toEqual([]);
  });

  it('stay on the line, even at the end of the set', () => {
    const [lane] = lanesOf([flag('pelvis-twist', 99.9, 120)], 5);
    expect(lane?.rows[0]?.[0]).toMatchObject({ from: 95, length: 5 });
  });

  it('are as long as the flag, but never shorter than the minimum', () => {
    const [lane] = lanesOf([flag('pelvis-twist', 10, 30), flag('pelvis-twist', 50, 50.1)], 3);
    expect(lane?.rows[0]?.map(({ length }) => length)).toEqual([20, 3]);
  });
});
