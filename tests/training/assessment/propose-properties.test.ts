import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIP_GOALS, HIP_MINUTES } from '../../../src/training/assessment/hip-programme.ts';
import { HIP_STEPS } from '../../../src/training/safety/red-flags.ts';
import type { DoneSet } from '../../../src/training/planning/parts-done.ts';
import { propose } from '../../../src/training/assessment/propose.ts';
import { SYMPTOM_LASTS } from '../../../src/training/planning/symptom-lock.ts';
import { WEEKDAYS } from '../../../src/training/planning/civil-day.ts';
import { partsHere, partsOf } from '../../../src/training/planning/parts.ts';
import type { Programme } from '../../../src/training/planning/programme.ts';
import { planAdvice } from '../../../src/training/planning/rest-advice.ts';
import { drillFamily } from '../../../src/training/planning/symptom-lock.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { EFFORT_LIMIT, PRESET_LIMITS } from '../../../src/drills/presets.ts';
import { DEFAULT_SETTINGS, mergedSettings } from '../../../src/storage/validate-settings.ts';
import { PROGRAMMES } from '../planning/english-programmes.ts';
import { anyHipTest } from './make-hip-test.ts';
import { holding, NOW, proposalInput } from './make-proposal.ts';

const anySet: fc.Arbitrary<DoneSet> = fc.record({
  // The clock may have been put back since the set.
  startedAt: fc.integer({ min: NOW - 2 * SYMPTOM_LASTS, max: NOW + SYMPTOM_LASTS / 2 }),
  drill: fc.constantFrom(...DRILLS.map(({ id }) => id)),
  side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
  goal: fc.constantFrom('prep', 'build', 'strength'),
  ended: fc.constantFrom(
    'finished' as const,
    'finished' as const,
    'stopped' as const,
    'pinch' as const,
    'pain' as const,
  ),
  pain: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
});

const weekday = fc.constantFrom(...WEEKDAYS);
const anyPlan = fc.array(
  fc.record({
    programme: fc.constantFrom(...PROGRAMMES.map(({ id }) => id)),
    days: fc.uniqueArray(weekday, { maxLength: 7 }),
    at: fc.constant([600] as const),
  }),
  { maxLength: 3 },
);

const anyInput = fc
  .record({
    test: anyHipTest,
    goal: fc.constantFrom(...HIP_GOALS),
    pain: fc.integer({ min: 0, max: 10 }),
    minutes: fc.constantFrom(...HIP_MINUTES),
    step: fc.constantFrom(...HIP_STEPS),
    sets: fc.array(anySet, { maxLength: 4 }),
    held: fc.uniqueArray(fc.constantFrom(...DRILLS.map(drillFamily)), { maxLength: 3 }),
    plan: anyPlan,
  })
  .map(({ test: of, goal, pain, minutes, step, sets, held, plan }) =>
    proposalInput(
      of,
      { goal, pain, minutes },
      {
        step,
        sets,
        plan,
        person: holding(held),
      },
    ),
  );

type Input = ReturnType<typeof proposalInput>;
type Result = Extract<ReturnType<typeof propose>, { kind: 'programme' }>;

const named = ({ programme }: Result): Programme => ({ ...programme, title: 'Hips', summary: '' });

const holds = (rule: (result: Result, input: Input) => void) =>
  fc.assert(
    fc.property(anyInput, (input) => {
      const result = propose(input);
      if (result.kind === 'programme') rule(result, input);
    }),
    { numRuns: 400 },
  );

describe('whatever the test, the answers, the sets and the plan', () => {
  test('no number leaves its safe limits', () => {
    holds(({ presets }) => {
      for (const { preset } of presets) {
        for (const [key, { min, max }] of Object.entries(PRESET_LIMITS)) {
          const value = preset[key as keyof typeof PRESET_LIMITS];
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
        }
        expect(preset.effort[1]).toBeLessThanOrEqual(EFFORT_LIMIT.max);
      }
    });
  });

  test('the app has no advice against the days: no strength days in a row that were none before, and not too often', () => {
    holds((result, { plan, programmes }) => {
      const all = [...programmes, named(result)];
      const before = planAdvice({ plan, programmes: all, goal: 'prep' }).pairs;
      const { pairs, tooOften } = planAdvice({ plan: [...plan, result.week], programmes: all, goal: 'prep' });
      expect(pairs).toEqual(before);
      expect(tooOften.map(({ programme }) => programme.id)).not.toContain(result.programme.id);
    });
  });

  test('the app can store it, and every part has a drill', () => {
    holds((result) => {
      const stored = mergedSettings(DEFAULT_SETTINGS, {
        programmes: [named(result)],
        week: [result.week],
        presets: Object.fromEntries(result.presets.map(({ drill, goal, preset }) => [`${drill}/${goal}`, preset])),
      });
      expect(stored.programmes).toEqual([named(result)]);
      expect(stored.week).toEqual([result.week]);
      expect(Object.values(stored.presets)).toEqual(result.presets.map(({ preset }) => preset));
      const parts = partsOf(named(result), DRILLS, {});
      expect(parts.length).toBeGreaterThan(0);
      expect(partsHere(parts)).toHaveLength(parts.length);
    });
  });

  test('it fits into the minutes', () => {
    holds(({ length }, { questions }) => expect(length).toBeLessThanOrEqual(questions.minutes * 60));
  });
});
