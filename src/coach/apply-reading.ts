import type { Degrees, Estimate, Seconds } from '../instrument/geometry/units.ts';
import type { Reading } from '../instrument/output/reading.ts';
import type { Reason } from '../instrument/output/reason.ts';
import type { TimelinePhase } from './coach-contract.ts';
import { judgeWithBack, type StepDraft, withoutLeft } from './coach-state.ts';
import { applyPosture, speaksOfPosture } from './posture/apply-posture.ts';
import { showAngle } from './progress/angle-display.ts';
import { trackRange } from './progress/range-tracker.ts';
import { doubted, isGainPhase, watchGain } from './progress/suspect-gain.ts';
import { missReps, seeUpright, stepReps } from './progress/rep-counter.ts';
import { saysNothing, whyTooWide } from './progress/useful-band.ts';
import { trunkShape } from './progress/trunk-shape.ts';
import { type JudgedReading, seeChannel } from './rules/judged-reading.ts';
import { asksForRange, isBorrowing, isRangePhase, rangeChannel, spoilsRepetition } from './rules/range-rules.ts';
import { isCameraReason } from './rules/picture-reason.ts';
import { stepSpeed } from './rules/rotation-speed.ts';
import { stepRoundedBack, withoutRoundedBack } from './rules/rounded-back.ts';
import { liveFlags, markCueSpoken, stepRules } from './rules/rule-set-state.ts';
import { applyReferencePose, applyWaitingPhase } from './setup/apply-reference-pose.ts';
import { isTooSlow, stepPictureRate } from './setup/picture-rate.ts';
import { present, watchPresence, watchSilence } from './setup/presence.ts';
import { isWorking } from './speech/announce.ts';
import { changeFor } from './speech/change-words.ts';
import { giveWay, type LiveFlag, paceCues, withSilence } from './speech/cue-pacing.ts';
import { askAboutBack } from './speech/back-question.ts';
import { announceGain, explainRepeatedCue, praiseCorrection } from './speech/remarks.ts';
import { mayTalk, say, sayReason, sayWhenQuiet } from './speech/speak.ts';
import { applySequence } from './timeline/apply-sequence.ts';
import { isUnderWay, stepAt } from './timeline/movement-sequence.ts';
import { repsGoal } from './timeline/timeline.ts';
import {
  currentPhase,
  holdSince,
  isReleasing,
  leftAt,
  phaseAt,
  phaseSince,
  placeOf,
} from './timeline/timeline-clock.ts';

/** After this long without a reading, the values of the last one no longer count. */
const SILENT_AFTER: Seconds = 1;

/** Takes in one reading: reference pose, waiting phases, rules and cues, the angle on the screen, range and repetitions. */
export function applyReading(draft: StepDraft, reading: Reading): void {
  const { state } = draft;
  if (state.ended !== null) return;
  state.readAt = reading.time;
  applyPictureRate(draft, reading.time);
  applyReferencePose(draft, reading);
  applyWaitingPhase(draft, reading);
  const asMeasured = judgeOwn(draft, reading, phaseAt(state.clock, reading.time));
  applyPosture(draft, reading, asMeasured);
  const phase = phaseAt(state.clock, reading.time);
  const judged = withSpeed(draft, withoutLeft(state, asMeasured), phase, reading.time);
  applyRules(draft, judged, phase, reading.time);
  const hip = usefulRange(state, judged, phase);
  const pelvisContribution = contributionNow(judged, phase ?? currentPhase(state.clock));
  if (phase !== null) applyGain(draft, phase, reading.time, hip.estimate);
  const shown = doubted(hip.estimate, state.gain);
  state.angle = showAngle(state.angle, reading.time, shown, hip.reason, pelvisContribution);
  if (phase === null) return;
  askAboutBack(draft, phase);
  applyPresence(draft, reading, phase, hip.reason);
  applyRange(draft, phase, reading.time, hip.estimate);
  announceGain(draft, phase);
  applyReps(draft, reading, judged, phase, rangeOf(state, judged, phase).estimate);
}

/** A remark may wait this long for a quiet moment. */
const RATE_PATIENCE: Seconds = 10;

/** Says once that too few pictures a second come; they are measured all the same. */
function applyPictureRate(draft: StepDraft, time: Seconds): void {
  const { state } = draft;
  const since = state.pieceStart ?? time;
  state.pictureRate = stepPictureRate(state.pictureRate, time, since);
  const { words, drill } = state.plan;
  if (!isTooSlow(state.pictureRate, time, since, drill.instrument.frameRate)) return;
  sayWhenQuiet(draft, 'picture-too-slow', words.reasons['picture-too-slow'], RATE_PATIENCE);
}

/** What pelvis or back add to the working hip. Null if both hips work at once: one then gains what the other loses. */
const contributionNow = ({ body }: JudgedReading, phase: TimelinePhase | null): Degrees | null =>
  phase === null || phase.side === 'both' ? null : (body?.leg[phase.side].pelvisContribution ?? null);

/** Called on every tick. If no reading has come for a while, closes the flags and removes the angle, and says so. */
export function applySilence(draft: StepDraft): void {
  const { state } = draft;
  if (state.ended !== null || state.plan.drill.camera === 'none') return;
  if (state.now - state.readAt <= SILENT_AFTER) return;
  const phase = phaseAt(state.clock, state.now);
  applyRules(draft, { body: null, reasons: ['no-picture'] }, phase, state.now);
  if (phase === null) return;
  state.angle = showAngle(state.angle, state.now, null, 'no-picture');
  if (!isWorking(phase.kind) && phase.kind !== 'neutral') return;
  const step = watchSilence(state.presence, state.now, state.readAt);
  state.presence = step.presence;
  if (step.say === 'lost') sayReason(draft, 'no-picture', null);
}

function applyRules(draft: StepDraft, judged: JudgedReading, phase: TimelinePhase | null, time: Seconds): void {
  const { state, effects } = draft;
  const { rules, closed } = stepRules(state.rules, {
    time,
    judged,
    side: (phase ?? currentPhase(state.clock))?.side ?? 'left',
    phase: phase?.kind ?? null,
    // While the effort fades the leg may give way, so nothing counts from the push any more.
    phaseSince: isReleasing(state.clock, time) ? null : phaseSince(state.clock, time),
    holdSince: holdSince(state.clock, time),
    noise: state.referencePose.set?.quality.noise ?? {},
    strictness: state.plan.strictness,
  });
  state.rules = state.away?.kind === 'hips-up' ? markCueSpoken(rules, 'pelvis-lift', state.away.text) : rules;
  for (const flag of closed) effects.push({ kind: 'flag', flag: withSilence(flag, state.pacing) });
  praiseCorrection(draft, closed, phase, time);
  const flags = liveFlags(state.rules);
  const spoiling = flags.flatMap(({ rule, severity, onset }) =>
    spoilsRepetition(rule.id, severity) ? [[rule.id, { onset, until: time }] as const] : [],
  );
  if (spoiling.length > 0) state.spoilt = { ...state.spoilt, ...Object.fromEntries(spoiling) };
  const due = spokenOf(flags, state);
  const { pacing, cue } = paceCues(state.pacing, due, {
    time: state.now,
    mayTalk: !speaksOfPosture(state, judged) && !judged.reasons.some(isCameraReason),
    left: leftAt(state.clock, state.now),
    isEnding: !mayTalk(state),
    place: placeOf(currentPhase(state.clock)),
    changeFor: (rule) => changeFor(state, rule),
    rate: state.plan.voiceRate,
  });
  state.pacing = giveWay(
    pacing,
    flags.filter((flag) => !due.includes(flag)),
  );
  if (cue === null) return;
  state.rules = markCueSpoken(state.rules, cue.rule, cue.text);
  effects.push({ kind: 'cue', ...cue });
  explainRepeatedCue(draft, cue.rule);
}

/** A hip that comes out of its stretch drifts too; what is said then is how to get back. */
const spokenOf = <F extends LiveFlag>(flags: readonly F[], { stretch }: StepDraft['state']): readonly F[] =>
  stretch.outSince === null ? flags : flags.filter(({ rule }) => rule.id !== 'isometric-drift');

/** The reading without what the rounding of the back adds to hip flexion. */
function judgeOwn({ state }: StepDraft, reading: Reading, phase: TimelinePhase | null): JudgedReading {
  const { time } = reading;
  const judged = judgeWithBack(state, reading);
  state.back = stepRoundedBack(state.back, judged, state.plan.drill, {
    time,
    phase: phase?.kind ?? null,
    phaseSince: phaseSince(state.clock, time),
    paused: state.clock.pausedAt !== null,
    referencePoseAt: state.referencePose.set?.at ?? null,
  });
  return withoutRoundedBack(judged, state.back);
}

/** Adds the rotation speed of the working hip, which needs more than one reading. */
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

/** The angle that the drill works on, or why it is not known. */
function rangeOf(
  { plan }: StepDraft['state'],
  judged: JudgedReading,
  phase: TimelinePhase | null,
): { readonly estimate: Estimate<Degrees> | null; readonly reason: Reason | null } {
  const channel = rangeChannel(plan.drill);
  const value = seeChannel(judged, channel, phase?.side ?? 'left');
  if (value.seen) return { estimate: value.estimate, reason: null };
  if (judged.body === null) return { estimate: null, reason: value.reason };
  return { estimate: null, reason: judged.body.unseen[channel] ?? judged.reasons[0] ?? 'joints-hidden' };
}

/** The same, without an angle whose band says nothing. Repetitions are counted from it all the same: they need no size. */
function usefulRange(...of: Parameters<typeof rangeOf>): ReturnType<typeof rangeOf> {
  const [{ referencePose }] = of;
  const range = rangeOf(...of);
  if (range.estimate === null || !saysNothing(range.estimate)) return range;
  return { estimate: null, reason: whyTooWide(referencePose.set?.quality.view) };
}

function applyPresence(draft: StepDraft, reading: Reading, phase: TimelinePhase, reason: Reason | null): void {
  const { state } = draft;
  if (state.away !== null) return;
  // A reference pose that is awaited has its own announcements, also after a missing picture.
  if (!isWorking(phase.kind) || state.referencePose.pending !== null) {
    if (state.presence.reason === 'no-picture') state.presence = present;
    return;
  }
  const step = watchPresence(state.presence, reading.time, reason);
  state.presence = step.presence;
  if (step.say === 'lost' && step.presence.reason !== null) sayLost(draft, step.presence.reason, reading);
  // Who is told that there will be no number was seen all along.
  if (step.say === 'found' && !state.toldWithoutNumber) say(draft, state.plan.words.seenAgain);
}

/** What a place that was allowed without a number does to the angle. */
const ALLOWED_PLACE: ReadonlySet<Reason> = new Set(['bad-view', 'knee-hidden', 'joints-hidden']);

/** In a place without a number the set goes on: that is said once, and not again where to put the laptop. */
function sayLost(draft: StepDraft, reason: Reason, reading: Reading): void {
  const { state } = draft;
  if (!ALLOWED_PLACE.has(reason) || !state.referencePose.set?.quality.withoutNumber)
    return sayReason(draft, reason, reading);
  if (!state.toldWithoutNumber) say(draft, state.plan.words.withoutNumber);
  state.toldWithoutNumber = true;
}

/** Watches for a sudden gain at the hip's end, which counts as possible, not clean. */
function applyGain(
  { state }: StepDraft,
  phase: TimelinePhase,
  time: Seconds,
  estimate: Estimate<Degrees> | null,
): void {
  if (estimate === null || phase.side === 'both' || !isGainPhase(state.plan.drill, phase.kind)) return;
  state.gain = watchGain(state.gain, { time, angle: estimate.value });
}

function applyRange(draft: StepDraft, phase: TimelinePhase, time: Seconds, estimate: Estimate<Degrees> | null): void {
  const { state } = draft;
  const { drill } = state.plan;
  if (!isRangePhase(drill, phase.kind)) return;
  const onsets = liveFlags(state.rules)
    .filter((flag) => isBorrowing(flag.rule.id))
    .map((flag) => flag.onset);
  const { open } = state.gain;
  if (open !== null) onsets.push(open.since);
  const dirtySince = onsets.length === 0 ? null : Math.min(...onsets);
  const step = stepAt(drill.reps?.sequence ?? [], state.sequence.count);
  // Only while the movement is under way: at the start of a step the thigh may still be up from the step before.
  const isAsked = step === null || (asksForRange(drill, step) && isUnderWay(step, state.sequence));
  const asked = isAsked ? estimate : null;
  state.range = trackRange(state.range, time, asked?.value ?? null, dirtySince, asked?.sd);
}

/** A number that would be heard later than this belongs to the next repetition. */
const LATE_NUMBER: Seconds = 0.8;

/** The last number is always said. */
const isCountHeard = ({ state }: StepDraft, every: number): boolean =>
  state.reps.good % every === 0 &&
  (state.now >= state.pacing.quietUntil - LATE_NUMBER || state.reps.good === repsGoal(state.plan));

/** So many repetitions are worth a word at half and before the last one. */
const MANY_REPS = 6;

function countWords({ state }: StepDraft, { length }: TimelinePhase, reps: number): string {
  const { words } = state.plan;
  const goal = repsGoal(state.plan);
  if (length !== null || goal < MANY_REPS) return words.counted(reps);
  if (reps === goal - 1) return words.oneMore(reps);
  return reps === Math.ceil(goal / 2) ? words.halfway(reps) : words.counted(reps);
}

/** The goal is reached, and its number is still being spoken. */
const isDone = ({ state }: StepDraft, { length }: TimelinePhase): boolean =>
  length === null && state.reps.good >= repsGoal(state.plan);

function applyReps(
  draft: StepDraft,
  reading: Reading,
  judged: JudgedReading,
  phase: TimelinePhase,
  estimate: Estimate<Degrees> | null,
): void {
  const { state, effects } = draft;
  const { time } = reading;
  const definition = state.plan.drill.reps;
  if (definition === null) return;
  if (phase.kind !== 'reps') {
    // The fold of the first repetition is told from how the trunk looked after the start position was held. In a rest the
    // person may sit anyhow.
    if (judged.body !== null && (phase.kind === 'ready' || phase.kind === 'neutral'))
      state.reps = seeUpright(state.reps, trunkShape(reading.skeleton));
    return;
  }
  if (definition.sequence) return applySequence(draft, judged, phase, time);
  if (isDone(draft, phase)) return;
  if (estimate === null) {
    state.reps = missReps(state.reps);
    return;
  }
  const { words } = state.plan;
  const either = definition.either === undefined ? null : seeChannel(judged, definition.either, phase.side);
  const shown = {
    rotation: estimate.value,
    either: either?.seen ? either.estimate.value : null,
    trunk: trunkShape(reading.skeleton),
  };
  const { counter, rep, held } = stepReps(definition, state.reps, time, shown, state.spoilt, words);
  state.reps = counter;
  if (held !== null) effects.push({ kind: 'beep', tone: 'hold' });
  if (rep === null) return;
  effects.push({ kind: 'rep', rep });
  if (rep.good) {
    if (isCountHeard(draft, definition.countedEvery ?? 1)) say(draft, countWords(draft, phase, counter.good));
  } else if (state.now >= state.pacing.quietUntil) say(draft, words.notCounted(rep.why ?? ''));
}
