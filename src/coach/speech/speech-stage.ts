import type { Seconds } from '../../instrument/geometry/units.ts';
import { speaksOfPosture } from '../posture/away.ts';
import type { FlagRecord } from '../record/set-record.ts';
import { isCameraReason } from '../rules/picture-reason.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import type { CoachEvent, Found, Told } from '../stage.ts';
import { currentPhase, leftToTalk, sideAndRound } from '../timeline/timeline-clock.ts';
import { farewell, isCountedDown } from './announce.ts';
import { askAboutBack, noteBackMoved } from './back-question.ts';
import { changeFor } from './change-words.ts';
import {
  cueSaid,
  giveWay,
  keepQuiet,
  lateCue,
  type LiveFlag,
  paceCues,
  type ShownCue,
  spokenLength,
} from './cue-pacing.ts';
import { giveBeats, openAgain, openPhase, sayCount } from './phase-voice.ts';
import { praiseCorrection, sayGain } from './remarks.ts';
import { sayHeld, sayPart, sayRep } from './rep-voice.ts';
import { ask, BLIND, COUNTED, mayTalk, say, type SpeechDraft } from './speak.ts';
import { dequeue, enqueue } from './speech-queue.ts';

/** Names the faults of the moment, praises a correction, and asks about the back. @param closed flags that have just ended */
export function speakOfFaults(draft: SpeechDraft, found: Found, closed: readonly FlagRecord[]): void {
  const { own, seen } = draft;
  praiseCorrection(draft, closed, found.phase, found.time);
  const flags = liveFlags(seen.rules);
  const due = spokenOf(flags, seen);
  queueLateCues(draft, closed);
  const reasons = found.judged.reasons;
  const { pacing, cue } = paceCues(own.pacing, due, {
    ...momentOf(draft),
    mayTalk: !speaksOfPosture(seen.posture, found.judged) && !reasons.some(isCameraReason),
    left: leftToTalk(seen.timeline.clock, seen.now),
    isEnding: !mayTalk(seen),
    changeFor: (rule) => changeFor(seen, rule),
  });
  own.pacing = giveWay(
    pacing,
    flags.filter((flag) => !due.includes(flag)),
  );
  if (cue !== null) {
    own.queue = { ...own.queue, waiting: own.queue.waiting.filter((sentence) => sentence.cue?.rule !== cue.rule) };
    name(draft, cue);
  }
  if (found.reading !== null && found.phase !== null) askAboutBack(draft, found.phase);
}

/** A fault that was over before the voice was free is named in the next quiet moment. */
function queueLateCues({ own, seen }: SpeechDraft, closed: readonly FlagRecord[]): void {
  for (const flag of closed) {
    const rule = seen.plan.drill.rules.find(({ id }) => id === flag.rule);
    const moment = { ...momentOf({ seen }), changeFor: () => null };
    const late = rule && lateCue(own.pacing, flag, rule, moment);
    if (late) own.queue = enqueue(own.queue, late);
  }
}

/** Silence between the last sentence and one from the queue. */
const BREATH: Seconds = 0.4;
/** A sentence from the queue ends this long before the next phase. */
const BEFORE_CHANGE: Seconds = 1;

/** Says the oldest queued sentence if nothing is being said and the phase leaves time for it. Called at the end of a step. */
export function sayQueued(draft: SpeechDraft): void {
  const { own, seen, out } = draft;
  if (own.queue.waiting.length === 0) return;
  const quiet = seen.timeline.clock.pausedAt === null && seen.now >= own.pacing.quietUntil + BREATH;
  const { queue, sentence } = dequeue(own.queue, seen.now, (text) => quiet && fits(draft, text));
  own.queue = queue;
  if (sentence === null) return;
  if (sentence.cue) return nameNow(draft, sentence.cue);
  (sentence.asksBack ? ask : say)(draft, sentence.text);
  if (sentence.key === BLIND) out.push({ kind: 'blind-told' });
  if (sentence.asksBack) own.backAskedAt = seen.now;
}

function fits({ seen: { plan, timeline, now } }: SpeechDraft, text: string): boolean {
  const phase = currentPhase(timeline.clock);
  const left = leftToTalk(timeline.clock, now);
  if (phase === null) return false;
  const reserved = isCountedDown(phase) ? COUNTED : BEFORE_CHANGE;
  return left === null || left > spokenLength(text, plan.voiceRate) + reserved;
}

/** What was to be said, and what other rooms tell that is worth words. */
export function speechHears(draft: SpeechDraft, told: CoachEvent): void {
  const { own, out, seen } = draft;
  switch (told.event) {
    case 'input':
      if (told.input.kind === 'tick') giveBeats(draft);
      if (told.input.kind === 'back-moved') noteBackMoved(draft);
      return;
    case 'say':
      return speak(draft, told);
    case 'say-when-quiet':
      own.queue = enqueue(own.queue, told.sentence);
      return;
    case 'name-fault':
      return nameNow(draft, told.cue);
    case 'phase-begun':
      return openPhase(draft, told);
    case 'phase-begun-again':
      return openAgain(draft, told);
    case 'position-left':
      own.corrected = null;
      own.queue = { ...own.queue, waiting: [] };
      return;
    case 'counted':
      return sayCount(draft, told);
    case 'end-held':
      return sayHeld(draft, told);
    case 'rep-part':
      return sayPart(draft, told);
    case 'rep-done':
      return sayRep(draft, told);
    case 'gained':
      return sayGain(draft, told);
    case 'ended':
      out.push(...farewell(told.why, seen.plan.words), { kind: 'finished', why: told.why });
      return;
    default:
  }
}

/** Holds back cues until the sentence is over. */
function speak({ own, seen, out }: SpeechDraft, told: Told<'say'>): void {
  const { event: _, ...spoken } = told;
  out.push({ kind: 'say', ...spoken });
  own.pacing = keepQuiet(own.pacing, seen.now, spoken.text, seen.plan.voiceRate);
}

function nameNow(draft: SpeechDraft, cue: ShownCue): void {
  draft.own.pacing = cueSaid(draft.own.pacing, cue, momentOf(draft));
  name(draft, cue);
}

const momentOf = ({ seen: { now, timeline, plan } }: Pick<SpeechDraft, 'seen'>) => ({
  time: now,
  place: sideAndRound(currentPhase(timeline.clock)),
  rate: plan.voiceRate,
});

const name = ({ out }: SpeechDraft, cue: ShownCue): void =>
  void out.push({ event: 'fault-named', rule: cue.rule, text: cue.text }, { kind: 'cue', ...cue });

/**
 * Only what the drill arms in the present phase may be heard: a word of the push never falls into the pull. A hip that comes out of its
 * stretch drifts too; what is said then is how to get back.
 */
function spokenOf<F extends LiveFlag>(flags: readonly F[], { posture, timeline }: SpeechDraft['seen']): readonly F[] {
  const phase = currentPhase(timeline.clock);
  const armed = flags.filter(({ rule }) => phase !== null && rule.phaseFactors[phase.kind] !== undefined);
  return posture.stretch.outSince === null ? armed : armed.filter(({ rule }) => rule.id !== 'isometric-drift');
}
