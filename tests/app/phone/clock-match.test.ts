import { describe, expect, it } from 'vitest';
import { ClockMatch } from '../../../src/app/phone/clock-match.ts';
import { seededChance } from '../../../tools/shared/seeded-chance.ts';

/** Delays of a home network: 2 ms at best, now and then 100 ms more on one way, or the page is busy. */
const delay = (chance: () => number): number => {
  const tail = chance() < 0.2 ? 100 * chance() : 0;
  return 2 - 6 * Math.log(1 - chance()) + tail;
};

/** @param drift of the phone's clock. @returns the largest error of a sample's time after the first two seconds */
function worstError(seed: number, drift: number): number {
  const chance = seededChance(seed);
  const match = new ClockMatch();
  const phoneAt = (now: number): number => 123_456 + now * (1 + drift);
  let error = 0;
  for (let now = 0, rounds = 0; now < 600_000; rounds += 1) {
    now += rounds < 10 ? 150 : 1000;
    const [there, back] = [delay(chance), delay(chance)];
    match.add({ sent: now, received: now + there + back, there: phoneAt(now + there) });
    const at = now + there + back + 900 * chance();
    const here = match.toHere(phoneAt(at)) ?? Number.NaN;
    if (rounds >= 10) error = Math.max(error, Math.abs(here - at));
  }
  return error;
}

describe('the match of two clocks', () => {
  it.each([-1e-4, -3e-5, 0, 3e-5, 1e-4])(
    'is right to 20 ms with jitter, lopsided delays and a drift of %s',
    (drift) => {
      for (let seed = 1; seed <= 20; seed += 1) {
        expect(worstError(seed, drift), `seed ${seed}`).toBeLessThan(20);
      }
    },
  );

  it('knows nothing before the first round trip, nor of one that is no measurement', () => {
    const match = new ClockMatch();
    expect(match.toHere(5)).toBeNull();
    for (const spoiled of [
      { sent: 10, received: 9, there: 5 },
      { sent: 0, received: 5000, there: 5 },
      { sent: 0, received: 1, there: Number.NaN },
      { sent: Number.NaN, received: 1, there: 1 },
    ])
      match.add(spoiled);
    expect(match.toHere(5)).toBeNull();
  });

  it('follows at once when the phone’s clock has stood still in its sleep', () => {
    const match = new ClockMatch();
    for (let now = 0; now < 30_000; now += 1000) match.add({ sent: now, received: now + 8, there: now + 4 });
    // Asleep for a minute: the phone's clock is behind by it.
    const there = (now: number): number => now - 60_000;
    match.add({ sent: 100_000, received: 100_030, there: there(100_015) });
    expect(match.toHere(there(100_100))).toBeCloseTo(100_100, 0);
  });
});
