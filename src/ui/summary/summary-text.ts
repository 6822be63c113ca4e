import { type Degrees, type Share, SIDES } from '../../instrument/geometry/units.ts';
import type { Channel } from '../../instrument/output/reading.ts';
import { type DrillDefinition, isWorking, type RuleId } from '../../coach/drill-definition.ts';
import { isHipTestDrill } from '../../training/assessment/hip-test.ts';
import { placeTime } from '../../training/planning/civil-day.ts';
import { bestOf, isWatched } from '../../coach/progress/real-change.ts';
import {
  lengthOfSet,
  type RangeSummary,
  type RecordReferencePose,
  type ReferencePoseRecord,
  type SetRecord,
} from '../../coach/record/set-record.ts';
import { absence, doubtsOf } from '../../coach/record/watched.ts';
import { backLimits, isStill } from '../../training/review/spoken-result.ts';
import { endedBeforeWork, whyNoNumber, whyNoStart } from '../../training/review/why-no-number.ts';
import { isSideCheck, watches } from '../../coach/rules/range-rules.ts';
import { isCoarse, isTooSmall } from '../../coach/progress/clean-range.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { figure, midSentence } from '../../i18n/speaking.ts';
import { borrowedLabel, isHipFlexion, rangeLabel, seenContribution } from './range-words.ts';
import { angleText, bandDegrees, formatDegrees, formatLength, formatShare, formatTime } from '../elements/format.ts';
import { reasonText, ruleName, sideName, storedReasonText } from '../shell/words.ts';
import { causeTexts, reasonSentences } from './watched-text.ts';

/** Null if there is none, as without a camera or in a hip test, or the figures of the set cannot be right. */
export const bestRange = (record: SetRecord): RangeSummary | null =>
  record.source.kind === 'none' || isHipTestDrill(record.drill) || doubtsOf(record).length > 0
    ? null
    : bestOf(record.summary.sets);

/** The best range of each hip, which is the one that the sentences tell; if none has a value, its first. */
export const bestOfHips = (record: SetRecord): readonly RangeSummary[] => {
  const hips = sideResults(record);
  return SIDES.flatMap((side) => {
    const own = hips.find((one) => one.side === side);
    return own?.best ?? own?.first ?? [];
  });
};

export interface HipLine {
  /** "Left hip", or "Both hips"; null: the set was of one hip, and the range says what it is of. */
  readonly name: string | null;
  /** "Hip alone: 26° (± 4°)". */
  readonly range: string;
  /** What came from the pelvis. Empty: nothing to say. */
  readonly borrowed: string;
}

/** One line a hip, from its best range. Two hips with the same line share it. */
export function hipLines(record: SetRecord): readonly HipLine[] {
  const words = summaryWords();
  const named = isOfBothHips(record);
  const lines = bestOfHips(record).map((best) => ({
    name: named || isTooSmall(best) ? words.hip(best.side) : null,
    range: rangeLabel(best),
    borrowed: borrowedLabel(best),
  }));
  const [one, other] = lines;
  const isShared = one && other && one.range === other.range && one.borrowed === other.borrowed;
  return isShared ? [{ ...one, name: words.bothHips }] : lines;
}

/** Whether the work of a set has begun, so that there is something to look back on. Before a camera it begins with a held start. */
export const hasBegun = ({ source, phases, neutral }: Pick<SetRecord, 'source' | 'phases' | 'neutral'>): boolean =>
  source.kind === 'none' ? phases.some(({ kind }) => isWorking(kind)) : neutral !== null;

/** Summary of a set without a camera: how long the work lasted is all that is known. */
function timerSentence({ phases }: SetRecord): string {
  const worked = phases.filter(({ kind }) => isWorking(kind));
  const words = summaryWords().says;
  const text = words.timer(formatLength(worked.reduce((sum, { start, end }) => sum + end - start, 0)));
  const counted = worked.reduce((sum, one) => sum + (one.counted ?? 0), 0);
  if (counted > 0) return `${text} ${words.timerCounted(counted)}`;
  return worked.some(({ kind }) => kind === 'reps') ? `${text} ${words.timerPaced}` : text;
}

/** When and after how long a set broke off; null: it did not. */
export function brokenOffText({ ended, startedAt, phases }: SetRecord): string | null {
  if (ended !== 'interrupted') return null;
  const length = formatLength(lengthOfSet({ phases }));
  const { brokeOff, brokeOffAt } = summaryWords().says;
  if (startedAt === null) return brokeOff(length);
  return brokeOffAt(length, formatTime(Date.parse(placeTime(startedAt)) + 1000 * (phases.at(-1)?.end ?? 0)));
}

/** `best`: the best round of the side; null if no round has a range. */
function sideResults({ summary }: SetRecord) {
  const sides = [...new Set(summary.sets.map(({ side }) => side))];
  return sides.map((side) => {
    const own = summary.sets.filter((range) => range.side === side);
    return { side, best: bestOf(own), first: own[0], rounds: own.length };
  });
}

/** Whether the sentences must name the hip, because the set was of both. */
const namesSides = (record: SetRecord, sides: readonly unknown[]): boolean =>
  record.side === 'both' || sides.length > 1;

export const isOfBothHips = (record: SetRecord): boolean => namesSides(record, sideResults(record));

/** The result of a set in one or two sentences a hip. */
export function summarySentence(record: SetRecord): string {
  if (record.source.kind === 'none') return timerSentence(record);
  if (doubtsOf(record).length > 0) return `${summaryWords().says.doubtful} ${summaryWords().says.notCompared}`;
  const back = backSentence(record);
  if (back !== null) return back;
  const sides = sideResults(record);
  if (sides.every(({ best }) => best === null)) return noNumber(record);
  const named = namesSides(record, sides);
  return sides
    .map(({ side, best, rounds }) => {
      const words = summaryWords().says;
      const of = named ? side : null;
      return best === null ? words.noRange(of) : rangeSentence(record, best, words.subject(of, rounds > 1));
    })
    .join(' ');
}

function rangeSentence(record: SetRecord, best: RangeSummary, subject: string): string {
  const words = summaryWords().says;
  const coarse = isCoarse(best.sd);
  const told = angleText(best.clean, best.sd);
  const band = best.sd === null ? '' : coarse ? told.band : words.band(bandDegrees(best.sd));
  const angle = told.value;
  if (isTooSmall(best)) return words.tooSmall(subject, isHipFlexion(best));
  if (isHipFlexion(best)) return flexionSentence(record, best, subject, band);
  return isWatched(best)
    ? [words.turnedClean(subject, angle, band), ...possibleSentence(best), pelvisContributionSentence(best)].join(' ')
    : `${words.turnedGross(subject, angle, band)} ${unknownSentence(best)}`;
}

/** What may be the hip's own besides the clean range, if anything. */
const possibleSentence = ({ possible }: RangeSummary): readonly string[] =>
  possible === undefined ? [] : [summaryWords().says.possible(formatDegrees(possible))];

/** The networks of the drill that could not be used; empty: none. */
export function networkLines({
  networksOut = [],
  summary,
}: Pick<SetRecord, 'networksOut' | 'summary'>): readonly string[] {
  const { unwatched, roughly } = summaryWords().says.networkOut;
  const isWatchedAtAll = summary.sets.some(({ pelvisWatched }) => pelvisWatched > 0);
  return networksOut.includes('pelvis') ? [isWatchedAtAll ? roughly : unwatched] : [];
}

/** Flexion in repetitions is measured between pelvis and thigh; held flexion between trunk and thigh. */
export const isFlexionInReps = ({ phases }: Pick<SetRecord, 'phases'>): boolean =>
  phases.some(({ kind }) => kind === 'reps');

/** The sentence also says what the angle cannot tell apart: a pelvis that tips, or a back that rounds. */
function flexionSentence(record: SetRecord, best: RangeSummary, subject: string, band: string): string {
  const contribution = seenContribution(best);
  const words = summaryWords().says;
  const flagged = contribution === 0 ? [] : [words.bentFlagged(formatDegrees(contribution))];
  return [
    words.bent(subject, angleText(best.clean, best.sd).value, band),
    ...flagged,
    isFlexionInReps(record) ? words.tips : words.rounds,
  ].join(' ');
}

function pelvisContributionSentence({ borrowed, borrowedAtLeast, pelvisWatched }: RangeSummary): string {
  const words = summaryWords().says;
  if (borrowed === null || Math.round(borrowed) < 1)
    return absence(pelvisWatched) === 'whole' ? words.noneSeen : words.noneIn(formatShare(pelvisWatched));
  const pelvisContribution = formatDegrees(borrowed);
  return borrowedAtLeast
    ? words.pelvisContributionAtLeast(pelvisContribution)
    : words.pelvisContribution(pelvisContribution);
}

function unknownSentence(best: RangeSummary): string {
  const { unknown, helped } = summaryWords().says;
  const contribution = seenContribution(best);
  return contribution === 0 ? unknown : `${unknown} ${helped(formatDegrees(contribution))}`;
}

/** With readings for a smaller share of the time, it is their absence that explains why there is no number. */
const HARDLY_READ: Share = 0.1;

function noNumber(record: SetRecord): string {
  const { neutral: referencePose, frames, summary } = record;
  const words = summaryWords().says;
  if (referencePose === null) {
    const reason = whyNoStart(record);
    return reason === null ? words.noReferencePose : `${words.noReferencePose} ${reasonSentences(reason)}`;
  }
  if (frames.length === 0 || endedBeforeWork(record)) return words.noFrames;
  if (whyNoNumber(record).read < HARDLY_READ) {
    const causes = causeTexts(record);
    return causes.length === 0 ? words.notSeen : [words.noNumber, ...causes].join(' ');
  }
  if (summary.sets.some(isHipFlexion)) return words.allFlagged;
  return words.allMoved;
}

/** For each hip: share of the time with a reading, share in which the pelvis was watched, and why there was none. */
export function coverageLines(record: SetRecord): readonly string[] {
  const sides = sideResults(record);
  const named = namesSides(record, sides);
  return sides.flatMap(({ side, best }) => {
    // Without any range the sentence above has the reasons already.
    if (best === null && !sides.some((other) => other.best !== null)) return [];
    const words = summaryWords().says;
    const of = named ? sideName(side) : null;
    const why = causeTexts(record, side);
    if (best === null) return why.map((text) => words.of(of, text));
    const share = formatShare(best.coverage);
    const text = isHipFlexion(best) ? words.read(share) : words.readWatched(share, formatShare(best.pelvisWatched));
    return [[words.of(of, text), ...why].join(' ')];
  });
}

/**
 * What the figure of a set may be compared with; null: nothing. No average stands beside a rotation: published ones count from a
 * vertical shin, in other positions (`sources.ts`).
 */
export function comparisonNote({ range }: Pick<SetRecord, 'range'>): string | null {
  const { bendNorms, backNorms } = summaryWords().says;
  if (range === 'hip-flexion') return bendNorms;
  return range === 'back-arch' ? backNorms : null;
}

/** The result of a side check in a sentence, or why there is none; null if the set is no side check. */
function backSentence(record: SetRecord): string | null {
  if (!isSideCheck(record) || record.neutral === null) return null;
  const limits = backLimits(record);
  const words = summaryWords().says;
  if (limits === null) return words.backNotSeen;
  const { hollow, round, sd } = limits;
  const band = bandDegrees(sd);
  const told = (angle: Degrees) => (Math.round(angle) > band ? formatDegrees(angle) : null);
  const parts = [told(hollow), told(round)] as const;
  return isStill(limits) || parts.every((part) => part === null) ? words.backStill(band) : words.back(...parts, band);
}

const placeText = ({ view, lensHeight, distance, lookingDown }: RecordReferencePose): string =>
  summaryWords().origin.place(view, figure(lensHeight, 1), figure(distance, 1), Math.round(lookingDown));

/** Where the camera stood in each reference pose: one a side, and a further one after the laptop was moved. */
export function originText({
  neutral: referencePose,
  neutrals: referencePoses,
}: Pick<SetRecord, 'neutral' | 'neutrals'>): string {
  if (referencePose === null) return summaryWords().origin.none;
  return referencePoses.length < 2
    ? summaryWords().origin.alone(placeText(referencePose))
    : referencePoses.map(sidePlace).join(' ');
}

const sidePlace = (place: ReferencePoseRecord, i: number, all: readonly ReferencePoseRecord[]): string => {
  const again = all.slice(0, i).some(({ side }) => side === place.side);
  const side = sideName(place.side);
  return `${again ? summaryWords().origin.again(side) : side}: ${placeText(place)}`;
};

/** The faults to name, by the channel that would show them: the one that is a blind spot of the drill, or the first. */
const FAULTS: Partial<Readonly<Record<Channel, readonly [RuleId, ...RuleId[]]>>> = {
  'pelvis-twist': ['pelvis-twist'],
  'pelvis-obliquity': ['pelvis-list'],
  'pelvis-lift': ['pelvis-lift'],
  'back-arch': ['back-arch', 'back-round'],
};

/**
 * What the person said of the back, which no camera place shows; null: they were not asked or did not answer.
 * @param drill null: not known
 */
export const backAnswerText = (
  { after }: Pick<SetRecord, 'after'>,
  drill: Pick<DrillDefinition, 'backShape'> | null,
): string | null =>
  after?.back === undefined ? null : summaryWords().felt.back.told[drill?.backShape ?? 'still'][after.back];

/** Faults on which the absence of a flag says nothing: hidden in this set, or never visible from this camera place. `why` is worded for the middle of a sentence. */
export function unwatchedFaults(muted: SetRecord['summary']['muted'], drill: DrillDefinition | null) {
  const found = new Map<string, string>();
  for (const { rule, reason } of muted) found.set(ruleName(rule), storedReasonText(reason));
  const never = drill?.measure.neverSeen ?? [];
  const { turnByShift } = drill?.measure ?? {};
  // A turn about these axes moves the followed hips, for which there is a rule.
  const shownByHips = new Set(Object.keys(turnByShift ?? {}).map((axis) => `pelvis-${axis}`));
  // In the order of FAULTS, not in that of the drill.
  for (const [channel, faults] of Object.entries(FAULTS)) {
    if (!never.some((unseen) => unseen === channel) || shownByHips.has(channel)) continue;
    const fault = faults.find((one) => drill?.blindSpots?.some(({ id }) => id === one)) ?? faults[0];
    const name = ruleName(fault);
    // A phone may watch what the camera never sees.
    if (!found.has(name) && !(drill && watches(drill, fault))) found.set(name, reasonText('not-seen-from-here').what);
  }
  return [...found].map(([name, why]) => ({ name, why: midSentence(why) }));
}
