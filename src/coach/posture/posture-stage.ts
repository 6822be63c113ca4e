import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { isStretch, isWorking } from '../drill-definition.ts';
import type { AwayKind } from '../record/set-record.ts';
import { type JudgedReading, judgeReading, seeChannel } from '../rules/judged-reading.ts';
import { isBorrowing, isSideCheck, rangeChannel } from '../rules/range-rules.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import { ask, say } from '../speech/phase-voice.ts';
import type { CoachEvent, Draft } from '../stage.ts';
import { currentPhase, phaseAt, phaseSince, sideAndRound } from '../timeline/timeline-clock.ts';
import {
  type Away,
  awayRecord,
  awayText,
  fitHolds,
  type FitLost,
  isInStretch,
  isOutOfStretch,
  noStretch,
  settleHere,
  stepRoundedBack,
  stepStretch,
  withoutLeft,
  withoutRoundedBack,
} from './posture-watches.ts';

type PostureDraft = Draft<'posture'>;

/** After a rest the person has this long to get back into position, while the phase is announced. */
const SETTLING: Seconds = 4;
/** The position must look right for this long after the instrument has said so. */
const BACK_FOR: Seconds = 0.3;
/** Lifted hips are asked down while the clock runs. If they are still up after this time, the clock waits. */
const HIPS_PATIENCE: Seconds = 3;
/** A person who stays in a lesser stretch for this long has found their place. */
const SETTLED_AFTER: Seconds = 12;
/** After a longer break a push starts from its beginning again, because its effort builds up. */
const PUSH_BREAK: Seconds = 4;

/**
 * Follows whether the person is still where the phase wants them.
 * @returns what may be used of the reading: flexion without the rounding of the back, and nothing while the person is away
 */
export function followPosture(draft: PostureDraft, reading: Reading): JudgedReading {
  const judged = withoutBack(draft, reading);
  followPosition(draft, reading, judged);
  return withoutLeft(draft.own, judged);
}

/** The reading without what the rounding of the back adds to hip flexion. */
function withoutBack({ own, seen }: PostureDraft, reading: Reading): JudgedReading {
  const { time } = reading;
  const { clock } = seen.timeline;
  const { pending, set } = seen.setup.referencePose;
  const judged = judgeReading(reading, seen.plan.drill, pending);
  own.back = stepRoundedBack(own.back, judged, seen.plan.drill, {
    time,
    phase: phaseAt(clock, time)?.kind ?? null,
    phaseSince: phaseSince(clock, time),
    paused: clock.pausedAt !== null,
    referencePoseAt: set?.at ?? null,
  });
  return withoutRoundedBack(judged, own.back);
}

function followPosition(draft: PostureDraft, reading: Reading, judged: JudgedReading): void {
  const { own, seen } = draft;
  const { clock } = seen.timeline;
  const phase = currentPhase(clock);
  const byHand = clock.pausedAt !== null && !own.away?.waits;
  const isPending = seen.setup.referencePose.pending !== null;
  if (phase === null || !isWorking(phase.kind) || isPending || byHand) {
    if (phase === null || !byHand) own.stretch = noStretch;
    own.fitLost = fitHolds;
    // A person who got up to move the laptop is still up: the set goes on waiting until the new start is held.
    return isPending && !byHand && own.away?.waits ? undefined : endAway(draft, reading.time);
  }
  followStretch(draft, phase, judged, reading.time);
  own.fitLost = stepFitLost(own.fitLost, judged, reading.time);
  // The camera itself may have made the change.
  if (reading.cameraUnsure || reading.frozen) return;
  const left = whatIsLeft(draft, reading, phase);
  if (own.away === null) {
    if (left?.kind === 'unclear') loseSight(draft, phase, left, reading.time);
    else if (left !== null) leave(draft, phase, left, reading.time);
  } else stay(draft, own.away, phase, left, reading.time);
}

/** The person is told that the picture does not fit only after this time, because single bad frames are common. */
const LOST_FOR: Seconds = 1.2;
/** The picture fits again after this time without a bad frame. */
const HOLDS_AFTER: Seconds = 0.5;
/** The person is asked to go back no more often than this, because there is nothing else they could do. */
const UNCLEAR_AGAIN: Seconds = 30;
const LOST_FIT: ReadonlySet<Reason> = new Set(['poor-fit', 'left-right-mixed']);

function stepFitLost({ since, last }: FitLost, { body, reasons }: JudgedReading, time: Seconds): FitLost {
  const [reason] = reasons;
  if (body === null && reason !== undefined && LOST_FIT.has(reason)) return { since: since ?? time, last: time };
  return last !== null && time - last < HOLDS_AFTER ? { since, last } : fitHolds;
}

interface Left {
  readonly kind: AwayKind;
  readonly since: Seconds;
}

function whatIsLeft({ own, seen }: PostureDraft, { postureLeft, time }: Reading, phase: TimelinePhase): Left | null {
  const { startedAt, pausedFor } = seen.timeline.clock;
  if (postureLeft !== null) {
    const fromBefore = postureLeft.since < startedAt;
    return fromBefore && time - startedAt - pausedFor < SETTLING && own.away === null ? null : postureLeft;
  }
  const { outSince } = own.stretch;
  // A compensation that takes the turn out of the hip, such as a lifted sit bone, has its own cue.
  const isFlagged = own.away === null && liveFlags(seen.rules).some(({ rule }) => isBorrowing(rule.id));
  if (isStretch(phase.kind) && outSince !== null && isOutOfStretch(own.stretch, time) && !isFlagged)
    return { kind: 'out-of-stretch', since: outSince };
  const { since, last } = own.fitLost;
  return since !== null && last !== null && last - since >= LOST_FOR ? { kind: 'unclear', since } : null;
}

function followStretch({ own, seen }: PostureDraft, phase: TimelinePhase, judged: JudgedReading, time: Seconds): void {
  const { drill } = seen.plan;
  // A try of a hip test goes out and back.
  if (!isStretch(phase.kind) || phase.step !== undefined || isSideCheck(drill.measure)) {
    own.stretch = noStretch;
    return;
  }
  const place = sideAndRound(phase);
  const before = own.stretchPlace === place ? own.stretch : noStretch;
  own.stretchPlace = place;
  const angle = legInRoom(judged, rangeChannel(drill), phase);
  // Nobody is sent back to a depth past a limit that is set.
  const most = Math.min(...drill.rules.flatMap(({ limitOf, enter }) => (limitOf === undefined ? [] : [enter])));
  own.stretch = stepStretch(before, time, angle === null ? null : Math.min(angle, most));
}

/**
 * The angle of the leg in the room, hip and pelvis together. When only the pelvis turns, the hip's own angle changes
 * although the leg stays in the stretch.
 */
function legInRoom(
  judged: JudgedReading,
  channel: ReturnType<typeof rangeChannel>,
  { side }: TimelinePhase,
): Degrees | null {
  const value = seeChannel(judged, channel, side);
  if (!value.seen) return null;
  const added = side === 'both' ? null : (judged.body?.leg[side].pelvisContribution ?? null);
  return value.estimate.value + Math.max(0, added ?? 0);
}

function leave(draft: PostureDraft, phase: TimelinePhase, left: Left, time: Seconds): void {
  const text = goAway(draft, phase, left, time);
  tell(draft, phase, left.kind, text);
  draft.out.push({ event: 'position-left' });
  if (left.kind !== 'hips-up') wait(draft, left.since);
}

/** @returns what to do */
function goAway(draft: PostureDraft, phase: TimelinePhase, { kind, since }: Left, time: Seconds): string {
  const from = Math.max(since, draft.seen.timeline.clock.startedAt);
  return setAway(draft, { since: from, phase: phase.kind, waits: false, overridden: false }, phase, kind, time);
}

/** The person is away in this way now. @param rest what stays if they were away in another way before @returns what to do */
function setAway(
  { own, seen }: PostureDraft,
  rest: Pick<Away, 'since' | 'phase' | 'waits' | 'overridden'>,
  phase: TimelinePhase,
  kind: AwayKind,
  time: Seconds,
): string {
  const text = awayText(kind, seen.plan.drill, phase, seen.plan.words);
  own.away = { ...rest, kind, text, saidAt: time, backSince: null };
  return text;
}

/** The picture does not tell where the person is: asks them back. The clock runs on; it may be the instrument's fault. */
function loseSight(draft: PostureDraft, phase: TimelinePhase, left: Left, time: Seconds): void {
  const { own, seen } = draft;
  // A flagged compensation has its own cue.
  if (liveFlags(seen.rules).length > 0) return;
  if (own.unclearSaidAt !== null && time - own.unclearSaidAt < UNCLEAR_AGAIN) return;
  own.unclearSaidAt = time;
  ask(draft, goAway(draft, phase, left, time));
}

/** Says what to do. Where the drill has a rule for lifted hips, the words count as the red cue of that rule. */
function tell(draft: PostureDraft, phase: TimelinePhase, kind: AwayKind, text: string): void {
  const rule = draft.seen.plan.drill.rules.find(({ id }) => id === 'pelvis-lift');
  if (kind !== 'hips-up' || rule?.phaseFactors[phase.kind] === undefined) return say(draft, text, true);
  draft.out.push({ event: 'name-fault', cue: { rule: rule.id, text, severity: 'red' } });
}

function wait({ own, seen, out }: PostureDraft, from: Seconds): void {
  if (own.away === null || own.away.waits || own.away.overridden || seen.plan.waits !== true) return;
  own.away = { ...own.away, waits: true };
  out.push({ event: 'wait', from });
}

/** The person is away: waits for them, and goes on when they are back. */
function stay(draft: PostureDraft, away: Away, phase: TimelinePhase, left: Left | null, time: Seconds): void {
  const { own } = draft;
  if (away.kind === 'unclear') return clearUp(draft, phase, left, time);
  if (left !== null && isPosition(left.kind)) return stayOut(draft, away, phase, left, time);
  if (away.kind !== 'out-of-stretch') return comeBack(draft, away, phase, time);
  if (isInStretch(own.stretch, time)) return endAway(draft, time);
  if (hasSettled(draft, away, time)) {
    own.stretch = settleHere(own.stretch);
    endAway(draft, time);
  }
}

/** Ends `unclear` as soon as the picture fits again, or shows how the position was left. */
function clearUp(draft: PostureDraft, phase: TimelinePhase, left: Left | null, time: Seconds): void {
  if (left?.kind === 'unclear') return;
  endAway(draft, time);
  if (left !== null) leave(draft, phase, left, time);
}

const isPosition = (kind: AwayKind): boolean => kind !== 'out-of-stretch' && kind !== 'unclear';

function stayOut(draft: PostureDraft, away: Away, phase: TimelinePhase, { kind }: Left, time: Seconds): void {
  const { own } = draft;
  // Out of the stretch first, then out of the position: that needs other words.
  if (away.kind === 'out-of-stretch') return tell(draft, phase, kind, setAway(draft, away, phase, kind, time));
  own.away = { ...away, backSince: null };
  if (time - away.saidAt >= HIPS_PATIENCE || kind !== 'hips-up') wait(draft, time);
}

/** In position again. In a stretch the leg must also be back where the stretch was. */
function comeBack(draft: PostureDraft, away: Away, phase: TimelinePhase, time: Seconds): void {
  const { own } = draft;
  const backSince = away.backSince ?? time;
  own.away = { ...away, backSince };
  if (time - backSince < BACK_FOR) return;
  const isOut = isStretch(phase.kind) && !isInStretch(own.stretch, time) && own.stretch.outSince !== null;
  if (!isOut || !away.waits) return endAway(draft, time);
  say(draft, setAway(draft, away, phase, 'out-of-stretch', time), true);
}

const hasSettled = ({ own: { stretch } }: PostureDraft, away: Away, time: Seconds): boolean =>
  away.waits &&
  time - away.saidAt >= SETTLED_AFTER &&
  stretch.now !== null &&
  stretch.deep !== null &&
  stretch.now >= LEAST_SETTLED * stretch.deep;

/** A hip nearer to the start than this share of the stretch is not in a stretch at all. */
const LEAST_SETTLED = 0.25;

/** The person is back, or the phase no longer needs the position. */
function endAway(draft: PostureDraft, time: Seconds): void {
  const { own, out } = draft;
  const { away } = own;
  if (away === null) return;
  own.away = null;
  out.push({ kind: 'away', away: awayRecord(away, time) }, { event: 'position-taken' });
  if (away.waits) out.push({ event: mustRepeat(draft) ? 'begin-again' : 'go-on' });
}

/** What the person does about a set that waits for them. */
export function postureHears(draft: PostureDraft, told: CoachEvent): void {
  if (told.event === 'phase-begun') return askBackTo(draft, told.phase);
  if (told.event !== 'input') return;
  if (told.input.kind === 'pause') pauseWhileAway(draft);
  if (told.input.kind === 'resume') overrideAway(draft);
}

/** The words that ask a person back follow the phase: those of the phase that has begun. */
function askBackTo({ own, seen }: PostureDraft, phase: TimelinePhase): void {
  const { away } = own;
  if (away !== null) own.away = { ...away, text: awayText(away.kind, seen.plan.drill, phase, seen.plan.words) };
}

/** The person pauses a set that waits for them: it does not go on any more when they are back. */
function pauseWhileAway(draft: PostureDraft): void {
  const { away } = draft.own;
  if (!away?.waits || draft.seen.timeline.clock.pausedAt === null) return;
  draft.own.away = { ...away, waits: false, overridden: true };
  say(draft, draft.seen.plan.words.paused);
}

/** The person goes on by hand: the set waits no more, and the stretch is judged from where the hip is now. */
function overrideAway(draft: PostureDraft): void {
  const { own, seen } = draft;
  if (own.away === null || seen.timeline.clock.pausedAt === null) return;
  own.away = { ...own.away, waits: false, overridden: true };
  if (own.away.kind !== 'out-of-stretch') return;
  own.stretch = settleHere(own.stretch);
  endAway(draft, seen.now);
}

/** Two repeats of one phase are enough: after that the clock goes on. */
const MOST_REPEATS = 2;

/** Whether so much of the phase was lost that it begins again. */
function mustRepeat({ seen: { timeline, now } }: PostureDraft): boolean {
  const { clock, repeats } = timeline;
  const phase = currentPhase(clock);
  if (phase === null || !isWorking(phase.kind) || phase.length === null || repeats >= MOST_REPEATS) return false;
  const lost = clock.pausedAt === null ? 0 : now - clock.pausedAt;
  return lost > phase.length / 2 || (phase.ramp > 0 && lost > PUSH_BREAK);
}
