import { median } from '../../src/body/median.ts';
import { describe, expect, it } from 'vitest';
import { freshRange, type RangeTracker, trackRange } from '../../src/coach/range-tracker.ts';

/** Runs the tracker at 12 a second. */
function track(
  until: number,
  angleAt: (time: number) => number | null,
  dirtySinceAt: (time: number) => number | null = () => null,
): RangeTracker {
  let tracker = freshRange;
  for (let index = 0; index / 12 <= until; index += 1) {
    const time = index / 12;
    tracker = trackRange(tracker, time, angleAt(time), dirtySinceAt(time));
  }
  return tracker;
}

describe('the best clean range of a round, live', () => {
  it('is the largest half-second median, never a single frame', () => {
    const spike = (time: number) => (Math.abs(time - 2) < 0.05 ? 80 : time < 4 ? 20 : 25);
    expect(track(10, spike).best).toBe(25);
  });

  it('is shown two seconds late, so that it need not be taken back', () => {
    const step = (time: number) => (time < 3 ? 20 : 30);
    expect(track(4.5, step).best).toBe(20);
    expect(track(6, step).best).toBe(30);
  });

  it('leaves out what a flag reaches back to', () => {
    const borrowed = (time: number) => (time < 3 ? 20 : 30);
    // The flag is raised at 4 s and reaches back to 3 s.
    expect(track(10, borrowed, (time) => (time >= 4 ? 3 : null)).best).toBe(20);
  });

  it('waits when nothing can be measured', () => {
    expect(track(5, () => null).best).toBeNull();
  });
});

describe('the median', () => {
  it('is the middle, or the mean of the two middles', () => {
    expect(median([])).toBeNull();
    expect(median([5])).toBe(5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 9])).toBe(3);
  });
});
