import type { TimelinePhase } from '../coach-contract.ts';
import { isWorking, type MovementStep, type PhaseKind } from '../drill-definition.ts';
import { noAngle, showAngle } from './angle-display.ts';
import {
  addFrame,
  endRanges,
  forgetRange,
  placeWithoutNumber,
  saysNothing,
  whyTooWide,
  withHips,
} from './clean-range.ts';
import { freshSequence, passStep, stepAt, stepSequence } from './movement-sequence.ts';
import { present, watchPresence, watchSilence } from './presence.ts';
import { bestSoFar, bestWithin, isPelvisFlagged, lookThrough } from './range-so-far.ts';
import { changeBetween } from './real-change.ts';
import { freshCounter, missReps, seeUpright, stepReps } from './rep-counter.ts';
import { doubted, freshGainWatch, isGainPhase, type SuspectGain, watchGain } from './suspect-gain.ts';
import { channelOf, type JudgedReading, measuredOf, seeChannel, seeRange } from '../rules/judged-reading.ts';
import { borrowedAt, isRangePhase, rangeChannel, seesPelvis } from '../rules/range-rules.ts';
import { ask, say, sayReason } from '../speech/phase-voice.ts';
import type { CoachEvent, Draft, Found, Told } from '../stage.ts';
import { repsGoal } from '../timeline/planned-length.ts';
import { currentPhase, elapsedAt, sideAndRound } from '../timeline/timeline-clock.ts';
import { landmarkAt, type PicturePoint, pixelDistance } from '../../instrument/geometry/picture-points.ts';
import { JOINT } from '../../instrument/geometry/skeleton.ts';
import {
  type Degrees,
  type Estimate,
  type Seconds,
  type Share,
  type Side,
  sidesOf,
} from '../../instrument/geometry/units.ts';
import type { Channel, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';

/**
 * How long the trunk looks in the picture: from the middle of the hips to the middle of the shoulders, over the width of
 * the shoulders. A fold towards a lens in front shortens it, because it is seen from above and the shoulders come nearer:
 * by 14 % at 24°, while an upright trunk varies by 1 % (rendered sets). It does not depend on where the person sits, and
 * a lean to the side does not change it. Null: not seen.
 */
export function trunkShape(skeleton: Reading['skeleton']): number | null {
  if (skeleton === null) return null;
  const shoulders = [landmarkAt(skeleton, JOINT.leftShoulder), landmarkAt(skeleton, JOINT.rightShoulder)] as const;
  const hips = [landmarkAt(skeleton, JOINT.leftHip), landmarkAt(skeleton, JOINT.rightHip)] as const;
  const shape = pixelDistance(middle(...shoulders), middle(...hips)) / pixelDistance(...shoulders);
  return Number.isFinite(shape) ? shape : null;
}

const middle = (a: PicturePoint, b: PicturePoint): PicturePoint => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Time into the sink after which no flag can still reach back into the pull before it. */
const GAIN_FROM: Seconds = 3;
/** What the sink itself gained is told after this share of it: before, it has hardly begun. */
const SUNK_FROM: Share = 0.4;

/**
 * In the sink, tells how much further than passively the hip came by the person's own pull, and by the sink itself, if the
 * difference is larger than the measurement error.
 */
function tellGains(draft: Draft<'progress'>, phase: TimelinePhase): void {
  const elapsed = elapsedAt(draft.seen.timeline.clock, draft.seen.now);
  if (phase.kind !== 'sink' || elapsed < GAIN_FROM) return;
  const passive = bestIn(draft, phase, 'passive');
  if (passive === null) return;
  const tell = (by: 'pull' | 'sink', after: Estimate<Degrees> | null): void => {
    const change = after === null ? null : changeBetween(passive, after);
    if (change?.kind === 'more') draft.out.push({ event: 'gained', by, degrees: change.by, phase });
  };
  tell('pull', bestIn(draft, phase, 'rails'));
  if (phase.length !== null && elapsed >= SUNK_FROM * phase.length) tell('sink', bestIn(draft, phase, 'sink'));
}

/** The best clean range in the phases of one kind of this round. */
function bestIn(
  { own, seen }: Draft<'progress'>,
  { round, side }: TimelinePhase,
  kind: PhaseKind,
): Estimate<Degrees> | null {
  const { history, clock } = seen.timeline;
  const spans = [
    ...history.filter((piece) => piece.kind === kind && piece.round === round && piece.side === side),
    ...(kind === 'sink' ? [{ start: clock.startedAt, end: Infinity }] : []),
  ];
  return side === 'both' ? null : bestWithin({ ...seen, progress: own }, { side, round }, spans);
}

type ProgressDraft = Draft<'progress'>;

/** Feeds one reading to the present step of a movement sequence. */
function applySequence(draft: ProgressDraft, judged: JudgedReading, phase: TimelinePhase, time: Seconds): void {
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
function passOverdueSteps(draft: ProgressDraft): void {
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

type MaybeAngle = ReturnType<typeof seeRange>;

/** The angle on the screen, why there is none, the range and the repetitions. */
export function measure(draft: ProgressDraft, found: Found): void {
  const { own, seen } = draft;
  const { time, reading, judged, phase } = found;
  if (reading === null) return measureNothing(draft, phase, time);
  const angle = seeRange(judged, seen.plan.drill, phase?.side ?? 'left');
  const hip = withUsefulBand(draft, angle);
  if (phase !== null) followGain(draft, phase, time, angle.estimate);
  const shown = doubted(hip.estimate, own.gain);
  const contribution = contributionNow(judged, phase ?? currentPhase(seen.timeline.clock));
  own.angle = showAngle(own.angle, time, shown, hip.reason, contribution);
  followRange(draft, found);
  if (phase === null) return;
  followPresence(draft, reading, phase, hip.reason);
  tellGains(draft, phase);
  countReps(draft, reading, judged, phase, angle.estimate);
}

/** What other rooms tell about the set that changes what is measured. */
export function progressHears(draft: ProgressDraft, told: CoachEvent): void {
  const { own, seen } = draft;
  switch (told.event) {
    case 'input':
      return told.input.kind === 'tick' ? passOverdueSteps(draft) : undefined;
    case 'phase-begun':
      return beginPhase(draft, told);
    case 'reference-pose-taken': {
      // What was read before stays, unless its reference pose was refuted (`groundsOf`).
      const { set, invalidated } = seen.setup.referencePose;
      const last = own.range.poses.at(-1);
      if (set !== null) own.range = { ...own.range, poses: [...own.range.poses, set.at] };
      // A gain counted from a pose that was no start ends here. Any other goes on, as in the record (`findSuspectGains`).
      if (last !== undefined && invalidated.includes(last)) endGain(draft);
      own.presence = present;
      return;
    }
    case 'reference-pose-lost': {
      const { since } = told;
      // The angle since then is the camera's, and no range.
      if (since !== null) own.range = withHips(own.range, (hip) => forgetRange(hip, since));
      return;
    }
    case 'flag-closed':
      own.range = { ...own.range, flags: [...own.range.flags, told.flag] };
      return;
    case 'ended':
      own.range = endRanges(own.range, told.why);
      own.range = lookThrough({ ...seen, progress: own });
      return;
    case 'position-left': {
      // The repetition was broken off.
      const { good, all } = own.reps;
      own.reps = { ...freshCounter, good, all };
      own.sequence = { ...freshSequence, count: own.sequence.count };
      own.presence = present;
      return;
    }
    case 'position-taken':
      own.presence = present;
      return;
    case 'counted': {
      const done = own.reps.good + 1;
      own.reps = { ...own.reps, good: done, all: done };
      return;
    }
    default:
  }
}

function beginPhase(draft: ProgressDraft, { phase, before }: Told<'phase-begun'>): void {
  const { own, seen } = draft;
  const newSide = before !== null && before.side !== phase.side;
  if (newSide) own.angle = noAngle;
  if (newSide || before?.round !== phase.round) {
    const range = lookThrough({ ...seen, progress: own }, true);
    own.earned =
      newSide || before === null ? null : bestSoFar({ ...seen, progress: { ...own, range } }, phase.side, before.round);
    endGain(draft, before);
  }
  own.range = lookThrough({ ...seen, progress: own });
  if (phase.kind === 'reps') {
    // Who folds forward in the count-in was upright before it.
    own.reps = newSide ? freshCounter : { ...freshCounter, upright: own.reps.upright };
    own.sequence = freshSequence;
  }
  if (!isWorking(phase.kind)) own.presence = present;
}

/** No reading has come for a while: removes the angle, and says so. */
function measureNothing(draft: ProgressDraft, phase: TimelinePhase | null, time: Seconds): void {
  const { own, seen } = draft;
  if (phase === null) return;
  own.angle = showAngle(own.angle, time, null, 'no-picture');
  if (!isWorking(phase.kind) && phase.kind !== 'neutral') return;
  const step = watchSilence(own.presence, time, seen.setup.readAt);
  own.presence = step.presence;
  if (step.say === 'lost') sayReason(draft, 'no-picture', null);
}

/** No angle whose band, or place, says nothing. Repetitions are counted from it all the same: they need no size. */
function withUsefulBand({ seen }: ProgressDraft, angle: MaybeAngle): MaybeAngle {
  const quality = seen.setup.referencePose.set?.quality;
  const place = placeWithoutNumber(quality);
  if (angle.estimate === null || (place === null && !saysNothing(angle.estimate))) return angle;
  return { estimate: null, reason: place ?? whyTooWide(quality?.view) };
}

/** What pelvis or back add to the working hip. Null if both hips work at once: one then gains what the other loses. */
const contributionNow = ({ body }: JudgedReading, phase: TimelinePhase | null): Degrees | null =>
  phase === null || phase.side === 'both' ? null : (body?.leg[phase.side].pelvisContribution ?? null);

function followPresence(draft: ProgressDraft, reading: Reading, phase: TimelinePhase, reason: Reason | null): void {
  const { own, seen } = draft;
  if (seen.posture.away !== null) return;
  // A reference pose that is awaited has its own announcements, also after a missing picture.
  if (!isWorking(phase.kind) || seen.setup.referencePose.pending !== null) {
    if (own.presence.reason === 'no-picture') own.presence = present;
    return;
  }
  const step = watchPresence(own.presence, reading.time, reason);
  own.presence = step.presence;
  if (step.say === 'lost' && step.presence.reason !== null) sayLost(draft, step.presence.reason, reading);
  // Who is told that there will be no number was seen all along.
  if (step.say === 'found' && !own.toldWithoutNumber) say(draft, seen.plan.words.seenAgain);
}

/** What a place that was allowed without a number does to the angle. */
const ALLOWED_PLACE: ReadonlySet<Reason> = new Set(['bad-view', 'knee-hidden', 'joints-hidden']);

/** In a place without a number the set goes on: that is said once, and not again where to put the laptop. */
function sayLost(draft: ProgressDraft, reason: Reason, reading: Reading): void {
  const { own, seen } = draft;
  if (!ALLOWED_PLACE.has(reason) || !seen.setup.referencePose.set?.quality.withoutNumber)
    return sayReason(draft, reason, reading);
  if (!own.toldWithoutNumber) say(draft, seen.plan.words.withoutNumber);
  own.toldWithoutNumber = true;
}

/** Watches for a sudden gain at the hip's end, which counts as possible, not clean. */
function followGain(
  draft: ProgressDraft,
  phase: TimelinePhase,
  time: Seconds,
  estimate: Estimate<Degrees> | null,
): void {
  const { own, seen } = draft;
  if (estimate === null || phase.side === 'both' || !isGainPhase(seen.plan.drill, phase.kind)) return;
  const before = own.gain.open;
  own.gain = watchGain(own.gain, { time, angle: estimate.value });
  if (before !== null && own.gain.open === null) keepGain(draft, { ...before, until: time }, phase);
}

/** Another round, or what was read counts no more: gains are looked for afresh. @param phase of the last gain; absent: the present one */
function endGain(draft: ProgressDraft, phase: TimelinePhase | null = currentPhase(draft.seen.timeline.clock)): void {
  const { own } = draft;
  const { open, recent } = own.gain;
  if (open !== null && phase !== null) keepGain(draft, { ...open, until: recent.at(-1)?.time ?? open.since }, phase);
  own.gain = freshGainWatch;
}

function keepGain({ own }: ProgressDraft, gain: SuspectGain, { side, round }: TimelinePhase): void {
  if (side !== 'both') own.range = { ...own.range, gains: [...own.range.gains, { ...gain, side, round }] };
}

/** Takes the frame as the record does (`SetRecorder`), so that the best so far is that of the summary. */
function followRange({ own, seen }: ProgressDraft, { time, judged, phase }: Found): void {
  if (phase?.kind === 'ready' || phase?.kind === 'turn') return;
  const { drill } = seen.plan;
  const { body } = judged;
  const isTold = placeWithoutNumber(seen.setup.referencePose.set?.quality) === null;
  const measured = isTold && body ? measuredOf(body) : null;
  const working = sidesOf((phase ?? currentPhase(seen.timeline.clock))?.side ?? 'both');
  const angleOf = (side: Side): Estimate<Degrees> | null => {
    const estimate = measured && working.includes(side) ? channelOf(measured, rangeChannel(drill), side) : null;
    return working.length === 1 ? doubted(estimate, own.gain) : estimate;
  };
  const isSeen = (channel: Channel): boolean => seeChannel(judged, channel, 'both').seen;
  const isWatched = body !== null && phase !== null && (isPelvisFlagged(seen.rules) || seesPelvis(drill, isSeen));
  own.range = addFrame(own.range, {
    time,
    angle: { left: angleOf('left'), right: angleOf('right') },
    isOut: judged.reasons.includes('posture-left'),
    watchedIn: isWatched && isRangePhase(drill, phase.kind) ? sideAndRound(phase) : null,
  });
  own.range = lookThrough({ ...seen, progress: own });
}

function countReps(
  draft: ProgressDraft,
  reading: Reading,
  judged: JudgedReading,
  phase: TimelinePhase,
  estimate: Estimate<Degrees> | null,
): void {
  const { own, seen, out } = draft;
  const { plan } = seen;
  const definition = plan.drill.reps;
  if (definition === null) return;
  if (phase.kind !== 'reps') {
    // The fold of the first repetition is told from how the trunk looked after the start position was held. In a rest the
    // person may sit anyhow.
    if (judged.body !== null && (phase.kind === 'ready' || phase.kind === 'neutral'))
      own.reps = seeUpright(own.reps, trunkShape(reading.skeleton));
    return;
  }
  if (definition.sequence) return applySequence(draft, judged, phase, reading.time);
  // The goal is reached, and its number is still being spoken.
  if (phase.length === null && own.reps.good >= repsGoal(plan)) return;
  if (estimate === null) {
    own.reps = missReps(own.reps);
    return;
  }
  const either = definition.either === undefined ? null : seeChannel(judged, definition.either, phase.side);
  const shown = {
    rotation: estimate.value,
    either: either?.seen ? either.estimate.value : null,
    trunk: trunkShape(reading.skeleton),
  };
  const { counter, rep, held } = stepReps(definition, own.reps, reading.time, shown, seen.rules.spoilt, plan.words);
  const before = own.reps.part;
  own.reps = counter;
  if (held !== null) out.push({ kind: 'beep', tone: 'hold' }, { event: 'end-held', end: held, phase });
  if (rep !== null) out.push({ kind: 'rep', rep }, { event: 'rep-done', rep, phase });
  else if (counter.part !== null && before !== null && counter.part !== before)
    out.push({ event: 'rep-part', part: counter.part, phase });
}
