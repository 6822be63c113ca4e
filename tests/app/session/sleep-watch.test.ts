import { describe, expect, it } from 'vitest';
import { SleepWatch } from '../../../src/app/session/sleep-watch.ts';

const HOUR = 3600_000;

/** A watch that is looked at after each step of the clocks. */
const watch = () => {
  const now = { page: 1000, wall: 5e11, hidden: false };
  const sleep = new SleepWatch({
    pageNow: () => now.page,
    wallNow: () => now.wall,
    isHidden: () => now.hidden,
  });
  const pass = (page: number, wall = page) => {
    now.page += page;
    now.wall += wall;
    return sleep.look();
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
    expect([pass(100, 8 * HOUR), pass(100)]).toEqual([8 * HOUR - 100, null]);
    expect(pass(6000, 10_000)).toBe(10_000);
  });

  it('is not taken for one when the wall clock was set back or by more than a day', () => {
    const { pass } = watch();
    for (const by of [-365 * 24 * HOUR, -10_000, 365 * 24 * HOUR]) expect(pass(100, by)).toBeNull();
    expect(pass(100)).toBeNull();
  });

  it('is not taken for one in a hidden tab, whose timers run once a minute', () => {
    const { now, pass } = watch();
    now.hidden = true;
    pass(100);
    expect([pass(60_000), pass(60_000)]).toEqual([null, null]);
    now.hidden = false;
    expect(pass(60_000)).toBeNull();
    expect(pass(60_000)).toBe(60_000);
  });

  it('is one in a hidden tab too after minutes without a timer', () => {
    const { now, pass } = watch();
    now.hidden = true;
    pass(100);
    expect(pass(600_000)).toBe(600_000);
  });
});
