import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIP_GOALS, HIP_MINUTES, type ProposalInput } from '../../../src/training/assessment/hip-programme.ts';
import { propose } from '../../../src/training/assessment/propose.ts';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import type { Demand, DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { partsHere, partsOf } from '../../../src/training/planning/parts.ts';
import type { Programme } from '../../../src/training/planning/programme.ts';
import { SYMPTOM_LASTS } from '../../../src/training/planning/symptom-lock.ts';
import { withoutPrescription, withPrescription } from '../../../src/training/prescription/prescription.ts';
import { allowed, allowedHip, ENOUGH } from '../../../src/training/safety/allowed.ts';
import { type Person, stopKey, withSets, withTest } from '../../../src/training/safety/person.ts';
import { HIP_STEPS, type RedFlag } from '../../../src/training/safety/red-flags.ts';
import { KEPT_RANGE } from '../../../src/training/safety/within-limits.ts';
import { DRILLS, DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { PRESET_LIMITS } from '../../../src/drills/presets.ts';
import { type Side, SIDES, type WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { planFor } from '../../../src/ui/home-and-drill/plan-choice.ts';
import { settingsFor } from '../../../src/ui/programmes/programme-plan.ts';
import { limitedPlan } from '../../../src/ui/safety/limited-plan.ts';
import { anyHipTest } from '../assessment/make-hip-test.ts';
import { NOW, proposalInput } from '../assessment/make-proposal.ts';
import { PROGRAMMES } from '../planning/english-programmes.ts';
import { makeItem, takenPrescription } from '../prescription/make-prescription.ts';
import { anyChecked, anyPerson, anySets, earning } from './any-person.ts';

/** Persons in all: each goes through passport, programmes, prescription, every drill and the hip test. */
const PERSONS = 3000;

const anyInput = fc
  .record({
    person: anyPerson,
    sets: fc
      .tuple(fc.boolean(), anySets(NOW))
      .map(([earned, sets]) => [...(earned ? earning(NOW) : []), ...sets])
      .chain((sets) => anyChecked(sets, NOW).map((checked) => ({ sets, checked }))),
    test: anyHipTest,
    goal: fc.constantFrom(...HIP_GOALS),
    pain: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 }) }),
    hurts: fc.constantFrom(undefined, 'left' as const, 'right' as const, 'both' as const),
    minutes: fc.constantFrom(...HIP_MINUTES),
    step: fc.constantFrom(...HIP_STEPS),
  })
  .map(({ person, sets: { sets, checked }, test: of, goal, pain, hurts, minutes, step }) =>
    proposalInput(of, { goal, pain, hurts, minutes }, { step, sets, person: { ...person, checked }, programmes: [] }),
  );

/** The person as a page knows them: with sets, test, and the more of the pain of today and of the answer. */
function personOf({ person, sets, questions, passport }: ProposalInput): Person {
  const { hurts = 'both', pain: told } = questions;
  const pain = Object.fromEntries(
    SIDES.map((side) => [side, Math.max(person.pain[side] ?? 0, hurts === 'both' || hurts === side ? told : 0)]),
  );
  return withSets(withTest({ ...person, pain }, passport.test), sets, DRILLS, NOW);
}

// The limits again, written for the check and not with the code that is checked.

const FIRST: readonly RedFlag[] = [
  'numb-saddle',
  'night-pain',
  'fever',
  'fall',
  'unsure-pain',
  'no-weight',
  'running-groin',
  'new-hip',
  'slipped-out',
  'hip-operation',
  'unsure-operation',
  'cortisone',
  'cancer',
  'growing-pain',
];
const SLIPS: readonly Demand[] = [
  'end-passive',
  'end-loaded',
  'end-active',
  'bent-in',
  'folds',
  'twists',
  'pulls-shin',
];
const SORE: readonly Demand[] = ['lies-flat', 'pulls-shin', 'one-leg', 'uneven-seat', 'twists'];
const BONES: readonly Demand[] = ['folds', 'twists', 'pulls-shin'];
const CLOSED: Readonly<Partial<Record<RedFlag, readonly Demand[]>>> = {
  'new-hip': SLIPS,
  'slipped-out': SLIPS,
  'unsure-operation': SLIPS,
  'hip-operation': ['pulls-shin', 'folds'],
  'thin-bones': BONES,
  'unsure-bones': BONES,
  cortisone: BONES,
  cancer: BONES,
  pregnancy: ['lies-flat', 'pulls-shin'],
  'pelvic-pain': SORE,
  'unsure-body': SORE,
  'under-16': ['pulls-shin'],
  'growing-pain': ['pulls-shin'],
};
const GENTLE: readonly RedFlag[] = [...Object.keys(CLOSED), 'pressure'] as RedFlag[];
const KEEP: readonly RedFlag[] = [
  ...(Object.keys(CLOSED) as RedFlag[]).filter((flag) => flag !== 'under-16' && flag !== 'growing-pain'),
  'loose-joints',
];
/** Internal rotation from the start that a hip which can slip out must not pass. */
const SLIP_DEGREES = 10;

function closedFor({ flags, pain, endFeel }: Person, side: Side): ReadonlySet<Demand> {
  const feel = endFeel[side];
  return new Set<Demand>([
    ...flags.flatMap((flag) => CLOSED[flag] ?? []),
    ...((pain[side] ?? 0) >= 3 ? (['pulls-shin'] as const) : []),
    ...(feel === 'hard' || feel === 'pinching' ? (['end-passive', 'end-loaded', 'pulls-shin'] as const) : []),
    ...(feel === 'pinching' ? (['folds'] as const) : []),
  ]);
}

const unchecked = ({ stops, checked }: Person, side: Side) =>
  stops.filter((stop) => {
    const own = checked[stopKey(stop)];
    const family = checked[stop.family];
    const isChecked =
      (own !== undefined && own <= NOW) || (family !== undefined && family <= NOW && family >= stop.startedAt);
    return stop.sides.includes(side) && !isChecked;
  });

const isGentle = (person: Person, side: Side): boolean =>
  person.unknown !== null ||
  (person.pain[side] ?? 0) >= 3 ||
  person.flags.some((flag) => GENTLE.includes(flag) && !(flag === 'pressure' && person.seen.includes(flag))) ||
  unchecked(person, side).some(({ startedAt }) => NOW - startedAt < SYMPTOM_LASTS);

const isKept = (person: Person, side: Side, { measure }: DrillDefinition): boolean =>
  person.flags.some((flag) => KEEP.includes(flag)) ||
  ((person.turnsIn[side] ?? 0) >= ENOUGH && measure.range === undefined);

const familyOf = ({ id, variant, sideCheckOf }: DrillDefinition): string => sideCheckOf ?? variant?.of ?? id;

const prescribedTo = ({ prescribed }: Person, side: Side, drill: DrillDefinition) =>
  prescribed.filter((one) => one.sides.includes(side) && (one.family === null || one.family === familyOf(drill)));

const demandsIn = ({ demands, phases, reps }: DrillDefinition): readonly Demand[] => [
  ...demands,
  ...[...phases, ...(reps?.sequence ?? [])].flatMap((part) => part.demands ?? []),
];

const turnsAHipIn = ({ camera, measure, reps }: DrillDefinition): boolean =>
  camera !== 'none' &&
  (measure.range === undefined || (reps?.sequence ?? []).some(({ channel }) => channel === 'hip-internal-rotation'));

/** Why a set that opens is against a limit of this person for a hip; null: it is not. */
function against({ drill, preset, goal }: SetPlan, side: Side, person: Person): string | null {
  const open = person.flags.find((flag) => FIRST.includes(flag) && !person.seen.includes(flag));
  if (open !== undefined) return `${open} before somebody has looked`;
  if ((person.pain[side] ?? 0) >= 5) return 'much pain';
  const closed = closedFor(person, side);
  const reached = demandsIn(drill).find((demand) => closed.has(demand));
  if (reached !== undefined) return `closed: ${reached}`;
  const limits = prescribedTo(person, side, drill);
  if (drill.hipTest === undefined) {
    const usual = DRILLS_AND_TESTS.find(({ id }) => id === drill.id) ?? drill;
    if (isGentle(person, side) && preset.effort[1] > usual.presets.prep.effort[1])
      return 'a hard push for a gentle hip';
    const lifted = limits.some(({ liftsStrength }) => liftsStrength);
    if (person.strength?.earned === false && !lifted && goal === 'strength') return 'Strength that is not earned';
    if (person.strength?.earned === false && !lifted && preset.effort[1] > usual.presets.build.effort[1])
      return 'the effort of Strength that is not earned';
    const goes = drill.phases.some(({ kind }) => kind === 'sink') || preset.passive > KEPT_RANGE.passive;
    const stays = drill.phases.some(({ kind }) => ['passive', 'hold', 'pails', 'rails', 'sink'].includes(kind));
    if (isKept(person, side, drill) && stays && goes) return 'new range';
    if (isKept(person, side, drill) && familyOf(drill) === 'knee-to-knee')
      return 'knees that fall in where no range is opened';
    const ends = drill.phases.some(({ kind }) => ['hold', 'pails', 'rails', 'sink'].includes(kind));
    if (limits.some(({ range }) => range === 'easy') && stays && ends) return 'work at the end against a prescription';
  }
  const slips = person.flags.some((flag) => CLOSED[flag] === SLIPS);
  const degrees = [...limits.flatMap((one) => one.degrees ?? []), ...(slips ? [SLIP_DEGREES] : [])];
  if (degrees.length === 0 || !turnsAHipIn(drill)) return null;
  const rule = drill.rules.find(({ limitOf }) => limitOf === side);
  return rule === undefined || rule.enter > Math.min(...degrees) ? 'no cue at a limit in degrees' : null;
}

const hips = (side: WorkingSide): readonly Side[] => (side === 'both' ? SIDES : [side]);

/** The one door: what opens of a set that was asked for. Empty: nothing does. */
function opened(wanted: SetPlan, person: Person): readonly string[] {
  const plan = limitedPlan(wanted, person, NOW);
  if (plan === null) return [];
  return plan.sides.flatMap(hips).flatMap((side) => {
    const why = against(plan, side, person);
    return why === null ? [] : [`${plan.drill.id}, ${side}: ${why}`];
  });
}

/** Everything that a programme asks for, with each of its choices. */
const setsOf = (programme: Programme): readonly SetPlan[] =>
  partsHere(partsOf(programme, DRILLS, {})).flatMap((part) => {
    const each = part.item.drills.flatMap(({ drill, variant }) =>
      DRILLS.filter((one) =>
        variant === null
          ? one.id === drill || one.variant?.of === drill
          : one.variant?.of === drill && one.variant.id === variant,
      ),
    );
    return each.map((drill) => planFor(drill, settingsFor({ ...part, drill }, DEFAULT_SETTINGS)));
  });

const ITEMS = DRILLS.filter(({ sideCheckOf }) => sideCheckOf === undefined).map(({ id }) =>
  makeItem({ drill: id, side: 'both' }),
);
const prescribedProgrammes = (): readonly Programme[] => {
  const current = withoutPrescription({ prescription: null, programmes: [], programmeRuns: {}, week: [] });
  const taken = { ...takenPrescription, items: ITEMS };
  return withPrescription(current, taken, DRILLS, () => ({ title: 'Prescribed', summary: '' }), 0)?.programmes ?? [];
};

/**
 * What does not depend on the person, each kind of set once: every programme of the app, which the week may plan, and what a prescription
 * plans.
 */
const PLANNED: readonly SetPlan[] = [
  ...new Map(
    [...PROGRAMMES, ...prescribedProgrammes()]
      .flatMap(setsOf)
      .map((plan) => [JSON.stringify([plan.drill.id, plan.sides, plan.goal]), plan] as const),
  ).values(),
];

/** A typed address, "do it again" and the pages of drills and tests: any drill, side and goal, and numbers up to the editor's limits. */
const anyPage = fc.record({
  id: fc.constantFrom(...DRILLS_AND_TESTS.map(({ id }) => id)),
  goal: fc.constantFrom('prep' as const, 'build' as const, 'strength' as const),
  side: fc.constantFrom('left' as const, 'right' as const, 'each' as const),
  own: fc.record({
    effort: fc.constantFrom([0.2, 0.3] as const, [0.8, 0.8] as const),
    passive: fc.integer({ min: PRESET_LIMITS.passive.min, max: PRESET_LIMITS.passive.max }),
    sink: fc.integer({ min: PRESET_LIMITS.sink.min, max: PRESET_LIMITS.sink.max }),
    rounds: fc.integer({ min: 1, max: 5 }),
  }),
});

function paged({ id, goal, side, own }: typeof anyPage extends fc.Arbitrary<infer T> ? T : never): SetPlan {
  const drill = DRILLS_AND_TESTS.find((one) => one.id === id) ?? supineSleeper;
  const presets = { [`${drill.id}/${goal}`]: { ...drill.presets[goal], ...own } };
  return planFor(drill, { ...DEFAULT_SETTINGS, goal, side, presets });
}

test('no programme, week, prescription, page, address or hip test reaches a closed demand or passes a limit', () => {
  fc.assert(
    fc.property(anyInput, fc.array(anyPage, { minLength: 3, maxLength: 3 }), (input, pages) => {
      const person = personOf(input);
      const proposal = propose(input);
      const proposed = proposal.kind === 'none' ? [] : setsOf({ ...proposal.programme, title: '', summary: '' });
      const wanted = [...proposed, ...PLANNED, ...pages.map(paged)];
      expect(wanted.flatMap((plan) => opened(plan, person))).toEqual([]);
      // What is proposed is something that can be done.
      for (const { drill, sides } of proposed)
        expect([drill.id, allowed(drill, person, NOW, sides.flatMap(hips)).kind]).not.toEqual([drill.id, 'no']);
    }),
    { numRuns: PERSONS },
  );
}, 600_000); // Three thousand persons with some forty sets each take half a minute on an idle machine.

test('who has nothing against it may do every drill and test on both sides', () => {
  const free = { ...personOf(proposalInput(anyTest(), {}, { sets: earning(NOW) })), pain: {} };
  for (const drill of DRILLS_AND_TESTS)
    for (const side of SIDES) {
      const { may, hardest, range, closed } = allowedHip(drill, side, free, NOW);
      expect([may, hardest, range, closed]).toEqual([true, 'strength', 'open', []]);
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
