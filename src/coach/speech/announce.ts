import type { Seconds, Share } from '../../instrument/geometry/units.ts';
import type { CoachWords } from './coach-words.ts';
import type { CoachEffect, TimelinePhase } from '../coach-contract.ts';
import { spokenLength } from './cue-pacing.ts';
import type { PhaseKind } from '../drill-definition.ts';
import type { EndReason } from '../record/set-record.ts';

/** Something said or sounded at a fixed time of a phase. */
export interface Mark {
  /** Seconds into the phase. */
  readonly at: Seconds;
  readonly effect: CoachEffect;
  /** True: left out while something else is being said. */
  readonly soft?: true;
}

/** A sentence at a time in seconds into the phase. */
interface Call {
  readonly at: Seconds;
  readonly text: string;
  readonly soft?: true;
}

/** A sentence that follows another one by less than this is left out. */
const BREATH: Seconds = 0.3;
/** Shorter phases have no announcements of the time left. */
const LONG: Seconds = 25;
const EVERY: Seconds = 30;
const LAST_CALL: Seconds = 10;
/** Breathing cues, in seconds before the end, for phases in which the person only stays in the position. */
const BREATHING = { from: 45, every: 30 } as const;
const STAYING: ReadonlySet<PhaseKind> = new Set(['passive', 'hold']);
const COUNTDOWN = [3, 2, 1] as const;
/**
 * Shorter phases are not counted down, since the beeps would leave no time for a cue. The count-in has its own limit.
 */
const COUNTED_FROM: Seconds = 10;
const READY_FROM: Seconds = 4;

/** Phases in which the person works and is measured. */
const WORKING: ReadonlySet<PhaseKind> = new Set(['passive', 'pails', 'rails', 'sink', 'hold', 'reps', 'guided']);

export const isWorking = (kind: PhaseKind): boolean => WORKING.has(kind);

const say = (text: string, urgent = false): CoachEffect => ({ kind: 'say', text, urgent });
const beep = (tone: Extract<CoachEffect, { kind: 'beep' }>['tone']): CoachEffect => ({ kind: 'beep', tone });

/** Title of the phase, with the side at the start, after a change of sides and after a rest. */
function opening(phase: TimelinePhase, before: TimelinePhase | null, words: CoachWords): string {
  const fresh = before === null || before.side !== phase.side || before.kind === 'rest' || phase.kind === 'turn';
  const round = phase.round > 1 && before?.round !== phase.round ? ` ${words.round(phase.round)}` : '';
  return `${fresh ? `${words.sides[phase.side]} ` : ''}${phase.title}.${round}`;
}

/**
 * The announcement of a phase: side if needed, title, and the instruction if there is time to listen.
 * @param rate speed of the voice relative to normal, here and below
 */
export function announcement(phase: TimelinePhase, before: TimelinePhase | null, words: CoachWords, rate = 1): string {
  const short = opening(phase, before, words);
  const full = `${short} ${phase.instruction}`;
  const fits = phase.length === null || phase.length >= spokenLength(full, rate) + 3;
  return fits ? full : short;
}

/**
 * The announcement at the start of the set. It also says what the camera cannot see. If there is no time for both, the
 * start position is left out, because it is on the screen.
 */
export function firstAnnouncement(phase: TimelinePhase, blind: string | null, words: CoachWords, rate = 1): string {
  const usual = announcement(phase, null, words, rate);
  if (phase.kind !== 'ready' || phase.length === null || blind === null) return usual;
  const { length } = phase;
  const choices = [`${usual} ${blind}`, `${opening(phase, null, words)} ${blind}`];
  return choices.find((text) => spokenLength(text, rate) + 3 <= length) ?? usual;
}

/** Sound of a phase change: start of work, end of work, or none. Only one, because two at once are noise. */
export function changeBeep(phase: TimelinePhase, before: TimelinePhase | null): CoachEffect | null {
  if (isWorking(phase.kind)) return beep('start');
  return before !== null && isWorking(before.kind) ? beep('end') : null;
}

/** Whether the last three seconds are counted down with beeps. */
export const isCountedDown = ({ kind, length }: TimelinePhase): boolean =>
  length !== null && length >= (kind === 'ready' ? READY_FROM : COUNTED_FROM);

/**
 * Everything that is said and sounded during a phase, by time: effort, time left, next phase, breathing and countdown.
 */
export function phaseMarks(
  phase: TimelinePhase,
  next: TimelinePhase | null,
  before: TimelinePhase | null,
  words: CoachWords,
  rate = 1,
): readonly Mark[] {
  const { length } = phase;
  const calls = effortCalls(phase, words.effort).map(({ at, text }) => ({ at, text }));
  const onTheWay = (phase.calls ?? []).map(({ at, text }) => ({ at: at * (length ?? 0), text }));
  const spoken =
    length === null
      ? calls
      : [...calls, ...onTheWay, ...timeCalls(length, next, words), ...breaths(phase, length, words)];
  const countdown = length === null || !isCountedDown(phase) ? [] : COUNTDOWN.map((left) => length - left);
  const beeps = countdown.map((at) => ({ at, effect: beep('count') }));
  const announced = spokenLength(announcement(phase, before, words, rate), rate);
  return [...apart(spoken, announced, length, rate), ...beeps].sort((a, b) => a.at - b.at);
}

function breaths({ kind }: TimelinePhase, length: Seconds, { breathe }: CoachWords): Call[] {
  if (!STAYING.has(kind)) return [];
  const calls: Call[] = [];
  for (let left: Seconds = BREATHING.from; left < length; left += BREATHING.every)
    calls.push({ at: length - left, text: breathe, soft: true });
  return calls;
}

function timeCalls(length: Seconds, next: TimelinePhase | null, words: CoachWords): Call[] {
  if (length < LONG) return [];
  const calls: Call[] = [{ at: length - LAST_CALL, text: words.tenSeconds(next?.title ?? null) }];
  for (let left = EVERY; left < length; left += EVERY) calls.push({ at: length - left, text: timeLeft(left, words) });
  return calls;
}

function timeLeft(left: Seconds, words: CoachWords): string {
  const minutes = Math.floor(left / 60);
  return words.timeLeft(minutes, Math.round(left - 60 * minutes));
}

/** Drops sentences that would overlap. Later ones take precedence. */
function apart(calls: readonly Call[], busyUntil: Seconds, length: Seconds | null, rate: number): Mark[] {
  const kept: Mark[] = [];
  let limit = length === null ? Number.POSITIVE_INFINITY : length - 3;
  for (const { at, text, soft } of [...calls].sort((a, b) => b.at - a.at)) {
    if (at < busyUntil + BREATH || at + spokenLength(text, rate) > limit) continue;
    kept.push({ at, effect: say(text), ...(soft ? { soft } : {}) });
    limit = at;
  }
  return kept;
}

/** What is said and sounded at the end: advice, never a diagnosis. */
export function farewell(why: EndReason, { endings }: CoachWords): readonly CoachEffect[] {
  const text = why === 'running' || why === 'interrupted' ? endings.stopped : endings[why];
  return [beep('finish'), say(text, true)];
}

/** The requested effort at a time of a phase: it rises evenly over the ramp, then stays. Null: no effort. */
export function effortAt(phase: TimelinePhase, elapsed: Seconds): Share | null {
  if (phase.effort === null) return null;
  const target = targetEffort(phase.effort);
  return phase.ramp <= 0 ? target : target * Math.min(1, Math.max(0, elapsed / phase.ramp));
}

/** The middle of the requested range. */
const targetEffort = (effort: readonly [Share, Share]): Share => (effort[0] + effort[1]) / 2;

const STEPS = [
  { share: 0.2, word: 'fifth' },
  { share: 0.5, word: 'half' },
] as const;

/** What is said while the effort builds up, and "Hold" when it is reached. */
export function effortCalls(
  phase: TimelinePhase,
  words: CoachWords['effort'],
): readonly { readonly at: Seconds; readonly text: string }[] {
  if (phase.effort === null || phase.ramp <= 0) return [];
  const target = targetEffort(phase.effort);
  const building = STEPS.filter(({ share }) => share < target - 0.02).map(({ share, word }) => ({
    at: (phase.ramp * share) / target,
    text: words[word],
  }));
  return [...building, { at: phase.ramp, text: words.hold }];
}
