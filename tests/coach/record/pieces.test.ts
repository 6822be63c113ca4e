import { describe, expect, it } from 'vitest';
import { atOnce, inTurns, type Pieces } from '../../../src/coach/record/pieces.ts';

/** A computation of ten pieces of 5 ms each, on a clock of its own. */
function slow() {
  const clock = { now: 0, turns: [] as number[] };
  function* pieces(): Pieces<string> {
    for (let i = 0; i < 10; i++) {
      clock.now += 5;
      yield;
    }
    return 'done';
  }
  return { clock, pieces };
}

describe('a computation in pieces', () => {
  it('has the same result at once and in turns with the page', async () => {
    expect(atOnce(slow().pieces())).toBe('done');
    const { clock, pieces } = slow();
    expect(
      await inTurns(
        pieces(),
        async () => void clock.turns.push(clock.now),
        () => clock.now,
      ),
    ).toBe('done');
  });

  it('gives way after 12 ms of work, not after every piece', async () => {
    const { clock, pieces } = slow();
    const giveWay = async () => {
      clock.turns.push(clock.now);
      // What the page does meanwhile does not count as work.
      clock.now += 30;
    };
    await inTurns(pieces(), giveWay, () => clock.now);
    expect(clock.turns).toEqual([15, 60, 105]);
  });

  it('fails with what a piece throws', async () => {
    function* broken(): Pieces<string> {
      yield;
      throw new Error('lost');
    }
    expect(() => atOnce(broken())).toThrow('lost');
    await expect(
      inTurns(
        broken(),
        async () => undefined,
        () => 0,
      ),
    ).rejects.toThrow('lost');
  });
});
