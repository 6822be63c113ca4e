import { describe, expect, it } from 'vitest';
import { FrameClock } from '../../../src/app/sources/frame-clock.ts';

describe('the time of a frame', () => {
  it('is the capture time of a camera, in seconds', () => {
    const clock = new FrameClock();
    expect(clock.timeOf({ captureTime: 1500, mediaTime: 7, presentationTime: 1530 })).toBe(1.5);
  });

  it('is the place in the file where there is no capture time', () => {
    const clock = new FrameClock();
    expect(clock.timeOf({ mediaTime: 0.25, presentationTime: 99_000 })).toBe(0.25);
  });

  it('never stands still or goes back: a frame shown again gives none', () => {
    const clock = new FrameClock();
    const times = [0.1, 0.1, 0.2, 0.15, 0.3].map((mediaTime) => clock.timeOf({ mediaTime, presentationTime: 0 }));
    expect(times).toEqual([0.1, null, 0.2, null, 0.3]);
  });

  it('stays on one clock when a camera leaves out a capture time', () => {
    const clock = new FrameClock();
    clock.timeOf({ captureTime: 1000, mediaTime: 50, presentationTime: 1040 });
    // 40 ms from capture to screen, as with the frame before.
    expect(clock.timeOf({ mediaTime: 50.1, presentationTime: 1140 })).toBeCloseTo(1.1, 9);
    expect(clock.timeOf({ captureTime: 1200, mediaTime: 50.2, presentationTime: 1245 })).toBe(1.2);
  });

  it('stays in the stream when a capture time turns up later', () => {
    const clock = new FrameClock();
    clock.timeOf({ mediaTime: 3, presentationTime: 40_000 });
    expect(clock.timeOf({ captureTime: 40_080, mediaTime: 3.1, presentationTime: 40_100 })).toBe(3.1);
  });
});
