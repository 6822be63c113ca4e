import { describe, expect, it } from 'vitest';
import type { FlagRecord } from '../../../src/coach/record/set-record.ts';
import { earlyPelvis } from '../../../src/training/review/hold-time.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { flag, madeRecord, phase } from './made-record.ts';

/** Rotates to `most` over the first 10 s, 3° a second. Half of 30° is reached at 5 s. */
const angleAt = (time: number, most = 30): number => Math.min(most, 3 * time);
const passive = [phase('passive', 0, 20)];

const early = (flags: readonly FlagRecord[], most = 30) =>
  earlyPelvis(
    madeRecord(passive, (time) => ({ angle: angleAt(time, most) }), { flags }),
    supineSleeper,
  );

const shift = (onset: number, end: number) => flag(onset, end, { rule: 'hips-shift' });

describe('early pelvis', () => {
  it('is reported if the pelvis was flagged before half of the range was used', () => {
    const [found, ...more] = early([shift(2, 3)]);
    expect(found).toMatchObject({ side: 'left', round: 1 });
    expect(found?.half).toBeCloseTo(15, 1);
    expect(more).toEqual([]);
  });

  it.each(['pelvis-lift', 'pelvis-twist', 'pelvis-list'] as const)('is reported for a flag of %s too', (rule) => {
    expect(early([flag(2, 3, { rule })])).toHaveLength(1);
  });

  it('counts from the onset of a flag, which may open later', () => {
    expect(early([{ ...shift(4.5, 8), start: 5.5 }])).toHaveLength(1);
  });

  it('takes half of the range that was clean, not of what came with the pelvis', () => {
    // Clean up to 9.9°, flagged from there on: the half is reached before the pelvis moved.
    expect(early([shift(4, 20)])).toEqual([]);
  });

  it('is not reported if the pelvis moves only in the second half', () => {
    expect(early([shift(7, 9)])).toEqual([]);
  });

  it('is not reported for what is no movement of the pelvis', () => {
    expect(early([flag(2, 3, { rule: 'isometric-drift' })])).toEqual([]);
    expect(early([])).toEqual([]);
  });

  it('is not reported in a range that is within the measuring error', () => {
    expect(early([shift(0.5, 1)], 12)).toHaveLength(1);
    expect(early([shift(0.5, 1)], 9)).toEqual([]);
  });

  it('is not reported if the way to the half was not seen', () => {
    const record = madeRecord(passive, () => ({ angle: 30 }), { flags: [shift(2, 3)] });
    expect(earlyPelvis(record, supineSleeper)).toEqual([]);
  });

  it('is not reported in drills about hip flexion', () => {
    const record = madeRecord(passive, (time) => ({ angle: angleAt(time) }), { flags: [shift(2, 3)] });
    expect(earlyPelvis(record, standingHamstring)).toEqual([]);
  });

  it('is evaluated for each round', () => {
    const rounds = [phase('passive', 0, 20, 1), phase('rest', 20, 25, 1), phase('passive', 25, 45, 2)];
    const twoRounds = (flags: readonly FlagRecord[]) =>
      earlyPelvis(
        madeRecord(rounds, (time) => ({ angle: time < 20 ? angleAt(time) : angleAt(Math.max(0, time - 25)) }), {
          flags,
        }),
        supineSleeper,
      ).map(({ round }) => round);
    expect(twoRounds([shift(27, 28)])).toEqual([2]);
    expect(twoRounds([shift(2, 3), shift(27, 28)])).toEqual([1, 2]);
  });
});
