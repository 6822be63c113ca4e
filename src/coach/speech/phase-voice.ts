import type { SetPlan, TimelinePhase } from '../coach-contract.ts';
import type { CoachState, SpeechPart } from '../coach-state.ts';
import { type DrillDefinition, isWorking, type RepDefinition } from '../drill-definition.ts';
import { toldDegrees } from '../progress/clean-range.ts';
import { stepAt } from '../progress/movement-sequence.ts';
import type { RepPart } from '../progress/rep-counter.ts';
import { isSideCheck, watches } from '../rules/range-rules.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import { AFTER_TONE, announcement, changeBeep, isCountedDown, phaseMarks } from './announce.ts';
import { type CoachWords, spokenReason } from './coach-words.ts';
import { type QueuedSentence, spokenLength, wasSaid } from './cue-pacing.ts';
import type { Draft, Room, Told } from '../stage.ts';
import { keepsRange, repsGoal } from '../timeline/planned-length.ts';
import { currentPhase, elapsedAt, isReleasing, leftAt, nextPhase, releaseAt } from '../timeline/timeline-clock.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';

/** The key of the sentence that tells what the camera cannot see. */
export const BLIND = 'blind';

/** The end of a phase that is counted down. Nothing else is said then. */
export const COUNTED: Seconds = 3.5;
/** A word in the last moments of a phase would seem to belong to the next one. */
const TOO_LATE: Seconds = 1.5;

export type SpeechDraft = Draft<'speech'>;

type Teller = Pick<Draft<Room>, 'out'> & { readonly seen: Pick<CoachState, 'plan' | 'now'> };

/** Asks for a sentence now. Cues are held back until it is over. */
export const say = ({ out }: Teller, text: string, urgent = false): void =>
  void out.push({ event: 'say', text, urgent });

export const ask = ({ out }: Teller, text: string, urgent = false): void =>
  void out.push({ event: 'say', text, urgent, asks: true });

export const sayReason = ({ seen, out }: Teller, about: Reason, reading: Reading | null): void =>
  void out.push({
    event: 'say',
    text: spokenReason(about, reading, seen.plan.words),
    urgent: false,
    asks: true,
    about,
  });

/**
 * Asks for a sentence in the next quiet moment. Each key is said once a set.
 * @param patience seconds after which it is dropped; they count from `more.from`, or from now
 */
export const sayWhenQuiet = (
  { seen, out }: Teller,
  key: string,
  text: string,
  patience: Seconds,
  more: Pick<QueuedSentence, 'from' | 'asksBack'> = {},
): void =>
  void out.push({
    event: 'say-when-quiet',
    sentence: { key, text, until: (more.from ?? seen.now) + patience, ...more },
  });

/** Whether nothing is being said, not even by this stage. */
export const isQuiet = ({ seen, out }: Teller, { pacing }: SpeechPart): boolean =>
  seen.now >= pacing.quietUntil && !out.some((told) => 'event' in told && told.event === 'say');

/** Whether the phase lasts long enough for the person to act on a word that is said now. */
export function mayTalk({ timeline: { clock }, now }: Pick<CoachState, 'timeline' | 'now'>): boolean {
  const phase = currentPhase(clock);
  const left = leftAt(clock, now);
  if (isReleasing(clock, now)) return false;
  return phase === null || left === null || left > (isCountedDown(phase) ? COUNTED : TOO_LATE);
}

/**
 * What to do now, in at most five words: the largest text of the screen. It follows the parts of a repetition, the build-up of a push
 * and the calls of a phase; elsewhere it is the phase's own.
 */
export function wordNow(state: CoachState): string {
  const { plan, now, progress } = state;
  const { clock } = state.timeline;
  const phase = currentPhase(clock);
  if (phase === null) return '';
  const { drill, words } = plan;
  if (awaitsStart(state)) return words.now.start;
  const { sequence } = drill.reps ?? {};
  if (phase.kind === 'reps' && sequence) return stepAt(sequence, progress.sequence.count)?.title ?? phase.title;
  const { part } = progress.reps;
  if (phase.kind === 'reps' && part !== null) return wordOfPart(drill.reps, part, words) ?? wordOf(phase);
  const elapsed = elapsedAt(clock, now);
  return effortWord(phase, elapsed, words) ?? timedWord(phase, elapsed) ?? wordOf(phase);
}

/** Whether the person is asked back into the start in the middle of the work: it was skipped, or the laptop has moved. */
export function awaitsStart({
  timeline: { clock },
  setup: { referencePose },
}: Pick<CoachState, 'timeline' | 'setup'>): boolean {
  const { askedAt, pending, set } = referencePose;
  const phase = currentPhase(clock);
  return phase !== null && isWorking(phase.kind) && askedAt !== null && (pending !== null || set === null);
}

const wordOf = ({ word, title }: Pick<TimelinePhase, 'word' | 'title'>): string => word ?? title;

/** Null: the repetitions of the drill have no parts. */
export function wordOfPart(reps: RepDefinition | null, part: RepPart, { now }: Pick<CoachWords, 'now'>): string | null {
  const parts = reps?.parts;
  if (parts === undefined) return null;
  if (part === 'first-hold' || part === 'second-hold') return parts.hold ?? now.hold;
  return parts[part] ?? parts.second;
}

function effortWord(phase: TimelinePhase, elapsed: number, { now }: CoachWords): string | null {
  if (phase.effort === null || phase.ramp <= 0 || elapsed < phase.ramp) return null;
  const release = releaseAt(phase);
  if (release !== null && elapsed >= release) return now.ease;
  return phase.kind === 'rails' ? now.keep : now.hold;
}

const timedWord = ({ words = [], length }: TimelinePhase, elapsed: number): string | null =>
  length === null ? null : (words.findLast(({ at }) => elapsed >= at * length)?.word ?? null);

/** The question is dropped if no quiet moment comes in this time. */
const PATIENCE: Seconds = 12;
/** In timed repetitions the question comes at most this long after a counted one, so that it drowns out no number. */
const JUST_COUNTED: Seconds = 1;
/** If none is counted, the question comes this long after the middle of the phase. */
const UNCOUNTED: Seconds = 8;
/** An arm that goes up this long after the question began answers it. Half of this time passes while the question is spoken. */
const ANSWERED_WITHIN: Seconds = 12;

const keyOf = ({ side }: TimelinePhase): string => `back ${side}`;

/** Whether the question is still to be put on the side of this phase. In a hip test it would disturb a try. */
const isBackToAsk = ({ drill }: SetPlan, { backMoved, queue }: SpeechPart, phase: TimelinePhase): boolean =>
  drill.hipTest === undefined && asksAboutBack(drill) && !backMoved && !wasSaid(queue, keyOf(phase));

/** Whether the person has to say how the lower back was: the drill's place of the camera never shows it, and no phone watches it. */
export const asksAboutBack = ({
  camera,
  measure,
  rules,
}: Pick<DrillDefinition, 'camera' | 'measure' | 'rules'>): boolean =>
  camera !== 'none' &&
  !isSideCheck(measure) &&
  measure.neverSeen.includes('back-arch') &&
  !watches({ rules }, 'back-arch');

/**
 * Asks whether the lower back moved. Once a side: after a pull, in the rest after repetitions, in a later stretch, or in the
 * middle of the only round.
 */
export function askAboutBack(draft: SpeechDraft, phase: TimelinePhase): void {
  const { own, seen } = draft;
  if (!isBackToAsk(seen.plan, own, phase) || !isMoment(seen, phase)) return;
  sayWhenQuiet(draft, keyOf(phase), question(seen.plan), PATIENCE, { asksBack: true });
}

function isMoment(seen: SpeechDraft['seen'], { kind, length, round }: TimelinePhase): boolean {
  const { drill, preset } = seen.plan;
  const { reps } = seen.progress;
  if (kind === 'sink') return true;
  // If the sink is too short for the question, it is asked in the next stretch, where the range is the same.
  if (kind === 'passive') return round > 1;
  if (kind === 'hold') return round === Math.min(2, preset.rounds) && isHalf(seen, length);
  if (kind === 'rest') return !keepsRange(drill);
  // A sequence calls one direction after the other, and pulses follow a beat: neither has a quiet moment.
  if (kind !== 'reps' || preset.rounds > 1 || drill.reps?.sequence || drill.reps?.perMinute) return false;
  if (length === null) return reps.good >= repsGoal(seen.plan) / 2;
  const begun = reps.samples[0]?.time ?? Number.NEGATIVE_INFINITY;
  const isBetween = reps.good > 0 && seen.now - begun <= JUST_COUNTED;
  return isBetween ? isHalf(seen, length) : isHalf(seen, length, UNCOUNTED);
}

/** Whether half of the phase has gone, and `more` besides. */
const isHalf = ({ timeline, now }: SpeechDraft['seen'], length: Seconds | null, more: Seconds = 0): boolean =>
  length !== null && elapsedAt(timeline.clock, now) >= length / 2 + more;

/** In front of a camera a raised arm answers; elsewhere the question carries its advice. */
function question({ drill, words, waits }: SetPlan): string {
  const { arm, less, noted: _, ...asked } = words.backQuestion;
  const canAnswer = waits === true && drill.armSignal === undefined;
  return `${asked[drill.backShape ?? 'still']} ${canAnswer ? arm : less[wayOf(drill)]}`;
}

/** What there is to make less of. */
const wayOf = ({ reps }: Pick<DrillDefinition, 'reps'>): 'deep' | 'small' | 'gentle' =>
  reps === null ? 'deep' : reps.pressed ? 'gentle' : 'small';

/** Whether a raised arm answers the question about the back now, instead of pausing the set. */
export const isBackAsked = (
  { backAskedAt, backMoved }: SpeechPart,
  { timeline, now }: Pick<CoachState, 'timeline' | 'now'>,
): boolean => timeline.ended === null && !backMoved && backAskedAt !== null && now - backAskedAt <= ANSWERED_WITHIN;

/** The person says that the back moved: it is kept, and they are told what to do. */
export function noteBackMoved(draft: SpeechDraft): void {
  const { own, seen } = draft;
  if (!isBackAsked(own, seen)) return;
  own.backMoved = true;
  ask(draft, seen.plan.words.backQuestion.noted[wayOf(seen.plan.drill)]);
}

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
