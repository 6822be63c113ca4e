import { describe, expect, it } from 'vitest';
import { isTooSlow, type PictureRate, stepPictureRate } from '../../../src/coach/setup/setup-gate.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { gauge } from '../../../src/coach/coach.ts';
import { planFor, runUntil } from '../../../lab/made/run-set.ts';

const ASKED = 12;

/** Whether the rate is too slow after readings at these times. */
function slowAfter(times: readonly number[], since = 0): boolean {
  const rate = times.reduce<PictureRate>((before, time) => stepPictureRate(before, time, since), []);
  return isTooSlow(rate, times.at(-1) ?? 0, since, ASKED);
}
const every = (gap: number, seconds: number) =>
  Array.from({ length: Math.round(seconds / gap) + 1 }, (_, i) => i * gap);

describe('the rate of the pictures', () => {
  it.each([12, 8, 5])('of %d a second is enough', (perSecond) => {
    expect(slowAfter(every(1 / perSecond, 8))).toBe(false);
  });

  it.each([3, 1])('of %d a second is too slow', (perSecond) => {
    expect(slowAfter(every(1 / perSecond, 8))).toBe(true);
  });

  it('is not judged in the first seconds, nor by a gap of a second', () => {
    expect(slowAfter(every(1, 3))).toBe(false);
    const steady = every(1 / 12, 10);
    expect(slowAfter(steady.filter((time) => time < 7 || time > 8))).toBe(false);
  });

  it('counts from where the readings went on', () => {
    expect(slowAfter([1, 2, 20, 21, 22], 20)).toBe(false);
  });
});

describe('a set whose pictures become too few', () => {
  it('says so once, with what to do, and goes on measuring', () => {
    const run = runUntil(planFor(), 5, () => ({ internalRotation: 30, referencePoseAt: 1 }));
    expect(gauge(run.state).slow).toBeUndefined();
    for (let time = 5; time < 20; time += 0.5) {
      run.read({ time, internalRotation: 30, referencePoseAt: 1 });
      run.tick(time + 0.2);
    }
    expect(run.said.filter((text) => text === english.reasons['picture-too-slow'].say[0])).toHaveLength(1);
    expect(gauge(run.state).slow).toBe(true);
    expect(
      run
        .record()
        .frames.filter(({ t }) => t > 6)
        .every(({ valid }) => valid),
    ).toBe(true);
  });
});
