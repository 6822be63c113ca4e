import type { Reason } from '../../instrument/output/reason.ts';
import type { SetRecord } from '../record/set-record.ts';
import type { CoachWords } from '../speech/coach-words.ts';
import { resultSentence } from './result-sentence.ts';
import { whyNoNumber, whyNoStart } from './why-no-number.ts';

/** The result of a recorded set in the coach's words, with the leading reason if it has no number. Null: nothing to say. */
export function spokenResult(
  record: SetRecord,
  { result, reasons }: Pick<CoachWords, 'result' | 'reasons'>,
): string | null {
  const reason = whyNoNumber(record).causes[0]?.reason ?? whyNoStart(record);
  const why = reason !== null && Object.hasOwn(reasons, reason) ? reasons[reason as Reason] : null;
  return resultSentence(record, result, why);
}
