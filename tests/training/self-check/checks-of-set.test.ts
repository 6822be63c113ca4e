import { describe, expect, it } from 'vitest';
import { checksOfSet } from '../../../src/training/self-check/self-check-record.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { makeCheck, makePosition } from './make-check.ts';

const neutral = {
  at: 0,
  view: 'good',
  azimuth: 250,
  lookingDown: 30,
  distance: 2,
  lensHeight: 1.4,
  side: 'left',
} as const;
const set: Pick<SetRecord, 'drill' | 'side' | 'neutrals'> = {
  drill: 'supine-sleeper',
  side: 'left',
  neutrals: [neutral],
};

const idsOf = (...checks: ReturnType<typeof makeCheck>[]): readonly string[] =>
  checksOfSet(set, checks).map(({ check }) => check.id);

describe('the checks of a set', () => {
  it('are of its drill and hip, before the camera, with at least one typed angle', () => {
    const own = makeCheck();
    const others = [
      makeCheck({ id: 'right', side: 'right' }),
      makeCheck({ id: 'drill', drill: 'quadruped-band-ir' }),
      makeCheck({ id: 'demo', source: 'demo' }),
      makeCheck({ id: 'untyped', positions: [makePosition(20, null)] }),
    ];
    expect(idsOf(...others, own)).toEqual(['check-1']);
  });

  it('are of either hip where both work', () => {
    const both = { ...set, side: 'both' } as const;
    expect(checksOfSet(both, [makeCheck(), makeCheck({ id: 'right', side: 'right' })])).toHaveLength(2);
  });

  it('stand first where the lens stood in the same place, and say so', () => {
    const view = makeCheck().view;
    if (!view) throw new Error('the check has a place');
    const elsewhere = makeCheck({ id: 'elsewhere', view: { ...view, azimuth: 210 } });
    expect(checksOfSet(set, [elsewhere, makeCheck()]).map(({ check, samePlace }) => [check.id, samePlace])).toEqual([
      ['check-1', true],
      ['elsewhere', false],
    ]);
    expect(checksOfSet(set, [makeCheck({ view: null })])[0]?.samePlace).toBe(false);
  });

  it('are at most three', () => {
    expect(idsOf(...[1, 2, 3, 4].map((k) => makeCheck({ id: `check-${k}` })))).toHaveLength(3);
  });
});
