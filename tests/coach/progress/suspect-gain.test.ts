import { describe, expect, it } from 'vitest';
import {
  doubted,
  findSuspectGains as suspectGains,
  freshGainWatch,
  type GainSample,
  watchGain,
} from '../../../src/coach/progress/suspect-gain.ts';

/** Rotation at 12 readings a second: a fall to 30° in 3 s, then what `gain` adds. */
const story = (gain: (time: number) => number): GainSample[] =>
  Array.from({ length: 12 * 12 }, (_, i) => {
    const time = i / 12;
    return { time, angle: 30 * Math.min(1, time / 3) + gain(time) };
  });

/** From 0 to `size` within `length` seconds from second 7 on; back from second 10 on. */
const bump = (size: number, length: number) => (time: number) =>
  size * Math.max(0, Math.min(1, (time - 7) / length, (10 - time) / length + 1));

describe('a gain of a hip that stood at its end', () => {
  it('is a suspect if it comes within a second, from where the hip stood until it is back there', () => {
    const [found, ...more] = suspectGains(story(bump(10, 1)));
    expect(more).toEqual([]);
    expect(found?.from).toBeCloseTo(30, 0);
    expect(found?.since).toBeGreaterThan(5.5);
    expect(found?.since).toBeLessThan(7.1);
    expect(found?.until).toBeGreaterThan(10);
    expect(found?.until).toBeLessThan(11.5);
  });

  it('is none if it is slow, small, or the first fall of the leg', () => {
    expect(suspectGains(story(bump(8, 2.8)))).toEqual([]);
    expect(suspectGains(story(bump(5, 1)))).toEqual([]);
    expect(suspectGains(story(() => 0))).toEqual([]);
  });

  it('is not found across a break of more than a second', () => {
    const broken = story(bump(10, 1)).filter(({ time }) => time < 6.9 || time > 8.1);
    expect(suspectGains(broken)).toEqual([]);
  });

  it('widens the band by all that may not be the hip’s', () => {
    let watch = freshGainWatch;
    for (const sample of story(bump(10, 1)).filter(({ time }) => time < 9)) watch = watchGain(watch, sample);
    expect(doubted({ value: 40, sd: 2 }, watch).sd).toBeCloseTo(Math.hypot(2, 10 / 1.645), 1);
    expect(doubted({ value: 40, sd: 2 }, freshGainWatch)).toEqual({ value: 40, sd: 2 });
  });
});

/** Readings at an uneven rate, as a busy machine gives them, with a deviation of up to half a degree. */
const seenAt = (rate: number, angle: (time: number) => number): GainSample[] =>
  Array.from({ length: 14 * rate }, (_, i) => {
    const time = (i + 0.4 * Math.sin(2.4 * i)) / rate;
    return { time, angle: angle(time) + 0.5 * Math.sin(5.1 * i) };
  });

describe.each([12, 8, 7, 6, 5])('at %d readings a second', (rate) => {
  const part = (time: number, from: number, length: number) => Math.max(0, Math.min(1, (time - from) / length));

  it.each([2, 3, 4, 5, 6, 7, 8])('a leg that falls in for %d seconds is no suspect', (length) => {
    const even = seenAt(rate, (time) => 30 * part(time, 1, length));
    const slowing = seenAt(rate, (time) => 30 * (1 - (1 - part(time, 1, length)) ** 2));
    expect(suspectGains(even)).toEqual([]);
    expect(suspectGains(slowing)).toEqual([]);
  });

  it('a gain within a second, after the hip has stood, is one', () => {
    const gain = seenAt(rate, (time) => 25 * part(time, 0, 3) + 9 * part(time, 8, 1));
    const [found, ...more] = suspectGains(gain);
    expect(more).toEqual([]);
    expect(found?.from).toBeGreaterThan(24);
    expect(found?.from).toBeLessThan(26);
  });
});
