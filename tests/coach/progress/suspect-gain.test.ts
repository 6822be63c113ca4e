import { describe, expect, it } from 'vitest';
import {
  doubted,
  freshGainWatch,
  type GainSample,
  gainSample,
  suspectGains,
  watchGain,
} from '../../../src/coach/progress/suspect-gain.ts';
import type { Degrees, Estimate } from '../../../src/instrument/geometry/units.ts';

/** Rotation at 12 readings a second: a fall to 30° in 3 s, then what `gain` adds; the witness and the pelvis channel as given. */
function story(
  gain: (time: number) => number,
  witness: (time: number) => number | null = () => null,
  measured: (time: number) => Estimate<Degrees> | null = () => null,
): GainSample[] {
  return Array.from({ length: 12 * 12 }, (_, i) => {
    const time = i / 12;
    return gainSample(time, 30 * Math.min(1, time / 3) + gain(time), witness(time), measured(time));
  });
}

/** From 0 to `size` within `length` seconds from second 7 on; back from second 10 on. */
const bump = (size: number, length: number) => (time: number) =>
  size * Math.max(0, Math.min(1, (time - 7) / length, (10 - time) / length + 1));

describe('a gain of a hip that stood at its end', () => {
  it('is a suspect if it comes within a second, from where the hip stood until it is back there', () => {
    const [found, ...more] = suspectGains(story(bump(10, 1)), 'left', false);
    expect(more).toEqual([]);
    expect(found?.from).toBeCloseTo(30, 0);
    expect(found?.since).toBeGreaterThan(5.5);
    expect(found?.since).toBeLessThan(7.1);
    expect(found?.until).toBeGreaterThan(10);
    expect(found?.until).toBeLessThan(11.5);
  });

  it('is none if it is slow, small, or the first fall of the leg', () => {
    expect(suspectGains(story(bump(8, 2.8)), 'left', false)).toEqual([]);
    expect(suspectGains(story(bump(5, 1)), 'left', false)).toEqual([]);
    expect(
      suspectGains(
        story(() => 0),
        'left',
        false,
      ),
    ).toEqual([]);
  });

  it('is none if the positive control has earned the zero, unless the witness contradicts', () => {
    expect(suspectGains(story(bump(8, 1)), 'left', true)).toEqual([]);
    const turned = story(bump(8, 1), (time) => -0.4 * bump(8, 1)(time));
    expect(suspectGains(turned, 'left', true)).toHaveLength(1);
  });

  it('is one at half the speed if the witness turns the way that helps, on either side', () => {
    const slow = (way: number) => story(bump(8, 2.4), (time) => way * 0.4 * bump(8, 2.4)(time));
    expect(suspectGains(slow(-1), 'left', false)[0]?.contradicted).toBe(true);
    expect(suspectGains(slow(1), 'right', false)[0]?.contradicted).toBe(true);
    expect(suspectGains(slow(1), 'left', false)).toEqual([]);
  });

  it('is the hip’s own up to ten degrees a second if the witness shows that the pelvis lies still', () => {
    const still = (size: number) => story(bump(size, 1), (time) => 0.2 * bump(size, 1)(time));
    expect(suspectGains(still(7), 'left', false)).toEqual([]);
    expect(suspectGains(still(12), 'left', false)).toHaveLength(1);
  });

  it('is one on the way as well if the witness turns far, until it has turned back', () => {
    const turn = (time: number) => Math.max(0, Math.min(1, (time - 1) / 1.2, (5 - time) / 1));
    const falling = (share: number) =>
      story(
        (time) => 8 * turn(time),
        (time) => -share * 12 * turn(time),
      );
    const [found] = suspectGains(falling(0.8), 'left', false);
    expect(found?.contradicted).toBe(true);
    // The turn begins at 1 s; the witness is judged by the median of 0.35 s.
    expect(found?.since).toBeLessThan(1.5);
    // The leg has fallen by 10° when the turn begins, and falls by 10° a second.
    expect(found?.from).toBeLessThan(14);
    expect(found?.until).toBeLessThan(5.5);
    // So little may be the leg's own: it shifts the witness by up to a quarter of its angle.
    expect(suspectGains(falling(0.4), 'left', false)).toEqual([]);
  });

  it('leaves a leg that still moves what it gained before the witness turned', () => {
    const ramp = (from: number, to: number) => (time: number) => Math.max(0, Math.min(1, (time - from) / (to - from)));
    const [found] = suspectGains(
      story(
        (time) => 18 * ramp(1, 2)(time) + 8 * ramp(2.3, 3)(time),
        (time) => -5 * ramp(2.3, 3)(time),
      ),
      'left',
      false,
    );
    expect(found?.contradicted).toBe(true);
    // 41° when the turn begins.
    expect(found?.from).toBeGreaterThan(39);
    expect(found?.from).toBeLessThan(44);
  });

  it('is not found across a break of more than a second', () => {
    const broken = story(bump(10, 1)).filter(({ time }) => time < 6.9 || time > 8.1);
    expect(suspectGains(broken, 'left', false)).toEqual([]);
  });

  it('widens the band by all that may not be the hip’s', () => {
    let watch = freshGainWatch;
    for (const sample of story(bump(10, 1)).filter(({ time }) => time < 9))
      watch = watchGain(watch, sample, 'left', false);
    expect(doubted({ value: 40, sd: 2 }, watch).sd).toBeCloseTo(Math.hypot(2, 10 / 1.645), 1);
    expect(doubted({ value: 40, sd: 2 }, freshGainWatch)).toEqual({ value: 40, sd: 2 });
  });
});

/** Readings at an uneven rate, as a busy machine gives them, with a deviation of up to half a degree. */
const seenAt = (rate: number, angle: (time: number) => number): GainSample[] =>
  Array.from({ length: 14 * rate }, (_, i) => {
    const time = (i + 0.4 * Math.sin(2.4 * i)) / rate;
    return gainSample(time, angle(time) + 0.5 * Math.sin(5.1 * i), null, null);
  });

describe.each([12, 8, 7, 6, 5])('at %d readings a second', (rate) => {
  const part = (time: number, from: number, length: number) => Math.max(0, Math.min(1, (time - from) / length));

  it.each([2, 3, 4, 5, 6, 7, 8])('a leg that falls in for %d seconds is no suspect', (length) => {
    const even = seenAt(rate, (time) => 30 * part(time, 1, length));
    const slowing = seenAt(rate, (time) => 30 * (1 - (1 - part(time, 1, length)) ** 2));
    expect(suspectGains(even, 'left', false)).toEqual([]);
    expect(suspectGains(slowing, 'left', false)).toEqual([]);
  });

  it('a gain within a second, after the hip has stood, is one', () => {
    const gain = seenAt(rate, (time) => 25 * part(time, 0, 3) + 9 * part(time, 8, 1));
    const [found, ...more] = suspectGains(gain, 'left', false);
    expect(more).toEqual([]);
    expect(found?.from).toBeGreaterThan(24);
    expect(found?.from).toBeLessThan(26);
  });
});

it('a witness that wanders while a leg falls in is no turn: a rendered person, five readings a second', () => {
  const angles = [0, 0, -0.5, 0, 0, 0, 1, 2, 4, 7, 10, 13, 17, 20, 22, 24, 25, 26, 26, 26, 26, 26];
  const witness = [
    3.1, 2.4, 3.6, 3.1, 2.4, 3.4, 2.8, 2, 2, 1, -1.7, -0.9, 0.2, 0.4, 0.4, -0.1, 0.4, -1.8, -0.1, -0.3, 0.4, 0.4,
  ];
  const fall = (turn: (k: number) => number) =>
    angles.map((angle, k) => gainSample(k / 5, angle, (witness[k] ?? 0) + turn(k), { value: 0, sd: 1 }));
  expect(
    suspectGains(
      fall(() => 0),
      'left',
      false,
    ),
  ).toEqual([]);
  // A pelvis that turns with the leg is still found.
  const turned = fall((k) => -5 * Math.max(0, Math.min(1, (k - 8) / 4)));
  expect(suspectGains(turned, 'left', false)[0]?.contradicted).toBe(true);
});

describe('a turn of the witness', () => {
  const turned = (size: number) => (time: number) => -size * bump(1, 2.4)(time);
  const contradicts = (witness: number | null, twist: number | null, gain = 8) =>
    suspectGains(
      story(
        bump(gain, 2.4),
        (time) => (witness === null ? null : turned(witness)(time)),
        (time) => (twist === null ? null : { value: turned(twist)(time), sd: 1 }),
      ),
      'left',
      false,
    ).some(({ contradicted }) => contradicted);

  it('contradicts nothing where the pelvis channel turns as far', () => {
    expect(contradicts(7, 14)).toBe(false);
    expect(contradicts(7, 6)).toBe(false);
  });

  it('contradicts a pelvis channel that says zero, turns the other way, turns less, or says nothing', () => {
    expect(contradicts(7, 0)).toBe(true);
    expect(contradicts(7, -3)).toBe(true);
    expect(contradicts(7, 3)).toBe(true);
    expect(contradicts(7, null)).toBe(true);
  });

  it('is explained once the pelvis channel, which lags, sees at least half of it', () => {
    const late = (share: number) =>
      suspectGains(
        story(
          bump(8, 1),
          (time) => -16 * bump(1, 0.5)(time),
          (time) => ({ value: -16 * share * bump(1, 0.5)(time - 0.4), sd: 1 }),
        ),
        'left',
        true,
      );
    const [seen] = late(0.6);
    expect((seen?.until ?? Infinity) - (seen?.since ?? 0)).toBeLessThan(2.5);
    const [half] = late(0.2);
    expect(half?.until).toBeGreaterThan(9.5);
  });

  it('is not known without a witness', () => {
    expect(contradicts(null, -3)).toBe(false);
  });

  it('is a change: what the witness shows of a leg that is turned in is no turn after a measured twist', () => {
    // The pelvis turns by 14° until the seventh second. Then the hip gains, and the witness rests at 3°.
    const twist = (time: number) => Math.max(0, Math.min(1, time - 4, 7 - time));
    const samples = story(
      bump(5, 1.8),
      (time) => -3 - 6 * twist(time),
      (time) => ({ value: -14 * twist(time), sd: 1 }),
    );
    expect(suspectGains(samples, 'left', false)).toEqual([]);
  });
});
