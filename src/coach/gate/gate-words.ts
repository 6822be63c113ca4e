import { gate } from '../../language/en/gate.ts';
import type { CoachWords } from '../../language/words.ts';

/** What the set-up shows and speaks: what is the matter, and what to change. Both are whole sentences. */
export interface Advice {
  readonly what: string;
  readonly todo: string;
}

export type GateWords = CoachWords['gate'];

/** In English. */
export const viewWords = gate.view;
