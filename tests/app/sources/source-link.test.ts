import { describe, expect, it } from 'vitest';
import { readingEarlier, shiftedFrames } from '../../../src/app/sources/source-link.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

const aSource = () => {
  const listeners = new Set<(time: number) => void>();
  return {
    show: (time: number) => {
      for (const listener of listeners) listener(time);
    },
    source: {
      onFrame: (listener: (time: number) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      grab: async () => {
        throw new Error('no picture in this test');
      },
    },
  };
};

describe('shiftedFrames', () => {
  it('gives the first frame the given time and keeps the intervals', () => {
    const { source, show } = aSource();
    const times: number[] = [];
    shiftedFrames(source, () => 12).onFrame((time) => times.push(time));
    show(700);
    show(700.25);
    expect(times).toEqual([12, 12.25]);
  });

  it('stops the frames', () => {
    const { source, show } = aSource();
    const times: number[] = [];
    const stop = shiftedFrames(source, () => 0).onFrame((time) => times.push(time));
    stop();
    show(1);
    expect(times).toEqual([]);
  });
});

describe('readingEarlier', () => {
  const referencePoseAt = (at: number, by: number) => {
    const { referencePose: neutral } = readingEarlier(makeReading({ time: 20, referencePoseAt: at }), by);
    return neutral.kind === 'set' ? neutral.at : null;
  };

  it('shifts the times of the frame and of the reference pose', () => {
    expect(readingEarlier(makeReading({ time: 20, referencePoseAt: 15 }), 12).time).toBe(8);
    expect(referencePoseAt(15, 12)).toBe(3);
  });

  it('gives a reference pose from before the set the time 0, because records have no negative times', () => {
    expect(referencePoseAt(11.99, 12)).toBe(0);
  });
});
