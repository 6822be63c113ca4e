import { describe, expect, it } from 'vitest';
import { SleepWatch } from '../../../src/app/session/running-set.ts';

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
