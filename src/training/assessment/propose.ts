import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { type Seconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { doseFor, hipBehind, leastPassive, LIFT_OFF_RANGE } from './dose.ts';
import {
  type Dose,
  HIP_PROGRAMME,
  type HipProposal,
  type ProposalInput,
  type Proposed,
  type Why,
} from './hip-programme.ts';
import { knownMoment } from './hip-test.ts';
import type { SideDifference } from './passport.ts';
import { CARE, careFor } from '../planning/built-in-programmes.ts';
import type { CivilDay, Weekday } from '../planning/civil-day.ts';
import { resolveDrill } from '../planning/parts.ts';
import { type DrillReference, type Programme, PROGRAMME_LIMITS, type ProgrammeItem } from '../planning/programme.ts';
import { planAdvice, restUntil } from '../planning/rest-advice.ts';
import { isStop, painLight } from '../review/after-set.ts';
import { allowedHip, type AllowedHip, mayBePlanned, openFlags, type Reason } from '../safety/allowed.ts';
import { morePain, painIn, type Person, withSets, withTest } from '../safety/person.ts';
import { GOAL_OF, type HipStep } from '../safety/red-flags.ts';

const SLEEPER: DrillReference = { drill: 'supine-sleeper', variant: null };
const SEAT: DrillReference = { drill: 'ninety-ninety-pails-rails', variant: null };
/** Feet on the floor where a pinch rules out a bent hip that turns in. */
const PULSES: readonly DrillReference[] = ['feet-lifted', 'feet-flat'].map((variant) => ({
  drill: 'supine-ir-pulses',
  variant,
}));
const LIFT_OFF: DrillReference = { drill: 'ninety-ninety-lift-off', variant: null };
const HINGE: DrillReference = { drill: 'ninety-ninety-lift-off-hinge', variant: null };

const REST_BETWEEN: Seconds = 30;

/** How much of the full programme fits: what is left out first comes first. */
interface Extent {
  readonly warmUp: boolean;
  readonly rounds: number;
  readonly liftOffs: boolean;
  readonly moreForOneSide: boolean;
}

/** What was decided before the time is looked at. */
interface Core {
  readonly input: ProposalInput;
  readonly step: Exclude<HipStep, 'gentle'>;
  readonly safe: readonly DrillDefinition[];
  readonly main: readonly DrillReference[];
  readonly dose: Dose;
  /** The dose for each drill of `main`. */
  readonly presets: HipProposal['presets'];
  readonly liftOffs: Extract<Why, { about: 'lift-offs' }>['why'];
  /** The hip that does one round more; null: both do the same. */
  readonly more: { readonly side: Side; readonly by: number } | null;
  /** The hips that push and pull. */
  readonly sides: readonly Side[];
  readonly kept: Work['kept'];
  /** The hips that do not, and why. */
  readonly spared: readonly { readonly side: Side; readonly reason: Reason }[];
}

const known = (safe: readonly DrillDefinition[], references: readonly DrillReference[]): readonly DrillReference[] =>
  references.filter((reference) => resolveDrill(safe, reference) !== null);

const item = (
  drills: readonly DrillReference[],
  goal: ProgrammeItem['goal'],
  rounds: number | null,
  side: ProgrammeItem['side'] = 'each',
): ProgrammeItem => ({ drills, goal, side, rounds, reps: null, rest: REST_BETWEEN });

/** The person with the sets, the test and the answer on pain of this moment. */
function personNow({ person, sets, drills, now, passport, questions }: ProposalInput): Person {
  const pain = morePain(person.pain, painIn(questions.hurts ?? 'both', questions.pain));
  const told = { ...person, pain, stopsSince: knownMoment(passport.test, now) };
  return withSets(withTest(told, passport.test), sets, drills, now);
}

/** The proposal for the person, or why there is none. Never beyond the limits of `clamp`, and never against what is allowed. */
export function propose(input: ProposalInput): Proposed {
  const person = personNow(input);
  if (openFlags(person).length > 0) return { kind: 'none', why: 'see-first' };
  if (SIDES.every((side) => painLight(person.pain[side] ?? 0) === 'red')) return { kind: 'none', why: 'pain' };
  const hips = new Map(
    input.drills.map((drill) => [drill, SIDES.map((side) => allowedHip(drill, side, person, input.now))]),
  );
  const on: Planned = (drill) => (hips.get(drill) ?? []).filter(mayBePlanned).map(({ side }) => side);
  const safe = input.drills.filter((drill) => on(drill).length >= (drill.bilateral ? SIDES.length : 1));
  const [reference] = known(safe, [SLEEPER, SEAT]);
  const first = reference && resolveDrill(safe, reference);
  const ofFirst = (first && hips.get(first)) ?? [];
  const work = workOf(input, ofFirst.filter(mayBePlanned));
  if (work === null) return gentle(input, CARE[careFor(person, input.now) ?? 'care-sore'], safe, on);
  const onAll = safe.filter((drill) => work.sides.every((side) => on(drill).includes(side)));
  const main = known(onAll, [SLEEPER, SEAT]);
  const spared = sparedOf(ofFirst, work);
  const days = daysFor(work.step, input);
  // No day is left that keeps 48 hours from the strength days of the plan.
  const step = days === null ? 'build' : work.step;
  return working({ input, safe: onAll, main, ...work, step, spared });
}

/** The hips that may be planned to do a drill. */
type Planned = (drill: DrillDefinition) => readonly Side[];

/** Which hips work, how hard, and why no range is opened; null: it is. */
interface Work {
  readonly step: Exclude<HipStep, 'gentle'>;
  readonly sides: readonly Side[];
  readonly kept: 'enough' | 'keep' | null;
}

/** Null: no hip may push and pull. A hip that opens no range lets the other go on; where both open none, both use what is there. */
function workOf({ step: wanted, questions }: ProposalInput, hips: readonly AllowedHip[]): Work | null {
  const able = hips.filter(({ hardest }) => hardest !== 'gentle');
  if (wanted === 'gentle' || able.length === 0) return null;
  const opening = able.filter(({ range }) => range === 'open');
  const chosen = opening.length > 0 ? opening : able;
  const isEnough = chosen.every(({ reasons }) => reasons.some(({ about }) => about === 'enough'));
  // Who wants ease is never asked for three quarters of their strength.
  const mild = questions.goal === 'ease' || chosen.some(({ hardest }) => hardest === 'build');
  return {
    step: mild ? 'build' : wanted,
    sides: chosen.map(({ side }) => side),
    kept: opening.length > 0 ? null : isEnough ? 'enough' : 'keep',
  };
}

/** The hips that do not work, each with a reason of its own where it has one. */
const sparedOf = (hips: readonly AllowedHip[], { sides }: Work): Core['spared'] =>
  hips.flatMap(({ side, reasons }) => {
    const reason = reasons.find((one) => one.side !== null) ?? reasons[0];
    return sides.includes(side) || !reason ? [] : [{ side, reason }];
  });

/** Without push and pull: the short programme that fits the person, without what they may not do. */
function gentle(
  input: ProposalInput,
  parts: readonly (readonly DrillReference[])[],
  safe: readonly DrillDefinition[],
  on: Planned,
): Proposed {
  const items = parts.flatMap((drills) => gentleItem(known(safe, drills), safe, on));
  if (items.length === 0) return { kind: 'none', why: 'nothing-left' };
  const days = daysFor('gentle', input) ?? { days: [], since: input.dayOf(input.now) };
  const why: readonly Why[] = [
    { about: 'drill', why: 'gentle' },
    { about: 'lift-offs', why: 'no-pain' },
    { about: 'rounds', why: 'usual', rounds: 1 },
    { about: 'days', why: 'gentle', days: days.days.length },
  ];
  return finished(input, 'gentle', items, [], days, why);
}

/** On the hips that may do every drill of the choice. */
function gentleItem(
  drills: readonly DrillReference[],
  safe: readonly DrillDefinition[],
  on: Planned,
): readonly ProgrammeItem[] {
  const found = drills.flatMap((reference) => resolveDrill(safe, reference) ?? []);
  const sides = SIDES.filter((side) => found.every((drill) => on(drill).includes(side)));
  if (found.length === 0 || sides.length === 0) return [];
  return [item(drills, 'prep', 1, sideOf(sides))];
}

const sideOf = ([first, second]: readonly Side[]): ProgrammeItem['side'] =>
  first === undefined || second !== undefined ? 'each' : first;

function working(basis: Omit<Core, 'dose' | 'presets' | 'liftOffs' | 'more'>): Proposed {
  const { input, safe, main, step, kept } = basis;
  const { passport, questions, clamp } = input;
  const doses = main.flatMap((reference) => {
    const drill = resolveDrill(safe, reference);
    return drill
      ? [{ drill: drill.id, dose: doseFor(passport, questions.goal, step, drill, clamp, kept, basis.sides) }]
      : [];
  });
  const [first] = doses;
  if (!first) return { kind: 'none', why: 'nothing-left' };
  const { dose } = first;
  const presets = doses.map(({ drill, dose: { preset } }) => ({ drill, goal: step, preset }));
  const more = basis.sides.length < SIDES.length ? null : moreFor(input);
  const core: Core = { ...basis, dose, presets, more, liftOffs: liftOffsFor(basis, dose) };
  const full = fullExtent(core);
  const extent = fitting(core, full);
  const days = daysFor(step, input) ?? { days: [], since: input.dayOf(input.now) };
  const items = itemsOf(core, extent);
  const inRounds = presets.map((one) => ({ ...one, preset: clamp({ ...one.preset, rounds: extent.rounds }) }));
  return finished(input, step, items, inRounds, days, whyOf(core, full, extent, days.days.length));
}

/** The hip that turns in less beyond error, unless the difference is one of zero. */
function moreFor({ passport }: ProposalInput): Core['more'] {
  const { directions, shifted } = passport.sides;
  const { active, passive } = directions.internal;
  const differs = (one: SideDifference | null) => one !== null && one.kind !== 'about-the-same';
  const difference = differs(active) ? active : passive;
  const side = hipBehind(passport);
  if (shifted || side === null || difference === null || !differs(difference)) return null;
  const behind = difference.by < 0 ? 'left' : 'right';
  return behind === side ? { side, by: Math.abs(difference.by) } : null;
}

function liftOffsFor(
  { input: { passport, questions }, safe, sides, kept }: Pick<Core, 'input' | 'safe' | 'sides' | 'kept'>,
  { reason }: Dose,
): Core['liftOffs'] {
  if (known(safe, [LIFT_OFF]).length === 0) return 'no-pain';
  const range = leastPassive(passport, sides);
  if (kept === null && (range === null || range < LIFT_OFF_RANGE)) return 'no-range';
  if (questions.goal === 'control') return 'yes-goal';
  if (kept !== null) return 'yes-enough';
  if (reason === 'unknown-gap') return 'unknown-gap';
  return reason === 'gap' || reason === 'wide-gap' ? 'yes-gap' : 'no-gap';
}

const hasLiftOffs = ({ liftOffs }: Core): boolean =>
  liftOffs === 'yes-gap' || liftOffs === 'yes-goal' || liftOffs === 'yes-enough';

const fullExtent = (core: Core): Extent => ({
  warmUp: core.input.questions.minutes > 10 && known(core.safe, PULSES).length > 0,
  rounds: core.dose.preset.rounds,
  liftOffs: hasLiftOffs(core),
  moreForOneSide: core.more !== null && core.dose.preset.rounds < PROGRAMME_LIMITS.rounds,
});

/** The largest programme within the minutes: first the warm-up goes, then rounds, then the round more, then the lift-offs. */
function fitting(core: Core, full: Extent): Extent {
  const steps: Extent[] = [full, { ...full, warmUp: false }];
  for (let rounds = full.rounds - 1; rounds >= 1; rounds -= 1) steps.push({ ...full, warmUp: false, rounds });
  steps.push({ ...full, warmUp: false, rounds: 1, moreForOneSide: false });
  const least: Extent = { warmUp: false, rounds: 1, moreForOneSide: false, liftOffs: false };
  const budget = core.input.questions.minutes * 60;
  return steps.find((extent) => lengthOfItems(core.input, itemsOf(core, extent), core.presets) <= budget) ?? least;
}

function itemsOf({ step, safe, main, more, sides }: Core, extent: Extent): readonly ProgrammeItem[] {
  const { rounds } = extent;
  const items: ProgrammeItem[] = [];
  const side = sideOf(sides);
  if (extent.warmUp) items.push(item(known(safe, PULSES).slice(0, 1), 'prep', 1));
  if (more !== null && extent.moreForOneSide)
    items.push(
      item(main, step, rounds + 1, more.side),
      item(main, step, rounds, more.side === 'left' ? 'right' : 'left'),
    );
  else items.push(item(main, step, rounds, side));
  const lifts = known(safe, step === 'strength' ? [LIFT_OFF, HINGE] : [LIFT_OFF]);
  if (extent.liftOffs) items.push(item(lifts, step, 1, side));
  return items;
}

/** Training time and the rests, without count-in and start holds. A drill without a preset of its own has its usual one. */
export function lengthOfItems(
  { drills, lengthOf: length, clamp }: Pick<ProposalInput, 'drills' | 'lengthOf' | 'clamp'>,
  items: readonly ProgrammeItem[],
  presets: HipProposal['presets'],
): Seconds {
  return items.reduce((sum, { drills: offered, goal, rounds, side, rest }, index) => {
    const drill = offered[0] ? resolveDrill(drills, offered[0]) : null;
    if (drill === null) return sum;
    const own = presets.find((one) => one.drill === drill.id && one.goal === goal)?.preset;
    const preset = own ?? drill.presets[goal ?? 'prep'];
    const sides = drill.bilateral || side !== 'each' ? 1 : 2;
    const set = length(drill, clamp({ ...preset, rounds: rounds ?? preset.rounds }), sides);
    return sum + set + (index < items.length - 1 ? rest : 0);
  }, 0);
}

function whyOf(
  { step, main, dose, more, liftOffs, spared }: Core,
  full: Extent,
  extent: Extent,
  days: number,
): readonly Why[] {
  const { preset, reason } = dose;
  const dropped = full.liftOffs && !extent.liftOffs;
  return [
    { about: 'drill', why: main[0]?.drill === SLEEPER.drill ? 'sleeper' : 'seat' },
    { about: 'passive', why: reason, seconds: preset.passive },
    { about: 'push', why: step, seconds: preset.pailsRamp + preset.pailsHold },
    { about: 'pull', why: reason, seconds: preset.rails },
    { about: 'lift-offs', why: dropped ? 'no-time' : liftOffs },
    { about: 'rounds', why: extent.rounds < full.rounds ? 'time' : 'usual', rounds: extent.rounds },
    ...(more !== null && extent.moreForOneSide ? [{ about: 'side', ...more } as const] : []),
    ...spared.map((one) => ({ about: 'spared', ...one }) as const),
    { about: 'days', why: step, days },
  ];
}

function finished(
  input: ProposalInput,
  step: HipStep,
  items: readonly ProgrammeItem[],
  presets: HipProposal['presets'],
  { days, since }: NonNullable<ReturnType<typeof daysFor>>,
  why: readonly Why[],
): HipProposal {
  return {
    kind: 'programme',
    step,
    programme: { id: HIP_PROGRAMME, blocks: [{ times: 1, items }] },
    presets,
    week: { programme: HIP_PROGRAMME, days, at: [EVENING], since },
    length: lengthOfItems(input, items, presets),
    why,
  };
}

/** Minutes since midnight: seven in the evening, as in the app's typical week. */
const EVENING = 19 * 60;

/** Three days with a day between, then two, then one: the first that suits the plan is taken. */
const CHOICES: readonly (readonly Weekday[])[] = [
  [0, 2, 4],
  [1, 3, 5],
  [0, 2, 5],
  [0, 3, 5],
  [1, 3, 6],
  [1, 4, 6],
  [2, 4, 6],
  ...([0, 1, 2, 3, 4, 5, 6] as const).map((day): readonly Weekday[] => [day, ((day + 3) % 7) as Weekday]),
  ...([0, 1, 2, 3, 4, 5, 6] as const).map((day): readonly Weekday[] => [day]),
];

/** As hard as the programme will be, so that the app's own advice judges it. */
const stand = (step: HipStep): Programme => {
  const blocks = [{ times: 1, items: [item([], GOAL_OF[step], null)] }];
  return { id: HIP_PROGRAMME, title: '', summary: '', blocks };
};

/**
 * The days of a week for a step, and the first day on which the programme is planned; null: no choice of
 * days leaves enough rest between strength days. Other programmes that follow the goal of the day count as strength work.
 */
function daysFor(step: HipStep, input: Pick<ProposalInput, 'plan' | 'programmes' | 'sets' | 'now' | 'dayOf'>) {
  const others = input.plan.filter(({ programme }) => programme !== HIP_PROGRAMME);
  const programmes = [...input.programmes.filter(({ id }) => id !== HIP_PROGRAMME), stand(step)];
  const advice = (days: readonly Weekday[]) =>
    planAdvice({
      plan: [...others, { programme: HIP_PROGRAMME, days, at: [0] }],
      programmes,
      goal: 'strength',
    });
  const before = advice([]).pairs.length;
  const days = CHOICES.find((choice) => {
    const { pairs, tooOften } = advice(choice);
    return pairs.length <= before && !tooOften.some(({ programme }) => programme.id === HIP_PROGRAMME);
  });
  return days === undefined ? null : { days, since: firstDay(step, input) };
}

/** Today; tomorrow after a stop today; and for strength not before 48 hours after the last strength set. */
function firstDay(step: HipStep, { sets, now, dayOf }: Pick<ProposalInput, 'sets' | 'now' | 'dayOf'>): CivilDay {
  const today = dayOf(now);
  const stopped = sets.some((set) => isStop(set) && dayOf(set.startedAt) === today);
  const rest = step === 'strength' ? restUntil(sets, now, dayOf) : null;
  return Math.max(stopped ? today + 1 : today, rest === null ? today : dayOf(rest));
}
