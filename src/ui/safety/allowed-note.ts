import { html } from 'lit';
import type { Allowed, Reason } from '../../coach/safety/allowed.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { dayText, formatDegrees } from '../elements/format.ts';
import { lockNote } from '../home-and-drill/drill-notes.ts';
import { symptomName } from '../shell/words.ts';

/** A reason in one sentence. */
function reasonText(reason: Reason): string {
  const words = safetyWords();
  const text = sentenceOf(reason);
  return reason.side === null ? text : `${words.hip[reason.side]}: ${text}`;
}

function sentenceOf(reason: Reason): string {
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
    case 'prescribed':
      return words.prescribed;
  }
}

/** What the limits make of the set. */
function consequences({ kind, sides, hardest, range, limits }: Allowed): readonly string[] {
  const words = safetyWords();
  if (kind === 'no') return [];
  const [only, other] = sides;
  return [
    ...(only !== undefined && other === undefined ? [words.only[only]] : []),
    ...(hardest === 'gentle' ? [words.gentle] : []),
    ...(range === 'keep' ? [words.keep] : []),
    ...(range === 'easy' ? [words.easy] : []),
    ...sides.flatMap((side) => {
      const degrees = limits[side];
      return degrees === undefined ? [] : [words.stopAt(words.hip[side], formatDegrees(degrees))];
    }),
  ];
}

/**
 * Why a drill is not allowed, or only within limits. Null: nothing stands against it.
 * @param confirm called when the person ticks that what stopped a set has been checked
 */
export function allowedNote(may: Allowed, confirm: () => void) {
  if (may.kind === 'yes') return null;
  const held = may.reasons.find((reason) => reason.about === 'held');
  const isOnlyStops = may.reasons.every(({ about }) => about === 'held' || about === 'stopped');
  if (may.kind === 'no' && held !== undefined && isOnlyStops) return lockNote(held.lock, confirm);
  const words = safetyWords();
  const lines = [...may.reasons.map(reasonText), ...consequences(may)];
  return html`<div class="note ${may.kind === 'no' ? 'bad' : ''}" role=${may.kind === 'no' ? 'alert' : 'note'}>
    <strong>${may.kind === 'no' ? words.titleNo : words.titleLimits}</strong>
    ${lines.map((line) => html`<span>${line}</span> `)}
    ${
      held !== undefined || checkable(may).length > 0
        ? html`<label class="check">
            <input type="checkbox" @change=${confirm} />
            <span>${held === undefined ? words.checked : drillWords().lock.confirm}</span>
          </label>`
        : null
    }
  </div>`;
}

/** The drill families whose stops the person may confirm as checked here. */
export const checkable = ({ reasons }: Allowed): readonly string[] =>
  reasons.flatMap((reason) => (reason.about === 'stopped' ? reason.families : []));
