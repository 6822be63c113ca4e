import type { TimelinePhase } from '../coach-contract.ts';
import type { CoachState } from '../coach-state.ts';
import type { PhaseKind, RepGuide, RuleDefinition } from '../drill-definition.ts';
import { speaksOfPosture } from '../posture/posture-watches.ts';
import { shownAngle } from '../progress/angle-display.ts';
import { toldDegrees } from '../progress/clean-range.ts';
import { bestSoFar } from '../progress/range-so-far.ts';
import { firstHold, secondHold } from '../progress/rep-counter.ts';
import type { FlagRecord } from '../record/set-record.ts';
import { isCameraReason } from '../rules/judged-reading.ts';
import { fallsInto, isBorrowing, isToldBy } from '../rules/range-rules.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import { farewell, isCountedDown, sentencesOf } from './announce.ts';
import {
  cueSaid,
  dequeue,
  enqueue,
  giveWay,
  keepQuiet,
  lateCue,
  mayFollow,
  paceCues,
  type ShownCue,
  spokenLength,
  wasSaid,
} from './cue-pacing.ts';
import {
  ask,
  askAboutBack,
  BLIND,
  COUNTED,
  giveBeats,
  isQuiet,
  mayTalk,
  noteBackMoved,
  openAgain,
  openPhase,
  say,
  sayCount,
  sayWhenQuiet,
  type SpeechDraft,
  tellBlind,
  wordOfPart,
} from './phase-voice.ts';
import type { CoachEvent, Found, Told } from '../stage.ts';
import { repsGoal } from '../timeline/planned-length.ts';
import { currentPhase, leftAt, leftToTalk, sideAndRound } from '../timeline/timeline-clock.ts';
import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';

/** Phases in which the person stays at one depth. */
const DEPTHS: ReadonlySet<PhaseKind> = new Set(['passive', 'hold', 'sink', 'guided']);
/** A smaller angle is no depth that a person could go back to. */
const LEAST_DEPTH: Degrees = 5;
/** An angle is named only if it lies below the present one by this much: nobody is sent deeper. */
const CLEARLY: Degrees = 2;

/**
 * What the coach asks for when the cue of a rule has not helped: less depth, with the angle up to which the rest of the body was
 * still; less force; a smaller movement; or a pause. Null: nothing fits.
 */
function changeFor(state: Omit<CoachState, 'speech'>, { id, severity, change: own }: RuleDefinition): string | null {
  const { plan, timeline, progress, now } = state;
  const phase = currentPhase(timeline.clock);
  const { change } = plan.words;
  // What is allowed, such as a supported lean, is named and not argued about.
  if (phase === null || severity === 'amber') return null;
  if (own !== undefined) return own;
  if (phase.kind === 'reps') return id === 'too-fast' ? change.pause : change.smaller;
  if (phase.effort !== null) return change.force;
  if (!DEPTHS.has(phase.kind) || !isBorrowing(id)) return null;
  const present = shownAngle(progress.angle, now)?.value ?? Number.NEGATIVE_INFINITY;
  const best = bestSoFar(state, phase.side);
  const isLess = best !== null && best.value >= LEAST_DEPTH && best.value < present - CLEARLY;
  return isLess ? change.depth(toldDegrees(best)) : change.less;
}

/** A correction is praised after it has lasted this long. */
const CORRECTED_FOR: Seconds = 1.2;
/** Shortest time between two words of praise. */
const PRAISE_INTERVAL: Seconds = 45;
/** A flag that ended earlier than this was closed because its channel was hidden, not because the fault was corrected. */
const JUST_ENDED: Seconds = 0.8;
/** Praise that comes later than this no longer refers to anything. */
const PRAISE_PATIENCE: Seconds = 3;
const GAIN_PATIENCE: Seconds = 12;

/**
 * Praises the correction of a fault that was named aloud. The correction must last in the same phase with no other flag. Once
 * a set for each rule.
 * @param closed flags that have just ended
 */
function praiseCorrection(
  draft: SpeechDraft,
  closed: readonly FlagRecord[],
  phase: TimelinePhase | null,
  time: Seconds,
): void {
  const { own, seen } = draft;
  const ended = closed.find(
    (flag) =>
      flag.spoken &&
      // The pause between two hurried repetitions also ends this flag, but corrects nothing.
      flag.rule !== 'too-fast' &&
      // Who comes back from an allowed lean has corrected no fault.
      seen.plan.drill.rules.find(({ id }) => id === flag.rule)?.severity !== 'amber' &&
      flag.phase === phase?.kind &&
      time - flag.end <= JUST_ENDED,
  );
  if (ended !== undefined) own.corrected = { rule: ended.rule, since: time, phase: seen.timeline.clock.index };
  const { corrected } = own;
  if (corrected === null) return;
  const { rule, since } = corrected;
  const isSeen = seen.rules.entries.some((entry) => entry.rule.id === rule && entry.unseen === null);
  // Who leaves the position or the stretch has corrected nothing.
  const leaves = seen.posture.away !== null || seen.posture.stretch.outSince !== null;
  if (!isSeen || leaves || corrected.phase !== seen.timeline.clock.index || liveFlags(seen.rules).length > 0) {
    own.corrected = null;
    return;
  }
  if (time - since < CORRECTED_FOR) return;
  own.corrected = null;
  const key = `praise ${rule}`;
  const lastPraise = own.praisedAt ?? Number.NEGATIVE_INFINITY;
  if (wasSaid(own.queue, key) || time - lastPraise < PRAISE_INTERVAL) return;
  sayWhenQuiet(draft, key, seen.plan.words.praise, PRAISE_PATIENCE);
  own.praisedAt = time;
}

/** Tells what the hip came further by than passively. Each once a round. */
function sayGain(draft: SpeechDraft, { by, degrees, phase }: Told<'gained'>): void {
  const { pulled, sunk } = draft.seen.plan.words;
  const text = (by === 'pull' ? pulled : sunk)(Math.round(degrees));
  sayWhenQuiet(draft, `${by} ${sideAndRound(phase)}`, text, GAIN_PATIENCE);
}

/** A number that would be heard later than this belongs to the next repetition. */
const LATE_NUMBER: Seconds = 0.8;
/** Every so many good repetitions are counted aloud, and the last two; slow ones are all counted. */
const COUNTED_EVERY = 5;
const SLOW: Seconds = 8;
/** No numbers near the end of repetitions for a time: after "ten more seconds" a number sounds like the time left. */
const NO_NUMBER_FROM: Seconds = 11;
/** Why a repetition does not count waits so long for a quiet moment; later it would seem to be about the next one. */
const WHY_PATIENCE: Seconds = 2.5;
/** After so many good repetitions it is told where to feel it, and to go on breathing: between two numbers. */
const FELT_AT = 3;
const BREATH_AT = 7;

/** Words of the present repetition while it is talked through; undefined: it is not. */
function guideNow({ seen }: SpeechDraft, { round }: TimelinePhase): RepGuide | undefined {
  const { plan, progress } = seen;
  const guide = plan.drill.reps?.guide ?? [];
  // A later round begins with one reminder.
  return (round === 1 ? guide : guide.slice(0, 1))[progress.reps.all];
}

/** An end of the repetition has been held long enough: what follows, while the repetition is talked through. */
function sayHeld(draft: SpeechDraft, { end, phase }: Told<'end-held'>): void {
  const text = guideNow(draft, phase)?.[end];
  if (text !== undefined && isQuiet(draft, draft.own)) ask(draft, text);
}

/** Parts are said in the first repetitions, then in every so many: the screen shows them all along. */
const PARTS_SAID = { first: 4, every: 5 } as const;
/** A shorter hold has no time for its word: the tone tells its end. */
const HOLD_SAID: Seconds = 2;

/** The next part of a repetition begins: says what to do, unless the guide does, or something is being said or waits to be said. */
function sayPart(draft: SpeechDraft, { part, phase }: Told<'rep-part'>): void {
  const { own, seen } = draft;
  const { reps } = seen.plan.drill;
  const word = wordOfPart(reps, part, seen.plan.words);
  if (reps === null || word === null || !saysParts(draft, phase) || own.queue.waiting.length > 0) return;
  if (part === 'first-hold' && firstHold(reps) < HOLD_SAID) return;
  if (part === 'second-hold' && secondHold(reps) < HOLD_SAID) return;
  if (isQuiet(draft, own)) say(draft, `${word}.`);
}

/** Whether the parts of the present repetition are said. In the last one its number comes first. */
function saysParts(draft: SpeechDraft, phase: TimelinePhase): boolean {
  const { all, good } = draft.seen.progress.reps;
  if (guideNow(draft, phase) !== undefined || good + 1 === goalOf(draft, phase)) return false;
  return all < PARTS_SAID.first || all % PARTS_SAID.every === 0;
}

/** Says what comes after a repetition: the next one while they are talked through, then a number now and then, or why it does not count. */
function sayRep(draft: SpeechDraft, { rep, phase }: Told<'rep-done'>): void {
  const { own, seen } = draft;
  const lasted = own.repAt === null ? 0 : rep.end - own.repAt;
  own.repAt = rep.end;
  // Each reason is told once a set: after that the person knows, and the result says how many were clean.
  const why = rep.why ?? '';
  if (!rep.good) return sayWhenQuiet(draft, `not counted ${why}`, seen.plan.words.notCounted(why), WHY_PATIENCE);
  const { good } = seen.progress.reps;
  // The last number is always said, and so is what belongs to the guide.
  const isKept = good === goalOf(draft, phase) || isGuided(draft, phase);
  const isInTime = seen.now >= own.pacing.quietUntil - LATE_NUMBER;
  const text = isInTime || isKept ? wordsAfter(draft, phase, lasted, helperIn(draft, rep)) : null;
  const next = nextPart(draft, phase);
  if (text !== null) say(draft, text === seen.plan.words.counted(good) && next !== null ? `${text}. ${next}` : text);
  else if (next !== null && isQuiet(draft, own)) say(draft, next);
  if (seen.progress.reps.all === (seen.plan.drill.reps?.guide?.length ?? 0)) tellBlind(draft, phase);
}

/** What to do in the next repetition, as a sentence; null: nothing new, or it was the last one. */
function nextPart(draft: SpeechDraft, phase: TimelinePhase): string | null {
  const { plan, progress } = draft.seen;
  const { part, good } = progress.reps;
  if (part === null || good === goalOf(draft, phase) || isGuided(draft, phase) || !saysParts(draft, phase)) return null;
  const word = wordOfPart(plan.drill.reps, part, plan.words);
  return word === null || word === wordOfPart(plan.drill.reps, 'back', plan.words) ? null : `${word}.`;
}

/** Null: repetitions for a time. */
const goalOf = ({ seen }: SpeechDraft, { length }: TimelinePhase): number | null =>
  length === null ? repsGoal(seen.plan) : null;

/** Whether the next words talk a repetition through, or say that this is over. */
const isGuided = ({ seen: { plan, progress } }: SpeechDraft, { round }: TimelinePhase): boolean => {
  const talkedThrough = plan.drill.reps?.guide?.length ?? 0;
  return round === 1 && talkedThrough > 0 && progress.reps.all <= talkedThrough;
};

/** What to do about a part that helped along in a repetition: the first sentence of its cue. Null: none did, so the repetition was clean. */
function helperIn({ seen }: SpeechDraft, rep: Told<'rep-done'>['rep']): string | null {
  const helped = Object.entries(seen.rules.helped).filter(([, { onset, until }]) =>
    fallsInto({ onset, end: until }, rep),
  );
  const rule = seen.plan.drill.rules.find(({ id }) => helped.some(([one]) => one === id));
  return rule === undefined ? null : (sentencesOf(rule.cue)[0] ?? null);
}

/**
 * What is not clean is counted and not approved: the result counts it the same way.
 * @param lasted from the end of the repetition before to the end of this one
 * @param helper what to do about a part that helped along; null: the repetition was clean
 */
function wordsAfter(draft: SpeechDraft, phase: TimelinePhase, lasted: Seconds, helper: string | null): string | null {
  const { plan, progress, timeline, now } = draft.seen;
  const { words, drill } = plan;
  const { good, all } = progress.reps;
  const goal = goalOf(draft, phase);
  const guide = phase.round === 1 ? (drill.reps?.guide ?? []) : [];
  if (good === goal) return words.counted(good);
  const hasBeat = drill.reps?.perMinute !== undefined;
  if (good === (goal ?? 0) - 1 && !hasBeat) return words.oneMore(good);
  const next = guide[all];
  if (next !== undefined) return next.begin;
  if (guide.length > 0 && all === guide.length)
    return helper === null ? words.goOnAlone(good) : `${words.counted(good)}. ${helper}`;
  const left = leftAt(timeline.clock, now);
  if (left !== null && left <= NO_NUMBER_FROM) return null;
  // A stretch, and repetitions for a time, have a moment of their own for it (`timeline.ts`).
  const counted = drill.phases.find(({ kind, timed }) => kind === 'reps' && !timed);
  if (good === FELT_AT && phase.round === 1 && counted?.feel !== undefined) return counted.feel;
  if (good === BREATH_AT) return words.effort.breathe;
  if (2 * good === goal) return helper === null ? words.halfway(good) : words.counted(good);
  return good % COUNTED_EVERY === 0 || lasted >= SLOW ? words.counted(good) : null;
}

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
