import { describe, expect, it } from 'vitest';
import { startsTable } from '../report/photo-tables.ts';
import { scoreStarts, startOutcomes, type StartsFile, type TriedStart } from './score-starts.ts';

const taken = (drill: string, side: TriedStart['side']): TriedStart => ({ drill, side, cause: null, joints: null });
const refused = (drill: string, side: TriedStart['side'], cause = 'wrong-posture'): TriedStart => ({
  drill,
  side,
  cause,
  joints: null,
});
const FILE: StartsFile = {
  drills: ['sleeper', 'floor'],
  pictures: {
    one: [
      { drill: 'sleeper', side: 'left', verdict: 'right' },
      { drill: 'floor', side: 'both', verdict: 'near' },
    ],
    none: [],
  },
};

describe('starts in photographs', () => {
  it('count on the side that a person saw', () => {
    const tried = [refused('sleeper', 'left', 'knee-hidden'), taken('sleeper', 'right')];
    expect(startOutcomes('one', tried, FILE)).toEqual([
      { picture: 'one', drill: 'sleeper', verdict: 'right', taken: false, cause: 'knee-hidden' },
    ]);
  });

  it('that are seen on both sides of a one-sided drill count on either', () => {
    const both = { ...FILE, pictures: { one: [{ drill: 'sleeper', side: 'both', verdict: 'right' }] } } as const;
    const [outcome] = startOutcomes('one', [refused('sleeper', 'left'), taken('sleeper', 'right')], both);
    expect(outcome).toMatchObject({ taken: true, cause: null });
  });

  it('that nobody sees are wrong on any side', () => {
    const [outcome] = startOutcomes('none', [refused('sleeper', 'left'), taken('sleeper', 'right')], FILE);
    expect(outcome).toMatchObject({ verdict: 'other', taken: true });
  });

  it('of a drill or picture that was not judged are left out', () => {
    const outcomes = [
      ...startOutcomes('none', [taken('hip-test', 'left')], FILE),
      ...startOutcomes('new', [taken('sleeper', 'left')], FILE),
    ];
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['unjudged', 'unjudged']);
    expect(scoreStarts(outcomes).all.other).toEqual([0, 0]);
  });

  it('make a table by drill, with the causes of the refusals', () => {
    const outcomes = [
      ...startOutcomes('one', [refused('sleeper', 'left', 'knee-hidden'), taken('floor', 'both')], FILE),
      ...startOutcomes('none', [refused('sleeper', 'left'), taken('floor', 'both')], FILE),
    ];
    const table = startsTable(outcomes);
    expect(table).toContain('| floor | – | 1 of 1 | 1 of 1 | – |');
    expect(table).toContain('| sleeper | 0 of 1 | – | 0 of 1 | knee-hidden 1 |');
    expect(table).toContain('| **all** | 0 of 1 | 1 of 1 | 1 of 2 | knee-hidden 1 |');
  });
});
