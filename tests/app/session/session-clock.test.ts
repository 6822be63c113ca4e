import { describe, expect, it } from 'vitest';
import { SessionClock, steadyTimers, type TimerWorker } from '../../../src/app/session/session-clock.ts';
import { SleepWatch } from '../../../src/app/session/running-set.ts';

/** A clock of a session, and the page's in milliseconds, which the test moves. */
const aClock = (start?: number) => {
  const page = { now: 5000 };
  return { page, clock: new SessionClock(() => page.now, start) };
};

describe('SessionClock', () => {
  it('follows the times of the frames', () => {
    const { page, clock } = aClock();
    page.now += 100;
    clock.observe(40);
    expect(clock.now()).toBe(40);
  });

  it('goes on by the page’s clock when the frames stop', () => {
    const { page, clock } = aClock();
    clock.observe(40);
    page.now += 2500;
    expect(clock.now()).toBeCloseTo(42.5, 9);
  });

  it('waits, and never goes back, when the source is behind', () => {
    const { page, clock } = aClock();
    clock.observe(40);
    page.now += 1000;
    expect(clock.now()).toBeCloseTo(41, 9);
    clock.observe(40.5);
    expect(clock.now()).toBeCloseTo(41, 9);
    page.now += 700;
    expect(clock.now()).toBeCloseTo(41.2, 9);
  });

  it('stands still while frozen, then goes on', () => {
    const { page, clock } = aClock(10);
    clock.freeze();
    page.now += 60_000;
    clock.observe(70);
    expect(clock.now()).toBe(10);
    clock.thaw();
    page.now += 500;
    expect(clock.now()).toBeCloseTo(10.5, 9);
  });
});

const bench = () => {
  const asked: [number, number][] = [];
  const page = new Map<number, () => void>();
  const worker: TimerWorker = {
    onmessage: null,
    postMessage: (wish: [number, number]) => asked.push(wish),
    terminate: () => undefined,
  };
  let next = 1;
  const timers = steadyTimers(
    { set: (run) => (page.set(next, run), next++), clear: (timer) => page.delete(timer) },
    () => worker,
  );
  const ring = (timer: number) => worker.onmessage?.call(worker as Worker, { data: timer } as MessageEvent);
  return { asked, page, timers, ring };
};

describe('timers of a running set', () => {
  it('ring once, by the worker or by the page, whichever comes first', () => {
    const { asked, page, timers, ring } = bench();
    const rung: string[] = [];
    const first = timers.set(() => rung.push('first'), 100);
    const second = timers.set(() => rung.push('second'), 50);
    expect(asked).toEqual([
      [first, 100],
      [second, 50],
    ]);
    ring(first);
    page.get(second)?.();
    ring(second);
    ring(first);
    expect(rung).toEqual(['first', 'second']);
    expect(page.size).toBe(0);
  });

  it('do not ring when they were cleared', () => {
    const { timers, ring } = bench();
    let rung = 0;
    const timer = timers.set(() => (rung += 1), 100);
    timers.clear(timer);
    ring(timer);
    expect(rung).toBe(0);
  });
});

const HOUR = 3600_000;

/** A watch that is looked at after each step of the clocks. */
const watch = () => {
  const now = { page: 1000, wall: 5e11, hidden: false };
  const sleep = new SleepWatch({
    pageNow: () => now.page,
    wallNow: () => now.wall,
    isHidden: () => now.hidden,
  });
  const pass = (page: number, wall = page, heard = 0) => {
    now.page += page;
    now.wall += wall;
    return sleep.look(heard);
  };
  return { now, pass };
};

describe('a page that stood still', () => {
  it('is noticed from its own clock, once', () => {
    const { pass } = watch();
    expect([pass(100), pass(3900), pass(30_000), pass(100)]).toEqual([null, null, 30_000, null]);
  });

  it('is noticed from the wall clock where the page’s clock slept too', () => {
    const { pass } = watch();
    expect([pass(600, 8 * HOUR), pass(100)]).toEqual([8 * HOUR - 600, null]);
    expect(pass(6000, 10_000)).toBe(10_000);
  });

  it('is noticed from the wall clock alone within a minute of a lid that was closed', () => {
    const { now, pass } = watch();
    now.hidden = true;
    expect([pass(100), pass(100, HOUR)]).toEqual([null, HOUR - 100]);
    now.hidden = false;
    expect(pass(100, HOUR)).toBe(HOUR - 100);
    for (let turn = 0; turn < 600; turn += 1) pass(100);
    expect(pass(100, HOUR)).toBeNull();
  });

  it('is not taken for one when the wall clock was set, in front and with each turn on time, or by more than a day', () => {
    const { pass } = watch();
    for (const by of [-365 * 24 * HOUR, -10_000, 5000, 90_000, HOUR, 365 * 24 * HOUR]) expect(pass(100, by)).toBeNull();
    expect([pass(100), pass(600, 365 * 24 * HOUR), pass(100)]).toEqual([null, null, null]);
  });

  it('is not taken for one while the tones that were laid ahead sounded, whether the tab is hidden or not', () => {
    const { pass } = watch();
    expect([pass(60_000, 60_000, 60_000), pass(59_000, 59_000, 58_000)]).toEqual([null, null]);
    expect(pass(100_000, 100_000, 60_000)).toBe(40_000);
  });
});
