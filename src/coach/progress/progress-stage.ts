import { isWorking } from '../drill-definition.ts';
import { type Degrees, type Estimate, type Seconds, type Side, sidesOf } from '../../instrument/geometry/units.ts';
import type { Channel, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { type JudgedReading, seeChannel, seeRange } from '../rules/judged-reading.ts';
import { channelOf, measuredOf } from '../rules/channels.ts';
import { isRangePhase, rangeChannel, seesPelvis } from '../rules/range-rules.ts';
import { say, sayReason } from '../speech/speak.ts';
import type { CoachEvent, Draft, Found, Told } from '../stage.ts';
import { currentPhase, sideAndRound } from '../timeline/timeline-clock.ts';
import { repsGoal } from '../timeline/planned-length.ts';
import { showAngle, noAngle } from './angle-display.ts';
import { applySequence, passOverdueSteps } from './apply-sequence.ts';
import { freshSequence } from './movement-sequence.ts';
import { present, watchPresence, watchSilence } from './presence.ts';
import { bestSoFar, isPelvisFlagged, lookThrough } from './range-so-far.ts';
import { addFrame, endRanges, withHips } from './range-state.ts';
import { forgetRange } from './range-tracker.ts';
import { freshCounter, missReps, seeUpright, stepReps } from './rep-counter.ts';
import { tellGains } from './round-gain.ts';
import { doubted, freshGainWatch, isGainPhase, type SuspectGain, watchGain } from './suspect-gain.ts';
import { trunkShape } from './trunk-shape.ts';
import { placeWithoutNumber, saysNothing, whyTooWide } from './useful-band.ts';

type ProgressDraft = Draft<'progress'>;
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
