import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { endRange, freshRange, isClean, type Span, trackRange } from '../../../src/coach/progress/clean-range.ts';
import { running, type SetRun } from '../../../lab/made/run-set.ts';

/** The largest clean median, at 12 frames a second. */
function best(until: number, angleAt: (time: number) => number, against: readonly Span[]): number {
  let tracker = freshRange;
  for (let index = 0; index / 12 <= until; index += 1)
    tracker = trackRange(tracker, index / 12, { value: angleAt(index / 12), sd: 1 });
  const ground = { pieces: [{ start: 0, end: until }], asked: () => true, against };
  const clean = endRange(tracker).samples.filter((sample) => isClean(sample, ground));
  return Math.max(...clean.map(({ angle }) => angle));
}

describe('the best clean range of a round', () => {
  it('excludes a movement that the lagging channel has not shown yet', () => {
    // Moves from 4.5 s on, is flagged from 5 s on, and is still again at 7.5 s.
    const moved = (time: number) => (time >= 4.5 && time < 7.5 ? 28 : 20);
    expect(best(12, moved, [{ onset: 5, end: 7 }])).toBe(20);
  });

  it('excludes the time just after a flag', () => {
    const back = (time: number) => (time < 3 ? 15 : time < 6 ? 40 : Math.max(15, 40 - 50 * (time - 6)));
    // The leg is back at 15° half a second after the flag.
    expect(best(12, back, [{ onset: 3, end: 6 }])).toBe(15);
  });
});

describe('the best on the screen', () => {
  const follow = (run: SetRun, from: number, to: number, internalRotation: number, twist = 0) =>
    run.readFor(from, to, () => ({ referencePoseAt: 1, internalRotation, twist }));

  it('comes two seconds after it was reached, so that it rarely has to be withdrawn', () => {
    const run = running();
    follow(run, 1, 8, 20);
    follow(run, 8, 9.8, 24);
    expect(gauge(run.state).best).toBe(20);
    follow(run, 9.8, 11, 24);
    expect(gauge(run.state).best).toBe(24);
  });

  it('comes at once when the set ends, because nothing reaches back any more', () => {
    const run = running();
    follow(run, 1, 8, 20);
    follow(run, 8, 9.8, 24);
    run.send({ kind: 'source-ended', time: 9.8 });
    expect(gauge(run.state).best).toBe(24);
  });

  it('is none while it cannot be told from no movement', () => {
    const run = running();
    follow(run, 1, 8, 1);
    expect(gauge(run.state)).toMatchObject({ best: null });
    follow(run, 8, 14, 20);
    expect(gauge(run.state).best).toBe(20);
  });
});
