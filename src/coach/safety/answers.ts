import type { Side } from '../../instrument/geometry/units.ts';
import type { RedFlag } from './red-flags.ts';

/** How the end of the movement feels. `hard`: like bone. `springy`: like a muscle that gives. */
export type EndFeel = 'hard' | 'pinching' | 'springy' | 'tight';
export const END_FEELS: readonly EndFeel[] = ['hard', 'pinching', 'springy', 'tight'];

/** A hard or pinching end does not move on with stretching: no more work on range (judgement), and somebody should look at it. */
export const endsRangeWork = (feel: EndFeel): boolean => feel === 'hard' || feel === 'pinching';

/** The key of the one person who uses the app. */
export const ME = 'me';

/** What a person answered to the safety questions. It is stored. */
export interface SafetyAnswers {
  /** When they were answered last, ISO 8601. Null: never. */
  readonly askedAt: string | null;
  /** True: they are due again, because something hurt. */
  readonly again?: true | undefined;
  readonly flags: readonly RedFlag[];
  /** The flags that somebody with training has looked at. */
  readonly seen: readonly RedFlag[];
  /** How the end of the movement felt, and when that was told, ISO 8601. */
  readonly endFeel: Readonly<Partial<Record<Side, { readonly feel: EndFeel; readonly at: string }>>>;
}

/** Whether they come before the next set. */
export const isDue = (answers: SafetyAnswers | undefined): boolean =>
  answers === undefined || answers.askedAt === null || answers.again === true;

export const NO_ANSWERS: SafetyAnswers = { askedAt: null, flags: [], seen: [], endFeel: {} };

/** The answers of all persons, with a change in those of the one who uses the app. */
export const answersWith = (
  all: Readonly<Record<string, SafetyAnswers>>,
  change: Partial<SafetyAnswers>,
): Readonly<Record<string, SafetyAnswers>> => ({ ...all, [ME]: { ...(all[ME] ?? NO_ANSWERS), ...change } });
