import { median } from '../../../src/instrument/geometry/statistics.ts';
import { describe, expect, it } from 'vitest';
import { freshRange, type RangeTracker, trackRange } from '../../../src/coach/progress/range-tracker.ts';

/** Runs the tracker, at 12 frames a second by default. */
function track(
  until: number,
  angleAt: (time: number) => number | null,
  dirtySinceAt: (time: number) => number | null = () => null,
  rate = 12,
): RangeTracker {
  let tracker = freshRange;
  for (let index = 0; index / rate <= until; index += 1) {
    const time = index / rate;
    tracker = trackRange(tracker, time, angleAt(time), dirtySinceAt(time));
  }
  return tracker;
}

describe('the best clean range of a round, live', () => {
  it('is the largest half-second median, never a single frame', () => {
    const spike = (time: number) => (Math.abs(time - 2) < 0.05 ? 80 : time < 4 ? 20 : 25);
    expect(track(10, spike).best).toBe(25);
  });

  it('is shown after two seconds, so that it rarely has to be withdrawn', () => {
    const step = (time: number) => (time < 3 ? 20 : 30);
    expect(track(4.5, step).best).toBe(20);
    expect(track(6, step).best).toBe(30);
  });

  it('excludes what a flag reaches back to', () => {
    const borrowed = (time: number) => (time < 3 ? 20 : 30);
    // The flag opens at 4 s with an onset at 3 s.
    expect(track(10, borrowed, (time) => (time >= 4 ? 3 : null)).best).toBe(20);
  });

  it('excludes a movement that the lagging channel has not shown yet', () => {
    // Moves from 4.5 s on, is flagged from 5 s on, and is still again at 7.5 s.
    const pelvisContribution = (time: number) => (time >= 4.5 && time < 7.5 ? 28 : 20);
    expect(track(12, pelvisContribution, (time) => (time >= 5.3 && time <= 7 ? 5 : null)).best).toBe(20);
  });

  it('excludes the time just after a flag', () => {
    const back = (time: number) => (time < 3 ? 15 : time < 6 ? 40 : Math.max(15, 40 - 50 * (time - 6)));
    // The flag is open from 3 s to 6 s; the leg is back at 15° half a second later.
    expect(track(12, back, (time) => (time >= 3.3 && time <= 6 ? 3 : null)).best).toBe(15);
  });

  it('is withdrawn when a flag reaches back further than the delay', () => {
    const borrowed = (time: number) => (time < 3 ? 20 : 30);
    expect(track(8, borrowed).best).toBe(30);
    expect(track(8, borrowed, (time) => (time >= 7.9 ? 3 : null)).best).toBe(20);
  });

  it('needs three frames, which a slow computer reaches too', () => {
    for (const rate of [2, 3.7]) expect(track(10, () => 20, undefined, rate).best, `${rate}/s`).toBe(20);
    // A median needs at least three frames within 1.2 s.
    expect(track(20, () => 20, undefined, 1).best).toBeNull();
  });

  it('is not taken from a few frames of a person who is mostly hidden', () => {
    expect(track(10, (time) => (Math.round(time * 12) % 6 === 0 ? 20 : null)).best).toBeNull();
  });

  it('stays unchanged while nothing can be measured', () => {
    expect(track(5, () => null).best).toBeNull();
  });
});

describe('the median', () => {
  it('is the middle value, or the mean of the two middle values', () => {
    expect(median([])).toBeNull();
    expect(median([5])).toBe(5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 9])).toBe(3);
  });
});
