import type { DrillDefinition } from '../drill-definition.ts';
import {
  type CheckId,
  firstBad,
  type GateCheck,
  gateChecks,
  isHardToSee,
  withClothes,
  withoutPhone,
} from './gate-checks.ts';
import type { Advice, GateWords } from './gate-words.ts';
import { spokenLength } from '../speech/cue-pacing.ts';
import type { Seconds, Share, WorkingSide } from '../../instrument/geometry/units.ts';
import { JOINT_LANDMARKS } from '../../instrument/input/landmarks.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import { LONGEST_GAP } from '../../instrument/reference-pose/stillness.ts';

/** Readings are counted over this time. */
const SPAN: Seconds = 4;
/** Below this share of the rate that the drill asks for, a movement falls between two pictures. */
const TOO_SLOW = 1 / 3;

/** Times of the last readings, oldest first. */
export type PictureRate = readonly Seconds[];

/**
 * Feeds one reading. Times that do not go on (a pause, another side) begin anew.
 * @param since when the readings began or went on; before the span is full nothing is said
 */
export function stepPictureRate(rate: PictureRate, time: Seconds, since: Seconds): PictureRate {
  const from = Math.max(since, time - SPAN);
  return [...rate.filter((earlier) => earlier >= from && earlier < time), time];
}

/**
 * Whether too few pictures a second come to measure.
 * @param asked frames a second that the drill asks for
 */
export function isTooSlow(rate: PictureRate, time: Seconds, since: Seconds, asked: number): boolean {
  return time - since >= SPAN && rate.length < TOO_SLOW * asked * SPAN;
}

/** Whether the pictures lie so far apart that no start position can be held: each gap begins the hold anew. */
const isTooSlowToHold = (rate: PictureRate, time: Seconds, since: Seconds): boolean =>
  time - since >= SPAN && rate.length * LONGEST_GAP < SPAN;

/** Jumps of the detected position. The pose model follows one person, and jumps between people if there are several. */
export interface PersonJumps {
  /** Last centre of the hips in shares of the picture, and its time. */
  readonly last: { readonly x: Share; readonly y: Share; readonly at: Seconds } | null;
  readonly jumps: readonly Seconds[];
}

/** Nobody moves further than this share of the picture between two frames, or as many widths in a second. */
const JUMP: Share = 0.2;
const JUMP_SPEED = 1;
/** After a longer gap the person may have walked. */
const READING_GAP: Seconds = 0.6;
/** This many jumps within this time mean several people. One alone may be an error of the model. */
const FEWEST_JUMPS = 2;
const WITHIN: Seconds = 6;

export const noJumps: PersonJumps = { last: null, jumps: [] };

export function stepPersonJumps({ last, jumps: hops }: PersonJumps, { time, landmarks, width }: Reading): PersonJumps {
  const recent = hops.filter((at) => time - at < WITHIN);
  if (!landmarks) return { last, jumps: recent };
  const [left, right] = [2 * JOINT_LANDMARKS.left.hip, 2 * JOINT_LANDMARKS.right.hip];
  const middle = (offset: number): Share =>
    ((landmarks.points[left + offset] ?? 0) + (landmarks.points[right + offset] ?? 0)) / 2 / width;
  const now = { x: middle(0), y: middle(1), at: time };
  if (last === null || time - last.at > READING_GAP) return { last: now, jumps: recent };
  const way = Math.hypot(now.x - last.x, now.y - last.y);
  const jumped = way > JUMP && way > JUMP_SPEED * (time - last.at);
  return { last: now, jumps: jumped ? [...recent, time] : recent };
}

export const looksLikeSeveral = ({ jumps: hops }: PersonJumps): boolean => hops.length >= FEWEST_JUMPS;

/** A problem is shown after this time, and spoken after the additional time, because people pass through postures. */
const SHOWN_AFTER: Seconds = 0.6;
/** The same for a missing person, because the pose model loses a person for single frames. */
const NOBODY_SHOWN_AFTER: Seconds = 1;
const SPOKEN_AFTER: Seconds = 1;
/** A missing person is called after this time, because it takes a while to walk to the mat. */
const WALK: Seconds = 6;
/** The same sentence is repeated after this time at the earliest; that of the hold sooner. */
const AGAIN: Seconds = 12;
const HOLD_AGAIN: Seconds = 5;
/** Pause between two sentences. */
const PAUSE: Seconds = 1;
/** If all checks pass but the hold has failed for this long, the measurement may be unsteady rather than the person. */
const UNSTEADY_AFTER: Seconds = 12;
/** After a start position that is hard to see was refused for this long in all, light and clothes are named. */
export const REFUSED_FOR: Seconds = 15;
/** A hold may have begun with a frame taken this long before the request. */
const IN_FLIGHT: Seconds = 0.5;
/** Shares of the hold at which a sound is given, and the share up to which "Hold still" may be said. */
const HEARD_AT: readonly Share[] = [0.55, 0.78];
const FIRST_MOMENT: Share = 0.2;

/** What the set-up waits for, for the screen. */
export interface GateView {
  readonly checks: readonly GateCheck[];
  /** The check that fails now; null: all pass. */
  readonly check: CheckId | null;
  readonly advice: Advice;
  /** Progress of the hold, 0 to 1; null: a check fails. */
  readonly hold: Share | null;
}

/** The state of the set-up. Opaque outside this file. */
export interface GateState {
  readonly since: Seconds | null;
  /** The failing check and since when; null: all pass. */
  readonly found: GateCheck | null;
  readonly foundSince: Seconds;
  /** The check on the screen, which changes with a delay. */
  readonly shown: GateCheck | null;
  readonly checks: readonly GateCheck[];
  /** When the hold was requested; null: no hold. */
  readonly holdSince: Seconds | null;
  readonly progress: Share;
  readonly moving: boolean;
  /** True: the hold has failed for a long time. */
  readonly unsteady: boolean;
  readonly saidAt: Readonly<Record<string, Seconds>>;
  readonly quietUntil: Seconds;
  readonly referenceHeld: boolean;
  /** Time of the last reading, and for how long a start position that is hard to see was refused since the last hold. */
  readonly last: Seconds | null;
  readonly refused: Seconds;
  /** Since when only the phone keeps the hold from beginning; null: it does not. */
  readonly phoneSince: Seconds | null;
  readonly people: PersonJumps;
  readonly rate: PictureRate;
  /** True: too few pictures come for a hold. */
  readonly slow: boolean;
}

export interface Spoken {
  readonly text: string;
  readonly urgent: boolean;
}

export interface GateStep {
  readonly state: GateState;
  /** An urgent sentence may interrupt another one. */
  readonly say: Spoken | null;
  /** `hold`: the reference pose is set. */
  readonly tone: 'count' | 'hold' | null;
  /** True: the instrument must begin to capture a reference pose. */
  readonly ask: boolean;
}

const NOTHING_YET: GateCheck = { id: 'person', state: 'unknown', advice: null };

const NO_HOLD = { progress: 0, moving: false, unsteady: false } as const;

export const openGate: GateState = {
  since: null,
  found: NOTHING_YET,
  foundSince: Number.NEGATIVE_INFINITY,
  shown: NOTHING_YET,
  checks: [],
  holdSince: null,
  ...NO_HOLD,
  saidAt: {},
  quietUntil: Number.NEGATIVE_INFINITY,
  referenceHeld: false,
  last: null,
  refused: 0,
  phoneSince: null,
  people: noJumps,
  rate: [],
  slow: false,
};

export interface GatePlan {
  readonly drill: DrillDefinition;
  readonly side: WorkingSide;
  /** False: the checks are only shown, and the person presses Start. */
  readonly handsFree: boolean;
  readonly words: GateWords;
  /** Speed of the voice relative to normal. Absent: 1. */
  readonly voiceRate?: number | undefined;
}

/** The first sentence: the start position. */
const intro = ({ drill, words }: GatePlan): string => words.intro(drill.steps[0] ?? '');

/**
 * Feeds one reading. One failing check at a time is shown and spoken. When all pass, the person holds the reference
 * pose for three seconds; a check that fails meanwhile ends the hold. After `referenceHeld` nothing changes any more.
 */
export function stepGate(before: GateState, reading: Reading, plan: GatePlan): GateStep {
  if (before.referenceHeld) return { state: before, say: null, tone: null, ask: false };
  const state = updateChecks(before, reading, plan);
  if (!plan.handsFree) return { state, say: null, tone: null, ask: false };
  const held = hold(state, reading);
  const spoken = speakAdvice(held.state, reading, plan);
  return { ...held, state: spoken.state, say: spoken.say };
}

const sameCheck = (a: GateCheck | null, b: GateCheck | null): boolean =>
  a?.id === b?.id &&
  a?.state === b?.state &&
  a?.advice?.what === b?.advice?.what &&
  a?.advice?.todo === b?.advice?.todo;

function updateChecks(before: GateState, reading: Reading, { drill, side, words }: GatePlan): GateState {
  const { time } = reading;
  const people = stepPersonJumps(before.people, reading);
  const plain = gateChecks(reading, drill, side, words, looksLikeSeveral(people));
  const refused = refusedFor(before, firstBad(plain), reading);
  const phoneSince = firstBad(plain)?.id === 'phone' ? (before.phoneSince ?? time) : before.phoneSince;
  const isTooLong = phoneSince !== null && time - phoneSince > PHONE_PATIENCE;
  const seen = isTooLong ? withoutPhone(plain, words) : plain;
  const checks = refused < REFUSED_FOR ? seen : withClothes(seen, words);
  const found = firstBad(checks);
  const foundSince = sameCheck(found, before.found) ? before.foundSince : time;
  const patience = found?.id === 'person' ? NOBODY_SHOWN_AFTER : SHOWN_AFTER;
  const settled = time - foundSince >= patience;
  const since = before.since ?? time;
  const rate = stepPictureRate(before.rate, time, since);
  return {
    ...before,
    since,
    rate,
    slow: isTooSlowToHold(rate, time, since),
    last: time,
    refused,
    phoneSince,
    checks,
    people,
    found,
    foundSince,
    shown: settled ? found : before.shown,
  };
}

/** A phone that is not ready by then is not used, so nobody waits longer for it. */
const PHONE_PATIENCE: Seconds = 45;

/** Counts on over moments in which the start is seen or something else is wrong, and from nothing after a hold has begun. */
function refusedFor({ last, refused, holdSince }: GateState, found: GateCheck | null, reading: Reading): Seconds {
  if (holdSince !== null) return 0;
  const counts = last !== null && found?.id === 'posture' && found.state === 'bad' && isHardToSee(reading);
  return counts ? refused + Math.min(reading.time - last, READING_GAP) : refused;
}

function hold(state: GateState, reading: Reading): Omit<GateStep, 'say'> {
  const quiet = { tone: null, ask: false } as const;
  if (state.shown !== null) return { state: { ...state, ...NO_HOLD, holdSince: null }, ...quiet };
  const begun = { state: { ...state, ...NO_HOLD, holdSince: reading.time }, tone: null, ask: true } as const;
  if (state.holdSince === null) return begun;
  const { referencePose } = reading;
  // A problem that has only just appeared does not end the hold, but keeps it from being completed.
  const right = state.found === null;
  if (referencePose.kind === 'set' && referencePose.at >= state.holdSince - IN_FLIGHT)
    return right
      ? { state: { ...state, progress: 1, moving: false, referenceHeld: true }, tone: 'hold', ask: false }
      : begun;
  if (referencePose.kind !== 'holding') return { state, ...quiet };
  const passed = HEARD_AT.some((share) => state.progress < share && referencePose.progress >= share);
  const moving = referencePose.problem === 'moving';
  const unsteady = state.unsteady || (moving && reading.time - state.holdSince > UNSTEADY_AFTER);
  return {
    state: { ...state, progress: referencePose.progress, moving, unsteady },
    tone: passed ? 'count' : null,
    ask: false,
  };
}

function speakAdvice(state: GateState, { time }: Reading, plan: GatePlan): { state: GateState; say: Spoken | null } {
  const text = dueText(state, time, plan);
  const last = text === null ? undefined : state.saidAt[text];
  // Once all checks pass, a sentence about a check is out of date, so it may be interrupted.
  const urgent = text === plan.words.hold.what;
  const again = urgent ? HOLD_AGAIN : AGAIN;
  if (text === null || (!urgent && time < state.quietUntil) || (last !== undefined && time - last < again))
    return { state, say: null };
  const saidAt = { ...state.saidAt, [text]: time };
  return {
    state: { ...state, saidAt, quietUntil: time + spokenLength(text, plan.voiceRate) + PAUSE },
    say: { text, urgent },
  };
}

function dueText(state: GateState, time: Seconds, plan: GatePlan): string | null {
  if (state.referenceHeld) return null;
  const first = intro(plan);
  if (state.saidAt[first] === undefined && state.holdSince === null) return first;
  if (isHeldUp(state)) return `${plan.words.slow.what} ${plan.words.slow.todo}`;
  if (state.holdSince !== null) {
    const { hold: asked, unsteady } = plan.words;
    if (state.unsteady) return `${unsteady.what} ${unsteady.todo}`;
    return state.progress < FIRST_MOMENT ? asked.what : null;
  }
  const { shown, found } = state;
  if (!shown?.advice || !sameCheck(shown, found) || shown.id === 'laptop') return null;
  const nobody = shown.id === 'person' && time - (state.since ?? time) < WALK;
  if (nobody || time - state.foundSince < SHOWN_AFTER + SPOKEN_AFTER) return null;
  return `${shown.advice.what} ${shown.advice.todo}`;
}

/** Only the rate of the pictures keeps the hold from beginning: nothing else is known to be wrong. */
const isHeldUp = ({ slow, shown }: GateState): boolean => slow && (shown?.advice ?? null) === null;

/** The set-up judged by a single reading, for sources without a hands-free start. */
export function gateAt(reading: Reading | null, plan: GatePlan): GateView {
  if (!reading) return gateView(openGate, plan);
  const checks = gateChecks(reading, plan.drill, plan.side, plan.words);
  return gateView({ ...openGate, checks, shown: firstBad(checks) }, plan);
}

export function gateView(state: GateState, { handsFree, words }: Pick<GatePlan, 'handsFree' | 'words'>): GateView {
  const { checks, holdSince, moving, unsteady, referenceHeld } = state;
  if (referenceHeld) return { checks, check: null, advice: words.held, hold: 1 };
  // "Looking for you" beside a person who is found would contradict the checks.
  const isFound = state.shown?.advice === null && checks.some(({ id, state: is }) => id === 'person' && is === 'ok');
  const shown = isFound ? firstBad(checks) : state.shown;
  const looking = isHeldUp(state) ? words.slow : words.looking;
  if (shown !== null) return { checks, check: shown.id, advice: shown.advice ?? looking, hold: null };
  if (!handsFree) return { checks, check: null, advice: words.ready, hold: null };
  const advice = isHeldUp(state) ? words.slow : unsteady ? words.unsteady : moving ? words.moving : words.hold;
  return { checks, check: null, advice, hold: holdSince === null ? 0 : state.progress };
}
