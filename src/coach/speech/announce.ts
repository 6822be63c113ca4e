import type { CoachEffect, TimelinePhase } from '../coach-contract.ts';
import { isWorking, type PhaseKind } from '../drill-definition.ts';
import type { EndReason } from '../record/set-record.ts';
import type { CoachWords, EffortAmount } from './coach-words.ts';
import { spokenLength } from './cue-pacing.ts';
import { releaseAt } from '../timeline/timeline-clock.ts';
import type { Seconds, Share } from '../../instrument/geometry/units.ts';

/** An amount of effort that people can aim at, as a share of their maximum. */
const AMOUNTS: readonly { readonly amount: EffortAmount; readonly share: Share }[] = [
  { amount: 'fifth', share: 0.2 },
  { amount: 'quarter', share: 0.25 },
  { amount: 'third', share: 1 / 3 },
  { amount: 'half', share: 0.5 },
  { amount: 'two-thirds', share: 2 / 3 },
  { amount: 'three-quarters', share: 0.75 },
  { amount: 'four-fifths', share: 0.8 },
];

/** What is named on the way to the target, and how far below it at least: two amounts close together confuse. */
const ON_THE_WAY = ['fifth', 'half'] as const satisfies readonly EffortAmount[];
const WELL_BELOW: Share = 0.15;
const WELL_BEFORE: Seconds = 4;
/** A hold is reminded of the breath so long after its beginning, since holding it raises the blood pressure; then every half minute. */
const BREATH_AFTER: Seconds = 7;
/** Shorter holds have enough with the reminder at their beginning. */
const BREATH_IN_HOLDS_FROM: Seconds = 15;
const BREATH_EVERY: Seconds = 30;

export interface PhaseCall {
  /** Seconds into the phase. */
  readonly at: Seconds;
  readonly text: string;
  /** True: left out while something else is being said. */
  readonly soft?: true;
  /** True: the effort is to change. */
  readonly asks?: true;
}

/** The middle of the requested range; null: the phase asks for no effort. */
export const targetEffort = ({ effort }: TimelinePhase): Share | null =>
  effort === null ? null : (effort[0] + effort[1]) / 2;

/** The amount nearest to a share of the maximum. */
export function effortAmount(share: Share): EffortAmount {
  const distance = (one: (typeof AMOUNTS)[number]) => Math.abs(one.share - share);
  return AMOUNTS.reduce((best, one) => (distance(one) < distance(best) - 1e-9 ? one : best)).amount;
}

/** The requested effort at a time of a phase: it rises evenly over the ramp, stays, and fades at the end. Null: no effort. */
export function effortAt(phase: TimelinePhase, elapsed: Seconds): Share | null {
  const target = targetEffort(phase);
  if (target === null) return null;
  const from = releaseAt(phase);
  const fades = from === null ? 1 : 1 - (elapsed - from) / (phase.release ?? 1);
  const rises = phase.ramp <= 0 ? 1 : elapsed / phase.ramp;
  return target * Math.min(1, Math.max(0, Math.min(rises, fades)));
}

/**
 * What is said while the effort builds up, at its target, and during the hold.
 * @param from seconds into the phase before which the target is not called, because the phase is being announced
 */
export function effortCalls(
  phase: TimelinePhase,
  words: CoachWords['effort'],
  from: Seconds = 0,
): readonly PhaseCall[] {
  const target = targetEffort(phase);
  if (target === null || phase.ramp <= 0) return [];
  const { kind, ramp, length } = phase;
  const building = ON_THE_WAY.flatMap((amount): PhaseCall[] => {
    const share = AMOUNTS.find((one) => one.amount === amount)?.share ?? 0;
    return share > target - WELL_BELOW || (ramp * share) / target > ramp - WELL_BEFORE
      ? []
      : [{ at: (ramp * share) / target, text: words.onTheWay(words.amounts[amount]), soft: true }];
  });
  const pulls = kind === 'rails';
  // A cue that is being said at that moment is worth more.
  const held: PhaseCall = { at: Math.max(ramp, from), text: pulls ? words.pull : words.hold, soft: true, asks: true };
  const end = releaseAt(phase) ?? length ?? ramp;
  const reminders: PhaseCall[] = [];
  if (end - ramp >= BREATH_IN_HOLDS_FROM)
    for (let at = held.at + BREATH_AFTER; at < end - 2; at += BREATH_EVERY)
      reminders.push({ at, text: pulls ? words.breatheOut : words.breathe, soft: true });
  return [...building, held, ...reminders];
}

/**
 * The first words of a push or pull: slowly, and how hard. A pull that takes a push over is as hard as that. Empty: the phase asks for no
 * effort.
 */
function effortAsked(phase: TimelinePhase, before: TimelinePhase | null, words: CoachWords['effort']): string {
  const target = targetEffort(phase);
  if (target === null || phase.ramp <= 0) return '';
  const isSame = before?.kind === 'pails' && phase.kind === 'rails' && targetEffort(before) === target;
  return isSame ? words.again : words.build(words.amounts[effortAmount(target)]);
}

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
          ...breathsOf(phase, length, words),
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

function breathsOf({ kind }: TimelinePhase, length: Seconds, { breathe }: CoachWords): PhaseCall[] {
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
