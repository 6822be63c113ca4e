import { describe, expect, it } from 'vitest';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import { flagLines, limitLines, methodLines, painLines, trendOf } from '../../../src/ui/summary/report-text.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';
import { makeOverview } from '../make-overview.ts';
import { lessons as english } from '../../../src/i18n/en/lessons.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { nextTime } from '../../../src/training/review/next-time.ts';
import type { FrameRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { supineSleeperSide } from '../../../src/drills/supine-sleeper/supine-sleeper-side.ts';
import { quadrupedBandIrSide } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir-side.ts';
import { backLimits, spokenResult } from '../../../src/training/review/spoken-result.ts';
import { coach as coachWords } from '../../../src/i18n/en/coach.ts';
import { comparisonNote, coverageLines, summarySentence } from '../../../src/ui/summary/summary-text.ts';
import { plotModel } from '../../../src/ui/charts/plot-geometry.ts';
import { flag, madeRecord, phase } from '../../training/review/made-record.ts';

const item = (id: string, part: Partial<SetOverview> = {}): SetOverview =>
  makeOverview({
    id,
    startedAt: '2026-11-01T10:00:00.000Z',
    drill: sleeperRecord.drill,
    side: sleeperRecord.side,
    ended: 'finished',
    clean: 26,
    sd: 2,
    ...part,
  });

describe('the trend of a report', () => {
  it('has this set and earlier ones of the same drill and side, without demos', () => {
    const sets = [
      item('later'),
      item(sleeperRecord.id),
      item('before'),
      item('other-drill', { drill: 'another' }),
      item('other-side', { side: sleeperRecord.side === 'left' ? 'right' : 'left' }),
      item('demo', { source: 'demo' }),
      item('no-number', { clean: null }),
      item('first'),
    ];
    expect(trendOf(sleeperRecord, sets).map(({ id }) => id)).toEqual([sleeperRecord.id, 'before', 'first']);
  });
  it('has at most ten sets', () => {
    const many = Array.from({ length: 40 }, (_, i) => item(`set ${i}`));
    expect(trendOf(sleeperRecord, [item(sleeperRecord.id), ...many])).toHaveLength(10);
  });
});

describe('the words of a report', () => {
  it('sum up the flags of a rule in one line with the largest deviation', () => {
    const [first] = sleeperRecord.flags;
    if (!first) throw new Error('the record has no flag');
    const lines = flagLines([
      { ...first, rule: 'pelvis-twist', start: 1, end: 3, peak: 7 },
      { ...first, rule: 'pelvis-twist', start: 5, end: 6, peak: -12 },
    ]);
    expect(lines).toEqual(['Pelvis twist: 2 times, at most 12°, 3 s in all.']);
  });
  it('state the smallest real change: at least that of an inclinometer, and larger for a wider band', () => {
    expect(limitLines(sleeperRecord)[0]).toContain('never under 5.4°');
    const wide = sleeperRecord.summary.sets.map((range) => ({ ...range, sd: 5 }));
    const [line] = limitLines({ ...sleeperRecord, summary: { ...sleeperRecord.summary, sets: wide } });
    expect(line).toContain(`counts from ${Math.ceil(1.96 * Math.SQRT2 * 5)}°`);
  });
});

it('the pain of a report is the worst of the sets that it lists, and every stop by a symptom in their time', () => {
  const day = (date: number) => `2026-11-${date}T10:00:00.000Z`;
  const sets = [
    item('now', { startedAt: day(28), pain: 1 }),
    item('other', { startedAt: day(20), drill: 'band', ended: 'pinch', pain: 6 }),
    item('first', { startedAt: day(12), pain: 4 }),
    item('before', { startedAt: day(11), drill: 'band', ended: 'pain' }),
  ];
  const listed = [0, 2].flatMap((i) => sets[i] ?? []);
  expect(painLines(listed, sets, (drill) => drill.toUpperCase())).toEqual([
    'Worst pain in these sets: 4 of 10 (Nov 12).',
    'Stopped by a symptom in this time, all drills: Nov 20, BAND: Stopped: pinch.',
  ]);
});

const HOLD = [phase('hold', 0, 20)];

/** A side check with this lumbar extension over time, in degrees; null: not seen. */
function check(archAt: (t: number) => number | null, rest: Partial<SetRecord> = {}): SetRecord {
  const made = madeRecord(HOLD, () => ({ angle: 0 }), { range: 'back-arch' }, quadrupedBandIrSide);
  const frames = made.frames.map((frame): FrameRecord => {
    const arch = archAt(frame.t);
    return { ...frame, lumbarExtension: arch === null ? null : { value: arch, sd: 3 } };
  });
  return { ...made, frames, ended: 'finished', ...rest };
}

describe('the summary of a side check', () => {
  it('states how far the back moved either way, with its error band', () => {
    const record = check((t) => (t > 5 && t < 8 ? 14 : t > 12 && t < 15 ? -8 : 0));
    expect(summarySentence(record)).toMatch(/hollowed by up to 14° and rounded by up to 8°, give or take 5°/);
  });

  it('says that the back stayed still if nothing is beyond its error band', () => {
    expect(summarySentence(check((t) => Math.sin(t)))).toMatch(/^Your lower back stayed still, give or take 5°\.$/);
  });

  it('ignores a single reading that jumps', () => {
    const limits = backLimits(check((t) => (Math.abs(t - 10) < 0.05 ? 40 : 1)));
    expect(limits?.hollow).toBe(1);
  });

  it('says that a hidden back was not measured, and asks for a better camera place', () => {
    const record = check(() => null);
    expect(summarySentence(record)).toMatch(/not in clear view/);
    expect(nextTime(record, quadrupedBandIrSide, english).why).toBe('unseen');
    const still = check(() => 0);
    expect(nextTime(still, quadrupedBandIrSide, english).why).toBe('as-before');
  });

  it('is spoken at the end in one sentence', () => {
    const said = (record: SetRecord, drill: DrillDefinition = quadrupedBandIrSide) =>
      spokenResult(record, coachWords, drill);
    const arched = check((t) => (t > 5 && t < 8 ? 14 : t > 12 && t < 15 ? -8 : 0));
    expect(said(check(() => 0))).toBe('Your lower back stayed as it was, as far as I can see.');
    expect(said(arched)).toBe('Your lower back may have sagged by about 14 degrees.');
    expect(said(arched, supineSleeperSide)).toBe('Your lower back may have arched by about 14 degrees.');
    expect(said(check((t) => (t > 5 && t < 8 ? -12 : 0)))).toBe(
      'Your lower back may have rounded by about 12 degrees.',
    );
    expect(said(check(() => null))).toBe('I couldn’t see your back, so I can’t say how it was.');
    expect(said(check(() => 0, { ended: 'pain' }))).toBeNull();
  });

  it('names a flagged fault as the task for the next set', () => {
    const record = check((t) => (t > 5 && t < 12 ? 14 : 0), {
      flags: [flag(5, 12, { rule: 'back-arch', severity: 'red', phase: 'hold' })],
    });
    expect(nextTime(record, quadrupedBandIrSide, english)).toMatchObject({
      why: 'fault',
      text: expect.stringMatching(/belly away from the floor/),
    });
  });

  it('has no range, no share of a watched pelvis and no norm of hip rotation', () => {
    const record = check(() => 5);
    expect(record.summary.sets).toEqual([]);
    expect(coverageLines(record)).toEqual([]);
    expect(comparisonNote(record)).toMatch(/from the side only/);
  });

  it('is reported without ranges and with the limits of a view from the side', () => {
    const lines = [...methodLines(check(() => 5)), ...limitLines(check(() => 5))];
    expect(lines.join(' ')).not.toMatch(/Leg in total|Hip alone|told apart/);
    expect(lines.join(' ')).toMatch(/from the side only/);
  });

  it('plots lumbar extension instead of hip rotation', () => {
    const { segments } = plotModel(check((t) => (t > 10 ? 12 : 0)));
    expect(Math.max(...segments.flat().map(({ value }) => value))).toBe(12);
  });
});
