import { describe, expect, it } from 'vitest';
import { poolScores } from './pool-scores.ts';
import { rulesTable } from '../report/rules-table.ts';
import { drillSummary } from '../report/rules-markdown.ts';
import { aFlag, aScoredClip, aTruth, type RecordOptions } from '../accuracy/fixtures.ts';

const TWIST = { rule: 'pelvis-twist', start: 3, end: 5, peak: 12 };
const LIFT = { rule: 'pelvis-lift', start: 3, end: 5, peak: 0.04 };

const SLEEPER = {
  id: 'supine-sleeper',
  counted: false,
  smallestRep: 0,
  good: [[235, 278]],
  rules: [
    { rule: 'pelvis-twist', seen: true },
    { rule: 'pelvis-lift', seen: true },
    { rule: 'back-arch', seen: false },
  ],
} as const;
const QUADRUPED = {
  id: 'quadruped-band-ir',
  counted: true,
  smallestRep: 10,
  good: [[140, 160]],
  rules: [{ rule: 'pelvis-list', seen: true }],
} as const;
const CATALOGUE = [SLEEPER, QUADRUPED];

const clip = (events: ReturnType<typeof aTruth>['events'] = [], options: RecordOptions = {}) =>
  aScoredClip(`${events.length} ${JSON.stringify(options).length}`, aTruth({ events: [...events] }), options);
const pooled = (...rows: ReturnType<typeof aScoredClip>[]) => poolScores(rows, CATALOGUE);
const cell = (rule: string, ...rows: ReturnType<typeof aScoredClip>[]) =>
  pooled(...rows).drills[0]?.rules.find((one) => one.rule === rule)?.counts;
/** The printed line of a rule of the sleeper. */
const line = (rule: string, ...rows: ReturnType<typeof aScoredClip>[]) =>
  rulesTable(pooled(...rows)).find((one) => one.includes(`  ${rule}`));

describe('the counts of drills and rules', () => {
  it('count an event, its flag and its cue only for their own rule', () => {
    const found = clip([TWIST], { flags: [aFlag('pelvis-twist', 3.4, 5)] });
    expect(cell('pelvis-twist', found)).toMatchObject({
      clips: 1,
      found: 1,
      missed: 0,
      false: 0,
      f1: 1,
      right: 1,
      wrong: 0,
      cuePrecision: 1,
    });
    expect(cell('pelvis-twist', found)?.delay).toBeCloseTo(0.4);
    expect(cell('pelvis-lift', found)).toMatchObject({ found: 0, missed: 0, f1: null, cuePrecision: null });
  });

  it('count a spoken cue of another rule as wrong, and ignore a silent flag', () => {
    const silent = { ...aFlag('pelvis-twist', 3.5, 5), spoken: false };
    const mistaken = clip([LIFT], { flags: [aFlag('pelvis-twist', 3.2, 4), silent] });
    expect(cell('pelvis-twist', mistaken)).toMatchObject({ false: 2, right: 0, wrong: 1, f1: 0 });
    expect(cell('pelvis-lift', mistaken)).toMatchObject({ found: 0, missed: 1, recall: 0 });
  });

  it('give the spoken cues per minute on clips without a compensation', () => {
    const loud = clip([], { flags: [aFlag('pelvis-twist', 3, 4)] });
    // Four of the six seconds of each clip are scored.
    expect(cell('pelvis-twist', loud, clip())?.cleanMinutes).toBeCloseTo(8 / 60);
    expect(cell('pelvis-twist', loud, clip())?.cleanWrongPerMinute).toBeCloseTo(7.5);
    expect(pooled(loud, clip()).all.cleanWrongPerMinute).toBeCloseTo(7.5);
  });

  it('count events separately that were not watched, or that happened in a poor camera place that was refused', () => {
    const { score, ...rest } = clip([TWIST]);
    const muted = { ...rest, score: { ...score, unwatched: ['pelvis-twist'] } };
    const refused = { ...rest, score: { ...score, refused: true, azimuth: 40 } };
    expect(cell('pelvis-twist', muted, refused)).toMatchObject({ unwatched: 2, missed: 0, f1: null });
    expect(line('pelvis-twist', muted)).toContain('(+1 unseen)');
    expect(pooled(refused).drills[0]).toMatchObject({ poor: 1, refused: 0 });
  });

  it('count the events of a refused good place as missed', () => {
    const { score, ...rest } = clip([TWIST]);
    const refused = { ...rest, score: { ...score, refused: true, azimuth: 255 } };
    expect(cell('pelvis-twist', refused)).toMatchObject({ unwatched: 0, missed: 1, f1: 0 });
    expect(pooled(refused).drills[0]).toMatchObject({ poor: 0, refused: 1 });
    expect(drillSummary(pooled(refused)).join('\n')).toContain('1 of 1; 1 not read');
  });

  it('name the rules without a clip, and say "not seen from here" for a rule that the place never shows', () => {
    const summary = drillSummary(pooled(clip()));
    expect(summary.find((one) => one.startsWith('| supine-sleeper'))).toContain('pelvis twist, pelvis lift |');
    expect(line('back-arch', clip())).toContain('not seen from here');
  });

  it('have a cell for every rule of every drill, including drills without a clip', () => {
    const all = pooled(clip([TWIST]));
    expect(all.drills.flatMap(({ rules }) => rules)).toHaveLength(4);
    expect([...rulesTable(all), ...drillSummary(all)].join()).not.toMatch(/NaN|null|undefined/);
    expect(drillSummary(all).find((one) => one.startsWith('| quadruped-band-ir'))).toContain('no clip');
  });

  it('leave rules that the place never shows out of the totals', () => {
    const arch = clip([{ ...TWIST, rule: 'back-arch' }]);
    expect(pooled(arch).all).toMatchObject({ found: 0, missed: 0, f1: null });
  });
});
