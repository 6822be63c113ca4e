import type { Seconds } from '../../instrument/geometry/units.ts';
import type { CoachWords } from './coach-words.ts';
import type { CoachEffect, TimelinePhase } from '../coach-contract.ts';
import { spokenLength } from './cue-pacing.ts';
import { effortAsked, effortCalls, type PhaseCall } from './effort.ts';
import { isWorking, type PhaseKind } from '../drill-definition.ts';
import type { EndReason } from '../record/set-record.ts';
import { releaseAt } from '../timeline/timeline-clock.ts';

/** Something said or sounded at a fixed time of a phase. */
export interface Mark {
  /** Seconds into the phase. */
  readonly at: Seconds;
  readonly effect: CoachEffect;
  /** True: left out while something else is being said. */
  readonly soft?: true;
}

/** A sentence that follows another one by less than this is left out. */
const BREATH: Seconds = 0.3;
/** Shorter phases have no announcements of the time left. */
const LONG: Seconds = 25;
/** Each full minute that is left is told, but not soon after the start: a stretch is a quiet time. */
const EVERY: Seconds = 60;
const NOT_BEFORE: Seconds = 25;
const LAST_CALL: Seconds = 10;
/** Breathing cues, in seconds before the end, for phases in which the person only stays in the position. */
const BREATHING = { from: 45, every: 60 } as const;
const STAYING: ReadonlySet<PhaseKind> = new Set(['passive', 'hold']);
const COUNTDOWN = [3, 2, 1] as const;
/** The words of an effort end this long before their phase. */
const LAST_WORD: Seconds = 1;
/**
 * Shorter phases are not counted down, since the beeps would leave no time for a cue. The count-in has its own limit.
 */
const COUNTED_FROM: Seconds = 10;
const READY_FROM: Seconds = 4;

const say = (text: string, urgent = false, asks?: true): CoachEffect => ({
  kind: 'say',
  text,
  urgent,
  ...(asks ? { asks } : {}),
});
type Beep = Extract<CoachEffect, { kind: 'beep' }>;
const beep = (tone: Beep['tone']): Beep => ({ kind: 'beep', tone });

/** The tone of a phase change, and the pause before the voice. A phrase of that moment begins after it. */
export const AFTER_TONE: Seconds = 0.45;

/** Title of the phase, with the side at the start and after a change of sides. */
export function opening(phase: TimelinePhase, before: TimelinePhase | null, words: CoachWords): string {
  const fresh = before === null || before.side !== phase.side;
  const leg = `${words.now.turn[phase.side]}.`;
  const side = fresh ? `${leg} ` : '';
  const round =
    phase.round > 1 && before?.round !== phase.round ? ` ${words.round(phase.round, phase.rounds ?? null)}` : '';
  // A turn and a count-in say only which leg comes next. In a hip test the foot goes the other way than its title, so that is only shown.
  if (fresh && (phase.kind === 'turn' || phase.kind === 'ready')) return leg;
  return phase.step === undefined ? `${side}${phase.title}.${round}` : side.trimEnd();
}

/** Where the time is short, the first sentence of an instruction is heard and the second is not. */
export const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/);

/** Everything that may be said when a phase begins, in the order of its weight. */
function openingParts(phase: TimelinePhase, before: TimelinePhase | null, words: CoachWords): readonly string[] {
  const { short, instruction, lesson = '', begin = '' } = phase;
  const told = short === undefined ? [...sentencesOf(instruction), lesson] : [short];
  return [opening(phase, before, words), effortAsked(phase, before, words.effort), ...told, begin];
}

/** A phase leaves this much time after what is said at its beginning. */
export const TIME_TO_ACT: Seconds = 3;
/** The words of a push or pull may last this much longer than its build-up. */
const INTO_THE_HOLD: Seconds = 1.6;

/**
 * The announcement of a phase: side if needed, title, and as much of the rest as there is time to listen to.
 * @param rate speed of the voice relative to normal, here and below
 * @param more what may be added at the end, such as from which angle a later round begins
 */
export function announcement(
  phase: TimelinePhase,
  before: TimelinePhase | null,
  words: CoachWords,
  rate = 1,
  more = '',
): string {
  const [first = '', ...others] = [...openingParts(phase, before, words), more].filter((part) => part !== '');
  const time = timeToListen(phase);
  let text = first;
  for (const part of others) {
    const longer = `${text} ${part}`;
    if (spokenLength(longer, rate) > time) return text;
    text = longer;
  }
  return text;
}

function timeToListen({ length, ramp }: TimelinePhase): Seconds {
  if (length === null) return Number.POSITIVE_INFINITY;
  const most = length - TIME_TO_ACT;
  return ramp > 0 ? Math.min(ramp + INTO_THE_HOLD - AFTER_TONE, most) : most;
}

/** Sound of a phase change: start of work, end of work, or none. Only one, because two at once are noise. */
export function changeBeep(phase: TimelinePhase, before: TimelinePhase | null): Beep | null {
  if (isWorking(phase.kind)) return beep('start');
  return before !== null && isWorking(before.kind) ? beep('end') : null;
}

/** Whether the last three seconds are counted down with beeps. */
export const isCountedDown = ({ kind, length }: TimelinePhase): boolean =>
  length !== null && length >= (kind === 'ready' ? READY_FROM : COUNTED_FROM);

/** When the last three seconds are sounded, seconds into the phase. */
export const countdownOf = (phase: TimelinePhase): readonly Seconds[] => {
  const { length } = phase;
  return length === null || !isCountedDown(phase) ? [] : COUNTDOWN.map((left) => length - left);
};

/**
 * Everything that is said and sounded during a phase, by time: effort, time left, next phase, breathing and countdown.
 * @param announced seconds into the phase until which it is being announced
 */
export function phaseMarks(
  phase: TimelinePhase,
  next: TimelinePhase | null,
  announced: Seconds,
  words: CoachWords,
  rate = 1,
): readonly Mark[] {
  const { length } = phase;
  const calls = [...effortCalls(phase, words.effort, announced + BREATH), ...turnCall(phase, next, words, rate)];
  const onTheWay = (phase.calls ?? []).map((call) => ({ ...call, at: call.at * (length ?? 0) }));
  const spoken =
    length === null
      ? calls
      : [
          ...calls,
          ...onTheWay,
          ...(phase.counted ? [] : timeCalls(length, next, words)),
          ...breaths(phase, length, words),
        ];
  const beeps = countdownOf(phase).map((at) => ({ at, effect: beep('count') }));
  const release = releaseAt(phase);
  // Urgent: whatever is being said, the effort has to end slowly.
  const eased = release === null ? [] : [{ at: release, effect: say(words.effort.ease, true) }];
  // The words of an effort go before the countdown, whose tones leave room for a voice.
  const counted = phase.effort === null ? COUNTDOWN[0] : LAST_WORD;
  const end = release ?? (length === null ? Number.POSITIVE_INFINITY : length - counted);
  return [...apart(spoken, announced, end, rate), ...eased, ...beeps].sort((a, b) => a.at - b.at);
}

/** What follows on a push is told before the tones, because the pull begins at once. */
function turnCall(phase: TimelinePhase, next: TimelinePhase | null, words: CoachWords, rate: number): PhaseCall[] {
  const { kind, length } = phase;
  if (kind !== 'pails' || next?.kind !== 'rails' || length === null) return [];
  const text = words.effort.next(next.title);
  const at = length - LAST_WORD - spokenLength(text, rate);
  const held = effortCalls(phase, words.effort).find((call) => call.text === words.effort.hold);
  const until = held === undefined ? phase.ramp : held.at + spokenLength(held.text, rate);
  return at < until ? [] : [{ at, text }];
}

function breaths({ kind }: TimelinePhase, length: Seconds, { breathe }: CoachWords): PhaseCall[] {
  if (!STAYING.has(kind)) return [];
  const calls: PhaseCall[] = [];
  for (let left: Seconds = BREATHING.from; left < length; left += BREATHING.every)
    calls.push({ at: length - left, text: breathe, soft: true });
  return calls;
}

function timeCalls(length: Seconds, next: TimelinePhase | null, words: CoachWords): PhaseCall[] {
  if (length < LONG) return [];
  // Skipped when late: the number would be wrong.
  const soft = true as const;
  const calls: PhaseCall[] = [{ at: length - LAST_CALL, text: words.tenSeconds(next?.title ?? null), soft }];
  for (let left = EVERY; left <= length - NOT_BEFORE; left += EVERY)
    calls.push({ at: length - left, text: words.timeLeft(left / EVERY), soft });
  return calls;
}

/** Drops sentences that would overlap. Later ones take precedence. @param end all must be said by then */
function apart(calls: readonly PhaseCall[], busyUntil: Seconds, end: Seconds, rate: number): Mark[] {
  const kept: Mark[] = [];
  let limit = end;
  for (const { at, text, soft, asks } of [...calls].sort((a, b) => b.at - a.at)) {
    if (at < busyUntil + BREATH || at + spokenLength(text, rate) > limit) continue;
    kept.push({ at, effect: say(text, false, asks), ...(soft ? { soft } : {}) });
    limit = at;
  }
  return kept;
}

/** What is said and sounded at the end: advice, never a diagnosis. */
export function farewell(why: EndReason, { endings }: CoachWords): readonly CoachEffect[] {
  const text = why === 'running' ? endings.stopped : endings[why];
  return [beep('finish'), say(text, true)];
}
