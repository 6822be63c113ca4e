import type { Seconds, Side } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { resolveDrill } from '../planning/parts.ts';
import { type DrillReference, PROGRAMME_LIMITS, type ProgrammeItem } from '../planning/programme.ts';
import { painLight } from '../review/after-set.ts';
import { doseFor, hipBehind, leastPassive, LIFT_OFF_RANGE } from './dose.ts';
import { daysFor } from './hip-days.ts';
import {
  type Dose,
  HIP_PROGRAMME,
  type HipProposal,
  type HipStep,
  type Proposed,
  type ProposalInput,
  type Why,
} from './hip-programme.ts';
import type { SideDifference } from './passport.ts';
import { allowedStep, safeDrills } from './safe-drills.ts';

const SLEEPER: DrillReference = { drill: 'supine-sleeper', variant: null };
const SEAT: DrillReference = { drill: 'ninety-ninety-pails-rails', variant: null };
const PULSES: DrillReference = { drill: 'supine-ir-pulses', variant: null };
const LIFT_OFF: DrillReference = { drill: 'ninety-ninety-lift-off', variant: null };
const HINGE: DrillReference = { drill: 'ninety-ninety-lift-off-hinge', variant: null };
const KNEES: readonly DrillReference[] = [
  { drill: 'knee-to-knee', variant: 'wall' },
  { drill: 'knee-to-knee', variant: 'floor' },
];
const SEQUENCE: DrillReference = { drill: 'hip-movement-sequence', variant: null };

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
}

const known = (safe: readonly DrillDefinition[], references: readonly DrillReference[]): readonly DrillReference[] =>
  references.filter((reference) => resolveDrill(safe, reference) !== null);

const item = (
  drills: readonly DrillReference[],
  goal: ProgrammeItem['goal'],
  rounds: number | null,
  side: ProgrammeItem['side'] = 'each',
): ProgrammeItem => ({ drills, goal, side, rounds, reps: null, rest: REST_BETWEEN });

/** The proposal for the person, or why there is none. Never beyond the limits of `clamp`, and never against a stop. */
export function propose(input: ProposalInput): Proposed {
  if (painLight(input.questions.pain) === 'red') return { kind: 'none', why: 'pain' };
  const safe = safeDrills(input);
  const step = allowedStep(input.step, input);
  const main = known(safe, [SLEEPER, SEAT]);
  if (step === 'gentle' || main.length === 0) return gentle(input, safe);
  const days = daysFor(step, input);
  // No day is left that keeps 48 hours from the strength days of the plan.
  return days === null ? working(input, safe, main, 'build') : working(input, safe, main, step);
}

/** Without push and pull: both knees in, and the movement sequence. */
function gentle(input: ProposalInput, safe: readonly DrillDefinition[]): Proposed {
  const knees = known(safe, KNEES);
  const sequence = known(safe, [SEQUENCE]);
  const offered = [knees, sequence].filter((one) => one.length > 0);
  if (offered.length === 0) return { kind: 'none', why: 'nothing-left' };
  const items = offered.map((drills) => item(drills, 'prep', 1));
  const days = daysFor('gentle', input) ?? { days: [], since: input.dayOf(input.now) };
  const why: readonly Why[] = [
    { about: 'drill', why: 'gentle' },
    { about: 'lift-offs', why: 'no-pain' },
    { about: 'rounds', why: 'usual', rounds: 1 },
    { about: 'days', why: 'gentle', days: days.days.length },
  ];
  return finished(input, 'gentle', items, [], days, why);
}

function working(
  input: ProposalInput,
  safe: readonly DrillDefinition[],
  main: readonly DrillReference[],
  step: Core['step'],
): Proposed {
  const first = main[0] && resolveDrill(safe, main[0]);
  if (!first) return { kind: 'none', why: 'nothing-left' };
  const { passport, questions, clamp } = input;
  const dose = doseFor(passport, questions.goal, step, first, clamp);
  const presets = main.flatMap((reference) => {
    const drill = resolveDrill(safe, reference);
    if (!drill) return [];
    return [{ drill: drill.id, goal: step, preset: doseFor(passport, questions.goal, step, drill, clamp).preset }];
  });
  const liftOffs = liftOffsFor(input, safe, dose);
  const core: Core = { input, step, safe, main, dose, presets, more: moreFor(input), liftOffs };
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
  { passport, questions }: ProposalInput,
  safe: readonly DrillDefinition[],
  dose: Dose,
): Core['liftOffs'] {
  if (known(safe, [LIFT_OFF]).length === 0) return 'no-pain';
  const range = leastPassive(passport);
  if (range === null || range < LIFT_OFF_RANGE) return 'no-range';
  if (questions.goal === 'control') return 'yes-goal';
  if (dose.reason === 'unknown-gap') return 'unknown-gap';
  return dose.reason === 'gap' || dose.reason === 'wide-gap' ? 'yes-gap' : 'no-gap';
}

const hasLiftOffs = ({ liftOffs }: Core): boolean => liftOffs === 'yes-gap' || liftOffs === 'yes-goal';

const fullExtent = (core: Core): Extent => ({
  warmUp: core.input.questions.minutes > 10 && known(core.safe, [PULSES]).length > 0,
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

function itemsOf({ step, safe, main, more }: Core, extent: Extent): readonly ProgrammeItem[] {
  const { rounds } = extent;
  const items: ProgrammeItem[] = [];
  if (extent.warmUp) items.push(item([PULSES], 'prep', 1));
  if (more !== null && extent.moreForOneSide)
    items.push(
      item(main, step, rounds + 1, more.side),
      item(main, step, rounds, more.side === 'left' ? 'right' : 'left'),
    );
  else items.push(item(main, step, rounds));
  const lifts = known(safe, step === 'strength' ? [LIFT_OFF, HINGE] : [LIFT_OFF]);
  if (extent.liftOffs) items.push(item(lifts, step, 1));
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

function whyOf({ step, main, dose, more, liftOffs }: Core, full: Extent, extent: Extent, days: number): readonly Why[] {
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
