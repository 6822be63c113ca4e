import { describe, expect, it } from 'vitest';
import { goalsTable } from '../../tools/report/goals-markdown.mjs';
import { poolScores } from '../../tools/scoring/pool-scores.mjs';
import { sizeScore } from '../../tools/scoring/score-sizes.mjs';
import { shownSeries } from '../../tools/scoring/shown-series.mjs';
import { aScoredClip, aTruth } from './fixtures.ts';

/** Binary fractions only. */
const ROUNDING = 9;

const RULE = { rule: 'pelvis-twist', seen: true, armed: ['passive'] } as const;
const sleeper = (rule: { sizeOf?: string } = { sizeOf: 'pelvis-twist' }) => ({
  id: 'supine-sleeper',
  counted: false,
  smallestRep: 0,
  good: [],
  rules: [{ ...RULE, ...rule }],
});

type Rows = Parameters<typeof poolScores>[0];
const goalsOf = (rows: Rows, drill = sleeper()) => poolScores(rows, [drill]).goals;

/** A pelvis that turns by 12° for the second half of the clip. */
function cheatingTruth() {
  const truth = aTruth({ events: [{ rule: 'pelvis-twist', start: 4, end: 6, peak: 12 }] });
  const frames = truth.frames.map((frame, index) =>
    index < 40 ? frame : { ...frame, pelvis: { ...frame.pelvis, twist: 12 } },
  );
  return { ...truth, frames };
}

describe('what is asked of the instrument', () => {
  it('is told for each drill by itself, and a drill without a clip has no row', () => {
    const other = { ...sleeper(), id: 'knee-to-knee-wall' };
    const { goals } = poolScores([aScoredClip('one')], [sleeper(), other]);
    expect(goals.map(({ drill, clips }) => [drill, clips])).toEqual([['supine-sleeper', 1]]);
  });

  it('counts as cheating only the frames in which the pelvis truly turns by ten degrees within an event', () => {
    const [quiet] = goalsOf([aScoredClip('quiet', aTruth(), { rotationShift: 3 })]);
    expect(quiet?.cheating).toEqual({ frames: 0, mae: null });
    const [cheats] = goalsOf([aScoredClip('cheats', cheatingTruth(), { rotationShift: 3 })]);
    expect(cheats?.cheating.frames).toBe(20);
    expect(cheats?.cheating.mae).toBeCloseTo(3, ROUNDING);
  });

  it('takes the mean of both legs where both work at once, as it is shown, and nothing while one is not read', () => {
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

  it('keeps the sign of the clean range: two clips that err both ways have no bias', () => {
    const rows = [
      aScoredClip('more', aTruth(), { rotationShift: 2 }),
      aScoredClip('less', aTruth(), { rotationShift: -2 }),
    ];
    expect(goalsOf(rows)[0]?.cleanBias).toBeCloseTo(0, ROUNDING);
  });

  it('judges a size only where the drill tells it', () => {
    const rows = [aScoredClip('one')];
    expect(goalsOf(rows)[0]?.sizes.map(({ channel }) => channel)).toEqual(['pelvis-twist']);
    expect(goalsOf(rows, sleeper({}))[0]?.sizes).toEqual([]);
    expect(goalsTable(goalsOf(rows, sleeper({}))).join('\n')).toContain('not told');
  });

  it('sets in bold what is not what it must be, and only that', () => {
    const row = (shift: number) =>
      goalsTable(goalsOf([aScoredClip('one', aTruth(), { rotationShift: shift })]))[2]?.split(' | ')[1];
    expect(row(3.5)).toBe('3.5°');
    expect(row(4.5)).toBe('**4.5°**');
  });
});

describe('what a size is worth', () => {
  const series = (points: [number, number][]) => [
    {
      channel: 'pelvis-twist' as const,
      side: null,
      wanted: points.length,
      truth: [],
      points: points.map(([truth, reading], t) => ({ t, truth, reading, sd: 1 })),
    },
  ];

  it('has the slope of the reading on the truth', () => {
    const { slope } = sizeScore(
      series([
        [-10, -7],
        [0, 1],
        [10, 9],
      ]),
      'pelvis-twist',
    );
    expect(slope).toBeCloseTo(0.8, ROUNDING);
  });

  it('has no slope where the truth hardly moves', () => {
    expect(
      sizeScore(
        series([
          [0, 5],
          [1, -5],
        ]),
        'pelvis-twist',
      ).slope,
    ).toBeNull();
  });

  it('takes for false what is read while the truth lies still', () => {
    expect(
      sizeScore(
        series([
          [0.5, -3],
          [12, 12],
        ]),
        'pelvis-twist',
      ).falseSize,
    ).toBe(3);
    expect(sizeScore(series([[12, 12]]), 'pelvis-twist').falseSize).toBeNull();
  });
});
