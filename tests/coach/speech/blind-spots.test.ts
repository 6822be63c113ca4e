import { expect, it } from 'vitest';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';
import { appAsTold } from '../sources/app-as-told.ts';

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
  'the first words of %s are the leg, and the work is asked for within five seconds of the held start',
  (_, drill) => {
    const [side = 'left'] = drill.bilateral ? (['both'] as const) : [];
    const run = new SetRun(planFor(drill, { blindTold: false, referenceHeld: true, waits: true, sides: [side] }));
    run.readFor(0, 6, () => ({ referencePoseAt: 0 }));
    const [first, next] = run.said;
    expect(first).toBe(`${english.now.turn[side]}.`);
    expect(next?.startsWith(`${drill.phases[0]?.title}.`)).toBe(true);
  },
);

it.each(['supine-sleeper', 'quadruped-band-ir', 'knee-to-knee-wall'])(
  'what the camera cannot see is said once in a first set of %s, after where to feel it or the repetitions that are talked through',
  (id) => {
    const drill = WATCHED_DRILLS.find((one) => one.id === id);
    const heard = appAsTold()
      .heard(id, 'build', 'en')
      .map(({ text }) => text);
    const before = drill?.reps === null ? drill.phases[0]?.feel : english.goOnAlone(2);
    expect(heard).toContain(before);
    expect(heard.filter((text) => text === drill?.placement.blind)).toHaveLength(1);
    expect(heard.indexOf(drill?.placement.blind ?? '')).toBeGreaterThan(heard.indexOf(before ?? ''));
  },
);

it('it is not said to a person who was told in an earlier set', () => {
  expect(saidBy({ referenceHeld: true, blindTold: true })).toEqual([]);
});
