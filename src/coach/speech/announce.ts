import type { Seconds } from '../../instrument/geometry/units.ts';
import { coach as english } from '../../i18n/en/coach.ts';
import type { CoachWords } from '../../i18n/words.ts';
import type { CoachEffect, TimelinePhase } from '../coach-contract.ts';
import { spokenLength } from './cue-pacing.ts';
import type { PhaseKind } from '../drill-definition.ts';
import { effortCalls } from './effort.ts';
import type { EndReason } from '../record/set-record.ts';

/** Something said or sounded at a set time of a phase. */
export interface Mark {
  /** Seconds into the phase. */
  readonly at: Seconds;
  readonly effect: CoachEffect;
  /** Left out while anything else is being said. */
  readonly soft?: true;
}

/** A sentence by seconds into the phase. */
interface Call {
  readonly at: Seconds;
  readonly text: string;
  readonly soft?: true;
}

/** Speech closer than this to the speech before it is left out. */
const BREATH: Seconds = 0.3;
/** Phases shorter than this need no word about the time left. */
const LONG: Seconds = 25;
const EVERY: Seconds = 30;
const LAST_CALL: Seconds = 10;
/** Between two calls of the time left, in phases in which one only stays. */
const BREATHING = { from: 45, every: 30 } as const;
const STAYING: ReadonlySet<PhaseKind> = new Set(['passive', 'hold']);
const COUNTDOWN = [3, 2, 1] as const;
/** Shorter phases are not counted down: the beeps would leave no time for a cue. */
const COUNTED_FROM: Seconds = 10;
const READY_FROM: Seconds = 4;

/** Phases in which the person works and is watched. */
const WORKING: ReadonlySet<PhaseKind> = new Set(['passive', 'pails', 'rails', 'sink', 'hold', 'reps', 'guided']);

export const isWorking = (kind: PhaseKind): boolean => WORKING.has(kind);

const say = (text: string, urgent = false): CoachEffect => ({ kind: 'say', text, urgent });
const beep = (tone: Extract<CoachEffect, { kind: 'beep' }>['tone']): CoachEffect => ({ kind: 'beep', tone });

/** The side is said where it may be in doubt: at the start, after a change and at the start of a round. */
function opening(phase: TimelinePhase, before: TimelinePhase | null, words: CoachWords): string {
  const fresh = before === null || before.side !== phase.side || before.kind === 'rest' || phase.kind === 'turn';
  const round = phase.round > 1 && before?.round !== phase.round ? ` ${words.round(phase.round)}` : '';
  return `${fresh ? `${words.sides[phase.side]} ` : ''}${phase.title}.${round}`;
}

/**
 * What is said as a phase begins: side where in doubt, name, and what to do when there is time to listen.
 * @param rate of the voice, times the usual speed; so in all that follows
 */
export function announcement(
  phase: TimelinePhase,
  before: TimelinePhase | null,
  words: CoachWords = english,
  rate = 1,
): string {
  const short = opening(phase, before, words);
  const full = `${short} ${phase.instruction}`;
  const fits = phase.length === null || phase.length >= spokenLength(full, rate) + 3;
  return fits ? full : short;
}

/**
 * What is said as the set begins: the count-in leaves time to say also what the camera cannot see from here. The start position
 * gives way to it, since it stands on the screen.
 */
export function firstAnnouncement(
  phase: TimelinePhase,
  blind: string | null,
  words: CoachWords = english,
  rate = 1,
): string {
  const usual = announcement(phase, null, words, rate);
  if (phase.kind !== 'ready' || phase.length === null || blind === null) return usual;
  const { length } = phase;
  const choices = [`${usual} ${blind}`, `${opening(phase, null, words)} ${blind}`];
  return choices.find((text) => spokenLength(text, rate) + 3 <= length) ?? usual;
}

/** Sound of a change: the end of work, the start of work, or none. Only one, since two at once are noise. */
export function changeBeep(phase: TimelinePhase, before: TimelinePhase | null): CoachEffect | null {
  if (isWorking(phase.kind)) return beep('start');
  return before !== null && isWorking(before.kind) ? beep('end') : null;
}

/** Whether the last three seconds are beeped. */
export const isCountedDown = ({ kind, length }: TimelinePhase): boolean =>
  length !== null && length >= (kind === 'ready' ? READY_FROM : COUNTED_FROM);

/** Everything that is said and sounded inside a phase, by time: efforts, time left, what comes next, the last three seconds. */
export function phaseMarks(
  phase: TimelinePhase,
  next: TimelinePhase | null,
  before: TimelinePhase | null,
  words: CoachWords = english,
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

/** Drops what would be said over something else; what comes later in the phase matters more. */
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

/** What is said and sounded at the end: kind advice, never a diagnosis. */
export function farewell(why: EndReason, { endings }: CoachWords = english): readonly CoachEffect[] {
  const text = why === 'running' || why === 'interrupted' ? endings.stopped : endings[why];
  return [beep('finish'), say(text, true)];
}
