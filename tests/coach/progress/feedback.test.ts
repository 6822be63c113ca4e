import { describe, expect, it } from 'vitest';
import { bandPlace, feedbackFor, type PractisedSet } from '../../../src/coach/progress/angle-display.ts';

const set = (rest: Partial<PractisedSet> = {}): PractisedSet => ({
  drill: 'supine-sleeper',
  ended: 'finished',
  source: 'camera',
  ...rest,
});
const many = (count: number, rest: Partial<PractisedSet> = {}) => Array.from({ length: count }, () => set(rest));

describe('the angle on the screen during a set', () => {
  it('fades with the number of sets: number, then band, then nothing', () => {
    const shown = [0, 2, 3, 5, 6, 40].map((count) => feedbackFor('supine-sleeper', many(count)));
    expect(shown).toEqual(['number', 'number', 'band', 'band', 'afterwards', 'afterwards']);
  });

  it('does not fade with other drills, interrupted sets, demos and videos', () => {
    const past = [
      ...many(9, { drill: 'quadruped-band-ir' }),
      ...many(9, { ended: 'stopped' }),
      ...many(9, { source: 'demo' }),
      ...many(9, { source: 'file' }),
    ];
    expect(feedbackFor('supine-sleeper', past)).toBe('number');
  });
});

describe('the band', () => {
  it('distinguishes positions only beyond the measurement error', () => {
    // A standard deviation of 2° is a 90 % band of 3.3°.
    const place = (value: number, best: number | null) => bandPlace({ value, sd: 2 }, best);
    expect(place(20, null)).toBe('no-best');
    expect(place(20, 24)).toBe('short');
    expect(place(21, 24)).toBe('at-best');
    expect(place(27, 24)).toBe('at-best');
    expect(place(28, 24)).toBe('beyond');
  });
});
