import type { Seconds } from '../body/units.ts';
import type { CoachEffect, StopKind, TimelinePhase } from './coach-contract.ts';
import { spokenLength } from './cue-pacing.ts';
import type { PhaseKind } from './drill-definition.ts';
import { effortCalls } from './effort.ts';
import type { EndReason } from './set-record.ts';

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
const BREATHING = { from: 45, every: 30, text: 'Slow breath in. Long breath out.' } as const;
const STAYING: ReadonlySet<PhaseKind> = new Set(['passive', 'hold']);
const COUNTDOWN = [3, 2, 1] as const;
/** Shorter phases are not counted down: the beeps would leave no time for a cue. */
const COUNTED_FROM: Seconds = 10;
const READY_FROM: Seconds = 4;

/** Phases in which the person works and is watched. */
const WORKING: ReadonlySet<PhaseKind> = new Set([
  'passive',
  'pails',
  'rails',
  'sink',
  'hold',
  'reps',
  'guided',
]);

export const isWorking = (kind: PhaseKind): boolean => WORKING.has(kind);

const say = (text: string, urgent = false): CoachEffect => ({ kind: 'say', text, urgent });
const beep = (tone: Extract<CoachEffect, { kind: 'beep' }>['tone']): CoachEffect => ({ kind: 'beep', tone });

const sideWord = ({ side }: TimelinePhase): string =>
  side === 'both' ? 'Both sides.' : side === 'left' ? 'Left side.' : 'Right side.';

/** The side is said where it may be in doubt: at the start, after a change and at the start of a round. */
function opening(phase: TimelinePhase, before: TimelinePhase | null): string {
  const fresh =
    before === null || before.side !== phase.side || before.kind === 'rest' || phase.kind === 'turn';
  const round = phase.round > 1 && before?.round !== phase.round ? ` Round ${phase.round}.` : '';
  return `${fresh ? `${sideWord(phase)} ` : ''}${phase.title}.${round}`;
}

/** What is said as a phase begins: side where in doubt, name, and what to do when there is time to listen. */
export function announcement(phase: TimelinePhase, before: TimelinePhase | null): string {
  const short = opening(phase, before);
  const full = `${short} ${phase.instruction}`;
  const fits = phase.length === null || phase.length >= spokenLength(full) + 3;
  return fits ? full : short;
}

/**
 * What is said as the set begins: the count-in leaves time to say also what the camera cannot see from here. The start position
 * gives way to it, since it stands on the screen.
 */
export function firstAnnouncement(phase: TimelinePhase, blind: string | null): string {
  const usual = announcement(phase, null);
  if (phase.kind !== 'ready' || phase.length === null || blind === null) return usual;
  const { length } = phase;
  const choices = [`${usual} ${blind}`, `${opening(phase, null)} ${blind}`];
  return choices.find((text) => spokenLength(text) + 3 <= length) ?? usual;
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
): readonly Mark[] {
  const { length } = phase;
  const calls = effortCalls(phase).map(({ at, text }) => ({ at, text }));
  const onTheWay = (phase.calls ?? []).map(({ at, text }) => ({ at: at * (length ?? 0), text }));
  const spoken =
    length === null ? calls : [...calls, ...onTheWay, ...timeCalls(length, next), ...breaths(phase, length)];
  const countdown = length === null || !isCountedDown(phase) ? [] : COUNTDOWN.map((left) => length - left);
  const beeps = countdown.map((at) => ({ at, effect: beep('count') }));
  return [...apart(spoken, spokenLength(announcement(phase, before)), length), ...beeps].sort(
    (a, b) => a.at - b.at,
  );
}

function breaths({ kind }: TimelinePhase, length: Seconds): Call[] {
  if (!STAYING.has(kind)) return [];
  const calls: Call[] = [];
  for (let left: Seconds = BREATHING.from; left < length; left += BREATHING.every)
    calls.push({ at: length - left, text: BREATHING.text, soft: true });
  return calls;
}

function timeCalls(length: Seconds, next: TimelinePhase | null): Call[] {
  if (length < LONG) return [];
  const calls: Call[] = [
    { at: length - LAST_CALL, text: `Ten seconds.${next === null ? '' : ` Then ${lower(next.title)}.`}` },
  ];
  for (let left = EVERY; left < length; left += EVERY)
    calls.push({ at: length - left, text: timeLeft(left) });
  return calls;
}

/** The first letter small, unless the word is an acronym. */
const lower = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

function timeLeft(left: Seconds): string {
  const minutes = Math.floor(left / 60);
  const seconds = Math.round(left - 60 * minutes);
  const words = [
    ...(minutes > 0 ? [`${minutes} minute${minutes === 1 ? '' : 's'}`] : []),
    ...(seconds > 0 ? [`${seconds} seconds`] : []),
  ];
  return `${words.join(' ')} left.`;
}

/** Drops what would be said over something else; what comes later in the phase matters more. */
function apart(calls: readonly Call[], busyUntil: Seconds, length: Seconds | null): Mark[] {
  const kept: Mark[] = [];
  let limit = length === null ? Number.POSITIVE_INFINITY : length - 3;
  for (const { at, text, soft } of [...calls].sort((a, b) => b.at - a.at)) {
    if (at < busyUntil + BREATH || at + spokenLength(text) > limit) continue;
    kept.push({ at, effect: say(text), ...(soft ? { soft } : {}) });
    limit = at;
  }
  return kept;
}

const ENDINGS: Readonly<Record<StopKind | 'finished' | 'source-ended', string>> = {
  finished: 'Done. Well worked. Come out of it slowly.',
  stopped: 'Stopped. What was recorded is kept.',
  'source-ended': 'The video has ended. What was recorded is kept.',
  pinch:
    'Set ended. A pinch in front of the hip means: not so deep. Rest today, and go less deep next time. If it keeps coming back, have it checked.',
  pain: 'Set ended. Come out of it slowly and rest today. If the pain stays or comes back, have it checked.',
  numb: 'Set ended. Change your position slowly. If numbness or tingling stays or comes back, have it checked.',
};

/** What is said and sounded at the end: kind advice, never a diagnosis. */
export function farewell(why: EndReason): readonly CoachEffect[] {
  const text = why === 'running' || why === 'interrupted' ? ENDINGS.stopped : ENDINGS[why];
  return [beep('finish'), say(text, true)];
}
