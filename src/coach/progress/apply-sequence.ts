import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { isWorking, type MovementStep } from '../drill-definition.ts';
import { type JudgedReading, seeChannel } from '../rules/judged-reading.ts';
import { borrowedAt } from '../rules/range-rules.ts';
import { ask } from '../speech/speak.ts';
import type { Draft } from '../stage.ts';
import { currentPhase } from '../timeline/timeline-clock.ts';
import { passStep, stepAt, stepSequence } from './movement-sequence.ts';

type ProgressDraft = Draft<'progress'>;

/** Feeds one reading to the present step of a movement sequence. */
export function applySequence(draft: ProgressDraft, judged: JudgedReading, phase: TimelinePhase, time: Seconds): void {
  const { own, seen, out } = draft;
  const { drill, words } = seen.plan;
  const definition = drill.reps;
  const step = stepAt(definition?.sequence ?? [], own.sequence.count);
  if (definition === null || step === null) return;
  const read = (channel: MovementStep['channel']): Degrees | null => {
    const value = seeChannel(judged, channel, phase.side);
    return value.seen ? value.estimate.value : null;
  };
  const isBent = step.whileBent === undefined || (read('hip-flexion') ?? 0) >= step.whileBent;
  const angle = isBent ? read(step.channel) : null;
  const { watch, rep } = stepSequence(definition, own.sequence, time, angle, borrowedAt(seen.rules.spoilt), words);
  own.sequence = watch;
  if (rep === null) return;
  own.range = { ...own.range, reps: [...own.range.reps, rep] };
  own.reps = { ...own.reps, all: own.reps.all + 1, good: own.reps.good + (rep.good ? 1 : 0) };
  const isUntold = drill.measure.untold?.some((channel) => channel === step.channel);
  out.push({ kind: 'rep', rep: isUntold ? { ...rep, amplitude: null } : rep });
  sayNextStep(draft);
}

/** Ends a step whose time is over. Called on every tick, also without readings. */
export function passOverdueSteps(draft: ProgressDraft): void {
  const { own, seen } = draft;
  const { clock } = seen.timeline;
  const steps = seen.plan.drill.reps?.sequence;
  const phase = currentPhase(clock);
  if (!steps || phase === null || !isWorking(phase.kind)) return;
  // A pause does not count towards the time of a step.
  if (clock.pausedAt !== null) return void (own.sequence = { ...own.sequence, since: null });
  const watch = passStep(steps, own.sequence, seen.now);
  const moved = watch.count !== own.sequence.count;
  own.sequence = watch;
  if (moved) sayNextStep(draft);
}

/** Announces the next step. After the last one the end of the phase is announced instead. */
function sayNextStep(draft: ProgressDraft): void {
  const { own, seen } = draft;
  const { drill, preset, words } = seen.plan;
  const steps = drill.reps?.sequence ?? [];
  const { count } = own.sequence;
  const step = stepAt(steps, count);
  if (step === null || count >= steps.length * preset.reps) return;
  const startsOver = count % steps.length === 0;
  ask(draft, startsOver ? words.sequenceAgain(step.call, count === steps.length * (preset.reps - 1)) : step.call);
}
