import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { SessionNotices, SetTroubles } from '../../../src/app/session/set-troubles.ts';
import type { CoachEffect } from '../../../src/coach/coach-contract.ts';
import { IDLE_SNAPSHOT, SnapshotBoard } from '../../../src/app/session/snapshot-board.ts';

const troubles = () =>
  new SetTroubles({
    notices: { set: () => undefined } as unknown as SessionNotices,
    announcer: { carryOut: () => undefined },
    pageNow: () => 0,
  });
const said: CoachEffect = { kind: 'say', text: 'I get no picture.', urgent: false };
const aboutNoPicture: CoachEffect = { ...said, about: 'no-picture' };

describe('the notice of a dumb voice', () => {
  it('stays until a broken voice is back', () => {
    const notices = new SessionNotices();
    notices.voice('broken', 0);
    expect(notices.current(600_000)?.text ?? null).toMatch(/^I can’t speak right now/);
    notices.voice(null, 600_000);
    expect(notices.current(600_000)?.text ?? null).toBeNull();
  });

  it('tells once in a session that there is no voice, and gives way to a lost camera', () => {
    const notices = new SessionNotices();
    notices.voice('none', 0);
    expect(notices.current(1000)?.text ?? null).toMatch(/^This browser has no voice/);
    notices.set('camera', 'gone');
    expect(notices.current(1000)?.text ?? null).toBe('gone');
    notices.set('camera', null);
    notices.voice('none', 60_000);
    expect(notices.current(60_000)?.text ?? null).toBeNull();
    notices.clear();
    notices.voice('none', 70_000);
    expect(notices.current(70_000)?.text ?? null).not.toBeNull();
  });
});

it('a missing picture is not announced by the coach when the camera’s trouble was announced already', () => {
  const told = troubles();
  expect(told.isAlreadySpoken(aboutNoPicture)).toBe(false);
  told.cameraLost();
  expect(told.isAlreadySpoken(aboutNoPicture)).toBe(true);
  expect(told.isAlreadySpoken(said)).toBe(false);
  told.cameraBack();
  expect(told.isAlreadySpoken(aboutNoPicture)).toBe(false);
});

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
