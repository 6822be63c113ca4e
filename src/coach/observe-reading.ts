import type { Reading } from '../instrument/output/reading.ts';
import type { Reason } from '../instrument/output/reason.ts';
import type { Degrees, Estimate, Seconds } from '../instrument/geometry/units.ts';
import { announceGain } from './speech/announce-gain.ts';
import { showAngle } from './progress/angle-display.ts';
import { asksForRange } from './progress/asked-range.ts';
import { isWorking } from './speech/announce.ts';
import type { TimelinePhase } from './coach-contract.ts';
import { isBorrowing, isRangePhase } from './rules/compensation.ts';
import { judgeAsRead, say, sayReason, type StepDraft } from './coach-state.ts';
import { paceCues } from './speech/cue-pacing.ts';
import { type JudgedReading, rangeChannel, seeChannel } from './rules/judged-reading.ts';
import type { RuleId } from './drill-definition.ts';
import { mayTalk } from './speech/may-talk.ts';
import { observeGates, observeReferencePose } from './setup/observe-reference-pose.ts';
import { observePraise } from './speech/praise.ts';
import { present, watchPresence, watchSilence } from './setup/presence.ts';
import { isUnderWay, stepAt } from './timeline/movement-sequence.ts';
import { observeSequence } from './timeline/observe-sequence.ts';
import { sayWhenQuiet } from './speech/speech-queue.ts';
import { trackRange } from './progress/range-tracker.ts';
import { stepReps } from './progress/rep-counter.ts';
import { stepRoundedBack, withoutRoundedBack } from './rules/rounded-back.ts';
import { stepSpeed } from './rules/rotation-speed.ts';
import { liveFlags, spokenFor, stepRules } from './rules/rule-set-state.ts';
import { currentPhase, holdSince, phaseAt, phaseSince } from './timeline/timeline-clock.ts';
import { wordsFor } from './speech/words-for.ts';

/** Without a reading for this long, what was read last no longer holds. */
const SILENT_AFTER: Seconds = 1;
/** The reason follows the cue that is given for this manieth time. */
const REASON_FROM = 2;
const REASON_PATIENCE: Seconds = 8;

/** Takes one reading into the set: neutral, gates, rules, cues, the big number, range and repetitions. */
export function observeReading(turn: StepDraft, reading: Reading): void {
  const { state } = turn;
  if (state.ended !== null) return;
  state.readAt = reading.time;
  observeReferencePose(turn, reading);
  observeGates(turn, reading);
  const phase = phaseAt(state.clock, reading.time);
  const judged = withSpeed(turn, judgeOwn(turn, reading, phase), phase, reading.time);
  observeRules(turn, judged, phase, reading.time);
  const hip = rangeOf(state, judged, phase);
  const pelvisContribution = contributionNow(judged, phase ?? currentPhase(state.clock));
  state.angle = showAngle(state.angle, reading.time, hip.estimate, hip.reason, pelvisContribution);
  if (phase === null) return;
  observePresence(turn, reading, phase, hip.reason);
  observeRange(turn, phase, reading.time, hip.estimate);
  announceGain(turn, phase);
  observeReps(turn, judged, phase, reading.time, hip.estimate);
}

/** What pelvis or back add to the working hip; of two that work at once one gains what the other loses. */
const contributionNow = ({ body }: JudgedReading, phase: TimelinePhase | null): Degrees | null =>
  phase === null || phase.side === 'both' ? null : (body?.leg[phase.side].pelvisContribution ?? null);

/** Without readings the flags must not stay open, the cue must not stand for ever and nobody should wait for a number. */
export function observeSilence(turn: StepDraft): void {
  const { state } = turn;
  if (state.ended !== null || state.plan.drill.camera === 'none') return;
  if (state.now - state.readAt <= SILENT_AFTER) return;
  const phase = phaseAt(state.clock, state.now);
  observeRules(turn, { body: null, reasons: ['no-picture'] }, phase, state.now);
  if (phase === null) return;
  state.angle = showAngle(state.angle, state.now, null, 'no-picture');
  if (!isWorking(phase.kind) && phase.kind !== 'neutral') return;
  const step = watchSilence(state.presence, state.now, state.readAt);
  state.presence = step.presence;
  if (step.say === 'lost') sayReason(turn, 'no-picture', null);
}

function observeRules(turn: StepDraft, judged: JudgedReading, phase: TimelinePhase | null, time: Seconds): void {
  const { state, effects } = turn;
  const { book, closed } = stepRules(state.book, {
    time,
    judged,
    side: (phase ?? currentPhase(state.clock))?.side ?? 'left',
    phase: phase?.kind ?? null,
    phaseSince: phaseSince(state.clock, time),
    holdSince: holdSince(state.clock, time),
    noise: state.referencePose.set?.quality.noise ?? {},
    strictness: state.plan.strictness,
  });
  state.book = book;
  for (const flag of closed) effects.push({ kind: 'flag', flag });
  observePraise(turn, closed, phase, time);
  const flags = liveFlags(book);
  if (flags.some((flag) => flag.severity === 'red' && isBorrowing(flag.rule.id))) state.redAt = time;
  const { pacing, cue } = paceCues(state.pacing, flags, state.now, mayTalk(state), state.plan.voiceRate);
  state.pacing = pacing;
  if (cue === null) return;
  state.book = spokenFor(book, cue.rule);
  effects.push({ kind: 'cue', ...cue });
  giveReason(turn, cue.rule);
}

/** The cue alone comes first; who needs it again is told once a set what it is for. */
function giveReason(turn: StepDraft, id: RuleId): void {
  const { state } = turn;
  const rule = state.plan.drill.rules.find((one) => one.id === id);
  if (rule === undefined || (state.pacing.times[id] ?? 0) < REASON_FROM) return;
  sayWhenQuiet(turn, `why ${id}`, rule.explanation, REASON_PATIENCE);
}

/** The reading without what a rounded back lends to a bend from now on. */
function judgeOwn({ state }: StepDraft, reading: Reading, phase: TimelinePhase | null): JudgedReading {
  const { time } = reading;
  const read = judgeAsRead(state, reading);
  state.back = stepRoundedBack(state.back, read, state.plan.drill, {
    time,
    phase: phase?.kind ?? null,
    phaseSince: phaseSince(state.clock, time),
    paused: state.clock.pausedAt !== null,
    referencePoseAt: state.referencePose.set?.at ?? null,
  });
  return withoutRoundedBack(read, state.back);
}

/** Adds how fast the working hip turns: the one thing about it that no single reading has. */
function withSpeed(
  { state }: StepDraft,
  judged: JudgedReading,
  phase: TimelinePhase | null,
  time: Seconds,
): JudgedReading {
  const { memory, speed } = stepSpeed(state.speed, time, rangeOf(state, judged, phase).estimate);
  state.speed = memory;
  return { ...judged, speed };
}

/** The angle that the drill works on, or why there is none. */
function rangeOf(
  { plan }: StepDraft['state'],
  judged: JudgedReading,
  phase: TimelinePhase | null,
): { readonly estimate: Estimate<Degrees> | null; readonly reason: Reason | null } {
  const channel = rangeChannel(plan.drill);
  const sight = seeChannel(judged, channel, phase?.side ?? 'left');
  if (sight.seen) return { estimate: sight.estimate, reason: null };
  if (judged.body === null) return { estimate: null, reason: sight.reason };
  return { estimate: null, reason: judged.body.unseen[channel] ?? judged.reasons[0] ?? 'joints-hidden' };
}

function observePresence(turn: StepDraft, reading: Reading, phase: TimelinePhase, reason: Reason | null): void {
  const { state } = turn;
  // A neutral that is awaited is asked for in words of its own, also when only the picture was missing.
  if (!isWorking(phase.kind) || state.referencePose.pending !== null) {
    if (state.presence.reason === 'no-picture') state.presence = present;
    return;
  }
  const step = watchPresence(state.presence, reading.time, reason);
  state.presence = step.presence;
  if (step.say === 'lost' && reason !== null) sayReason(turn, reason, reading);
  if (step.say === 'found') say(turn, wordsFor(state.plan).seenAgain);
}

function observeRange(turn: StepDraft, phase: TimelinePhase, time: Seconds, estimate: Estimate<Degrees> | null): void {
  const { state } = turn;
  if (!isRangePhase(state.plan.drill, phase.kind)) return;
  const onsets = liveFlags(state.book)
    .filter((flag) => isBorrowing(flag.rule.id))
    .map((flag) => flag.onset);
  const dirtySince = onsets.length === 0 ? null : Math.min(...onsets);
  const { drill } = state.plan;
  const step = stepAt(drill.reps?.sequence ?? [], state.sequence.count);
  // The thigh may still be up from the direction before.
  const isAsked = step === null || (asksForRange(drill, step) && isUnderWay(step, state.sequence));
  const asked = isAsked ? estimate : null;
  state.range = trackRange(state.range, time, asked?.value ?? null, dirtySince, asked?.sd);
}

function observeReps(
  turn: StepDraft,
  judged: JudgedReading,
  phase: TimelinePhase,
  time: Seconds,
  estimate: Estimate<Degrees> | null,
): void {
  const { state, effects } = turn;
  const definition = state.plan.drill.reps;
  if (definition === null || phase.kind !== 'reps') return;
  if (definition.sequence) return observeSequence(turn, judged, phase, time);
  if (estimate === null) return;
  const words = wordsFor(state.plan);
  const { counter, rep, held } = stepReps(definition, state.reps, time, estimate.value, state.redAt, words);
  state.reps = counter;
  if (held !== null) effects.push({ kind: 'beep', tone: 'hold' });
  if (rep === null) return;
  effects.push({ kind: 'rep', rep });
  if (rep.good) {
    if (counter.good % (definition.countedEvery ?? 1) === 0) say(turn, words.counted(counter.good));
  } else if (state.now >= state.pacing.quietUntil) say(turn, words.notCounted(rep.why ?? ''));
}
