import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIP_GOALS, HIP_MINUTES, type ProposalInput } from '../../../src/coach/assessment/hip-programme.ts';
import { HIP_STEPS } from '../../../src/coach/safety/red-flags.ts';
import { propose } from '../../../src/coach/assessment/propose.ts';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import type { SetPlan, TimelinePhase } from '../../../src/coach/coach-contract.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { partsHere, partsOf } from '../../../src/coach/planning/parts.ts';
import { allowedHip, demandsOf, ENOUGH } from '../../../src/coach/safety/allowed.ts';
import { SYMPTOM_LASTS } from '../../../src/coach/planning/symptom-lock.ts';
import { endsRangeWork } from '../../../src/coach/safety/answers.ts';
import { type Person, withSets, withTest } from '../../../src/coach/safety/person.ts';
import { KEPT_RANGE } from '../../../src/coach/safety/within-limits.ts';
import { PRESET_LIMITS } from '../../../src/drills/presets.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { coachWords } from '../../../src/i18n/en/coach.ts';
import { type Side, type WorkingSide, SIDES } from '../../../src/instrument/geometry/units.ts';
import { limitedPlan } from '../../../src/ui/safety/limited-plan.ts';
import { anyHipTest } from '../assessment/make-hip-test.ts';
import { NOW, proposalInput } from '../assessment/make-proposal.ts';
import { anyPerson, anySets } from './any-person.ts';

/** Persons in all: each goes through passport, programme, and the set of every drill. */
const PERSONS = 10_000;

const anyCase = fc
  .record({
    person: anyPerson,
    sets: anySets(NOW),
    test: anyHipTest,
    goal: fc.constantFrom(...HIP_GOALS),
    pain: fc.integer({ min: 0, max: 10 }),
    hurts: fc.constantFrom(undefined, 'left' as const, 'right' as const, 'both' as const),
    minutes: fc.constantFrom(...HIP_MINUTES),
    step: fc.constantFrom(...HIP_STEPS),
  })
  .map(({ person, sets, test: of, goal, pain, hurts, minutes, step }) =>
    proposalInput(of, { goal, pain, hurts, minutes }, { step, sets, person, programmes: [] }),
  );

/** The limits again, written for the check and not with the code that is checked. */
interface Order {
  readonly drill: DrillDefinition;
  readonly sides: readonly Side[];
  readonly passive: number;
  readonly sink: number;
  readonly effort: number;
  /** What the set would say, phase by phase. Absent: it is not opened yet. */
  readonly phases?: readonly TimelinePhase[];
}

const hurtsOf = ({ questions: { hurts, pain } }: ProposalInput, side: Side): number =>
  hurts === undefined || hurts === 'both' || hurts === side ? pain : 0;

const AT_THE_END = new Set(['hold', 'pails', 'rails', 'sink']);

const turnsAHipIn = ({ camera, measure, reps }: DrillDefinition): boolean =>
  camera !== 'none' &&
  (measure.range === undefined || (reps?.sequence ?? []).some(({ channel }) => channel === 'hip-internal-rotation'));

/** Why this order is against a limit of this person; null: it is not. */
function against(order: Order, input: ProposalInput): string | null {
  const { drill, sides, passive, sink, effort } = order;
  const { person, sets, passport } = input;
  const { opens, postures } = demandsOf(drill);
  // How far a hip turns says nothing about a drill for another range.
  const turns = opens && drill.measure.range === undefined;
  const has = (flag: Person['flags'][number]) => person.flags.includes(flag);
  for (const flag of ['night-pain', 'fever', 'fall'] as const)
    if (has(flag) && !person.seen.includes(flag)) return flag;
  if (has('pregnancy') && postures.has('lying')) return 'lying in pregnancy';
  if (has('thin-bones') && postures.has('folding')) return 'folding with thin bones';
  const isGentle = ['pregnancy', 'thin-bones', 'under-16'].some((flag) => has(flag as Person['flags'][number]));
  const gentleEffort = drill.presets.prep.effort[1];
  if (isGentle && effort > gentleEffort) return 'effort against a flag';
  const kept = passive <= KEPT_RANGE.passive && sink <= KEPT_RANGE.sink;
  const deeper = (order.phases ?? []).some(({ kind }) => kind === 'sink');
  if ((has('loose-joints') || has('pregnancy')) && deeper) return 'a deeper phase against a flag';
  if ((has('loose-joints') || has('pregnancy')) && opens && !kept) return 'range against a flag';
  for (const side of sides) {
    const feel = person.endFeel[side];
    if (feel && endsRangeWork(feel) && turns) return `range against a ${feel} end`;
    const { passive: withHelp, active } = passport.test.hips[side]?.internal ?? {};
    const turnsIn = Math.max(withHelp?.result.value ?? 0, active?.result.value ?? 0);
    if (turnsIn >= ENOUGH && turns && (!kept || deeper)) return 'range beyond the ceiling';
    if (hurtsOf(input, side) >= 5) return 'much pain';
    if (hurtsOf(input, side) >= 3 && effort > gentleEffort) return 'effort against pain';
    const stops = sets.filter(
      ({ ended, pain, side: worked, painSide = worked }) =>
        (ended === 'pinch' || ended === 'pain' || (pain ?? 0) >= 5) && (painSide === 'both' || painSide === side),
    );
    if (stops.some(({ startedAt }) => Math.abs(NOW - startedAt) < SYMPTOM_LASTS) && effort > gentleEffort)
      return 'effort after a stop';
    for (const limit of person.prescribed.filter((one) => one.sides.includes(side) && one.family === null)) {
      if (limit.hardest === 'none') return 'a prescription forbids it';
      const work = order.phases ?? [];
      if (limit.range === 'easy' && opens && work.some(({ kind }) => AT_THE_END.has(kind)))
        return 'work at the end against a prescription';
      if (limit.degrees === undefined || !turnsAHipIn(drill) || order.phases === undefined) continue;
      const rule = drill.rules.find(({ limitOf }) => limitOf === side);
      if (rule === undefined || rule.enter > limit.degrees) return 'no cue at the limit of a prescription';
      if (deeper) return 'a deeper phase against degrees';
    }
  }
  return null;
}

const hips = (side: WorkingSide | 'each'): readonly Side[] => (side === 'left' || side === 'right' ? [side] : SIDES);

/** Every set that a proposal orders. */
function ordered(input: ProposalInput): readonly Order[] {
  const result = propose(input);
  if (result.kind === 'none') return [];
  const programme = { ...result.programme, title: '', summary: '' };
  return partsHere(partsOf(programme, DRILLS, {})).flatMap(({ item, drill: chosen }) =>
    item.drills.flatMap((reference) => {
      const drill = DRILLS.find(({ id, variant }) =>
        reference.variant === null
          ? id === reference.drill
          : variant?.of === reference.drill && variant.id === reference.variant,
      );
      const one = drill ?? chosen;
      const goal = item.goal ?? 'prep';
      const own = result.presets.find((preset) => preset.drill === one.id && preset.goal === goal)?.preset;
      const { passive, sink, effort } = own ?? one.presets[goal];
      return [{ drill: one, sides: hips(one.bilateral ? 'both' : item.side), passive, sink, effort: effort[1] }];
    }),
  );
}

const personOf = ({ person, sets, questions, passport }: ProposalInput): Person => {
  const pain = questions.hurts === undefined || questions.hurts === 'both' ? SIDES : [questions.hurts];
  const told = { ...person, pain: Object.fromEntries(pain.map((side) => [side, questions.pain])) };
  return withSets(withTest(told, passport.test), sets, DRILLS, NOW);
};

const anyChoice = fc.record({
  input: anyCase,
  drill: fc.constantFrom(...DRILLS.filter(({ hipTest, sideCheckOf }) => !hipTest && !sideCheckOf)),
  goal: fc.constantFrom('prep' as const, 'build' as const, 'strength' as const),
  sides: fc.constantFrom(['left'] as const, ['right'] as const, ['left', 'right'] as const),
  // Numbers that the person has edited, up to the limits of the editor.
  own: fc.record({
    effort: fc.constantFrom([0.2, 0.3] as const, [0.8, 0.8] as const),
    passive: fc.integer({ min: PRESET_LIMITS.passive.min, max: PRESET_LIMITS.passive.max }),
    sink: fc.integer({ min: PRESET_LIMITS.sink.min, max: PRESET_LIMITS.sink.max }),
  }),
});

/** A set that a person opens from the page of a drill, in a programme or alone. Empty: it cannot be opened. */
function opened({
  input,
  drill,
  goal,
  sides,
  own,
}: typeof anyChoice extends fc.Arbitrary<infer T> ? T : never): readonly Order[] {
  const chosen = {
    sides: drill.bilateral ? (['both'] as const) : sides,
    goal,
    preset: { ...drill.presets[goal], ...own },
  };
  const plan: SetPlan = { drill, ...chosen, countIn: 0, words: coachWords() };
  const limited = limitedPlan(plan, personOf(input), NOW);
  if (limited === null) return [];
  const { passive, sink, effort } = limited.preset;
  return [
    {
      drill: limited.drill,
      sides: limited.sides.flatMap(hips),
      passive,
      sink,
      effort: effort[1],
      phases: buildTimeline(limited),
    },
  ];
}

test('no programme, plan or set orders anything against a limit of the person', () => {
  fc.assert(
    fc.property(anyChoice, (one) => {
      for (const order of [...ordered(one.input), ...opened(one)])
        expect([order.drill.id, against(order, one.input)]).toEqual([order.drill.id, null]);
    }),
    { numRuns: PERSONS },
  );
}, 300_000); // Ten thousand proposals take half a minute on an idle machine.

test('who has nothing against it may do every drill on both sides', () => {
  for (const drill of DRILLS)
    for (const side of SIDES) {
      const { may, hardest, range } = allowedHip(drill, side, personOf(proposalInput(anyTest())), NOW);
      expect([may, hardest, range]).toEqual([true, 'strength', 'open']);
    }
});

const anyTest = () => {
  const [found] = fc.sample(
    anyHipTest.filter(({ hips: both }) =>
      SIDES.every(
        (side) =>
          Math.max(both[side]?.internal.passive?.result.value ?? 0, both[side]?.internal.active?.result.value ?? 0) <
          ENOUGH,
      ),
    ),
    1,
  );
  if (!found) throw new Error('no test');
  return found;
};
