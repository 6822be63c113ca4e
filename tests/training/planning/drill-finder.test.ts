import { describe, expect, it } from 'vitest';
import {
  type DrillWish,
  EQUIPMENT,
  type Equipment,
  findDrills,
  STANCES,
  type Stance,
  WISHES,
} from '../../../src/training/planning/drill-finder.ts';
import { drillById } from '../../../src/drills/index.ts';

const ALL: readonly DrillWish[] = WISHES.flatMap((wish) =>
  STANCES.flatMap((stance) => EQUIPMENT.map((has) => ({ wish, stance, has }))),
);

/** What a drill needs beyond the floor. */
const NEEDS: Partial<Record<string, Equipment>> = {
  'knee-to-knee-wall': 'wall',
  'supine-ir-pulses-feet-lifted': 'block',
  'supine-ir-pulses-feet-flat': 'block',
  'quadruped-band-ir': 'band',
  'standing-hamstring': 'box',
};

/** How the body is placed in a drill, by the beginning of its id. */
const STANCE_OF: readonly (readonly [string, Stance])[] = [
  ['supine-', 'lying'],
  ['knee-to-knee-', 'lying'],
  ['ninety-ninety-', 'sitting'],
  ['quadruped-', 'kneeling'],
  ['standing-', 'standing'],
  ['hip-movement-', 'standing'],
];

describe('the drill that suits a person', () => {
  it.each(ALL)('$wish, $stance, $has: one or two different drills of the app', (wish) => {
    const { drills } = findDrills(wish);
    expect([1, 2]).toContain(drills.length);
    expect(new Set<string>(drills).size).toBe(drills.length);
    for (const id of drills) expect(drillById(id)?.camera).not.toBe('none');
  });

  it.each(ALL)('$wish, $stance, $has: never asks for what the person does not have', (wish) => {
    for (const id of findDrills(wish).drills) expect([undefined, wish.has]).toContain(NEEDS[id]);
  });

  it.each(ALL)('$wish, $stance, $has: keeps to the stance, or says what is missing for it', (wish) => {
    const { drills, missing } = findDrills(wish);
    const stances = drills.map((id) => STANCE_OF.find(([start]) => id.startsWith(start))?.[1]);
    if (missing === null) expect(new Set(stances)).toEqual(new Set([wish.stance]));
    else expect(missing).not.toBe(wish.has);
  });

  it('before training never names a long push, a long stretch or strength work', () => {
    const long = [
      'supine-sleeper',
      'ninety-ninety-pails-rails',
      'ninety-ninety-stretch',
      'ninety-ninety-lift-off',
      'standing-hamstring',
    ];
    const named = ALL.filter(({ wish }) => wish === 'ready').flatMap(
      (wish): readonly string[] => findDrills(wish).drills,
    );
    expect(named.filter((id) => long.includes(id))).toEqual([]);
  });

  it('uses a wall, a block, a band and a box where the person has them', () => {
    const first = (stance: Stance, has: Equipment) => findDrills({ wish: 'stronger', stance, has }).drills[0];
    expect(first('lying', 'block')).toBe('supine-ir-pulses-feet-lifted');
    expect(first('kneeling', 'band')).toBe('quadruped-band-ir');
    expect(first('standing', 'box')).toBe('standing-hamstring');
    expect(findDrills({ wish: 'looser', stance: 'lying', has: 'wall' }).drills[0]).toBe('knee-to-knee-wall');
  });
});
