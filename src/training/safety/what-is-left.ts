import {
  type Demand,
  type DrillDefinition,
  isStretch,
  isWorking,
  type PhaseTemplate,
} from '../../coach/drill-definition.ts';
import { rangeChannel } from '../../coach/rules/range-rules.ts';
import type { RangeWork } from './red-flags.ts';

/** Work at the end of the range: without it the easy stretch is left. */
const AT_THE_END = new Set<PhaseTemplate['kind']>(['hold', 'sink', 'pails', 'rails']);

const endsIn = ({ kind, demands = [] }: PhaseTemplate): boolean => kind === 'reps' && demands.includes('end-passive');

/** Whether the drill goes to the end of the range, and stays there or goes there again and again. A test opens nothing. */
export const opensRange = ({ phases, hipTest }: Pick<DrillDefinition, 'phases' | 'hipTest'>): boolean =>
  hipTest === undefined && phases.some((phase) => isStretch(phase.kind) || endsIn(phase));

/** Whether the drill turns a hip in, where the camera sees it. */
export const turnsHipIn = (drill: DrillDefinition): boolean =>
  drill.camera !== 'none' &&
  (rangeChannel(drill) === 'hip-internal-rotation' ||
    (drill.reps?.sequence ?? []).some(({ channel }) => channel === 'hip-internal-rotation'));

/** Everything that the drill demands somewhere. */
export const demandsOf = ({ demands, phases, reps }: DrillDefinition): ReadonlySet<Demand> =>
  new Set([...demands, ...[...phases, ...(reps?.sequence ?? [])].flatMap((part) => part.demands ?? [])]);

/** A hard push is not left out but made gentle: its effort is that of the easiest goal then. */
const asks = (demands: readonly Demand[] = [], closed: readonly Demand[] = []): boolean =>
  demands.some((demand) => demand !== 'hard-push' && closed.includes(demand));

/** The words of a phase that ask for no more range. */
const bounded = ({ bounded: instruction, unseen: _further, ...phase }: PhaseTemplate): PhaseTemplate => ({
  ...phase,
  ...(instruction === undefined ? {} : { instruction, bounded: instruction }),
});

function phaseLeft(phase: PhaseTemplate, closed: readonly Demand[]): readonly PhaseTemplate[] {
  if (!asks(phase.demands, closed)) return [phase];
  const { demands: _closed, instead, ...rest } = phase;
  return instead === undefined ? [] : [{ ...rest, ...instead }];
}

/** Without new range: nothing goes deeper, and a repetition to the end is bounded or left out. */
function keptPhase(phase: PhaseTemplate): readonly PhaseTemplate[] {
  if (phase.kind === 'sink') return [];
  if (!endsIn(phase)) return [phase];
  return phase.bounded === undefined ? [] : [bounded(phase)];
}

function inRange(phases: readonly PhaseTemplate[], range: RangeWork): readonly PhaseTemplate[] {
  if (range === 'open') return phases;
  return phases.filter(({ kind }) => range === 'keep' || !AT_THE_END.has(kind)).flatMap(keptPhase);
}

/** Words that talk a repetition through ask for more range, so they go where none is opened. */
function repsLeft(
  reps: DrillDefinition['reps'],
  closed: readonly Demand[],
  isBounded: boolean,
): DrillDefinition['reps'] {
  if (reps === null) return null;
  const { guide, parts, ...rest } = reps;
  const words = isBounded ? {} : { ...(guide ? { guide } : {}), ...(parts ? { parts } : {}) };
  const { sequence } = reps;
  const steps = sequence ? { sequence: sequence.filter(({ demands }) => !asks(demands, closed)) } : {};
  return { ...rest, ...words, ...steps };
}

/**
 * The drill as it may be done. Null: nothing of it is left.
 * @param bounds the demands that are closed, and the work on range that is left
 */
export function leftOf(
  drill: DrillDefinition,
  { closed, range }: { readonly closed: readonly Demand[]; readonly range: RangeWork },
): DrillDefinition | null {
  if (asks(drill.demands, closed)) return null;
  const opens = opensRange(drill);
  const open = drill.phases.flatMap((phase) => phaseLeft(phase, closed));
  const phases = opens ? inRange(open, range) : open;
  const isBounded = opens && range !== 'open' && phases.some(endsIn);
  const reps = repsLeft(drill.reps, closed, isBounded);
  const works = phases.some(({ kind, step }) => isWorking(kind) && (drill.hipTest === undefined || step !== undefined));
  if (!works || reps?.sequence?.length === 0) return null;
  return { ...drill, phases, reps };
}
