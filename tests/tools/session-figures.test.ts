import { describe, expect, it } from 'vitest';
import { sessionFigures, sessionTable, type WatchedPhase } from '../../tools/bench/session-figures.mjs';

/** Readings at this interval (ms), each with so much work (ms). */
const phase = (kind: string, length: number | null, interval: number, total: number, aside: number): WatchedPhase => ({
  kind,
  length,
  seconds: 10,
  notes: Array.from({ length: 10_000 / interval }, (_, i) => ({ at: i * interval, total, aside })),
});

describe('the work of a set', () => {
  const moving = phase('neutral', null, 50, 40, 10);
  const still = phase('passive', 80, 100, 40, 0);
  const rest = phase('rest', 10, 200, 20, 0);

  it('weighs each phase by the time that it takes in a set', () => {
    const { rows, load, minutes } = sessionFigures([moving, still, rest]);
    expect(rows.map((row) => row.readingsPerSecond)).toEqual([20, 10, 5]);
    for (const [i, expected] of [1, 0.4, 0.1].entries()) expect(rows[i]?.load).toBeCloseTo(expected, 9);
    expect(minutes).toBeCloseTo(100 / 60, 9);
    expect(load).toBeCloseTo((10 * 1 + 80 * 0.4 + 10 * 0.1) / 100, 9);
  });

  it('is divided by that of frames that follow each other, with the networks on both', () => {
    const { everything, ratio, load } = sessionFigures([moving, still]);
    expect(everything).toBeCloseTo(1, 9);
    expect(ratio).toBeCloseTo(load, 9);
  });

  it('takes no frames of a rest for work without a pause, though the networks look at each of them', () => {
    const lookedAt = phase('rest', 10, 100, 20, 5);
    expect(sessionFigures([moving, lookedAt, lookedAt, lookedAt]).everything).toBeCloseTo(1, 9);
  });

  it('has no ratio where the networks never looked at two frames in a row', () => {
    const figures = sessionFigures([still, rest]);
    expect([figures.everything, figures.ratio]).toEqual([null, null]);
    expect(sessionTable(figures).at(-1)).toContain('Ratio: –');
  });
});
