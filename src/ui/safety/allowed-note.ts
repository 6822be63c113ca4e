import { html } from 'lit';
import type { TakenPrescription } from '../../training/prescription/prescription.ts';
import type { DrillDefinition, Goal } from '../../coach/drill-definition.ts';
import type { Allowed, Reason } from '../../training/safety/allowed.ts';
import type { RedFlag } from '../../training/safety/red-flags.ts';
import type { Stop } from '../../training/safety/person.ts';
import { opensRange } from '../../training/safety/what-is-left.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { loadWords } from '../../i18n/en/hip/load.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { SIDES } from '../../instrument/geometry/units.ts';
import { dayDate, dayText, formatDegrees } from '../elements/format.ts';
import { checkField } from '../elements/fields.ts';
import { lockNote } from '../home-and-drill/drill-notes.ts';
import { lastDay } from '../programmes/week-input.ts';
import { symptomName } from '../shell/words.ts';

type OwnReason = Exclude<Reason, { readonly about: 'prescribed' }>;

const isOwn = (reason: Reason): reason is OwnReason => reason.about !== 'prescribed';

function reasonText(reason: OwnReason): string {
  const text = sentenceOf(reason);
  return reason.side === null ? text : `${safetyWords().hip[reason.side]}: ${text}`;
}

export function flagText(flag: RedFlag, isSeen: boolean): string {
  const texts: { readonly follows: string; readonly seen?: string } = safetyWords().flags[flag];
  return (isSeen ? texts.seen : undefined) ?? texts.follows;
}

function sentenceOf(reason: OwnReason): string {
  const words = safetyWords();
  switch (reason.about) {
    case 'flag':
      return flagText(reason.flag, reason.seen);
    case 'held':
      return words.held(symptomName(reason.lock.symptom), dayText(reason.lock.first), dayText(reason.lock.second));
    case 'stopped':
      return (reason.here ? words.stoppedHere : words.stopped)(dayText(reason.at));
    case 'end-feel':
      return words.endFeel[reason.feel === 'hard' ? 'hard' : 'pinching'];
    case 'enough':
      return words.enough(formatDegrees(reason.turnsIn));
    case 'pain':
      return words.pain[reason.light];
    case 'unknown':
      return words.unknown[reason.why];
    case 'strength':
      return loadWords().strength(reason.state);
  }
}

export interface NoteOf {
  readonly drill: DrillDefinition;
  readonly goal: Goal;
  readonly asked: number;
  readonly taken: TakenPrescription | null;
}

export function prescribedText({ sides, range, limits, reasons }: Allowed, taken: TakenPrescription | null): string[] {
  const mine = reasons.filter(({ about }) => about === 'prescribed');
  if (taken === null || mine.length === 0) return [];
  const words = safetyWords();
  const [left = null, right = null] = SIDES.map((side) => (sides.includes(side) && limits[side]) || null);
  const others = reasons.filter(({ about }) => about !== 'prescribed');
  // A hip that something else holds is not held by the prescription.
  const isHeld = mine.some(
    ({ side }) =>
      side !== null && !sides.includes(side) && others.every((one) => one.side !== side && one.side !== null),
  );
  const isEasy = range === 'easy' || (isHeld && taken.items.some(({ endRange }) => !endRange));
  const parts = [...(left || right ? [words.stops(left, right)] : []), ...(isEasy ? [words.noEnd] : [])];
  return parts.length === 0 ? [] : [[words.prescribed(taken.from, dayDate(lastDay(taken))), ...parts].join(' ')];
}

function consequences(
  { kind, sides, hardest, range, closed, limits, reasons }: Allowed,
  of: NoteOf,
): readonly string[] {
  const words = safetyWords();
  if (kind === 'no') return [];
  const [only] = sides;
  const isTest = of.drill.hipTest !== undefined;
  const hasSteps = of.drill.reps?.sequence !== undefined;
  // A limit of a prescription is told with its name.
  const own = reasons.every(({ about }) => about !== 'prescribed') ? Object.values(limits) : [];
  return [
    ...(only !== undefined && sides.length < of.asked ? [words.only[only]] : []),
    ...(hardest === 'gentle' && !isTest ? [words.gentle] : []),
    ...(range === 'keep' && opensRange(of.drill) ? [words.keep] : []),
    ...(isTest && closed.includes('pulls-shin') ? [words.noStrap] : []),
    ...(hasSteps && closed.includes('bent-in') ? [words.fewer] : []),
    ...(own.length > 0 ? [words.stopsAt(Math.min(...own))] : []),
  ];
}

/** A reason that the person has not chosen anything against is not told. */
const told = (may: Allowed, { goal }: NoteOf): Allowed =>
  goal === 'strength' ? may : { ...may, reasons: may.reasons.filter(({ about }) => about !== 'strength') };

function titleOf({ kind }: Allowed): string {
  const words = safetyWords();
  if (kind === 'no') return words.titleNo;
  return kind === 'yes' ? words.titleStrength : words.titleLimits;
}

/** Why a drill is not allowed or bounded, and what follows: one text each. Empty: nothing stands against it. */
export function noteLines(all: Allowed, of: NoteOf): readonly string[] {
  const may = told(all, of);
  if (may.reasons.length === 0) return [];
  return [...prescribedText(may, of.taken), ...may.reasons.filter(isOwn).map(reasonText), ...consequences(may, of)];
}

/**
 * Why a drill is not allowed, or only within limits. Null: nothing stands against it.
 * @param confirm called when the person ticks that what stopped a set has been checked
 */
export function allowedNote(all: Allowed, confirm: () => void, of: NoteOf) {
  const may = told(all, of);
  if (may.reasons.length === 0) return null;
  const held = may.reasons.find((reason) => reason.about === 'held');
  const isOnlyStops = may.reasons.every(({ about }) => about === 'held' || about === 'stopped');
  if (may.kind === 'no' && held !== undefined && isOnlyStops) return lockNote(held.lock, confirm);
  const words = safetyWords();
  const canConfirm = checkable(may).length > 0 || may.reasons.some(({ about }) => about === 'unknown');
  return html`<div class="note ${may.kind === 'no' ? 'bad' : ''}" role=${may.kind === 'no' ? 'alert' : 'note'}>
    <strong>${titleOf(may)}</strong>
    ${noteLines(may, of).map((line) => html`<span>${line}</span> `)}
    ${canConfirm ? checkField(held === undefined ? words.checked : drillWords().lock.confirm, false, confirm) : null}
  </div>`;
}

/** The stops that the person may confirm as checked here. */
export const checkable = ({ reasons }: Allowed): readonly Stop[] =>
  reasons.flatMap((reason) => (reason.about === 'held' || reason.about === 'stopped' ? reason.stops : []));
