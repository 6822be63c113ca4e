import { describe, expect, test } from 'vitest';
import { allowed, allowedHip, mayBePlanned } from '../../../src/coach/safety/allowed.ts';
import { NOBODY_YET, type Person, type Stop, withSets } from '../../../src/coach/safety/person.ts';
import { withinLimits, withoutSink } from '../../../src/coach/safety/within-limits.ts';
import type { TimelinePhase } from '../../../src/coach/coach-contract.ts';
import { keepsRange } from '../../../src/coach/timeline/planned-length.ts';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { coachWords } from '../../../src/i18n/en/coach.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { limitedPlan } from '../../../src/ui/safety/limited-plan.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const DAY = 24 * 3600 * 1000;

const may = (person: Partial<Person>, drill: DrillDefinition = supineSleeper) =>
  allowed(drill, { ...NOBODY_YET, ...person }, NOW);
const stop = (daysAgo: number, side: 'left' | 'right', family = 'supine-sleeper'): Stop => ({
  startedAt: NOW - daysAgo * DAY,
  ended: 'pinch',
  family,
  sides: [side],
});

test('nothing known limits nothing', () => {
  expect(may({})).toEqual({
    kind: 'yes',
    sides: ['left', 'right'],
    hardest: 'strength',
    range: 'open',
    limits: {},
    reasons: [],
  });
});

describe('a red flag', () => {
  test.each(['night-pain', 'fever', 'fall'] as const)('%s lets nobody train before somebody has looked', (flag) => {
    for (const drill of DRILLS) expect(may({ flags: [flag] }, drill).kind).toBe('no');
    expect(may({ flags: [flag], seen: [flag] }).kind).toBe('yes');
  });

  test('of pregnancy leaves out lying on the back and keeps the rest gentle', () => {
    expect(may({ flags: ['pregnancy'] }).kind).toBe('no');
    expect(may({ flags: ['pregnancy'] }, standingHamstring)).toMatchObject({ kind: 'limits', hardest: 'gentle' });
  });

  test('of thin bones leaves out folding forward', () => {
    expect(may({ flags: ['thin-bones'] }, standingHamstring).kind).toBe('no');
    expect(may({ flags: ['thin-bones'] })).toMatchObject({ kind: 'limits', hardest: 'gentle', range: 'open' });
  });

  test('of loose joints opens no range and lets strength go on', () => {
    expect(may({ flags: ['loose-joints'] })).toMatchObject({ hardest: 'strength', range: 'keep' });
  });
});

describe('one hip', () => {
  test('that pinches at its end is spared, and the other goes on', () => {
    expect(may({ endFeel: { left: 'pinching' } })).toMatchObject({ kind: 'limits', sides: ['right'] });
    expect(may({ endFeel: { left: 'springy', right: 'tight' } }).kind).toBe('yes');
    expect(may({ endFeel: { left: 'hard' } }, supineIrPulses).kind).toBe('yes');
  });

  test('that turns in by 50° or more opens no range', () => {
    expect(may({ turnsIn: { left: 50, right: 49 } })).toMatchObject({ range: 'keep', sides: ['left', 'right'] });
    expect(may({ turnsIn: { left: 49, right: 49 } }).kind).toBe('yes');
  });

  test('that turns in far, or ends hard, may stretch its hamstring all the same', () => {
    expect(may({ turnsIn: { left: 60 }, endFeel: { left: 'hard' } }, standingHamstring).kind).toBe('yes');
  });

  test('that hurts much is left out; with both hips at work so is the drill', () => {
    expect(may({ pain: { right: 6 } }).sides).toEqual(['left']);
    expect(may({ pain: { right: 6 } }, kneeToKneeFloor).kind).toBe('no');
    expect(may({ pain: { right: 3 } })).toMatchObject({ sides: ['left', 'right'], hardest: 'gentle' });
  });

  test('that was stopped once is gentle for a week in every drill, and its drill is in no plan', () => {
    const person = { ...NOBODY_YET, stops: [stop(2, 'left')] };
    const left = allowedHip(supineSleeper, 'left', person, NOW);
    expect([left.hardest, mayBePlanned(left)]).toEqual(['gentle', false]);
    const other = allowedHip(kneeToKneeFloor, 'left', person, NOW);
    expect([other.hardest, mayBePlanned(other)]).toEqual(['gentle', true]);
    expect(allowedHip(supineSleeper, 'right', person, NOW).hardest).toBe('strength');
    expect(allowedHip(supineSleeper, 'left', { ...NOBODY_YET, stops: [stop(8, 'left')] }, NOW).hardest).toBe(
      'strength',
    );
  });

  test('that was stopped twice for the same is held until it was checked', () => {
    const stops = [stop(1, 'left'), stop(3, 'left')];
    expect(may({ stops }).sides).toEqual(['right']);
    expect(may({ stops: [stop(1, 'left'), stop(3, 'right')] }).sides).toEqual(['left', 'right']);
    expect(may({ stops, checked: { 'supine-sleeper': NOW } }).kind).toBe('yes');
  });
});

test('a hip test is no training: only what somebody should look at first stands against it', () => {
  const stops = [stop(1, 'left'), stop(2, 'right', hipTestSeated.id), stop(3, 'right', hipTestSeated.id)];
  expect(may({ flags: ['pregnancy', 'loose-joints'], stops, pain: { left: 4 } }, hipTestSeated).kind).toBe('yes');
  expect(may({ flags: ['fall'] }, hipTestSeated).kind).toBe('no');
});

test('numbers that the person has edited are held to what is gentle', () => {
  const own = { ...supineSleeper.presets.prep, effort: [0.8, 0.8] as const, rounds: 5 };
  const within = withinLimits(
    supineSleeper,
    { sides: ['left'], goal: 'prep', preset: own },
    may({ flags: ['under-16'] }),
  );
  expect([within?.preset.effort[1], within?.preset.rounds]).toEqual([0.3, 1]);
});

test('a stop of a drill on hold is confirmed on the page of that drill only', () => {
  const stops = [stop(1, 'left'), stop(3, 'left'), stop(2, 'left', 'knee-to-knee')];
  const found = may({ stops }, standingHamstring).reasons.flatMap((one) =>
    one.about === 'stopped' ? one.families : [],
  );
  expect(found).toEqual(['knee-to-knee']);
});

test('a limit of a physiotherapist holds for its drill and side', () => {
  const prescribed = [
    { sides: ['left'] as const, family: 'supine-sleeper', hardest: 'none' as const, range: 'none' as const },
  ];
  expect(may({ prescribed }).sides).toEqual(['right']);
  expect(may({ prescribed }, standingHamstring).kind).toBe('yes');
});

test('the hip of a symptom is the one that the person named, else the one at work', () => {
  const set = {
    startedAt: NOW,
    drill: 'supine-sleeper',
    side: 'both',
    goal: 'prep',
    ended: 'pinch',
    pain: null,
  } as const;
  const sidesOf = (painSide?: 'left' | 'right' | 'both') =>
    withSets(NOBODY_YET, [{ ...set, painSide }], DRILLS, NOW).stops[0]?.sides;
  expect([sidesOf(), sidesOf('right')]).toEqual([['left', 'right'], ['right']]);
});

test('pain after the last set of the week counts, at most as amber for other drills', () => {
  const set = { startedAt: NOW - DAY, drill: 'supine-sleeper', side: 'left', goal: 'prep', ended: 'finished' } as const;
  const pain = (after: number) => withSets(NOBODY_YET, [{ ...set, pain: after }], DRILLS, NOW).pain;
  expect([pain(3), pain(9)]).toEqual([
    { left: 3, right: 0 },
    { left: 4, right: 0 },
  ]);
});

test('a set without new range leaves out the phases that go deeper, and lets go slowly all the same', () => {
  const preset = supineSleeper.presets.build;
  const plan = {
    drill: supineSleeper,
    sides: ['left'] as const,
    goal: 'build',
    preset,
    countIn: 0,
    words: coachWords(),
  } as const;
  const kinds = (phases: readonly TimelinePhase[]) => phases.map(({ kind }) => kind);
  expect(kinds(buildTimeline(plan))).toContain('sink');
  const kept = buildTimeline({ ...plan, drill: withoutSink(supineSleeper) });
  expect(kinds(kept)).not.toContain('sink');
  expect(kept.find(({ kind }) => kind === 'rails')?.release).toBeGreaterThan(0);
});

test('a sore hip limits no set of the other', () => {
  const sore = { ...NOBODY_YET, pain: { right: 4 } };
  const plan = { drill: supineSleeper, goal: 'strength', preset: supineSleeper.presets.strength, countIn: 0 } as const;
  const goalOf = (sides: readonly ('left' | 'right')[]) =>
    limitedPlan({ ...plan, sides, words: coachWords() }, sore, NOW)?.goal;
  expect([goalOf(['left']), goalOf(['right']), goalOf(['left', 'right'])]).toEqual(['strength', 'prep', 'prep']);
  expect(allowed(supineSleeper, sore, NOW, ['left']).reasons).toEqual([]);
});

test('where no new range is opened, nothing speaks of a range that is kept from round to round', () => {
  const plan = { drill: supineSleeper, sides: ['left'], goal: 'build', preset: supineSleeper.presets.build } as const;
  const kept = limitedPlan(
    { ...plan, countIn: 0, words: coachWords() },
    { ...NOBODY_YET, flags: ['loose-joints'] },
    NOW,
  );
  expect(kept && keepsRange(kept.drill)).toBe(false);
});

test('a strength set of a sore hip becomes a warm-up, and a set on a spared side is none', () => {
  const chosen = {
    sides: ['left', 'right'] as const,
    goal: 'strength' as const,
    preset: supineSleeper.presets.strength,
  };
  const gentle = withinLimits(supineSleeper, chosen, may({ pain: { left: 3, right: 3 } }));
  expect(gentle?.goal).toBe('prep');
  expect(gentle?.preset.effort[1]).toBeLessThanOrEqual(supineSleeper.presets.prep.effort[1]);
  const keep = withinLimits(supineSleeper, chosen, may({ flags: ['loose-joints'] }));
  expect([keep?.goal, keep?.preset.passive, keep?.preset.sink]).toEqual(['strength', 30, 10]);
  const spared = may({ endFeel: { left: 'hard' } });
  expect(withinLimits(supineSleeper, { ...chosen, sides: ['left'] }, spared)).toBeNull();
  expect(withinLimits(supineSleeper, chosen, spared)?.sides).toEqual(['right']);
});
