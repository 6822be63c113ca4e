import type { Reading } from '../body/reading.ts';
import type { Reason } from '../body/reason.ts';
import { type Degrees, type Estimate, leadingSide, type Seconds } from '../body/units.ts';
import { showAngle } from './angle-display.ts';
import { isCountedDown, isWorking } from './announce.ts';
import type { TimelinePhase } from './coach-contract.ts';
import { isBorrowing, isRangePhase } from './compensation.ts';
import { judge, say, type Turn } from './coach-state.ts';
import { paceCues } from './cue-pacing.ts';
import type { JudgedReading } from './judged-reading.ts';
import { watchNeutral } from './neutral-watch.ts';
import { watchPresence } from './presence.ts';
import { trackRange } from './range-tracker.ts';
import { stepReps } from './rep-counter.ts';
import { liveFlags, spokenFor, stepRules } from './rule-book.ts';
import { closeFlags, leaveNow } from './run-timeline.ts';
import { spokenReason } from './spoken-reason.ts';
import { currentPhase, elapsedAt, holdSince, leftAt, phaseAt } from './timeline-clock.ts';

/** No cue in the seconds that are counted down, nor so late in a short phase that it would tell of the next one. */
const COUNTED: Seconds = 3.5;
const TOO_LATE: Seconds = 1.5;
/** A change of sides takes at least this long, and the new place must look right for this long. */
const SHORTEST_TURN: Seconds = 5;
const FRAMED_FOR: Seconds = 1.5;
/** How long a neutral may fail before the person is told why, and told again. */
const NEUTRAL_PATIENCE: Seconds = 6;
const NEUTRAL_AGAIN: Seconds = 10;

/** Takes one reading into the set: neutral, gates, rules, cues, the big number, range and repetitions. */
export function observeReading(turn: Turn, reading: Reading): void {
  const { state } = turn;
  if (state.ended !== null) return;
  state.readAt = reading.time;
  observeNeutral(turn, reading);
  observeGates(turn, reading);
  const phase = phaseAt(state.clock, reading.time);
  const judged = judge(state, reading);
  observeRules(turn, judged, phase, reading.time);
  const hip = hipOf(judged, phase);
  state.angle = showAngle(state.angle, reading.time, hip.estimate, hip.reason);
  if (phase === null) return;
  observePresence(turn, reading, phase, hip.reason);
  observeRange(turn, phase, reading.time, hip.estimate);
  observeReps(turn, phase, reading.time, hip.estimate);
}

/** Without readings the flags must not stay open and the cue must not stand for ever. */
export function observeSilence(turn: Turn): void {
  const { state } = turn;
  if (state.ended !== null || state.now - state.readAt <= 1) return;
  const nobody: JudgedReading = { body: null, reasons: ['no-person'] };
  observeRules(turn, nobody, phaseAt(state.clock, state.now), state.now);
}

function observeNeutral(turn: Turn, reading: Reading): void {
  const { state, effects } = turn;
  const phase = currentPhase(state.clock);
  const needed = phase !== null && (isWorking(phase.kind) || phase.kind === 'rest');
  const { watch, askAgain } = watchNeutral(state.neutral, reading, needed);
  state.neutral = watch;
  if (askAgain === null) return;
  closeFlags(turn, reading.time);
  effects.push({ kind: 'begin-neutral' });
  say(turn, spokenReason(askAgain, reading), true);
}

function observeGates(turn: Turn, reading: Reading): void {
  const { state } = turn;
  const phase = currentPhase(state.clock);
  if (phase === null || phase.length !== null || state.clock.pausedAt !== null) return;
  if (phase.kind === 'neutral') {
    if (state.neutral.set !== null && state.neutral.askedAt === null) leaveNow(turn, state.now);
    else sayNeutralProblem(turn, reading);
  } else if (phase.kind === 'turn') {
    const framed = reading.framing.ready && reading.time >= state.clock.startedAt;
    state.framedSince = framed ? (state.framedSince ?? reading.time) : null;
    const settled = state.framedSince !== null && reading.time - state.framedSince >= FRAMED_FOR;
    if (settled && elapsedAt(state.clock, state.now) >= SHORTEST_TURN) leaveNow(turn, state.now);
  }
}

function sayNeutralProblem(turn: Turn, reading: Reading): void {
  const { state } = turn;
  const reason = neutralProblem(reading);
  const since =
    state.neutralSaidAt ?? state.clock.startedAt + state.clock.pausedFor + NEUTRAL_PATIENCE - NEUTRAL_AGAIN;
  if (reason === null || state.now - since < NEUTRAL_AGAIN) return;
  say(turn, reason === 'moving' ? 'Hold still.' : spokenReason(reason, reading));
  state.neutralSaidAt = state.now;
}

function neutralProblem(reading: Reading): Reason | 'moving' | null {
  if (!reading.person.seen) return reading.person.reason;
  const held = reading.neutral.kind === 'holding' ? reading.neutral.problem : null;
  return held ?? reading.light.problem ?? reading.framing.problem;
}

function observeRules(turn: Turn, judged: JudgedReading, phase: TimelinePhase | null, time: Seconds): void {
  const { state, effects } = turn;
  const { book, closed } = stepRules(state.book, {
    time,
    judged,
    side: (phase ?? currentPhase(state.clock))?.side ?? 'left',
    phase: phase?.kind ?? null,
    holdSince: holdSince(state.clock, time),
    noise: state.neutral.set?.quality.noise ?? {},
  });
  state.book = book;
  for (const flag of closed) effects.push({ kind: 'flag', flag });
  const flags = liveFlags(book);
  if (flags.some((flag) => flag.severity === 'red' && isBorrowing(flag.rule.id))) state.redAt = time;
  const { pacing, cue } = paceCues(state.pacing, flags, state.now, mayTalk(turn));
  state.pacing = pacing;
  if (cue === null) return;
  state.book = spokenFor(book, cue.rule);
  effects.push({ kind: 'cue', ...cue });
}

function mayTalk({ state }: Turn): boolean {
  const phase = currentPhase(state.clock);
  const left = leftAt(state.clock, state.now);
  return phase === null || left === null || left > (isCountedDown(phase) ? COUNTED : TOO_LATE);
}

/** The leading hip's internal rotation, or why there is none. */
function hipOf(
  judged: JudgedReading,
  phase: TimelinePhase | null,
): { readonly estimate: Estimate<Degrees> | null; readonly reason: Reason | null } {
  const { body } = judged;
  if (body === null) return { estimate: null, reason: judged.reasons[0] ?? 'no-person' };
  const unseen = body.unseen['hip-internal-rotation'];
  const estimate =
    unseen === undefined ? body.leg[leadingSide(phase?.side ?? 'left')].internalRotation : null;
  return { estimate, reason: estimate === null ? (unseen ?? judged.reasons[0] ?? 'joints-hidden') : null };
}

function observePresence(turn: Turn, reading: Reading, phase: TimelinePhase, reason: Reason | null): void {
  const { state } = turn;
  // A neutral that is awaited has been asked for already, in words of its own.
  if (!isWorking(phase.kind) || state.neutral.pending !== null) return;
  const step = watchPresence(state.presence, reading.time, reason);
  state.presence = step.presence;
  if (step.say === 'lost' && reason !== null) say(turn, spokenReason(reason, reading));
  if (step.say === 'found') say(turn, 'I see you again.');
}

function observeRange(
  turn: Turn,
  phase: TimelinePhase,
  time: Seconds,
  estimate: Estimate<Degrees> | null,
): void {
  const { state } = turn;
  if (!isRangePhase(state.plan.drill, phase.kind)) return;
  const onsets = liveFlags(state.book)
    .filter((flag) => isBorrowing(flag.rule.id))
    .map((flag) => flag.onset);
  const dirtySince = onsets.length === 0 ? null : Math.min(...onsets);
  state.range = trackRange(state.range, time, estimate?.value ?? null, dirtySince);
}

function observeReps(
  turn: Turn,
  phase: TimelinePhase,
  time: Seconds,
  estimate: Estimate<Degrees> | null,
): void {
  const { state, effects } = turn;
  const definition = state.plan.drill.reps;
  if (definition === null || phase.kind !== 'reps' || estimate === null) return;
  const { counter, rep, held } = stepReps(definition, state.reps, time, estimate.value, state.redAt);
  state.reps = counter;
  if (held !== null) effects.push({ kind: 'beep', tone: 'hold' });
  if (rep === null) return;
  effects.push({ kind: 'rep', rep });
  if (rep.good) say(turn, `${counter.good}`);
  else if (state.now >= state.pacing.quietUntil) say(turn, `Not counted. ${rep.why ?? ''}`.trim());
}
