import { type Degrees, type Share, type Side, SIDES } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, PhaseKind, RepDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import type { CoachWords } from '../../coach/speech/coach-words.ts';
import type { HipLimits } from './allowed.ts';

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
  const least = Math.min(...own.map(({ degrees }) => degrees));
  const first = words.limit.phase(least);
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
    reps: drill.reps && boundedReps(drill.reps, least, words),
  };
}
