import { NOBODY_YET, type Person } from '../../../src/training/safety/person.ts';
import { describe, expect, it, test } from 'vitest';
import { propose } from '../../../src/training/assessment/propose.ts';
import { type Four, hipTest } from './make-hip-test.ts';
import type { DoneSet } from '../../../src/training/planning/parts-done.ts';
import { setOn } from '../load/made-sets.ts';
import { earning } from '../safety/any-person.ts';
import { doseOf, drillsOf, holding, NOW, proposalInput, proposed } from './make-proposal.ts';
import { drillFamily } from '../../../src/training/planning/symptom-lock.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { type Accepted, accepted, isTaken } from '../../../src/training/assessment/accept.ts';
import type { HipProposal, Why } from '../../../src/training/assessment/hip-programme.ts';
import type { Preset } from '../../../src/coach/drill-definition.ts';
import { overruled } from '../../../src/training/assessment/overrule.ts';

const BOTH = (four: Four) => hipTest(four, four);
const NO_GAP = BOTH([32, 30, 45, 40]);
const GAP = BOTH([38, 28, 45, 40]);
const WIDE = BOTH([42, 22, 45, 40]);
const HOUR = 3600 * 1000;
const done = (hours: number, change: Partial<DoneSet> = {}): DoneSet =>
  setOn(0, { startedAt: NOW - hours * HOUR, pain: null, effort: undefined, ...change });

describe('the dose', () => {
  test('lies longer where there is no gap, and pulls longer the wider it is', () => {
    expect(doseOf(proposed(NO_GAP))).toMatchObject({ passive: 120, rails: 15, effort: [0.5, 0.6] });
    expect(doseOf(proposed(GAP))).toMatchObject({ passive: 90, rails: 20 });
    expect(doseOf(proposed(WIDE))).toMatchObject({ passive: 60, rails: 30 });
  });

  test('opens nothing more where both hips turn in by 50° or more, whatever the gap', () => {
    for (const wide of [BOTH([58, 55, 45, 40]), BOTH([62, 50, 45, 40])])
      expect(doseOf(proposed(wide))).toMatchObject({ passive: 30, rails: 30, sink: 10 });
    // Active range alone says it too, and then lifting is no contradiction.
    const alone = proposed(BOTH([null, 52, 45, 40]));
    expect(doseOf(alone)).toMatchObject({ passive: 30 });
    expect(alone.why.find(({ about }) => about === 'lift-offs')).toMatchObject({ why: 'yes-enough' });
    // One hip that is still short decides for both.
    expect(doseOf(proposed(hipTest([58, 55, 45, 40], [32, 30, 45, 40])))).toMatchObject({ passive: 120 });
  });

  test('is the drill’s own where the gap is not known or reversed', () => {
    for (const unknown of [BOTH([38, null, 45, 40]), BOTH([20, 35, 45, 40])])
      expect(doseOf(proposed(unknown))).toMatchObject({ passive: 120, rails: 15, sink: 20 });
  });

  test('follows the hip that turns in less by itself', () => {
    expect(doseOf(proposed(hipTest([40, 20, 45, 40], [32, 30, 45, 40])))).toMatchObject({ passive: 60 });
  });

  test('works on control where that is wanted, even without a gap', () => {
    expect(doseOf(proposed(NO_GAP, { goal: 'control' }))).toMatchObject({ passive: 90, rails: 20 });
  });

  test('asks for three quarters of the strength only in the strength step, once it is earned, and never from who wants ease', () => {
    expect(doseOf(proposed(GAP, {}, { step: 'strength', sets: earning(NOW) }))?.effort).toEqual([0.7, 0.8]);
    expect(doseOf(proposed(GAP, {}, { step: 'strength' }))?.effort).toEqual([0.5, 0.6]);
    expect(doseOf(proposed(GAP, { goal: 'ease' }, { step: 'strength', sets: earning(NOW) }))?.effort).toEqual([
      0.5, 0.6,
    ]);
  });
});

describe('lift-offs', () => {
  const liftOffs = (...input: Parameters<typeof proposed>) =>
    proposed(...input).why.find(({ about }) => about === 'lift-offs');

  test('come with a gap, or when control is wanted', () => {
    expect(liftOffs(GAP)).toMatchObject({ why: 'yes-gap' });
    expect(liftOffs(NO_GAP, { goal: 'control' })).toMatchObject({ why: 'yes-goal' });
    expect(drillsOf(proposed(GAP))).toContain('ninety-ninety-lift-off each 1');
  });

  test('wait without a gap, with little range, and with pain', () => {
    expect(liftOffs(NO_GAP)).toMatchObject({ why: 'no-gap' });
    expect(liftOffs(BOTH([38, null, 45, 40]))).toMatchObject({ why: 'unknown-gap' });
    expect(liftOffs(BOTH([18, 8, 45, 40]))).toMatchObject({ why: 'no-range' });
    expect(liftOffs(GAP, { pain: 3 })).toMatchObject({ why: 'no-pain' });
  });

  test('are named as left out where the minutes do not suffice', () => {
    // With an unknown gap the drill's own strength dose is the longest.
    const unknown = BOTH([38, null, 45, 40]);
    expect(liftOffs(unknown, { goal: 'control', minutes: 10 }, { step: 'strength', sets: earning(NOW) })).toMatchObject(
      { why: 'no-time' },
    );
  });
});

describe('the sides', () => {
  test('the hip that turns in less beyond error does one round more', () => {
    const proposal = proposed(hipTest([28, 16, 45, 40], [38, 28, 45, 40]));
    expect(drillsOf(proposal)).toEqual(expect.arrayContaining(['supine-sleeper left 3', 'supine-sleeper right 2']));
  });

  test('a difference of zero, with more the other way, gets no more rounds', () => {
    const proposal = proposed(hipTest([28, 16, 55, 52], [38, 28, 45, 40]));
    expect(drillsOf(proposal)).toContain('supine-sleeper each 2');
  });
});

test('ten minutes hold one round of each side and no warm-up', () => {
  const proposal = proposed(NO_GAP, { minutes: 10 });
  expect(drillsOf(proposal)).toEqual(['supine-sleeper each 1']);
  expect(proposal.length).toBeLessThanOrEqual(600);
});

describe('pain and stops', () => {
  test('with pain of 5 or more there is no programme', () => {
    expect(propose(proposalInput(GAP, { pain: 5 }))).toEqual({ kind: 'none', why: 'pain' });
  });

  test('with pain of 3 or 4, and after a sore set, nothing is pushed or pulled', () => {
    const quiet = [
      'soft-tissue each 1',
      'knee-to-knee each 1',
      'supine-ir-pulses each 1',
      'hip-movement-sequence each 1',
    ];
    expect(drillsOf(proposed(GAP, { pain: 3 }))).toEqual(quiet);
    expect(drillsOf(proposed(GAP, {}, { sets: [done(40, { pain: 3 })] }))).toEqual(quiet);
    // A test since then, after which no pain was told, takes nothing back.
    const retested = [done(40, { pain: 3 }), done(1, { drill: 'hip-test-seated' })];
    expect(drillsOf(proposed(GAP, {}, { sets: retested }))).toEqual(quiet);
  });

  test('a sore hip is offered feet on the floor, never a wall, and a ball before them: S3 L11', () => {
    const { blocks } = proposed(GAP, { pain: 3 }).programme;
    const offered = blocks.flatMap(({ items }) => items.map(({ drills }) => drills.map(({ variant }) => variant)));
    expect(offered.slice(0, 2)).toEqual([['ball'], ['floor']]);
  });

  test('after a stop the drill rests for a week, and everything is gentle', () => {
    const stopped = [done(30, { ended: 'pinch' })];
    expect(proposed(GAP, {}, { sets: stopped }).step).toBe('gentle');
    const longAgo = [done(8 * 24, { ended: 'pinch' })];
    expect(proposed(GAP, {}, { sets: longAgo }).step).toBe('build');
  });

  test('with a stop or pain in one hip, that hip is spared and the other goes on', () => {
    const ofLeft = { ended: 'pinch', side: 'left' } as const;
    const proposal = proposed(GAP, {}, { sets: [done(30, ofLeft)] });
    expect(proposal.step).toBe('build');
    expect(drillsOf(proposal)).toContain('supine-sleeper right 2');
    expect(proposal.why).toContainEqual(expect.objectContaining({ about: 'spared', side: 'left' }));
    expect(drillsOf(proposed(GAP, { pain: 3, hurts: 'right' }))).toContain('supine-sleeper left 2');
    expect(drillsOf(proposed(GAP, { pain: 7, hurts: 'right' })).join()).not.toMatch(/each|right/);
  });

  test('a hip that ends hard or pinches is not opened, and one beyond 50° is left as it is', () => {
    const pinching = { ...NOBODY_YET, endFeel: { left: 'pinching' as const } };
    expect(drillsOf(proposed(GAP, {}, { person: pinching }))).toContain('supine-sleeper right 2');
    const wide = hipTest([55, 50, 45, 40], [38, 28, 45, 40]);
    expect(drillsOf(proposed(wide)).filter((one) => one.startsWith('supine-sleeper'))).toEqual([
      'supine-sleeper right 2',
    ]);
  });

  test('with something that somebody should look at first there is none', () => {
    const ticked: Person = { ...NOBODY_YET, flags: ['night-pain'] };
    expect(propose(proposalInput(GAP, {}, { person: ticked }))).toEqual({ kind: 'none', why: 'see-first' });
    expect(proposed(GAP, {}, { person: { ...ticked, seen: ['night-pain'] } }).step).toBe('build');
  });

  test('after a stop today it begins tomorrow', () => {
    const quiet = proposed(GAP).week.since ?? 0;
    expect(proposed(GAP, {}, { sets: [done(2, { drill: 'supine-ir-pulses', ended: 'numb' })] }).week.since).toBe(
      quiet + 1,
    );
  });

  test('a drill on hold is not in it; with all of them on hold there is none', () => {
    const noSleeper = proposed(GAP, {}, { person: holding(['supine-sleeper']) });
    expect(drillsOf(noSleeper)).toContain('ninety-ninety-pails-rails each 2');
    expect(propose(proposalInput(GAP, {}, { person: holding(DRILLS.map(drillFamily)) }))).toEqual({
      kind: 'none',
      why: 'nothing-left',
    });
  });
});

describe('the days', () => {
  test('are three with a day between', () => {
    expect(proposed(GAP).week.days).toEqual([0, 2, 4]);
  });

  test('keep a day from the strength days of the plan', () => {
    const plan = [{ programme: 'hip-ir-strength', days: [1] as const, at: [1140] }];
    expect(proposed(GAP, {}, { step: 'strength', plan, sets: earning(NOW) }).week.days).toEqual([1, 3, 5]);
  });

  test('strength begins 48 hours after the last strength set', () => {
    const quiet = proposed(GAP, {}, { step: 'strength', sets: earning(NOW) }).week.since ?? 0;
    // Yesterday at 17:00 in Berlin, so tomorrow at 17:00.
    const after = proposed(GAP, {}, { step: 'strength', sets: [...earning(NOW), done(20, { goal: 'strength' })] });
    expect(after.week.since).toBe(quiet + 1);
  });
});

const TEST = hipTest([38, 20, 44, 38], [40, 33, 45, 40]);
const PROPOSAL = proposed(TEST);
const NOTHING: Accepted = { programmes: [], programmeRuns: {}, week: [], presets: {}, hipPlan: null };
const NAMES = { title: 'My hips', summary: '', at: '2026-11-03T12:00:00.000Z' };

const taken = (proposal: HipProposal): Accepted => {
  const change = accepted(NOTHING, proposal, { goal: 'range', pain: 0, minutes: 35 }, TEST, NAMES);
  if (change === null) throw new Error('there is no room');
  // As it comes back from the storage, with the keys in another order.
  const reversed = (_key: string, value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value;
  return JSON.parse(JSON.stringify(change, reversed)) as Accepted;
};

it('a programme that was taken is the person’s, until a drill, a number, the step or the test is another', () => {
  const own = taken(PROPOSAL);
  const [first] = PROPOSAL.presets;
  if (first === undefined) throw new Error('no preset');
  const longer = { ...first, preset: { ...first.preset, passive: first.preset.passive + 30 } };
  expect(isTaken(NOTHING, PROPOSAL, TEST)).toBe(false);
  expect(isTaken(own, PROPOSAL, TEST)).toBe(true);
  expect(isTaken(own, { ...PROPOSAL, presets: [longer, ...PROPOSAL.presets.slice(1)] }, TEST)).toBe(false);
  expect(isTaken(own, { ...PROPOSAL, step: 'strength' }, TEST)).toBe(false);
  expect(isTaken(own, { ...PROPOSAL, programme: { ...PROPOSAL.programme, blocks: [] } }, TEST)).toBe(false);
  expect(isTaken(own, PROPOSAL, { id: 'another' })).toBe(false);
});

it('days that the person changed do not make it another programme', () => {
  const own = taken(PROPOSAL);
  expect(isTaken({ ...own, week: [] } as Accepted, PROPOSAL, TEST)).toBe(true);
});

const UNEVEN = hipTest([28, 16, 45, 40], [38, 28, 45, 40]);
const INPUT = proposalInput(UNEVEN);
const OFFERED = proposed(UNEVEN);
const PRESET = doseOf(OFFERED) ?? INPUT.drills[0]?.presets.build;
if (!PRESET) throw new Error('no preset');

const ownNumbers = (change: Partial<Preset>) => overruled(OFFERED, { ...PRESET, ...change }, INPUT);

test('the person’s own seconds replace those of the proposal, and the length follows', () => {
  const longer = ownNumbers({ passive: 150 });
  expect(doseOf(longer)?.passive).toBe(150);
  // Two rounds on one side, three on the other, 60 s more each.
  expect(longer.length - OFFERED.length).toBe(5 * (150 - PRESET.passive));
});

test('with other rounds the hip that does one more keeps it', () => {
  expect(drillsOf(ownNumbers({ rounds: 3 }))).toEqual(
    expect.arrayContaining(['supine-sleeper left 4', 'supine-sleeper right 3']),
  );
});

test('a part that offers two drills gets the own rounds once, and both drills get the own numbers', () => {
  const even = proposed(hipTest([28, 22, 45, 40], [28, 22, 45, 40]));
  const rounds = (even.presets[0]?.preset.rounds ?? 0) + 1;
  expect(even.presets).toHaveLength(2);
  const changed = overruled(even, { ...PRESET, rounds }, INPUT);
  expect(drillsOf(changed)).toContain(`supine-sleeper each ${rounds}`);
  expect(changed.presets.map(({ preset }) => preset.rounds)).toEqual([rounds, rounds]);
});

test('no own number leaves the safe limits', () => {
  expect(doseOf(ownNumbers({ passive: 9000, pailsRamp: 1, effort: [0.9, 1] }))).toMatchObject({
    passive: 300,
    pailsRamp: 5,
    effort: [0.8, 0.8],
  });
});

test('the reasons name the own numbers', () => {
  const of = (about: Why['about']) => ownNumbers({ passive: 150, rounds: 3 }).why.find((one) => one.about === about);
  expect(of('passive')).toMatchObject({ seconds: 150 });
  expect(of('rounds')).toMatchObject({ rounds: 3 });
  expect(of('pull')).toEqual(OFFERED.why.find(({ about }) => about === 'pull'));
});

test('no round more is promised where the limit leaves no room for it', () => {
  expect(drillsOf(ownNumbers({ rounds: 5 }))).toEqual(
    expect.arrayContaining(['supine-sleeper left 5', 'supine-sleeper right 5']),
  );
  expect(ownNumbers({ rounds: 5 }).why.map(({ about }) => about)).not.toContain('side');
});

test('a proposal without numbers of its own is left as it is', () => {
  const gentle = proposed(UNEVEN, { pain: 3 });
  expect(overruled(gentle, PRESET, INPUT)).toBe(gentle);
});
