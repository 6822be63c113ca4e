import { expect, it } from 'vitest';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor, SetRun } from '../run-set.ts';

const { blind } = supineSleeper.placement;

const saidBy = (changes: Partial<SetPlan>) => {
  const run = new SetRun(planFor(supineSleeper, { blindTold: false, ...changes }));
  run.readFor(0, 45, (time) => ({ referencePoseAt: time < 3 ? 'holding' : 3, internalRotation: 10 }));
  return run.said.filter((text) => text.includes(blind));
};

it('what the camera cannot see is said in the count-in if there is time', () => {
  expect(saidBy({ referenceHeld: true })).toHaveLength(1);
});

it('it is said in a quiet moment of the work if the count-in is too short', () => {
  expect(saidBy({ countIn: 0 })).toEqual([blind]);
});

it('it is not said to a person who was told in an earlier set', () => {
  expect(saidBy({ referenceHeld: true, blindTold: true })).toEqual([]);
});
