import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds, Share, WorkingSide } from '../../instrument/geometry/units.ts';
import { gate as english } from '../../i18n/en/gate.ts';
import { spokenLength } from '../speech/cue-pacing.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { type CheckId, firstBad, type GateCheck, gateChecks } from './gate-checks.ts';
import type { Advice, GateWords } from './gate-words.ts';
import { isSeveral, type OnePerson, onePerson, stepOnePerson } from './one-person.ts';

/** What is in the way must last this long to be shown, and this much longer to be spoken: people pass through postures. */
const SHOWN_AFTER: Seconds = 0.6;
const SPOKEN_AFTER: Seconds = 1;
/** Nobody is called for sooner than this: it takes a while to walk to the mat. */
const WALK: Seconds = 6;
/** The same thing is not said again within this time. */
const AGAIN: Seconds = 12;
const HOLD_AGAIN: Seconds = 5;
/** Between the end of one sentence and the next. */
const PAUSE: Seconds = 1;
/** All is right and they have held for so long, and still nobody is seen to be still: perhaps it is not they who move. */
const UNSTEADY_AFTER: Seconds = 12;
/** A start that was held with a frame taken just before it was asked for counts. */
const IN_FLIGHT: Seconds = 0.5;
/** Shares of the hold at which it is heard to go on; the first comes when "Hold still" has been said. */
const HEARD_AT: readonly Share[] = [0.55, 0.78];
const FIRST_MOMENT: Share = 0.2;

/** What the set-up waits for, as the screen shows it. */
export interface GateView {
  readonly checks: readonly GateCheck[];
  /** The one thing to change now; null while all is right. */
  readonly check: CheckId | null;
  readonly advice: Advice;
  /** How much of the hold is done; null while something is in the way. */
  readonly hold: Share | null;
}

/** The memory of the set-up; opaque to everybody else. */
export interface GateState {
  readonly since: Seconds | null;
  /** What is in the way now, and since when; null: nothing. */
  readonly found: GateCheck | null;
  readonly foundSince: Seconds;
  /** What stands on the screen. */
  readonly shown: GateCheck | null;
  readonly checks: readonly GateCheck[];
  /** Not null: the start is being held, asked for then. */
  readonly holdSince: Seconds | null;
  readonly progress: Share;
  readonly moving: boolean;
  /** They have been asked to hold still for long, and are seen to move ever again. */
  readonly unsteady: boolean;
  readonly saidAt: Readonly<Record<string, Seconds>>;
  readonly quietUntil: Seconds;
  readonly armed: boolean;
  readonly people: OnePerson;
}

export interface Spoken {
  readonly text: string;
  readonly urgent: boolean;
}

export interface GateStep {
  readonly state: GateState;
  /** `urgent`: it may cut off what is being said. */
  readonly say: Spoken | null;
  /** `hold`: the start is held. */
  readonly tone: 'count' | 'hold' | null;
  /** The instrument is to be asked for a neutral. */
  readonly ask: boolean;
}

const NOTHING_YET: GateCheck = { id: 'person', state: 'unknown', advice: null };

/** Nothing has been held yet. */
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
  armed: false,
  people: onePerson,
};

export interface GatePlan {
  readonly drill: DrillDefinition;
  readonly side: WorkingSide;
  /** False: the checks are only shown, and somebody presses Start. */
  readonly handsFree: boolean;
  /** Absent: English. */
  readonly words?: GateWords;
  /** How fast the voice speaks, times the usual speed. Absent: 1. */
  readonly voiceRate?: number | undefined;
}

/** Where to lie down: said once, as the picture comes. */
const intro = ({ drill, words = english }: GatePlan): string => words.intro(drill.steps[0] ?? '');

/**
 * One reading of the set-up: one check at a time, shown and spoken; when all hold, the start is held for three seconds. Whoever
 * leaves goes back to the checks. After `armed` nothing changes any more.
 */
export function stepGate(before: GateState, reading: Reading, plan: GatePlan): GateStep {
  if (before.armed) return { state: before, say: null, tone: null, ask: false };
  const state = look(before, reading, plan);
  if (!plan.handsFree) return { state, say: null, tone: null, ask: false };
  const held = hold(state, reading);
  const spoken = speak(held.state, reading, plan);
  return { ...held, state: spoken.state, say: spoken.say };
}

const sameCheck = (a: GateCheck | null, b: GateCheck | null): boolean =>
  a?.id === b?.id &&
  a?.state === b?.state &&
  a?.advice?.what === b?.advice?.what &&
  a?.advice?.todo === b?.advice?.todo;

function look(before: GateState, reading: Reading, { drill, side, words = english }: GatePlan): GateState {
  const { time } = reading;
  const people = stepOnePerson(before.people, reading);
  const checks = gateChecks(reading, drill, side, words, isSeveral(people));
  const found = firstBad(checks);
  const foundSince = sameCheck(found, before.found) ? before.foundSince : time;
  const settled = time - foundSince >= SHOWN_AFTER;
  return {
    ...before,
    since: before.since ?? time,
    checks,
    people,
    found,
    foundSince,
    shown: settled ? found : before.shown,
  };
}

function hold(state: GateState, reading: Reading): Omit<GateStep, 'say'> {
  const quiet = { tone: null, ask: false } as const;
  if (state.shown !== null) return { state: { ...state, ...NO_HOLD, holdSince: null }, ...quiet };
  const begun = { state: { ...state, ...NO_HOLD, holdSince: reading.time }, tone: null, ask: true } as const;
  if (state.holdSince === null) return begun;
  const { referencePose: neutral } = reading;
  // Something that is only just in the way ends no hold, but none is completed with it either.
  const right = state.found === null;
  if (neutral.kind === 'set' && neutral.at >= state.holdSince - IN_FLIGHT)
    return right ? { state: { ...state, progress: 1, moving: false, armed: true }, tone: 'hold', ask: false } : begun;
  if (neutral.kind !== 'holding') return { state, ...quiet };
  const passed = HEARD_AT.some((share) => state.progress < share && neutral.progress >= share);
  const moving = neutral.problem === 'moving';
  const unsteady = state.unsteady || (moving && reading.time - state.holdSince > UNSTEADY_AFTER);
  return {
    state: { ...state, progress: neutral.progress, moving, unsteady },
    tone: passed ? 'count' : null,
    ask: false,
  };
}

function speak(state: GateState, { time }: Reading, plan: GatePlan): { state: GateState; say: Spoken | null } {
  const text = dueText(state, time, plan);
  const last = text === null ? undefined : state.saidAt[text];
  // Whatever is being said when all has come right is out of date.
  const urgent = text === (plan.words ?? english).hold.what;
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
  if (state.armed) return null;
  const first = intro(plan);
  if (state.saidAt[first] === undefined && state.holdSince === null) return first;
  if (state.holdSince !== null) {
    const { hold: asked, unsteady } = plan.words ?? english;
    if (state.unsteady) return `${unsteady.what} ${unsteady.todo}`;
    return state.progress < FIRST_MOMENT ? asked.what : null;
  }
  const { shown, found } = state;
  if (!shown?.advice || !sameCheck(shown, found) || shown.id === 'laptop') return null;
  const nobody = shown.id === 'person' && time - (state.since ?? time) < WALK;
  if (nobody || time - state.foundSince < SHOWN_AFTER + SPOKEN_AFTER) return null;
  return `${shown.advice.what} ${shown.advice.todo}`;
}

/** The set-up by one reading alone, for whoever has no memory of the ones before; null: none came yet. */
export function gateAt(reading: Reading | null, plan: GatePlan): GateView {
  if (!reading) return gateView(openGate, plan);
  const checks = gateChecks(reading, plan.drill, plan.side, plan.words ?? english);
  return gateView({ ...openGate, checks, shown: firstBad(checks) }, plan);
}

/** What the screen shows of the set-up. */
export function gateView(
  state: GateState,
  { handsFree, words = english }: Pick<GatePlan, 'handsFree' | 'words'>,
): GateView {
  const { checks, shown, holdSince, moving, unsteady, armed } = state;
  if (armed) return { checks, check: null, advice: words.held, hold: 1 };
  if (shown !== null) return { checks, check: shown.id, advice: shown.advice ?? words.looking, hold: null };
  if (!handsFree) return { checks, check: null, advice: words.ready, hold: null };
  const advice = unsteady ? words.unsteady : moving ? words.moving : words.hold;
  return { checks, check: null, advice, hold: holdSince === null ? 0 : state.progress };
}
