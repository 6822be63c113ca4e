import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IDLE_SNAPSHOT, SnapshotBoard } from '../../../src/app/session/snapshot-board.ts';

const timers = {
  set: (run: () => void, wait: number): number => Number(setTimeout(run, wait)),
  clear: (timer: number): void => clearTimeout(timer),
};

const rig = () => {
  const board = new SnapshotBoard({ ...IDLE_SNAPSHOT, muted: false }, timers, () => performance.now());
  const listener = vi.fn<() => void>();
  const unsubscribe = board.subscribe(listener);
  return { board, listener, unsubscribe };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('frequent changes are published at most ten times a second, and the last one is never lost', () => {
  const { board, listener } = rig();
  board.change({ stage: 'running' });
  const before = listener.mock.calls.length;
  let frames = 0;
  // Thirty changes a second for one second.
  for (let i = 0; i < 30; i += 1) {
    vi.advanceTimersByTime(1000 / 30);
    frames += 1;
    board.touch(() => ({ frames: { measured: frames, dropped: 0, perSecond: 30 } }));
  }
  vi.advanceTimersByTime(100);
  const published = listener.mock.calls.length - before;
  expect(published).toBeGreaterThanOrEqual(8);
  expect(published).toBeLessThanOrEqual(11);
  expect(board.snapshot.frames.measured).toBe(30);
  vi.advanceTimersByTime(1000);
  expect(listener.mock.calls.length - before).toBe(published);
});

test('a new stage is published at once', () => {
  const { board, listener } = rig();
  board.change({ stage: 'running' });
  board.change({ stage: 'finished' });
  expect(listener).toHaveBeenCalledTimes(2);
  expect(board.snapshot.stage).toBe('finished');
});

test('a listener that has unsubscribed is not called', () => {
  const { board, listener, unsubscribe } = rig();
  unsubscribe();
  board.change({ stage: 'running' });
  expect(listener).not.toHaveBeenCalled();
});
