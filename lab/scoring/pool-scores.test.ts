import { describe, expect, it } from 'vitest';
import { poolScores } from './pool-scores.ts';
import { matchEvents, poolEvents } from './score-events.ts';
import { aFlag, aScoredClip, aTruth } from '../accuracy/fixtures.ts';

/** Decimals that must agree; floating-point rounding is smaller. */
const ROUNDING = 9;

const event = (rule: string, start: number) => ({ rule, start, end: start + 3, peak: 12 });

/**
 * One minute with three true twists (found after 0.4 s, found after 0.8 s, missed) and a false lift; then 30 s with a
 * false twist.
 */
const scored = [
  {
    minutes: 1,
    events: matchEvents(
      [aFlag('pelvis-twist', 10.4, 12), aFlag('pelvis-twist', 20.8, 22), aFlag('pelvis-lift', 50, 51)],
      [event('pelvis-twist', 10), event('pelvis-twist', 20), event('pelvis-twist', 30)],
    ),
  },
  { minutes: 0.5, events: matchEvents([aFlag('pelvis-twist', 3, 4)], []) },
];

describe('poolEvents', () => {
  const pool = poolEvents(scored);

  it('gives precision, recall and F1', () => {
    expect(pool).toMatchObject({ found: 2, missed: 1, false: 2, precision: 0.5 });
    expect(pool.recall).toBeCloseTo(2 / 3, ROUNDING);
    // 2 · 2 / (2 · 2 + 1 + 2)
    expect(pool.f1).toBeCloseTo(4 / 7, ROUNDING);
  });

  it('gives the median and the 95th percentile of the delay', () => {
    expect(pool.delay).toBeCloseTo(0.6, ROUNDING);
    expect(pool.delay95).toBeCloseTo(0.8, ROUNDING);
  });

  it('gives false flags per minute of clean clips', () => {
    expect(pool).toMatchObject({ cleanMinutes: 0.5, cleanFalsePerMinute: 2 });
  });

  it('does not call a clip clean that contains an event of a rule that is not judged', () => {
    const fast = { minutes: 1, events: matchEvents([], [event('too-fast', 5)]) };
    expect(poolEvents([fast]).cleanFalsePerMinute).toBeNull();
  });
});

describe('poolScores', () => {
  const elsewhere = { ...aTruth(), camera: { placement: 'elsewhere' } };
  const rows = [
    aScoredClip('low', aTruth(), { rotationShift: -1 }),
    aScoredClip('high', aTruth(), { rotationShift: 3 }),
    aScoredClip('third', elsewhere),
    {
      clip: 'dark',
      drill: 'supine-sleeper',
      placement: 'somewhere',
      fingerprint: 'd',
      error: 'shows no person',
    },
  ];
  const [here, there] = poolScores(rows).groups;
  const rotation = here?.channels.find(({ channel }) => channel === 'hip-internal-rotation');

  it('keeps views apart', () => {
    expect(here?.clips.map(({ clip }) => clip)).toEqual(['low', 'high', 'dark']);
    expect(there?.clips.map(({ clip }) => clip)).toEqual(['third']);
  });

  it('gives the bias over all frames', () => {
    expect(rotation?.score.bias).toBeCloseTo(1, ROUNDING);
  });

  it('counts the clips that could not be run', () => {
    expect(here?.failed).toBe(1);
  });
});
