import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import { isWorking } from '../speech/announce.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { say } from '../speech/speak.ts';
import type { StepDraft } from '../coach-state.ts';
import { type JudgedReading, seeChannel } from '../rules/judged-reading.ts';
import type { MovementStep } from '../drill-definition.ts';
import { borrowedAt } from '../rules/range-rules.ts';
import { passStep, stepAt, stepSequence } from './movement-sequence.ts';
import { currentPhase } from './timeline-clock.ts';

/** Feeds one reading to the present step of a movement sequence. */
export function applySequence(draft: StepDraft, judged: JudgedReading, phase: TimelinePhase, time: Seconds): void {
  const { state, effects } = draft;
  const definition = state.plan.drill.reps;
  const step = stepAt(definition?.sequence ?? [], state.sequence.count);
  if (definition === null || step === null) return;
  const read = (channel: MovementStep['channel']): Degrees | null => {
    const value = seeChannel(judged, channel, phase.side);
    return value.seen ? value.estimate.value : null;
  };
  const isBent = step.whileBent === undefined || (read('hip-flexion') ?? 0) >= step.whileBent;
  const angle = isBent ? read(step.channel) : null;
  const { watch, rep } = stepSequence(
    definition,
    state.sequence,
    time,
    angle,
    borrowedAt(state.spoilt),
    state.plan.words,
  );
  state.sequence = watch;
  if (rep === null) return;
  state.reps = { ...state.reps, all: state.reps.all + 1, good: state.reps.good + (rep.good ? 1 : 0) };
  const isUntold = state.plan.drill.measure.untold?.some((channel) => channel === step.channel);
  effects.push({ kind: 'rep', rep: isUntold ? { ...rep, amplitude: null } : rep });
  sayNextStep(draft);
}

/** Ends a step whose time is over. Called on every tick, also without readings. */
export function passOverdueSteps(draft: StepDraft): void {
  const { state } = draft;
  const steps = state.plan.drill.reps?.sequence;
  const phase = currentPhase(state.clock);
  if (!steps || phase === null || !isWorking(phase.kind)) return;
  // A pause does not count towards the time of a step.
  if (state.clock.pausedAt !== null) return void (state.sequence = { ...state.sequence, since: null });
  const watch = passStep(steps, state.sequence, state.now);
  const moved = watch.count !== state.sequence.count;
  state.sequence = watch;
  if (moved) sayNextStep(draft);
}

/** Announces the next step. After the last one the end of the phase is announced instead. */
function sayNextStep(draft: StepDraft): void {
  const { plan, sequence } = draft.state;
  const steps = plan.drill.reps?.sequence ?? [];
  const step = stepAt(steps, sequence.count);
  if (step !== null && sequence.count < steps.length * plan.preset.reps) say(draft, step.call);
}
