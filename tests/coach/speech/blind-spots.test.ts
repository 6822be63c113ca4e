import { expect, it } from 'vitest';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { spokenLength } from '../../../src/coach/speech/cue-pacing.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { planFor, SetRun } from '../run-set.ts';

const { blind } = supineSleeper.placement;

const saidBy = (changes: Partial<SetPlan>) => {
  const run = new SetRun(planFor(supineSleeper, { blindTold: false, ...changes }));
  run.readFor(0, 45, (time) => ({ referencePoseAt: time < 3 ? 'holding' : 3, internalRotation: 10 }));
  const said = run.said.filter((text) => text.includes(blind));
  // What the app keeps of it.
  expect(run.all('blind-told')).toHaveLength(said.length);
  return said;
};

it.each(WATCHED_DRILLS.map((drill) => [drill.id, drill] as const))(
  'the first words of %s are about what to do, and only then about what the camera cannot see',
  (_, drill) => {
    const [side = 'left'] = drill.bilateral ? (['both'] as const) : [];
    const run = new SetRun(planFor(drill, { blindTold: false, referenceHeld: true, waits: true, sides: [side] }));
    const [first = ''] = run.said;
    const todo = [english.phases.stay, drill.phases[0]?.instruction ?? ''].find((text) => first.includes(text));
    const start = `${english.now.turn[side]}. ${english.phases.ready}. ${todo}`;
    expect(first.startsWith(start)).toBe(true);
    expect(spokenLength(start)).toBeLessThan(10);
  },
);

it('what the camera cannot see is said in the count-in if there is time', () => {
  expect(saidBy({ referenceHeld: true })).toHaveLength(1);
});

it('it is said in a quiet moment of the work if the count-in is too short', () => {
  expect(saidBy({ countIn: 0 })).toEqual([blind]);
});

it('it is not said to a person who was told in an earlier set', () => {
  expect(saidBy({ referenceHeld: true, blindTold: true })).toEqual([]);
});
