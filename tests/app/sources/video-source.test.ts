import { beforeEach, describe, expect, it } from 'vitest';
import { FrameClock } from '../../../src/app/sources/video-source.ts';

let clock: FrameClock;
beforeEach(() => void (clock = new FrameClock()));

describe('the time of a frame', () => {
  it('is the camera’s capture time, in seconds', () => {
    expect(clock.timeOf({ captureTime: 1500, mediaTime: 7, presentationTime: 1530 })).toBe(1.5);
  });

  it('is the media time where there is no capture time', () => {
    expect(clock.timeOf({ mediaTime: 0.25, presentationTime: 99_000 })).toBe(0.25);
  });

  it('is null for a frame that is not newer than the last one', () => {
    const times = [0.1, 0.1, 0.2, 0.15, 0.3].map((mediaTime) => clock.timeOf({ mediaTime, presentationTime: 0 }));
    expect(times).toEqual([0.1, null, 0.2, null, 0.3]);
  });

  it('stays on the same clock when a capture time is missing', () => {
    clock.timeOf({ captureTime: 1000, mediaTime: 50, presentationTime: 1040 });
    // 40 ms from capture to presentation, as for the frame before.
    expect(clock.timeOf({ mediaTime: 50.1, presentationTime: 1140 })).toBeCloseTo(1.1, 9);
    expect(clock.timeOf({ captureTime: 1200, mediaTime: 50.2, presentationTime: 1245 })).toBe(1.2);
  });

  it('stays on the media time when a capture time appears later', () => {
    clock.timeOf({ mediaTime: 3, presentationTime: 40_000 });
    expect(clock.timeOf({ captureTime: 40_080, mediaTime: 3.1, presentationTime: 40_100 })).toBe(3.1);
  });
});

describe('a source whose clock begins again', () => {
  it('goes on from the last time after ten frames, and never goes back', () => {
    const media = [8, 8.1, 8.2, ...Array.from({ length: 20 }, (_, i) => i / 10)];
    const times = media.map((mediaTime) => clock.timeOf({ mediaTime, presentationTime: 0 }));
    const given = times.filter((time) => time !== null);
    expect(times.slice(3, 12).every((time) => time === null)).toBe(true);
    expect(given).toHaveLength(14);
    expect(given.every((time, i) => i === 0 || time > (given[i - 1] ?? 0))).toBe(true);
    expect(given.at(-1)).toBeCloseTo(8.2 + 1.1, 6);
  });

  it('is not meant by frames that come in any order', () => {
    const media = [5, 1, 4, 2, 3, 1, 4, 2, 3, 1, 4, 2, 3, 1, 4, 2, 5.1];
    const times = media.map((mediaTime) => clock.timeOf({ mediaTime, presentationTime: 0 }));
    expect(times.filter((time) => time !== null)).toEqual([5, 5.1]);
  });
});
