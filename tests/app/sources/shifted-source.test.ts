import { describe, expect, it } from 'vitest';
import { readingEarlier, shiftedFrames } from '../../../src/app/sources/shifted-source.ts';
import { makeReading } from '../../coach/make-reading.ts';

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
  it('puts the first frame at the given time and keeps the distances of the others', () => {
    const { source, show } = aSource();
    const times: number[] = [];
    shiftedFrames(source, () => 12).onFrame((time) => times.push(time));
    show(700);
    show(700.25);
    expect(times).toEqual([12, 12.25]);
  });

  it('stops when told to', () => {
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

  it('moves the moment of the frame and of the neutral by as much', () => {
    expect(readingEarlier(makeReading({ time: 20, referencePoseAt: 15 }), 12).time).toBe(8);
    expect(referencePoseAt(15, 12)).toBe(3);
  });

  it('counts a neutral from before the set as held at its beginning: a record with an earlier one could not be read back', () => {
    expect(referencePoseAt(11.99, 12)).toBe(0);
  });
});
