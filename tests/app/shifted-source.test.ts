import { describe, expect, it } from 'vitest';
import { shiftedFrames } from '../../src/app/shifted-source.ts';

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
