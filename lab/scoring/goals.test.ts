import { describe, expect, it } from 'vitest';
import { goalsTable } from '../report/goals-markdown.ts';
import { poolScores } from './pool-scores.ts';
import { shownSeries } from './goals.ts';
import { aScoredClip, aTruth } from '../accuracy/fixtures.ts';

/** Decimals that must agree; floating-point rounding is smaller. */
const ROUNDING = 9;

const RULE = { rule: 'pelvis-twist', seen: true } as const;
const sleeper = (rule: { sizeOf?: string } = { sizeOf: 'pelvis-lift' }) => ({
  id: 'supine-sleeper',
  counted: false,
  smallestRep: 0,
  good: [],
  rules: [{ ...RULE, ...rule }],
});

type Rows = Parameters<typeof poolScores>[0];
const goalsOf = (rows: Rows, drill = sleeper()) => poolScores(rows, [drill]).goals;

/** A clip in which the pelvis turns by 12° from 4 s on. */
function cheatingTruth() {
  const truth = aTruth({ events: [{ rule: 'pelvis-twist', start: 4, end: 6, peak: 12 }] });
  const frames = truth.frames.map((frame, index) =>
    index < 40 ? frame : { ...frame, pelvis: { ...frame.pelvis, twist: 12 } },
  );
  return { ...truth, frames };
}

describe('the accuracy goals', () => {
  it('have a row for each drill with a clip', () => {
    const other = { ...sleeper(), id: 'knee-to-knee-wall' };
    const { goals } = poolScores([aScoredClip('one')], [sleeper(), other]);
    expect(goals.map(({ drill, clips }) => [drill, clips])).toEqual([['supine-sleeper', 1]]);
  });

  it('count an error as "while cheating" only if the pelvis turns by 10° or more within an event', () => {
    const [quiet] = goalsOf([aScoredClip('quiet', aTruth(), { rotationShift: 3 })]);
    expect(quiet?.cheating).toEqual({ frames: 0, mae: null });
    const [cheats] = goalsOf([aScoredClip('cheats', cheatingTruth(), { rotationShift: 3 })]);
    expect(cheats?.cheating.frames).toBe(20);
    expect(cheats?.cheating.mae).toBeCloseTo(3, ROUNDING);
  });

  it('use the mean of both legs if both work at once, and nothing while one is not read', () => {
    const [left, right] = (['left', 'right'] as const).map((side, which) => ({
      channel: 'hip-internal-rotation' as const,
      side,
      wanted: 3,
      truth: [0, 1, 2].map((t) => ({ t, value: 10 * t })),
      points: [0, 1, 2]
        .slice(which)
        .map((t) => ({ t, truth: 10 * t, reading: 10 * t + (which ? 8 : -6), sd: which ? 3 : 4 })),
    }));
    if (!left || !right) throw new Error('two legs are needed');
    const [shown, ...others] = shownSeries([left, right]);
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ side: null, wanted: 3 });
    expect(shown?.points).toEqual([
      { t: 1, truth: 10, reading: 11, sd: 2.5 },
      { t: 2, truth: 20, reading: 21, sd: 2.5 },
    ]);
    expect(shownSeries([left])).toEqual([left]);
  });

  it('keep the sign of the error of the clean range', () => {
    const rows = [
      aScoredClip('more', aTruth(), { rotationShift: 2 }),
      aScoredClip('less', aTruth(), { rotationShift: -2 }),
    ];
    expect(goalsOf(rows)[0]?.cleanBias).toBeCloseTo(0, ROUNDING);
  });

  it('judge the size of a lift only if the app shows it', () => {
    const rows = [aScoredClip('one')];
    expect(goalsOf(rows)[0]?.lift?.mae).toBeCloseTo(0, ROUNDING);
    expect(goalsOf(rows, sleeper({}))[0]?.lift).toBeNull();
    expect(goalsTable(goalsOf(rows, sleeper({}))).join('\n')).toContain('not given');
  });

  it('set a missed goal in bold', () => {
    const row = (shift: number) =>
      goalsTable(goalsOf([aScoredClip('one', aTruth(), { rotationShift: shift })]))[2]?.split(' | ')[1];
    expect(row(3.5)).toBe('3.5°');
    expect(row(4.5)).toBe('**4.5°**');
  });
});
