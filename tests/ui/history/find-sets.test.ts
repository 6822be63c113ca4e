import { describe, expect, it } from 'vitest';
import { EVERYTHING, findSets, type Sought, sittingsOf } from '../../../src/ui/history/find-sets.ts';
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
    makeOverview({ id: 'both', startedAt: at(9), ended: 'finished', side: 'both', pain: 0 }),
  ];
  const found = (part: Partial<Sought>) =>
    findSets(sets, { ...EVERYTHING, ...part }, (drill) => (drill === 'supine-sleeper' ? 'Supine sleeper' : 'Ball')).map(
      ({ id }) => id,
    );

  it('by every word of the search, in the drill or the note, without regard to capitals and accents', () => {
    expect(found({ text: ' SLEEPER  hufte ' })).toEqual(['sore']);
    expect(found({ text: 'sleeper ball' })).toEqual([]);
    expect(found({})).toHaveLength(4);
  });

  it('by drill and hip; a set of both hips is one of each', () => {
    expect(found({ drill: 'soft-tissue-ball' })).toEqual(['timed']);
    expect(found({ hip: 'right' })).toEqual(['sore', 'both']);
  });

  it('by flags, which a set without a camera neither has nor lacks', () => {
    expect(found({ flagged: true })).toEqual(['pinched']);
    expect(found({ flagged: false })).toEqual(['sore', 'both']);
  });

  it('by pain, told or as a symptom that ended the set', () => {
    expect(found({ hurt: true })).toEqual(['pinched', 'sore']);
  });
});

it('sets of a day with no long break between belong to one sitting; sets without a date stand together', () => {
  const ids = [20, 19, 13, 12, 11, -4];
  const sets = [
    ...ids.map((hours) => makeOverview({ id: `${hours}`, startedAt: at(hours) })),
    ...['x', 'y'].map((id) => makeOverview({ id, startedAt: null })),
  ];
  const dayOf = (moment: number) => Math.floor(moment / (24 * 3600 * 1000));
  const sittings = [...sittingsOf(sets, dayOf)].map(([id, one]) => [id, one.sets, one.isOneOfSeveral]);
  expect(sittings).toEqual([
    ['20', 2, true],
    ['13', 3, true],
    ['-4', 1, false],
    ['x', 2, false],
  ]);
  expect(sittingsOf(sets, dayOf).get('13')?.from).toBe(at(11));
});

it('a sitting counts the sets that were performed, as the page of its day does', () => {
  const sets = (['camera', 'demo', 'clip'] as const).map((source, i) =>
    makeOverview({ id: source, startedAt: at(20 - 4 * i), source }),
  );
  const sittings = [...sittingsOf(sets, () => 1)].map(([id, one]) => [id, one.sets]);
  expect(sittings).toEqual([
    ['camera', 1],
    ['demo', 0],
    ['clip', 0],
  ]);
});
