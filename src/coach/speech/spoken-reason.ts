import type { Reason } from '../../instrument/output/reason.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import { coach as english } from '../../i18n/en/coach.ts';
import type { CoachWords } from '../../i18n/words.ts';

/** A sentence on why there is no number, naming the missing part where the framing check knows it. */
export function spokenReason(
  reason: Reason,
  reading: Reading | null,
  { reasons, cannotSee }: CoachWords = english,
): string {
  const missing = reading?.framing.missing ?? [];
  const general = reason === 'out-of-frame' || reason === 'joints-hidden' || reason === 'poor-fit';
  return !general || missing.length === 0 || missing.length > 3 ? reasons[reason] : cannotSee(missing);
}
