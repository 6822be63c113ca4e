import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followTimeline, readGivenTimeline } from './given-timeline.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor } from './run-set.ts';

const read = (phases: unknown) => readGivenTimeline({ phases }, supineSleeper);
const problemOf = (phases: unknown) => {
  const result = read(phases);
  return result.ok ? null : result.problem;
};
const follow = (phases: unknown) => {
  const result = read(phases);
  if (!result.ok) throw new Error(result.problem);
  return followTimeline(planFor(), result.phases);
};

describe('a given timeline', () => {
  it('is followed exactly, with gaps as rests', () => {
    const timeline = follow([
      { kind: 'neutral', start: 0, end: 3 },
      { kind: 'passive', start: 3, end: 9 },
      { kind: 'rails', start: 10, end: 15 },
    ]);
    expect(timeline.map(({ kind, length }) => [kind, length])).toEqual([
      ['neutral', 3],
      ['passive', 6],
      ['rest', 1],
      ['rails', 5],
    ]);
  });

  it('uses the time before the first phase for the reference pose if it names none', () => {
    expect(follow([{ kind: 'passive', start: 4, end: 9 }]).map(({ kind, length }) => [kind, length])).toEqual([
      ['neutral', 4],
      ['passive', 5],
    ]);
    expect(follow([{ kind: 'passive', start: 0, end: 9 }]).map(({ kind }) => kind)).toEqual(['neutral', 'passive']);
  });

  it('waits for a reference pose phase that begins later', () => {
    const kinds = follow([
      { kind: 'neutral', start: 2, end: 5 },
      { kind: 'passive', start: 5, end: 9 },
    ]).map(({ kind }) => kind);
    expect(kinds).toEqual(['rest', 'neutral', 'passive']);
  });

  it('begins a new round when a kind occurs again, unless it gives the round', () => {
    const phase = (kind: string, start: number, round?: number) => ({ kind, start, end: start + 1, round });
    const rounds = (list: readonly object[]) =>
      follow(list)
        .slice(1)
        .map(({ round }) => round);
    expect(rounds([phase('passive', 0), phase('rails', 1), phase('passive', 2), phase('rails', 3)])).toEqual([
      1, 1, 2, 2,
    ]);
    expect(rounds([phase('passive', 0, 3), phase('rails', 1, 3)])).toEqual([3, 3]);
  });

  it('keeps the share of the ramp in a push of another length', () => {
    // In the short preset the ramp lasts 6 of 12 seconds.
    expect(follow([{ kind: 'pails', start: 0, end: 4 }])[1]?.ramp).toBeCloseTo(2, 9);
  });

  it('refuses an unknown kind and lists those of the drill', () => {
    expect(problemOf([{ kind: 'stretch', start: 0, end: 1 }])).toBe(
      'Phase 1 of the timeline is of the unknown kind "stretch"; this drill has: neutral, rest, passive, pails, rails, sink.',
    );
    expect(problemOf([{ kind: 'reps', start: 0, end: 1 }])).toMatch(/unknown kind "reps"/);
  });

  it.each([
    ['no list', undefined, /no list/],
    ['an empty list', [], /no phase/],
    ['something that is no phase', [7], /Phase 1 .* not an object/],
    ['no times', [{ kind: 'passive' }], /needs "start" and "end"/],
    ['a phase that ends before it starts', [{ kind: 'passive', start: 5, end: 2 }], /ends at 2 s/],
    [
      'phases that overlap',
      [
        { kind: 'passive', start: 0, end: 5 },
        { kind: 'rails', start: 4, end: 6 },
      ],
      /Phase 2 .* starts at 4 s/,
    ],
    ['a broken round', [{ kind: 'passive', start: 0, end: 5, round: 1.5 }], /whole number/],
  ])('refuses %s in one sentence', (_, phases, sentence) => {
    expect(problemOf(phases)).toMatch(sentence);
  });

  it('refuses a file that is not an object', () => {
    expect(readGivenTimeline('phases', supineSleeper).ok).toBe(false);
    expect(readGivenTimeline(null, supineSleeper).ok).toBe(false);
  });

  it('covers the recording without a gap up to its last phase', () => {
    const kinds = fc.constantFrom('passive', 'pails', 'rails', 'sink', 'rest', 'neutral');
    const steps = fc.array(
      fc.record({
        kind: kinds,
        gap: fc.double({ min: 0, max: 3, noNaN: true }),
        length: fc.double({ min: 0.1, max: 9, noNaN: true }),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        let time = 0;
        const phases = list.map(({ kind, gap, length }) => {
          const start = time + gap;
          time = start + length;
          return { kind, start, end: time };
        });
        const sum = follow(phases).reduce((total, { length }) => total + (length ?? Number.NaN), 0);
        expect(sum).toBeCloseTo(time, 4);
      }),
    );
  });
});
