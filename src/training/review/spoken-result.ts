import type { BodyPose, DrillDefinition } from '../../coach/drill-definition.ts';
import { isTooSmall, toldAngle } from '../../coach/progress/clean-range.ts';
import { bestOf, isWatched } from '../../coach/progress/real-change.ts';
import { backReadings } from '../../coach/record/frame-record.ts';
import type { EndReason, RangeSummary, SetRecord, SetSummary } from '../../coach/record/set-record.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import type { CoachWords } from '../../coach/speech/coach-words.ts';
import { band90, type Degrees, type Side } from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import { isSymptom } from '../planning/symptom-lock.ts';
import type { SinceLastWords } from './since-last.ts';
import { cleanReps, type CountedReps } from './what-was-good.ts';
import { whyNoNumber, whyNoStart } from './why-no-number.ts';

/**
 * The result of a recorded set in the coach's words, with the leading reason if it has no number. A side check tells how the back was, a hip test where its result is. Null: nothing to say, as without a
 * camera.
 */
export function spokenResult(
  record: SetRecord,
  { result, reasons }: Pick<SpokenWords, 'result' | 'reasons'>,
  { reps, measure, pose, hipTest }: Pick<DrillDefinition, 'reps' | 'measure' | 'pose' | 'hipTest'>,
): string | null {
  if (record.source.kind === 'none') return null;
  if (hipTest !== undefined) return isSymptom(record.ended) || record.neutral === null ? null : result.onScreen;
  if (isSideCheck(measure)) return backSentence(record, result, pose);
  const { repsAll } = record.summary;
  if (reps?.rough && repsAll > 0 && !isSymptom(record.ended)) return result.roughReps(repsAll);
  const reason = whyNoNumber(record).causes[0]?.reason ?? whyNoStart(record);
  const say = isReason(reason, reasons) ? reasons[reason].say : [null];
  return resultSentence(record, result, say[1] ?? say[0]);
}

const isReason = (word: string | null, reasons: SpokenWords['reasons']): word is Reason =>
  word !== null && Object.hasOwn(reasons, word);

/** The result of a side check in one sentence. Null: a symptom ended it. */
function backSentence(
  record: SetRecord,
  { back, noNumber }: SpokenWords['result'],
  pose: BodyPose | undefined,
): string | null {
  if (isSymptom(record.ended)) return null;
  if (record.neutral === null) return noNumber(null);
  const limits = backLimits(record);
  if (limits === null) return back.unseen;
  if (isStill(limits)) return back.still;
  const { hollow, round } = limits;
  if (round > hollow) return back.round(Math.round(round));
  return (pose === 'kneeling' ? back.sag : back.hollow)(Math.round(hollow));
}

/** Words of the result that is spoken at the end of a set. Angles are whole degrees; the voice speaks them. */
export interface ResultWords {
  /** @param within of a coarse number: its error in whole degrees; null: it is exact enough to be told alone */
  readonly hipAlone: (side: Side, degrees: number, within: number | null) => string;
  /** @param more what the pelvis added; `atLeast`: its motion was flagged and not measured, so it is a lower bound */
  readonly andPelvis: (side: Side, degrees: number, within: number | null, more: number, atLeast: boolean) => string;
  readonly legInTotal: (side: Side, degrees: number, within: number | null) => string;
  /** The range that the screens name too: it may hold what the pelvis did. */
  readonly turned: (side: Side, degrees: number, within: number | null) => string;
  /** Follows `turned`: the pelvis was not watched long enough to tell hip and pelvis apart. */
  readonly unwatched: string;
  /** Follows `legInTotal`: there are readings, but none of them counts for the hip alone. */
  readonly nothingSure: string;
  readonly bent: (side: Side, degrees: number, within: number | null) => string;
  /** Of a side check of the lower back; the larger of both ways. */
  readonly back: {
    readonly still: string;
    readonly hollow: (degrees: number) => string;
    /** Hollow on hands and knees. */
    readonly sag: (degrees: number) => string;
    readonly round: (degrees: number) => string;
    readonly unseen: string;
  };
  /** @param clean as `cleanReps` counts them */
  readonly reps: (clean: number, all: number) => string;
  /** The count may be wrong. */
  readonly roughReps: (all: number) => string;
  /** @param why a whole sentence; null: not known */
  readonly noNumber: (why: string | null) => string;
  /** The hip moved no further than the measuring error, and the pelvis added nothing. */
  readonly tooSmall: (side: Side) => string;
  /** @param side the hip of a two-sided set that has no number */
  readonly noneFor: (side: Side) => string;
  readonly since: SinceLastWords;
  /** A hip test has too many numbers to be heard. */
  readonly onScreen: string;
}

/** All that a voice says: while a set runs, and of its result. */
export interface SpokenWords extends CoachWords {
  readonly result: ResultWords;
}

export interface SetResult extends CountedReps {
  readonly summary: Pick<SetSummary, 'sets' | 'repsAll'>;
  readonly ended: EndReason;
}

/**
 * The result of a set in one spoken sentence (one a hip), so that nobody has to get up to learn it. It claims nothing that
 * was not watched. Null: there is nothing to say, because the set measures no range and counts no repetition, or because
 * a symptom ended it: then the advice on the symptom is all that is said.
 * @param why the leading reason for missing readings as a whole sentence (see `whyNoNumber`); null: not known
 */
export function resultSentence(
  { summary: { sets, repsAll }, ended, ...record }: SetResult,
  words: ResultWords,
  why: string | null = null,
): string | null {
  if (isSymptom(ended)) return null;
  if (repsAll > 0) return words.reps(cleanReps(record), repsAll);
  if (sets.length === 0) return null;
  if (sets.every(({ gross, clean }) => gross === null && clean === null)) return words.noNumber(why);
  const hips = [...new Set(sets.map(({ side }) => side))].map((side) =>
    hipResult(
      side,
      sets.filter((range) => range.side === side),
      words,
    ),
  );
  // A doubt that both hips share is said once, after both.
  return hips
    .flatMap(({ text, doubt }, index) => (doubt === null || doubt === hips[index + 1]?.doubt ? [text] : [text, doubt]))
    .join(' ');
}

/** The number of one hip, and why it is not the hip alone. */
function hipResult(side: Side, ranges: readonly RangeSummary[], words: ResultWords) {
  const best = bestOf(ranges);
  if (best?.clean === undefined || best.clean === null) {
    const gross = Math.max(...ranges.map((range) => range.gross ?? Number.NEGATIVE_INFINITY));
    if (!Number.isFinite(gross)) return { text: words.noneFor(side), doubt: null };
    return { text: words.legInTotal(side, Math.round(gross), null), doubt: words.nothingSure };
  }
  if (isTooSmall(best)) return { text: words.tooSmall(side), doubt: null };
  if (best.of === 'hip-flexion') return { text: words.bent(side, ...spoken(best.clean, best.sd)), doubt: null };
  if (!isWatched(best)) return { text: words.turned(side, ...spoken(best.clean, best.sd)), doubt: words.unwatched };
  return { text: watchedSentence(side, best, best.clean, words), doubt: null };
}

/** A number as the voice tells it, and its error where it is a coarse one. */
function spoken(value: Degrees, sd: Degrees | null): readonly [degrees: number, within: number | null] {
  const told = toldAngle({ value, sd: sd ?? 0 });
  return told?.kind === 'coarse' ? [told.value, told.band] : [Math.round(value), null];
}

/** That nothing came from the pelvis is never said: a contribution of zero is what was seen, not what there was. */
function watchedSentence(side: Side, best: RangeSummary, clean: Degrees, words: ResultWords): string {
  const number = spoken(clean, best.sd);
  const more = Math.round(best.borrowed ?? 0);
  if (more > 0) return words.andPelvis(side, ...number, more, best.borrowedAtLeast);
  return words.hipAlone(side, ...number);
}

/** How far the back moved either way from the reference pose in a side check. */
export interface BackLimits {
  /** Largest lumbar extension, 0 or more. */
  readonly hollow: Degrees;
  /** Largest lumbar flexion, 0 or more. */
  readonly round: Degrees;
  /** Largest standard deviation of the readings. */
  readonly sd: Degrees;
}

/** Share of the readings that is dropped at each end, because single readings jump. */
const TAIL = 0.02;

/** Null if the back was not seen. */
export function backLimits(record: Pick<SetRecord, 'frames' | 'phases'>): BackLimits | null {
  const { seen } = backReadings(record);
  const values = seen.map(({ value }) => value).toSorted((a, b) => a - b);
  const cut = Math.floor(TAIL * values.length);
  const [least, most] = [values[cut], values[values.length - 1 - cut]];
  if (least === undefined || most === undefined) return null;
  return {
    hollow: Math.max(0, most),
    round: Math.max(0, -least),
    sd: Math.max(...seen.map(({ sd }) => sd)),
  };
}

/** Whether the back moved by no more than the error of its reading. */
export const isStill = ({ hollow, round, sd }: BackLimits): boolean => Math.max(hollow, round) < band90(sd);
