import type { Degrees, Estimate, Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { isCameraReason } from '../rules/picture-reason.ts';
import { type JudgedReading, seeChannel, seeRange } from '../rules/judged-reading.ts';
import { asksForRange, isBorrowing, isRangePhase } from '../rules/range-rules.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import { isWorking } from '../speech/announce.ts';
import { say, sayReason } from '../speech/speak.ts';
import type { CoachEvent, Draft, Found, Told } from '../stage.ts';
import { currentPhase } from '../timeline/timeline-clock.ts';
import { repsGoal } from '../timeline/timeline.ts';
import { showAngle, noAngle } from './angle-display.ts';
import { applySequence, passOverdueSteps } from './apply-sequence.ts';
import { freshSequence, isUnderWay, stepAt } from './movement-sequence.ts';
import { present, watchPresence, watchSilence } from './presence.ts';
import { bestSoFar } from './best-range.ts';
import { freshRange, trackRange } from './range-tracker.ts';
import { freshCounter, missReps, seeUpright, stepReps } from './rep-counter.ts';
import { tellGains } from './round-gain.ts';
import { doubted, freshGainWatch, isGainPhase, watchGain } from './suspect-gain.ts';
import { trunkShape } from './trunk-shape.ts';
import { saysNothing, whyTooWide } from './useful-band.ts';

type ProgressDraft = Draft<'progress'>;
type MaybeAngle = ReturnType<typeof seeRange>;

/** The angle on the screen, why there is none, the range and the repetitions. */
export function measure(draft: ProgressDraft, found: Found): void {
  const { own, seen } = draft;
  const { time, reading, judged, phase } = found;
  if (reading === null) return measureNothing(draft, phase, time);
  const angle = seeRange(judged, seen.plan.drill, phase?.side ?? 'left');
  const hip = withUsefulBand(draft, angle);
  if (phase !== null) followGain(draft, phase, time, hip.estimate);
  const shown = doubted(hip.estimate, own.gain);
  const contribution = contributionNow(judged, phase ?? currentPhase(seen.timeline.clock));
  own.angle = showAngle(own.angle, time, shown, hip.reason, contribution);
  if (phase === null) return;
  followPresence(draft, reading, phase, hip.reason);
  followRange(draft, phase, time, hip.estimate);
  tellGains(draft, phase);
  countReps(draft, reading, judged, phase, angle.estimate);
}

/** What other rooms tell about the set that changes what is measured. */
export function progressHears(draft: ProgressDraft, told: CoachEvent): void {
  const { own } = draft;
  switch (told.event) {
    case 'input':
      return told.input.kind === 'tick' ? passOverdueSteps(draft) : undefined;
    case 'phase-begun':
      return beginPhase(own, told);
    case 'reference-pose-taken':
      // What was read before the camera moved stays: it was counted from a start that was right.
      own.range = isCameraReason(told.pending) ? { ...own.range, recent: [] } : freshRange;
      if (!isCameraReason(told.pending)) own.bestBefore = null;
      own.gain = freshGainWatch;
      own.presence = present;
      return;
    case 'reference-pose-lost': {
      const { since, why } = told;
      if (since !== null) {
        // The angle since then is the camera's, and no range.
        const stretches = own.range.stretches.filter(({ end }) => end <= since);
        own.range = { ...own.range, recent: [], stretches };
      }
      if (why === 'not-the-start') {
        own.range = freshRange;
        own.bestBefore = null;
      }
      return;
    }
    case 'position-left': {
      // The repetition was broken off, and what was read while the body was leaving the position is no range.
      const { good, all } = own.reps;
      own.range = trackRange(own.range, told.at, null, told.since);
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

function beginPhase(own: ProgressDraft['own'], { phase, before }: Told<'phase-begun'>): void {
  const newSide = before !== null && before.side !== phase.side;
  if (newSide) own.angle = noAngle;
  if (newSide || before?.round !== phase.round) {
    own.earned = newSide ? null : own.range.best;
    own.bestBefore = newSide ? null : bestSoFar(own);
    own.range = freshRange;
    own.gain = freshGainWatch;
  }
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

/** No angle whose band says nothing. Repetitions are counted from it all the same: they need no size. */
function withUsefulBand({ seen }: ProgressDraft, angle: MaybeAngle): MaybeAngle {
  if (angle.estimate === null || !saysNothing(angle.estimate)) return angle;
  return { estimate: null, reason: whyTooWide(seen.setup.referencePose.set?.quality.view) };
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
  { own, seen }: ProgressDraft,
  phase: TimelinePhase,
  time: Seconds,
  estimate: Estimate<Degrees> | null,
): void {
  if (estimate === null || phase.side === 'both' || !isGainPhase(seen.plan.drill, phase.kind)) return;
  own.gain = watchGain(own.gain, { time, angle: estimate.value });
}

function followRange(
  { own, seen }: ProgressDraft,
  phase: TimelinePhase,
  time: Seconds,
  estimate: Estimate<Degrees> | null,
): void {
  const { drill } = seen.plan;
  if (!isRangePhase(drill, phase.kind)) return;
  const onsets = liveFlags(seen.rules)
    .filter((flag) => isBorrowing(flag.rule.id))
    .map((flag) => flag.onset);
  if (own.gain.open !== null) onsets.push(own.gain.open.since);
  const dirtySince = onsets.length === 0 ? null : Math.min(...onsets);
  const step = stepAt(drill.reps?.sequence ?? [], own.sequence.count);
  // Only while the movement is under way: at the start of a step the thigh may still be up from the step before.
  const isAsked = step === null || (asksForRange(drill, step) && isUnderWay(step, own.sequence));
  const asked = isAsked ? estimate : null;
  own.range = trackRange(own.range, time, asked?.value ?? null, dirtySince, asked?.sd);
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
