import { html } from 'lit';
import type { TakenPrescription } from '../../coach/prescription/prescription.ts';
import type { Allowed, Reason } from '../../coach/safety/allowed.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { SIDES } from '../../instrument/geometry/units.ts';
import { dayDate, dayText, formatDegrees } from '../elements/format.ts';
import { checkField } from '../elements/fields.ts';
import { lockNote } from '../home-and-drill/drill-notes.ts';
import { lastDay } from '../prescription/last-day.ts';
import { symptomName } from '../shell/words.ts';

/** A reason that no prescription gave. */
type OwnReason = Exclude<Reason, { readonly about: 'prescribed' }>;

const isOwn = (reason: Reason): reason is OwnReason => reason.about !== 'prescribed';

function reasonText(reason: OwnReason): string {
  const words = safetyWords();
  const text = sentenceOf(reason);
  return reason.side === null ? text : `${words.hip[reason.side]}: ${text}`;
}

function sentenceOf(reason: OwnReason): string {
  const words = safetyWords();
  switch (reason.about) {
    case 'flag':
      return words.flags[reason.flag].follows;
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
  }
}

/** What the set is about beside its limits. */
export interface NoteOf {
  /** How many hips are to work. */
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
  return parts.length === 0 ? [] : [words.prescribed(taken.from, dayDate(lastDay(taken)), parts.join('; '))];
}

/** What the limits make of the set. */
function consequences({ kind, sides, hardest, range }: Allowed, asked: number): readonly string[] {
  const words = safetyWords();
  if (kind === 'no') return [];
  const [only] = sides;
  return [
    ...(only !== undefined && sides.length < asked ? [words.only[only]] : []),
    ...(hardest === 'gentle' ? [words.gentle] : []),
    ...(range === 'keep' ? [words.keep] : []),
  ];
}

/**
 * Why a drill is not allowed, or only within limits. Null: nothing stands against it.
 * @param confirm called when the person ticks that what stopped a set has been checked
 */
export function allowedNote(may: Allowed, confirm: () => void, { asked, taken }: NoteOf) {
  if (may.kind === 'yes') return null;
  const held = may.reasons.find((reason) => reason.about === 'held');
  const isOnlyStops = may.reasons.every(({ about }) => about === 'held' || about === 'stopped');
  if (may.kind === 'no' && held !== undefined && isOnlyStops) return lockNote(held.lock, confirm);
  const words = safetyWords();
  const lines = [
    ...prescribedText(may, taken),
    ...may.reasons.filter(isOwn).map(reasonText),
    ...consequences(may, asked),
  ];
  return html`<div class="note ${may.kind === 'no' ? 'bad' : ''}" role=${may.kind === 'no' ? 'alert' : 'note'}>
    <strong>${may.kind === 'no' ? words.titleNo : words.titleLimits}</strong>
    ${lines.map((line) => html`<span>${line}</span> `)}
    ${
      held !== undefined || checkable(may).length > 0
        ? checkField(held === undefined ? words.checked : drillWords().lock.confirm, false, confirm)
        : null
    }
  </div>`;
}

/** The drill families whose stops the person may confirm as checked here. */
export const checkable = ({ reasons }: Allowed): readonly string[] =>
  reasons.flatMap((reason) => (reason.about === 'stopped' ? reason.families : []));
