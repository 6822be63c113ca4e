import { gate } from '../../i18n/en/gate.ts';
import type { CoachWords } from '../../i18n/words.ts';

/** What the set-up shows and speaks: what is the matter, and what to change. Both are whole sentences. */
export interface Advice {
  readonly what: string;
  readonly todo: string;
}

export type GateWords = CoachWords['gate'];

/** In English. */
export const viewWords = gate.view;
