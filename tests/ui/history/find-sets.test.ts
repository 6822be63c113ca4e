import { describe, expect, it } from 'vitest';
import { dayInZone, isoDay } from '../../../src/training/planning/civil-day.ts';
import { EVERYTHING, findSets, type Sought, weeksOf } from '../../../src/ui/history/th-history.ts';
import { flagCount } from '../../../src/ui/summary/range-cells.ts';
import { makeOverview } from '../make-overview.ts';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 20, hours)).toISOString();

describe('past sets are found', () => {
  const sets = [
    makeOverview({ id: 'pinched', startedAt: at(12), flags: 2 }),
    makeOverview({
      id: 'sore',
      startedAt: at(11),
      ended: 'finished',
      pain: 1,
      side: 'right',
      note: 'Éasy in the hüfte',
    }),
    makeOverview({ id: 'timed', startedAt: at(10), ended: 'finished', drill: 'soft-tissue-ball', source: 'none' }),
    makeOverview({ id: 'both', startedAt: at(9), ended: 'finished', side: 'both', pain: 0, watched: 1 }),
  ];
  const found = (part: Partial<Sought>) =>
    findSets(
      sets,
      { ...EVERYTHING, ...part },
      (drill) => (drill === 'supine-sleeper' ? 'Supine sleeper' : 'Ball'),
      dayInZone('UTC'),
    ).map(({ id }) => id);

  it('by every word of the search, in the drill or the note, without regard to capitals and accents', () => {
    expect(found({ text: ' SLEEPER  hufte ' })).toEqual(['sore']);
    expect(found({ text: 'sleeper ball' })).toEqual([]);
    expect(found({})).toHaveLength(4);
  });

  it('by drill and hip; a set of both hips is one of each', () => {
    expect(found({ drill: 'soft-tissue-ball' })).toEqual(['timed']);
    expect(found({ hip: 'right' })).toEqual(['sore', 'both']);
  });

  it('by flags, which a set in which hardly anything was watched neither has nor lacks', () => {
    expect(found({ flagged: true })).toEqual(['pinched']);
    expect(found({ flagged: false })).toEqual(['both']);
    expect(sets.map(flagCount)).toEqual([2, '–', '–', 0]);
  });

  it('by day, of which demos and clips are not a part', () => {
    const day = dayInZone('UTC')(Date.parse(at(12)));
    expect(found({ day })).toHaveLength(4);
    expect(found({ day: day - 1 })).toEqual([]);
  });

  it('by pain, told or as a symptom that ended the set', () => {
    expect(found({ hurt: true })).toEqual(['pinched', 'sore']);
  });
});

it('sets stand by week, from Monday on; sets without a date stand together', () => {
  const sets = [
    ...['2026-11-20', '2026-11-16', '2026-11-15', '2026-11-01'].map((day) =>
      makeOverview({ id: day, startedAt: `${day}T09:00:00.000Z` }),
    ),
    ...['x', 'y'].map((id) => makeOverview({ id, startedAt: null })),
  ];
  const weeks = [...weeksOf(sets, dayInZone('UTC'))].map(([id, { monday, sets: count }]) => [
    id,
    monday === null ? null : isoDay(monday),
    count,
  ]);
  expect(weeks).toEqual([
    ['2026-11-20', '2026-11-16', 2],
    ['2026-11-15', '2026-11-09', 1],
    ['2026-11-01', '2026-10-26', 1],
    ['x', null, 2],
  ]);
});
