import { type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { DAY, isoMoment } from '../planning/civil-day.ts';
import { SYMPTOM_LASTS } from '../planning/symptom-lock.ts';
import { painLight } from '../review/after-set.ts';
import type { RedFlag, SafetyRow } from './red-flags.ts';

/** How the end of the movement feels. `hard`: like bone. `springy`: like a muscle that gives. */
export type EndFeel = 'hard' | 'pinching' | 'springy' | 'tight';
export const END_FEELS: readonly EndFeel[] = ['hard', 'pinching', 'springy', 'tight'];

/** A hard or pinching end does not move on with stretching: no more work on range (judgement), and somebody should look at it. */
export const endsRangeWork = (feel: EndFeel): boolean => feel === 'hard' || feel === 'pinching';

/** The key of the one person who uses the app. */
export const ME = 'me';

/** How much each hip hurt when it was asked, 0 to 10. */
export interface ToldPain {
  readonly left: number;
  readonly right: number;
  /** ISO 8601. */
  readonly at: string;
}

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
  /** Absent: not asked yet. */
  readonly pain?: ToldPain | undefined;
}

export const NO_ANSWERS: SafetyAnswers = { askedAt: null, flags: [], seen: [], endFeel: {} };

/** Pain that was told counts in full for a day. Judgement. */
const PAIN_NOW: Milliseconds = DAY;
/** Pain of an earlier day, and pain after a set of another drill, counts as no more than this: amber. Judgement. */
export const MOST_LATER = 4;

/** Pain that was told within a day, or at a moment ahead of the clock. Null: none was. */
export function painNow({ pain }: Pick<SafetyAnswers, 'pain'>, now: Milliseconds): ToldPain | null {
  const at = isoMoment(pain?.at ?? '');
  return pain !== undefined && at !== null && now - at < PAIN_NOW ? pain : null;
}

/** What told pain counts for: in full for a day, then for a week at most as amber. */
export function painTold(answers: Pick<SafetyAnswers, 'pain'>, now: Milliseconds): Readonly<Record<Side, number>> {
  const at = isoMoment(answers.pain?.at ?? '');
  const { left, right } = answers.pain ?? { left: 0, right: 0 };
  if (at === null || now - at >= SYMPTOM_LASTS) return { left: 0, right: 0 };
  return now - at < PAIN_NOW
    ? { left, right }
    : { left: Math.min(left, MOST_LATER), right: Math.min(right, MOST_LATER) };
}

const hurt = (pain: ToldPain | undefined): boolean =>
  pain !== undefined && SIDES.some((side) => painLight(pain[side]) !== 'green');

/** Which questions come before the next set. */
export interface Due {
  readonly flags: boolean;
  readonly pain: boolean;
}

/**
 * What is asked before a set: everything the first time and after something hurt; pain again before a hip test, and a day after
 * it was told as more than a stretch.
 */
export function questionsDue(answers: SafetyAnswers | undefined, isTest: boolean, now: Milliseconds): Due {
  const flags = answers === undefined || answers.askedAt === null || answers.again === true;
  if (flags) return { flags, pain: true };
  const isTold = painNow(answers, now) !== null && (isoMoment(answers.pain?.at ?? '') ?? 0) <= now;
  return { flags, pain: !isTold && (isTest || hurt(answers.pain)) };
}

/** The answers of all persons, with a change in those of the one who uses the app. */
export const answersWith = (
  all: Readonly<Record<string, SafetyAnswers>>,
  change: Partial<SafetyAnswers>,
): Readonly<Record<string, SafetyAnswers>> => ({ ...all, [ME]: { ...(all[ME] ?? NO_ANSWERS), ...change } });

const ofRow = ({ flags, unsure }: SafetyRow): readonly RedFlag[] => [...flags, ...(unsure === null ? [] : [unsure])];

/** Whether the person has said yes to the row, or does not know. */
export const isTicked = (row: SafetyRow, { flags }: Pick<SafetyAnswers, 'flags'>): boolean =>
  ofRow(row).some((flag) => flags.includes(flag));

type Flagged = Pick<SafetyAnswers, 'flags' | 'seen'>;

/** Whoever ticks a flag anew has not been seen for it. */
const withFlags = ({ flags, seen }: Flagged, row: SafetyRow, chosen: readonly RedFlag[]): Flagged => ({
  flags: [...flags.filter((flag) => !ofRow(row).includes(flag)), ...chosen],
  seen: seen.filter((flag) => !ofRow(row).includes(flag) || (flags.includes(flag) && chosen.includes(flag))),
});

/** A row that is ticked without an answer holds as not sure, so nothing is open meanwhile. */
export const tickRow = (answers: Flagged, row: SafetyRow, ticked: boolean): Flagged =>
  withFlags(answers, row, ticked ? [row.unsure ?? row.flags[0]].flatMap((flag) => flag ?? []) : []);

/** One answer of a row. An answer takes the place of "not sure", and the other way round; without any the row is not sure again. */
export function tickFlag(answers: Flagged, row: SafetyRow, flag: RedFlag, ticked: boolean): Flagged {
  const others = answers.flags.filter((one) => row.flags.includes(one) && one !== flag);
  const known = flag === row.unsure ? [] : [...others, ...(ticked ? [flag] : [])];
  return withFlags(answers, row, known.length > 0 || row.unsure === null ? known : [row.unsure]);
}
