import {
  type DrillDefinition,
  type Goal,
  GOALS,
  type PhaseKind,
  type Preset,
  type RepDefinition,
  type RuleDefinition,
} from '../../coach/drill-definition.ts';
import type { SetLoad } from '../../coach/record/set-record.ts';
import type { CoachWords } from '../../coach/speech/coach-words.ts';
import { type Degrees, type Share, type Side, SIDES, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { Allowed, HipLimits } from './allowed.ts';
import { GOAL_OF } from './red-flags.ts';
import { opensRange } from './what-is-left.ts';

/** Seconds in a range that is kept and not opened: into it, and no further. */
export const KEPT_RANGE = { passive: 30, sink: 10 } as const satisfies Partial<Preset>;

/** The part of a set's plan that limits change. */
export interface SetChoice {
  readonly sides: readonly WorkingSide[];
  readonly goal: Goal;
  readonly preset: Preset;
}

const easier = (one: Goal, other: Goal): Goal => (GOALS.indexOf(one) <= GOALS.indexOf(other) ? one : other);

const noHarder = (one: Preset, { effort }: Preset): Preset => ({
  ...one,
  effort: [Math.min(one.effort[0], effort[0]), Math.min(one.effort[1], effort[1])],
});

type WorkNumber = keyof SetLoad | 'pailsRamp' | 'sink';
const WORK_NUMBERS: readonly WorkNumber[] = ['passive', 'pailsRamp', 'pailsHold', 'rails', 'sink', 'rounds', 'reps'];

/** No number of the work above that of the limit. Rests and effort stay. */
export const noMore = (one: Preset, most: Pick<Preset, WorkNumber>): Preset => ({
  ...one,
  ...Object.fromEntries(WORK_NUMBERS.map((key) => [key, Math.min(one[key], most[key])])),
});

/**
 * The person's own numbers of a gentler goal may be harder than that goal. While only Strength is not earned, seconds and rounds may
 * grow, and effort may not.
 */
function eased(drill: DrillDefinition, { goal: wanted, preset }: SetChoice, goal: Goal, may: Allowed): Preset {
  if (may.hardest === 'strength') return preset;
  const isHeld = may.kind !== 'yes' || goal !== wanted;
  const most = drill.presets[goal];
  return isHeld ? noHarder(noMore(preset, most), most) : noHarder(preset, drill.presets.build);
}

/** A set cut down to what is allowed. Null: nothing of it is. */
export function withinLimits(drill: DrillDefinition, chosen: SetChoice, may: Allowed): SetChoice | null {
  const sides = chosen.sides.filter((side) => side === 'both' || may.sides.includes(side));
  if (may.kind === 'no' || sides.length === 0) return null;
  const goal = easier(chosen.goal, GOAL_OF[may.hardest]);
  const own = eased(drill, chosen, goal, may);
  if (may.range === 'open' || !opensRange(drill)) return { sides, goal, preset: own };
  const { passive, sink } = KEPT_RANGE;
  const preset = { ...own, passive: Math.min(own.passive, passive), sink: Math.min(own.sink, sink) };
  return { sides, goal, preset };
}

type LimitWords = Pick<CoachWords, 'limit' | 'swing'>;

/** The limit holds wherever the person works. */
const WORK: readonly PhaseKind[] = ['passive', 'pails', 'rails', 'sink', 'hold', 'reps', 'guided'];

/** A repetition up to the limit counts: no more than this share of it is asked for. */
const ENOUGH_OF_LIMIT: Share = 0.6;

const limitRule = (side: Side, degrees: Degrees, { limit }: LimitWords): RuleDefinition => ({
  id: 'past-limit',
  channel: 'hip-internal-rotation',
  direction: 'positive',
  enter: degrees,
  red: degrees,
  falseMotion: 0,
  limitOf: side,
  phaseFactors: Object.fromEntries(WORK.map((kind) => [kind, 1])),
  cue: limit.cue(degrees),
  explanation: limit.cue(degrees),
  change: limit.back(degrees),
});

/** Nothing of it asks for more: no words that talk a repetition through, and none for one that was too small. */
const boundedReps = (
  { guide: _guide, parts: _parts, ...reps }: RepDefinition,
  degrees: Degrees,
  { limit, swing }: LimitWords,
): RepDefinition => ({
  ...reps,
  minimumAmplitude: Math.min(reps.minimumAmplitude, ENOUGH_OF_LIMIT * degrees),
  words: { ...(reps.words ?? swing), small: limit.small(degrees), pastLimit: limit.back(degrees) },
});

/** A set may be held to its limit twice: on the page of its drill, and before it begins. */
const withFirst = (first: string, text: string): string => (text.startsWith(first) ? text : `${first} ${text}`);

/**
 * The drill with the degrees that its hips must not pass: a rule for each, red at once; no phase that goes deeper; and each phase
 * begins with the limit. Where two hips have two limits, the words name the smaller one, and each rule its own.
 */
export function heldTo(drill: DrillDefinition, limits: HipLimits, words: LimitWords): DrillDefinition {
  const own = SIDES.flatMap((side) => (limits[side] === undefined ? [] : [{ side, degrees: limits[side] }]));
  if (own.length === 0) return drill;
  const fewest = Math.min(...own.map(({ degrees }) => degrees));
  const first = words.limit.phase(fewest);
  return {
    ...drill,
    rules: [
      ...own.map(({ side, degrees }) => limitRule(side, degrees, words)),
      ...drill.rules.filter(({ id }) => id !== 'past-limit'),
    ],
    phases: drill.phases
      .filter(({ kind }) => kind !== 'sink')
      .map(({ bounded, unseen, ...phase }) => {
        const usual = { ...phase, instruction: withFirst(first, bounded ?? phase.instruction) };
        return bounded || unseen === undefined ? usual : { ...usual, unseen: withFirst(first, unseen) };
      }),
    reps: drill.reps && boundedReps(drill.reps, fewest, words),
  };
}
