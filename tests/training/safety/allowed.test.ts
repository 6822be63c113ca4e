import { describe, expect, test } from 'vitest';
import { allowed, allowedHip, mayBePlanned } from '../../../src/training/safety/allowed.ts';
import { NOBODY_YET, type Person, type Stop, stopKey, withSets } from '../../../src/training/safety/person.ts';
import { leftOf } from '../../../src/training/safety/what-is-left.ts';
import { withinLimits } from '../../../src/training/safety/within-limits.ts';
import type { TimelinePhase } from '../../../src/coach/coach-contract.ts';
import { keepsRange } from '../../../src/coach/timeline/planned-length.ts';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { coachWords } from '../../../src/i18n/en/coach.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { ninetyNinetyLiftOff } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off.ts';
import { ninetyNinetyStretch } from '../../../src/drills/ninety-ninety/ninety-ninety-stretch.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { hipMovementSequence } from '../../../src/drills/standing/hip-movement-sequence.ts';
import { supineIrPulsesFeetFlat } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses-feet-flat.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { planFor } from '../../../src/ui/home-and-drill/plan-choice.ts';
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
    closed: [],
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

  test('of thin bones leaves out folding forward and twisting in the seat, and opens no range', () => {
    expect(may({ flags: ['thin-bones'] }, standingHamstring).kind).toBe('no');
    expect(may({ flags: ['thin-bones'] }, ninetyNinetyStretch).kind).toBe('no');
    expect(may({ flags: ['thin-bones'] })).toMatchObject({ kind: 'limits', hardest: 'gentle', range: 'keep' });
  });

  test('of a pelvis that hurts in pregnancy leaves out one leg and the uneven seat', () => {
    for (const drill of [hipMovementSequence, standingHamstring, ninetyNinetyLiftOff, supineIrPulses])
      expect([drill.id, may({ flags: ['pelvic-pain'] }, drill).kind]).toEqual([drill.id, 'no']);
    expect(may({ flags: ['pelvic-pain'] }, quadrupedBandIr)).toMatchObject({ kind: 'limits', hardest: 'gentle' });
  });

  test('of high pressure makes every set gentle, and Build at most once somebody agrees', () => {
    expect(may({ flags: ['pressure'] }).hardest).toBe('gentle');
    expect(may({ flags: ['pressure'], seen: ['pressure'] }).hardest).toBe('build');
  });

  test('of a new hip stops the hip in degrees, and leaves out what a hip slips out in', () => {
    const seen: Partial<Person> = { flags: ['new-hip'], seen: ['new-hip'] };
    expect(may({ flags: ['new-hip'] }, hipMovementSequence).kind).toBe('no');
    for (const drill of [supineSleeper, kneeToKneeFloor, quadrupedBandIr, standingHamstring, hipTestSeated])
      expect([drill.id, may(seen, drill).kind]).toEqual([drill.id, 'no']);
    expect(may(seen, supineIrPulsesFeetFlat).limits).toEqual({ left: 10, right: 10 });
    const plan = limitedPlan(planFor(hipMovementSequence, DEFAULT_SETTINGS), { ...NOBODY_YET, ...seen }, NOW);
    expect(plan?.drill.reps?.sequence?.map(({ id }) => id)).toEqual(['flexion', 'extension', 'abduction']);
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

  test('that pinches gets no repetition that ends turned in, nor its side check: U2', () => {
    const both = { endFeel: { left: 'pinching', right: 'pinching' } } as const;
    const left = DRILLS.filter((drill) => may(both, drill).kind !== 'no').map(({ id }) => id);
    expect(left).toEqual([
      'supine-ir-pulses-feet-flat',
      'hip-movement-sequence',
      'soft-tissue-ball',
      'soft-tissue-roller',
    ]);
  });

  test('that turns in by 50° or more opens no range', () => {
    expect(may({ turnsIn: { left: 50, right: 49 } })).toMatchObject({ range: 'keep', sides: ['left', 'right'] });
    expect(may({ turnsIn: { left: 49, right: 49 } }).kind).toBe('yes');
    // S3 L13: it needs no knees that fall together.
    for (const drill of [kneeToKneeFloor, kneeToKneeWall])
      expect(may({ turnsIn: { left: 58 } }, drill).kind).toBe('no');
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

describe('the hip test', () => {
  const tries = (person: Partial<Person>) => {
    const plan = limitedPlan(planFor(hipTestSeated, DEFAULT_SETTINGS), { ...NOBODY_YET, ...person }, NOW);
    const steps = plan?.drill.phases.flatMap(({ step }) => step ?? []) ?? [];
    return { all: steps.length, withHelp: steps.filter((step) => step.includes('passive')).length };
  };

  test('is refused to a hip that hurts much: U1', () => {
    expect(may({ pain: { left: 7, right: 7 } }, hipTestSeated).kind).toBe('no');
    expect(may({ pain: { left: 7 } }, hipTestSeated).sides).toEqual(['right']);
    expect(may({ flags: ['fall'] }, hipTestSeated).kind).toBe('no');
  });

  test.each([
    ['pain of 3', { pain: { left: 3, right: 3 } }],
    ['a hard end', { endFeel: { left: 'hard', right: 'hard' } }],
    ['a pinching end', { endFeel: { left: 'pinching' } }],
    ['thin bones', { flags: ['thin-bones'] }],
    ['an age under 16', { flags: ['under-16'] }],
    ['pregnancy', { flags: ['pregnancy'] }],
  ] as const)('with %s has tries by its own strength only', (_, person) => {
    expect(tries(person)).toEqual({ all: 6, withHelp: 0 });
  });

  test('without limits has all tries, and its practice with the strap', () => {
    expect(tries({})).toEqual({ all: 12, withHelp: 6 });
    const [usual, alone] = [{}, { flags: ['under-16'] as const }].map(
      (person) =>
        limitedPlan(planFor(hipTestSeated, DEFAULT_SETTINGS), { ...NOBODY_YET, ...person }, NOW)?.drill.phases[0],
    );
    expect([usual?.kind, alone?.kind, alone?.title]).toEqual(['passive', 'hold', usual?.title]);
  });

  test('is not made easier by a stop or by loose joints: it has no effort and opens nothing', () => {
    const stops = [stop(1, 'left'), stop(2, 'right')];
    expect(may({ flags: ['loose-joints'], stops, turnsIn: { left: 60 } }, hipTestSeated).kind).toBe('yes');
  });

  test('that was stopped twice for the same is held', () => {
    const stops = [stop(2, 'right', 'hip-test'), stop(3, 'right', 'hip-test')];
    expect(may({ stops }, hipTestSeated).sides).toEqual(['left']);
  });
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
    one.about === 'stopped' ? one.stops.map(({ family }) => family) : [],
  );
  expect(found).toEqual(['knee-to-knee']);
});

test('a limit of a physiotherapist holds for its drill and side', () => {
  const prescribed = [
    { sides: ['left'] as const, family: 'supine-sleeper', hardest: 'gentle' as const, range: 'easy' as const },
  ];
  expect(may({ prescribed })).toMatchObject({ sides: ['left', 'right'], hardest: 'gentle', range: 'easy' });
  expect(allowed(supineSleeper, { ...NOBODY_YET, prescribed }, NOW, ['right']).kind).toBe('yes');
  expect(may({ prescribed }, standingHamstring).kind).toBe('yes');
});

describe('Strength that is not earned', () => {
  const strength = { earned: false, begun: true, daysLeft: 5, setsLeft: 2 };
  const plan = (person: Partial<Person>, goal: 'build' | 'strength', effort?: readonly [number, number]) =>
    limitedPlan(
      planFor(supineSleeper, {
        ...DEFAULT_SETTINGS,
        goal,
        presets: effort
          ? { [`supine-sleeper/${goal}`]: { ...supineSleeper.presets[goal], effort, pailsHold: 20 } }
          : {},
      }),
      { ...NOBODY_YET, ...person },
      NOW,
    );

  test('is Build today, and stands against nothing else: U9', () => {
    expect(may({ strength }).kind).toBe('yes');
    expect(plan({ strength }, 'strength')).toMatchObject({
      goal: 'build',
      preset: { effort: [0.5, 0.6], rounds: 2 },
    });
    expect(plan({}, 'strength')?.goal).toBe('strength');
  });

  test('is Build for both hips where a prescription lifts it for one: the strictest decides', () => {
    const limit = {
      sides: ['left'] as const,
      family: 'supine-sleeper',
      hardest: 'strength' as const,
      range: 'open' as const,
    };
    const wanted = planFor(supineSleeper, { ...DEFAULT_SETTINGS, goal: 'strength', side: 'each' });
    const person = { ...NOBODY_YET, strength, prescribed: [{ ...limit, liftsStrength: true as const }] };
    expect(limitedPlan(wanted, person, NOW)?.goal).toBe('build');
  });

  test('lets the seconds of Build grow, and not its effort', () => {
    expect(plan({ strength }, 'build', [0.8, 0.8])?.preset).toMatchObject({ effort: [0.5, 0.6], pailsHold: 20 });
  });

  test('is lifted by a prescription of this drill that says so', () => {
    const goal = (family: string, lifts: boolean) => {
      const limit = { sides: ['left', 'right'] as const, family, hardest: 'strength' as const, range: 'open' as const };
      const prescribed = [lifts ? { ...limit, liftsStrength: true as const } : limit];
      return plan({ strength, prescribed }, 'strength')?.goal;
    };
    expect([goal('supine-sleeper', true), goal('supine-sleeper', false), goal('knee-to-knee', true)]).toEqual([
      'strength',
      'build',
      'build',
    ]);
  });
});

describe('a clock that was wrong', () => {
  const YEAR = 365 * DAY;

  test('confirms nothing: a confirmation from the future counts for nothing', () => {
    const stops = [stop(1, 'left'), stop(3, 'left')];
    expect(may({ stops, checked: { 'supine-sleeper': NOW + YEAR } }).sides).toEqual(['right']);
    expect(may({ stops: [stop(1, 'left')], checked: { 'supine-sleeper': NOW + YEAR } }).hardest).toBe('gentle');
  });

  test('makes a stop that is dated ahead count until it is confirmed by itself', () => {
    const ahead: Stop = { ...stop(0, 'left'), startedAt: NOW + YEAR };
    expect(may({ stops: [ahead] }).hardest).toBe('gentle');
    expect(may({ stops: [ahead], checked: { [stopKey(ahead)]: NOW } }).kind).toBe('yes');
    expect(may({ stops: [ahead, stop(1, 'left')], checked: { [stopKey(ahead)]: NOW } }).hardest).toBe('gentle');
  });

  test('does not let a set from the future hide the pain of the last one', () => {
    const set = { drill: 'supine-sleeper', side: 'left', goal: 'prep', ended: 'finished' } as const;
    const sets = [
      { ...set, startedAt: NOW + YEAR, pain: 0 },
      { ...set, startedAt: NOW - DAY, pain: 4 },
    ];
    expect(withSets(NOBODY_YET, sets, DRILLS, NOW).pain).toEqual({ left: 4, right: 0 });
  });
});

test.each(['lost', 'damaged', 'late'] as const)(
  'what is stored and %s makes every set gentle, and says so',
  (unknown) => {
    const { kind, hardest, reasons } = may({ unknown });
    expect([kind, hardest, reasons]).toEqual(['limits', 'gentle', [{ about: 'unknown', why: unknown, side: null }]]);
  },
);

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
  const kept = buildTimeline({ ...plan, drill: leftOf(supineSleeper, { closed: [], range: 'keep' }) ?? supineSleeper });
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
