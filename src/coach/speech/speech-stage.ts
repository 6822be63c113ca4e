import type { Seconds } from '../../instrument/geometry/units.ts';
import { speaksOfPosture } from '../posture/away.ts';
import type { FlagRecord } from '../record/set-record.ts';
import type { RuleDefinition } from '../drill-definition.ts';
import { isCameraReason } from '../rules/picture-reason.ts';
import { isToldBy } from '../rules/range-rules.ts';
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
  mayFollow,
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
  const due = flags.filter(({ rule }) => isArmed(rule, seen));
  const comesFirst = speaksOfPosture(seen.posture, found.judged) || found.judged.reasons.some(isCameraReason);
  if (comesFirst) dropLateCues(draft, () => true);
  else queueLateCues(draft, closed);
  const { pacing, cue } = paceCues(own.pacing, due, {
    ...momentOf(draft),
    mayTalk: !comesFirst,
    left: leftToTalk(seen.timeline.clock, seen.now),
    isEnding: !mayTalk(seen),
    changeFor: (rule) => changeFor(seen, rule),
  });
  own.pacing = giveWay(
    pacing,
    flags.filter((flag) => !due.includes(flag)),
  );
  if (cue !== null) name(draft, cue);
  if (found.reading !== null && found.phase !== null) askAboutBack(draft, found.phase);
}

/** A fault that was over before the voice was free is named in the next quiet moment of its phase. */
function queueLateCues({ own, seen }: SpeechDraft, closed: readonly FlagRecord[]): void {
  const phase = currentPhase(seen.timeline.clock)?.kind;
  for (const flag of closed) {
    const rule = seen.plan.drill.rules.find(({ id }) => id === flag.rule);
    if (rule === undefined || flag.phase !== phase || !isArmed(rule, seen)) continue;
    const late = lateCue(own.pacing, flag, rule, momentOf({ seen }));
    if (late) own.queue = enqueue(own.queue, late);
  }
}

/** Takes back cues that wait: something else comes first, the camera may be to blame, or the movement was named. */
function dropLateCues({ own }: SpeechDraft, isOver: (cue: ShownCue) => boolean): void {
  own.queue = { ...own.queue, waiting: own.queue.waiting.filter(({ cue }) => !cue || !isOver(cue)) };
}

/** Silence between the last sentence and one from the queue. */
const BREATH: Seconds = 0.4;
/** A sentence from the queue ends this long before the next phase. */
const BEFORE_CHANGE: Seconds = 1;

/** Says the first queued sentence for which there is time, if nothing is being said. Called at the end of a step. */
export function sayQueued(draft: SpeechDraft): void {
  const { own, seen, out } = draft;
  if (own.queue.waiting.length === 0) return;
  const quiet = seen.timeline.clock.pausedAt === null && seen.now >= own.pacing.quietUntil + BREATH;
  const { queue, sentence } = dequeue(
    own.queue,
    seen.now,
    ({ text, cue }) => quiet && fits(draft, text) && (cue === undefined || mayFollow(own.pacing, seen.now)),
  );
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
    case 'reference-pose-lost':
      return dropLateCues(draft, () => true);
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

function name(draft: SpeechDraft, cue: ShownCue): void {
  dropLateCues(draft, ({ rule }) => rule === cue.rule || isToldBy(rule, cue.rule));
  draft.out.push({ event: 'fault-named', rule: cue.rule, text: cue.text }, { kind: 'cue', ...cue });
}

/**
 * Only what the drill arms in the present phase may be heard: a word of the push never falls into the pull. A hip that comes out of its
 * stretch drifts too; what is said then is how to get back.
 */
function isArmed(rule: RuleDefinition, { posture, timeline }: SpeechDraft['seen']): boolean {
  const phase = currentPhase(timeline.clock);
  if (phase === null || rule.phaseFactors[phase.kind] === undefined) return false;
  return posture.stretch.outSince === null || rule.id !== 'isometric-drift';
}
