import { MORNING_ANSWERS, type MorningAnswer } from '../../coach/record/set-record.ts';
import { loadWords } from '../../i18n/en/hip/load.ts';
import { html } from 'lit';
import type { SetStore } from '../../storage/storage-contract.ts';
import { choiceField } from '../elements/choice-field.ts';
import { choicesOf } from '../elements/fields.ts';

/**
 * Asks how the hips were on the morning after a training day, and says what the answer means. The styles are those of `choice-field.ts`.
 * @param day on which the person trained, in words
 * @param answer null: none yet
 */
export function morningQuestion(day: string, answer: MorningAnswer | null, choose: (answer: MorningAnswer) => void) {
  const { ask, answers, means } = loadWords().morning;
  return html`${choiceField(ask(day), 'morning', choicesOf(MORNING_ANSWERS, answers), answer, choose)}
    <p role="status">${answer && means[answer]}</p>`;
}

/** Stores the answer with each set of that day. Rejects as `SetStore.keepAfter` does. */
export async function keepMorning(
  sets: Pick<SetStore, 'keepAfter'>,
  due: readonly { readonly id: string }[],
  morning: MorningAnswer,
): Promise<void> {
  await Promise.all(due.map(({ id }) => sets.keepAfter(id, { morning })));
}
