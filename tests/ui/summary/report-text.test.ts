import { describe, expect, it } from 'vitest';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import { flagLines, limitLines, painLines, trendOf } from '../../../src/ui/summary/report-text.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';
import { makeOverview } from '../make-overview.ts';

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
    const [flag] = sleeperRecord.flags;
    if (!flag) throw new Error('the record has no flag');
    const lines = flagLines([
      { ...flag, rule: 'pelvis-twist', start: 1, end: 3, peak: 7 },
      { ...flag, rule: 'pelvis-twist', start: 5, end: 6, peak: -12 },
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
