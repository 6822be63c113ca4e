import { coach as english } from '../language/en/coach.ts';
import type { CoachWords } from '../language/words.ts';
import type { SetPlan } from './coach-contract.ts';

/** What the coach says by itself in a set. */
export const wordsFor = ({ words }: Pick<SetPlan, 'words'>): CoachWords => words ?? english;
