import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DrillDefinition, Goal, Preset } from '../../../src/coach/drill-definition.ts';
import { type LoadInput, overload } from '../../../src/training/load/overload.ts';
import { loadsHip, worksHip } from '../../../src/training/load/tolerance.ts';
import type { DoneSet } from '../../../src/training/planning/parts-done.ts';
import { MORNING_ANSWERS } from '../../../src/coach/record/set-record.ts';
import { DRILLS_AND_TESTS as DRILLS, drillById } from '../../../src/drills/index.ts';
import { clampPreset, PRESET_LIMITS } from '../../../src/drills/presets.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { berlin, DAY, setOn, START } from './made-sets.ts';

const NOW = START + 7 * DAY;
/** Two below the highest effort that the goal asks for. */
const EASY: Readonly<Record<Goal, number>> = { prep: 1, build: 4, strength: 6 };

type Wish = Partial<Omit<LoadInput, 'numbersFor'>> & { readonly own?: Partial<Record<Goal, Preset>> };

function next(sets: readonly DoneSet[], { own = {}, ...wish }: Wish = {}) {
  const drill = wish.drill ?? supineSleeper;
  const numbersFor = (goal: Goal) => own[goal] ?? drill.presets[goal];
  const base = { drill, goal: 'build', strength: true, now: NOW, dayOf: berlin, clamp: clampPreset } as const;
  return overload({ ...base, ...wish, numbersFor, sets });
}

/** Two easy sets on two days with these numbers. */
const easyTwice = (goal: Goal, load: Preset, drill: DrillDefinition = supineSleeper): readonly DoneSet[] =>
  [3, 5].map((day) => setOn(day, { drill: drill.id, goal, load, effort: EASY[goal], pain: 2 }));

/** What comes after two easy sets with these numbers, which are the person's own. */
const after = (goal: Goal, load: Preset, wish: Wish = {}) =>
  next(easyTwice(goal, load, wish.drill), { goal, own: { [goal]: load }, ...wish });

const { build, strength, prep } = supineSleeper.presets;

describe('after two easy sets', () => {
  test('a push and a pull are held longer, step by step, up to thirty seconds', () => {
    const held = [10, 15, 20].map((pailsHold) => after('build', { ...build, pailsHold }));
    expect(held).toMatchObject([
      { way: 'up', what: 'hold', from: 10, to: 15, goal: 'build', preset: { pailsHold: 15, rails: 20, pailsRamp: 15 } },
      { what: 'hold', from: 15, to: 20, preset: { pailsHold: 20 } },
      { what: 'hold', from: 20, to: 30, preset: { pailsHold: 30, rails: 25 } },
    ]);
  });

  test('then there is a round more, up to three, and then the next goal, with no number above those of before', () => {
    const held = { ...build, pailsHold: 30, rails: 30 };
    expect(after('build', held)).toMatchObject({ what: 'rounds', from: 2, to: 3, preset: { ...held, rounds: 3 } });
    const full = { ...held, rounds: 3 };
    expect(after('build', full)).toMatchObject({ what: 'goal', from: 'build', to: 'strength', goal: 'strength' });
    expect(after('build', full)?.preset).toEqual({ ...strength, sink: 20 });
    expect(
      after('build', full, { own: { build: full, strength: { ...strength, pailsHold: 30, rounds: 5 } } }),
    ).toMatchObject({ preset: { pailsHold: 30, rounds: 3, effort: strength.effort } });
  });

  test('Strength follows only where it is earned, and after Strength nothing', () => {
    const full = { ...build, pailsHold: 30, rails: 30, rounds: 3 };
    expect(after('build', full, { strength: false })).toBeNull();
    expect(after('strength', { ...strength, pailsHold: 30 })).toBeNull();
    expect(after('strength', strength, { strength: false })).toMatchObject({ what: 'hold', from: 15, to: 20 });
  });

  test('a Warm-up grows up to the numbers of Build, then Build follows', () => {
    expect(after('prep', prep)).toMatchObject({ what: 'hold', from: 5, to: 10 });
    expect(after('prep', { ...prep, pailsHold: 10 })).toMatchObject({ what: 'rounds', from: 1, to: 2 });
    expect(after('prep', { ...prep, pailsHold: 10, rounds: 2 })).toMatchObject({ what: 'goal', to: 'build' });
  });

  test('drills without a push get more repetitions or seconds, then rounds, and no other goal', () => {
    const liftOff = drillById('ninety-ninety-lift-off');
    const flat = drillById('supine-ir-pulses-feet-flat');
    if (!liftOff || !flat) throw new Error('no drill');
    const reps = (count: number) => ({ ...liftOff.presets.build, reps: count });
    expect(after('build', reps(10), { drill: liftOff })).toMatchObject({ what: 'reps', from: 10, to: 12 });
    expect(after('build', reps(15), { drill: liftOff })).toMatchObject({ what: 'rounds', from: 2, to: 3 });
    expect(after('build', { ...reps(15), rounds: 3 }, { drill: liftOff })).toBeNull();
    expect(after('build', flat.presets.build, { drill: flat })).toMatchObject({ what: 'seconds', from: 50, to: 60 });
  });

  test('where the method gives the times, only rounds are added', () => {
    const drill = drillById('quadruped-band-ir');
    if (!drill) throw new Error('no drill');
    expect(after('build', drill.presets.build, { drill })).toMatchObject({ what: 'rounds', from: 2, to: 3 });
  });

  test('drills that load nothing stay as they are', () => {
    for (const drill of DRILLS.filter((one) => !worksHip(one)))
      expect(after('build', drill.presets.build, { drill }), drill.id).toBeNull();
    expect(DRILLS.filter((one) => !loadsHip(one)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['hip-test-seated', 'soft-tissue-ball', 'hip-movement-sequence', 'supine-sleeper-side']),
    );
  });

  test('sets of which the numbers are not known count as those of their goal', () => {
    const sets = [3, 5].map((day) => setOn(day, { effort: 4 }));
    expect(next(sets)).toMatchObject({ what: 'hold', from: 10, to: 15 });
    // Once taken, it is not offered again for the same two sets.
    expect(next(sets, { own: { build: { ...build, pailsHold: 15 } } })).toBeNull();
  });
});

describe('nothing more follows', () => {
  const [first, second] = easyTwice('build', build) as readonly [DoneSet, DoneSet];
  const rounds = { ...build, rounds: 1 };
  test.each<readonly [string, readonly DoneSet[]]>([
    ['after one set', [second]],
    ['after two sets of one day', [{ ...first, startedAt: second.startedAt - 1000 }, second]],
    ['where one was as hard as asked', [{ ...first, effort: 5 }, second]],
    ['where the effort was not told', [first, { ...second, effort: undefined }]],
    ['where the pain was not told', [first, { ...second, pain: null }]],
    ['where one was stopped', [first, { ...second, ended: 'stopped' }]],
    ['after a morning that was a little worse', [first, { ...second, morning: 'more' }]],
    ['where the numbers differed', [{ ...first, load: rounds }, second]],
    ['where a set between them was hard', [first, setOn(4, { load: build }), second]],
    ['where the other hip did it once', [first, { ...second, side: 'left' }]],
    [
      'where the hip hurt after another drill since',
      [first, second, setOn(6, { drill: 'knee-to-knee-wall', pain: 3 })],
    ],
    [
      'after a bad morning of another drill',
      [first, second, setOn(6, { drill: 'band', goal: 'prep', morning: 'more' })],
    ],
    [
      'after a stop for a symptom in another drill',
      [first, second, setOn(6, { drill: 'band', ended: 'pinch', pain: null })],
    ],
    ['for sets dated ahead of the clock', [setOn(10, { effort: 1 }), setOn(12, { effort: 1 })]],
    ['for sets of last month', [setOn(-30, { effort: 1 }), setOn(-28, { effort: 1 })]],
  ])('%s', (_, sets) => {
    expect(next(sets)).toBeNull();
  });

  test('where the person has changed the number since', () => {
    expect(next([first, second], { own: { build: { ...build, pailsHold: 12 } } })).toBeNull();
  });

  test('and it does once both hips had two easy days', () => {
    const sets = [first, second].flatMap((set) =>
      (['left', 'right'] as const).map((side) => ({
        ...set,
        side,
        startedAt: set.startedAt + (side === 'left' ? 0 : 1000),
      })),
    );
    expect(next(sets)).toMatchObject({ what: 'hold' });
  });

  test('pain in the other hip is no pain of this one', () => {
    const left = [first, second].map((set) => ({ ...set, side: 'left' as const }));
    expect(next([...left, setOn(6, { drill: 'band', side: 'right', pain: 4 })])).toMatchObject({ what: 'hold' });
  });
});

describe('one thing less follows', () => {
  const hurt = (goal: Goal, load: Preset, changes: Partial<DoneSet> = {}) =>
    next([setOn(5, { goal, load, pain: 3, ...changes })], { goal, own: { [goal]: load } });

  test('after pain of 3 or 4, a stop, or a clearly worse morning', () => {
    const load = { ...build, rounds: 3 };
    expect(hurt('build', load)).toMatchObject({ way: 'down', why: 'pain', what: 'rounds', from: 3, to: 2 });
    expect(hurt('build', load, { pain: null, ended: 'pinch' })).toMatchObject({ way: 'down', why: 'pain' });
    expect(hurt('build', load, { pain: 0, morning: 'much' })).toMatchObject({ way: 'down', why: 'morning' });
    expect(hurt('build', load, { pain: 0, morning: 'more' })).toBeNull();
    expect(hurt('build', load, { pain: 2 })).toBeNull();
  });

  test('what was added last goes first: rounds, the hold, the goal, and only then the goal’s own numbers', () => {
    expect(hurt('strength', { ...strength, pailsHold: 20, rails: 25, rounds: 4 })).toMatchObject({
      what: 'rounds',
      to: 3,
    });
    expect(hurt('strength', { ...strength, pailsHold: 20, rails: 25 })).toMatchObject({
      what: 'hold',
      from: 20,
      to: 15,
      preset: { rails: 20 },
    });
    const eased = hurt('strength', strength);
    expect(eased).toMatchObject({ what: 'goal', from: 'strength', to: 'build', preset: { effort: build.effort } });
    expect(hurt('build', build)).toMatchObject({ what: 'rounds', from: 2, to: 1 });
    expect(hurt('build', { ...build, rounds: 1 })).toMatchObject({ what: 'hold', from: 10, to: 5 });
    expect(hurt('prep', prep)).toBeNull();
  });

  test('not after a later set without', () => {
    expect(next([setOn(3, { pain: 4 }), setOn(5)])).toBeNull();
  });
});

describe('whatever was told', () => {
  const told = fc.record({
    day: fc.integer({ min: 0, max: 6 }),
    drill: fc.constantFrom('supine-sleeper', 'supine-sleeper', 'knee-to-knee-wall'),
    side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
    effort: fc.constantFrom(undefined, 0, 1, 4, 8),
    pain: fc.constantFrom(null, 0, 2, 2, 3, 6),
    morning: fc.constantFrom(undefined, undefined, 'same' as const, ...MORNING_ANSWERS),
    ended: fc.constantFrom('finished' as const, 'finished' as const, 'stopped' as const, 'pinch' as const),
    pailsHold: fc.constantFrom(10, 15, 30),
    rounds: fc.constantFrom(2, 3, 5),
  });
  const history = fc
    .array(told, { maxLength: 6 })
    .map((sets) =>
      sets.map(({ day, pailsHold, rounds, ...set }) => setOn(day, { ...set, load: { ...build, pailsHold, rounds } })),
    );
  const numbers = fc.record({ pailsHold: fc.constantFrom(10, 15, 30), rounds: fc.constantFrom(2, 3, 5) });
  const goals = fc.constantFrom<Goal>('prep', 'build', 'strength');

  test('one thing changes at a time, and never beyond the limits', () => {
    const easyBase = fc.tuple(numbers, goals).map(([own, goal]) => ({
      goal,
      own: { ...supineSleeper.presets[goal], ...own },
    }));
    fc.assert(
      fc.property(history, easyBase, fc.boolean(), (sets, { goal, own }, isEasy) => {
        const done = isEasy ? easyTwice(goal, own) : sets.map((set) => ({ ...set, goal }));
        const change = next(done, { goal, own: { [goal]: own } });
        if (change === null) return;
        expect(clampPreset(change.preset)).toEqual(change.preset);
        for (const key of ['pailsHold', 'rails', 'rounds'] as const)
          expect(change.preset[key]).toBeLessThanOrEqual(PRESET_LIMITS[key].max);
        const keys = Object.keys(PRESET_LIMITS) as (keyof typeof PRESET_LIMITS)[];
        const differing = keys.filter((key) => change.preset[key] !== own[key]);
        if (change.what !== 'goal') expect(change.preset.effort).toEqual(own.effort);
        if (change.what === 'hold') expect(differing.filter((key) => key !== 'rails')).toEqual(['pailsHold']);
        if (change.what === 'rounds') expect(differing).toEqual(['rounds']);
        if (change.what === 'goal' && change.way === 'up')
          for (const key of ['passive', 'pailsHold', 'rails', 'sink', 'rounds', 'reps'] as const)
            expect(change.preset[key]).toBeLessThanOrEqual(own[key]);
      }),
    );
  });

  test('nothing goes up after pain of 3 or more, a stop or a worse morning in a hip that works', () => {
    fc.assert(
      fc.property(history, numbers, (sets, own) => {
        const change = next(sets, { own: { build: { ...build, ...own } } });
        if (change?.way !== 'up') return;
        const sleeper = sets.filter(({ drill }) => drill === 'supine-sleeper');
        const newest = Math.max(...sleeper.map(({ startedAt }) => startedAt));
        for (const set of sets.filter(({ startedAt, side }) => startedAt >= newest && side === 'both')) {
          expect(set.pain ?? 0).toBeLessThan(3);
          expect(set.ended).not.toBe('pinch');
          expect(['more', 'much']).not.toContain(set.morning);
        }
        expect(new Set(sleeper.map(({ startedAt }) => berlin(startedAt))).size).toBeGreaterThan(1);
      }),
    );
  });
});
