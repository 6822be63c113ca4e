import { describe, expect, it } from 'vitest';
import { FrameClock } from '../../../src/app/sources/video-source.ts';

describe('the time of a frame', () => {
  it('is the camera’s capture time, in seconds', () => {
    const clock = new FrameClock();
    expect(clock.timeOf({ captureTime: 1500, mediaTime: 7, presentationTime: 1530 })).toBe(1.5);
  });

  it('is the media time where there is no capture time', () => {
    const clock = new FrameClock();
    expect(clock.timeOf({ mediaTime: 0.25, presentationTime: 99_000 })).toBe(0.25);
  });

  it('is null for a frame that is not newer than the last one', () => {
    const clock = new FrameClock();
    const times = [0.1, 0.1, 0.2, 0.15, 0.3].map((mediaTime) => clock.timeOf({ mediaTime, presentationTime: 0 }));
    expect(times).toEqual([0.1, null, 0.2, null, 0.3]);
  });

  it('stays on the same clock when a capture time is missing', () => {
    const clock = new FrameClock();
    clock.timeOf({ captureTime: 1000, mediaTime: 50, presentationTime: 1040 });
    // 40 ms from capture to presentation, as for the frame before.
    expect(clock.timeOf({ mediaTime: 50.1, presentationTime: 1140 })).toBeCloseTo(1.1, 9);
    expect(clock.timeOf({ captureTime: 1200, mediaTime: 50.2, presentationTime: 1245 })).toBe(1.2);
  });

  it('stays on the media time when a capture time appears later', () => {
    const clock = new FrameClock();
    clock.timeOf({ mediaTime: 3, presentationTime: 40_000 });
    expect(clock.timeOf({ captureTime: 40_080, mediaTime: 3.1, presentationTime: 40_100 })).toBe(3.1);
  });
});
