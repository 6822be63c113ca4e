import { describe, expect, it } from 'vitest';
import { SessionClock } from '../../../src/app/session/session-clock.ts';

/** A page clock in milliseconds that the test moves. */
const aPage = () => {
  const page = { now: 5000 };
  return { page, pageNow: () => page.now };
};

describe('SessionClock', () => {
  it('follows the times of the frames', () => {
    const { page, pageNow } = aPage();
    const clock = new SessionClock(pageNow);
    page.now += 100;
    clock.observe(40);
    expect(clock.now()).toBe(40);
  });

  it('goes on by the page’s clock when the frames stop', () => {
    const { page, pageNow } = aPage();
    const clock = new SessionClock(pageNow);
    clock.observe(40);
    page.now += 2500;
    expect(clock.now()).toBeCloseTo(42.5, 9);
  });

  it('waits, and never goes back, when the source is behind', () => {
    const { page, pageNow } = aPage();
    const clock = new SessionClock(pageNow);
    clock.observe(40);
    page.now += 1000;
    expect(clock.now()).toBeCloseTo(41, 9);
    clock.observe(40.5);
    expect(clock.now()).toBeCloseTo(41, 9);
    page.now += 700;
    expect(clock.now()).toBeCloseTo(41.2, 9);
  });

  it('stands still while frozen, then goes on', () => {
    const { page, pageNow } = aPage();
    const clock = new SessionClock(pageNow, 10);
    clock.freeze();
    page.now += 60_000;
    clock.observe(70);
    expect(clock.now()).toBe(10);
    clock.thaw();
    page.now += 500;
    expect(clock.now()).toBeCloseTo(10.5, 9);
  });
});
