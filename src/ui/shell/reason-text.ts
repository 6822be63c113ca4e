import type { BodyPart, Reason } from '../../instrument/output/reason.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** What a person reads when something cannot be measured: what is the matter, and what to change. */
export interface ReasonText {
  readonly what: string;
  readonly todo: string;
}

export const reasonText = (reason: Reason): ReasonText => commonWords().reasons[reason];

export const isReason = (word: string): word is Reason => Object.hasOwn(commonWords().reasons, word);

/** Reasons as stored in a record, where an older or newer version may have written another word. */
export const storedReasonText = (reason: string): string => (isReason(reason) ? reasonText(reason).what : reason);

/** "Left foot is outside the picture", "Head and left foot are outside the picture". */
export const missingText = (missing: readonly BodyPart[]): string | null =>
  missing.length === 0 ? null : commonWords().missing(missing);
