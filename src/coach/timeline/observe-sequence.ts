import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import { isWorking } from '../speech/announce.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { say, type StepDraft } from '../coach-state.ts';
import type { MovementStep } from '../drill-definition.ts';
import { type JudgedReading, seeChannel } from '../rules/judged-reading.ts';
import { passStep, stepAt, stepSequence } from './movement-sequence.ts';
import { currentPhase } from './timeline-clock.ts';
import { wordsFor } from '../speech/words-for.ts';

/** Takes one reading into a sequence: the angle that the present direction works on. */
export function observeSequence(turn: StepDraft, judged: JudgedReading, phase: TimelinePhase, time: Seconds): void {
  const { state, effects } = turn;
  const definition = state.plan.drill.reps;
  const step = stepAt(definition?.sequence ?? [], state.sequence.count);
  if (definition === null || step === null) return;
  const read = (channel: MovementStep['channel']): Degrees | null => {
    const sight = seeChannel(judged, channel, phase.side);
    return sight.seen ? sight.estimate.value : null;
  };
  const isBent = step.whileBent === undefined || (read('hip-flexion') ?? 0) >= step.whileBent;
  const angle = isBent ? read(step.channel) : null;
  const { watch, rep } = stepSequence(definition, state.sequence, time, angle, state.redAt, wordsFor(state.plan));
  state.sequence = watch;
  if (rep === null) return;
  state.reps = { ...state.reps, all: state.reps.all + 1, good: state.reps.good + (rep.good ? 1 : 0) };
  effects.push({ kind: 'rep', rep });
  call(turn);
}

/** Moves a sequence on when a direction has had its time: to be called on every tick, also without readings. */
export function callSteps(turn: StepDraft): void {
  const { state } = turn;
  const steps = state.plan.drill.reps?.sequence;
  const phase = currentPhase(state.clock);
  if (!steps || phase === null || !isWorking(phase.kind)) return;
  // A pause is none of the direction's time.
  if (state.clock.pausedAt !== null) return void (state.sequence = { ...state.sequence, since: null });
  const watch = passStep(steps, state.sequence, state.now);
  const moved = watch.count !== state.sequence.count;
  state.sequence = watch;
  if (moved) call(turn);
}

/** Says what comes next; after the last one the end of the phase speaks for itself. */
function call(turn: StepDraft): void {
  const { plan, sequence } = turn.state;
  const steps = plan.drill.reps?.sequence ?? [];
  const step = stepAt(steps, sequence.count);
  if (step !== null && sequence.count < steps.length * plan.preset.reps) say(turn, step.call);
}
