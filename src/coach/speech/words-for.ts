import { coach as english } from '../../i18n/en/coach.ts';
import type { CoachWords } from '../../i18n/words.ts';
import type { SetPlan } from '../coach-contract.ts';

/** What the coach says by itself in a set. */
export const wordsFor = ({ words }: Pick<SetPlan, 'words'>): CoachWords => words ?? english;
