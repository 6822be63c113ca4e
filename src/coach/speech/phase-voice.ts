import { isWorking } from '../drill-definition.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { SetPlan, TimelinePhase } from '../coach-contract.ts';
import { toldDegrees } from '../progress/useful-band.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import type { Told } from '../stage.ts';
import { keepsRange } from '../timeline/planned-length.ts';
import { currentPhase, elapsedAt, leftAt, nextPhase } from '../timeline/timeline-clock.ts';
import { AFTER_TONE, announcement, changeBeep, isCountedDown, phaseMarks } from './announce.ts';
import { isBackToAsk } from './back-question.ts';
import { spokenLength } from './cue-pacing.ts';
import { ask, BLIND, isQuiet, say, sayWhenQuiet, type SpeechDraft } from './speak.ts';
import { awaitsStart } from './word-now.ts';

/** Smaller than the time between two marks; seconds. */
const TINY = 1e-6;
/** A mark that is later than this is dropped: "three" after "one" would confuse. */
const STALE_MARK: Seconds = 1.5;

/** A phase begins: its tone, its announcement, and everything that is said and sounded in it. */
export function openPhase(draft: SpeechDraft, { phase, before, next, passed }: Told<'phase-begun'>): void {
  const { own, seen, out } = draft;
  const { words, voiceRate } = seen.plan;
  // What is still waiting to be said was about the phase that is over.
  own.queue = { ...own.queue, waiting: [] };
  const beep = changeBeep(phase, before);
  const text = announcement(phase, before, words, voiceRate, added(draft, phase));
  planMarks(draft, withLesson(phase, text), next, (beep === null ? 0 : AFTER_TONE) + spokenLength(text, voiceRate));
  out.push({ kind: 'phase', phase, next });
  if (passed) return;
  if (beep !== null) out.push(beep);
  // The work is asked for once the start is taken.
  ask(draft, awaitsStart(seen) ? `${words.now.start}.` : text);
  // Repetitions that are talked through come first.
  if (isWorking(phase.kind) && !isTalkedThrough(seen.plan, phase)) tellBlind(draft, phase);
  own.pacing = { ...own.pacing, quietUntil: Math.max(own.pacing.quietUntil, seen.now + own.announcedUntil) };
}

const isTalkedThrough = ({ drill: { reps } }: SetPlan, { kind, round }: TimelinePhase): boolean =>
  kind === 'reps' && round === 1 && reps?.guide !== undefined;

/** When a key point that found no room in the announcement is told, seconds after the build-up of a push. */
const LESSON_AFTER: Seconds = 4;

/** The phase with its key point as a call, if the announcement had no time for it. */
function withLesson(phase: TimelinePhase, announced: string): TimelinePhase {
  const { lesson, ramp, length, effort, calls = [] } = phase;
  if (lesson === undefined || length === null || effort === null || announced.includes(lesson)) return phase;
  return { ...phase, calls: [...calls, { at: (ramp + LESSON_AFTER) / length, text: lesson, soft: true }] };
}

export function openAgain(draft: SpeechDraft, { phase, next }: Told<'phase-begun-again'>): void {
  const { words, voiceRate } = draft.seen.plan;
  const text = words.onceMore(phase.title);
  planMarks(draft, phase, next, spokenLength(text, voiceRate));
  draft.out.push({ kind: 'phase', phase, next });
  ask(draft, text);
}

/** The person counts by a key: the voice says their own count. */
export function sayCount(draft: SpeechDraft, { phase, isFirst }: Told<'counted'>): void {
  const { own, seen } = draft;
  const { words, voiceRate } = seen.plan;
  if (isFirst) own.marks = phaseMarks(phase, nextPhase(seen.timeline.clock), own.announcedUntil, words, voiceRate);
  const count = words.counted(seen.progress.reps.good);
  say(draft, isFirst ? `${count}. ${words.youCount}` : count);
}

function planMarks({ own, seen }: SpeechDraft, phase: TimelinePhase, next: TimelinePhase | null, until: Seconds): void {
  own.announcedUntil = until;
  own.marks = phaseMarks(phase, next, until, seen.plan.words, seen.plan.voiceRate);
  own.marksGivenUntil = 0;
  own.beatsGivenUntil = 0;
  own.repAt = null;
}

/** Longest time that the sentence about what the camera cannot see waits for a quiet moment. */
const BLIND_PATIENCE: Seconds = 40;

/**
 * Says what the camera cannot see, once, unless it was said in an earlier set of this drill. The page of the drill and the set-up
 * show it before the set.
 */
export function tellBlind(draft: SpeechDraft, phase: TimelinePhase): void {
  const { plan, now } = draft.seen;
  const { camera, placement } = plan.drill;
  if (camera === 'none' || plan.blindTold || placement.blind === null) return;
  sayWhenQuiet(draft, BLIND, placement.blind, BLIND_PATIENCE, { from: now + lastCallEnds(phase, plan) });
}

/** When the sentences about where to feel the work, and why it is done, are over; seconds into the phase. */
function lastCallEnds({ calls = [], length }: TimelinePhase, { voiceRate }: SetPlan): Seconds {
  const last = calls.at(-1);
  return last === undefined || length === null ? 0 : last.at * length + spokenLength(last.text, voiceRate);
}

/** What is added to the announcement of a phase if there is time. */
function added({ own, seen }: SpeechDraft, phase: TimelinePhase): string {
  const { plan, progress } = seen;
  const goesOn = phase.kind === 'passive' && phase.round > 1 && keepsRange(plan.drill);
  // A question that waits since the sink goes first.
  return goesOn && progress.earned !== null && !isBackToAsk(plan, own, phase)
    ? plan.words.earned(toldDegrees(progress.earned))
    : '';
}

/** Says and sounds what is due in the phase. */
export function giveMarks(draft: SpeechDraft): void {
  const { own, seen, out } = draft;
  if (seen.timeline.ended !== null) return;
  const elapsed = elapsedAt(seen.timeline.clock, seen.now);
  // A fault that could not be named while the voice was busy comes before what was planned, which may be a little late.
  const faultWaits =
    own.queue.waiting.some(({ cue, until }) => cue?.severity === 'red' && seen.now <= until) ||
    liveFlags(seen.rules).some(
      ({ rule, severity }) => severity === 'red' && own.pacing.heldBack[rule.id] === 'voice-busy',
    );
  const due = own.marks.filter(({ at }) => at > own.marksGivenUntil && at <= elapsed && elapsed - at <= STALE_MARK);
  const isUrgent = due.some(({ effect }) => effect.kind === 'say' && effect.urgent);
  for (const { at, effect, soft } of due) {
    if (effect.kind === 'say' && faultWaits && !effect.urgent) {
      // The call to let go waits for no fault, and what was planned before it has become late.
      if (isUrgent) continue;
      own.marksGivenUntil = at - TINY;
      return;
    }
    if (soft && !isQuiet(draft, own)) continue;
    if (effect.kind === 'say') (effect.asks ? ask : say)(draft, effect.text, effect.urgent);
    else out.push(effect);
    own.marksGivenUntil = at;
  }
  own.marksGivenUntil = Math.max(own.marksGivenUntil, elapsed);
}

/** Beats are scheduled this long ahead, which is longer than the time between two ticks. */
const AHEAD: Seconds = 0.3;
/** The first beat comes after the announcement of the phase, and not before this time. */
const FIRST_BEAT: Seconds = 3;
const AFTER_ANNOUNCEMENT: Seconds = 0.5;
/** No beats in this last part of a phase, which belongs to the countdown. */
const LAST: Seconds = 3.2;

/** Schedules the next beat of the metronome. Called on ticks only, because the clock of the set is exact then. */
export function giveBeats({ own, seen, out }: SpeechDraft): void {
  const { clock } = seen.timeline;
  const phase = currentPhase(clock);
  if (phase === null || clock.pausedAt !== null) return;
  const elapsed = elapsedAt(clock, seen.now);
  const left = leftAt(clock, seen.now);
  const [due] = comingBeats(seen.plan, phase, own, elapsed, elapsed + AHEAD);
  if (due === undefined || (left !== null && isCountedDown(phase) && left < LAST)) return;
  out.push({ kind: 'beep', tone: 'tick', after: due - elapsed });
  own.beatsGivenUntil = due + beatOf(seen.plan) / 2;
}

/** Time between two beats; infinite without a metronome. */
const beatOf = ({ drill: { reps } }: SetPlan): Seconds => 60 / (reps?.perMinute ?? 0);

/** The beats of a phase from one time to another, seconds into the phase. */
export function comingBeats(
  plan: SetPlan,
  phase: TimelinePhase,
  { announcedUntil, beatsGivenUntil }: Pick<SpeechDraft['own'], 'announcedUntil' | 'beatsGivenUntil'>,
  from: Seconds,
  until: Seconds,
): readonly Seconds[] {
  const beat = beatOf(plan);
  if (phase.kind !== 'reps' || !Number.isFinite(beat)) return [];
  const end = phase.length !== null && isCountedDown(phase) ? Math.min(until, phase.length - LAST + AHEAD) : until;
  const first = Math.max(FIRST_BEAT, announcedUntil + AFTER_ANNOUNCEMENT);
  const number = Math.max(0, Math.ceil((Math.max(from, beatsGivenUntil) - first) / beat));
  const due = first + number * beat;
  const beats: Seconds[] = [];
  for (let at = due > beatsGivenUntil ? due : due + beat; at <= end; at += beat) beats.push(at);
  return beats;
}
