import type { Blindness } from '../../app/session/session-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { isReason, type ReasonText, reasonText } from '../shell/reason-text.ts';

/** Short enough for the place of the number; the notice says more. */
export const blindText = (blind: Blindness): ReasonText => setWords().blind[blind];

/** Why a start is asked for in mid-set; of anything else the start itself is what is missing. */
const START_LOST = ['camera-moved', 'not-the-start', 'already-stretched'] as const;

/** What a person reads who is to hold the start once more in mid-set: why, and what to do. */
export function startAgainText(code: string | null): string {
  const reason = START_LOST.find((known) => known === code) ?? 'no-neutral';
  return setWords().startAgain(reasonText(reason).what);
}

/**
 * What stands in the place of the number.
 * @param code the gauge's reason, a `Reason` or a word of another version
 * @param blind why nothing is measured at all: then what was last said of the person does not count
 */
export function noNumberText(code: string | null, blind: Blindness | null): ReasonText {
  if (blind !== null) return blindText(blind);
  return code !== null && isReason(code) ? reasonText(code) : { what: setWords().noNumber, todo: '' };
}
