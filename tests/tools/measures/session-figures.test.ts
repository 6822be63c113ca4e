import { describe, expect, it } from 'vitest';
import { MOVING, sessionFigures, sessionTable, type WatchedPhase } from '../../../tools/bench/session-figures.mjs';

/** Readings at this interval (ms), each with so much work (ms). */
const phase = (kind: string, length: number | null, interval: number, total: number, aside: number): WatchedPhase => ({
  kind,
  round: 1,
  length,
  seconds: 10,
  notes: Array.from({ length: 10_000 / interval }, (_, i) => ({ at: i * interval, total, aside })),
});

describe('the work of a set', () => {
  const moving = [phase('neutral', null, 50, 40, 10), phase('passive', 80, 50, 40, 10), phase('rest', 10, 200, 20, 0)];
  const still = [phase('neutral', null, 50, 40, 10), phase('passive', 80, 200, 40, 20), phase('rest', 10, 200, 20, 0)];

  it('weighs each phase by its length in a set, and what moves of it by how long a person moves', () => {
    const { rows, load, minutes, moves } = sessionFigures(moving, still);
    expect(rows.map(({ rates }) => [rates.moving, rates.still])).toEqual([
      [20, 20],
      [20, 5],
      [5, 5],
    ]);
    const passive = ((MOVING['passive'] ?? 0) * 1 + (80 - (MOVING['passive'] ?? 0)) * 0.3) / 80;
    for (const [i, expected] of [1, passive, 0.1].entries()) expect(rows[i]?.load).toBeCloseTo(expected, 9);
    expect(minutes).toBeCloseTo(100 / 60, 9);
    expect(moves).toBeCloseTo(((MOVING['passive'] ?? 0) + 10) / 100, 9);
    expect(load).toBeCloseTo((10 * 1 + 80 * passive + 10 * 0.1) / 100, 9);
  });

  it('is divided by that of frames that follow each other, with the networks on both', () => {
    const { everything, ratio, ratios, load } = sessionFigures(moving, still);
    expect(everything).toBeCloseTo(1, 9);
    expect(ratio).toBeCloseTo(load, 9);
    expect(ratios.moving).toBeCloseTo((10 + 80 + 1) / 100, 9);
    expect(ratios.still).toBeCloseTo((10 + 80 * 0.3 + 1) / 100, 9);
  });

  it('takes no frames of a rest for work without a pause, though the networks look at each of them', () => {
    const lookedAt = phase('rest', 10, 100, 20, 5);
    expect(sessionFigures([moving[0] ?? lookedAt, lookedAt, lookedAt], [lookedAt]).everything).toBeCloseTo(1, 9);
  });

  it('has no ratio where the networks never looked at two frames in a row', () => {
    const figures = sessionFigures(still.slice(1), still.slice(1));
    expect([figures.everything, figures.ratio]).toEqual([null, null]);
    expect(sessionTable(figures).at(-1)).toContain('Ratio: –');
  });

  it('counts a phase that was not seen before the still camera as seen', () => {
    const [row] = sessionFigures([phase('a break', 0, 200, 20, 0)], []).rows;
    expect(row?.load).toBeCloseTo(0.1, 9);
  });
});
