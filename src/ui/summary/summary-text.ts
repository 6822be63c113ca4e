import type { Side } from '../../instrument/geometry/units.ts';
import { bestOf, isWatched } from '../../coach/progress/best-range.ts';
import type { RangeSummary, SetRecord } from '../../coach/record/set-record.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { isBend } from './angle-words.ts';
import { backSentence } from './back-sentence.ts';
import { bandDegrees, formatCountdown, formatDegrees, formatShare, isRough } from '../elements/format.ts';
import { seenHelp } from './range-words.ts';
import { sideName } from '../shell/words.ts';

/** The best range of a set. */
export const bestRange = (record: SetRecord): RangeSummary | null => bestOf(record.summary.sets);

/** Of a set without a camera: how long, and that nothing is known beyond that. */
function timerSentence({ phases }: SetRecord): string {
  const spent = phases.filter(({ kind }) => kind === 'guided').reduce((sum, { start, end }) => sum + end - start, 0);
  return summaryWords().says.timer(formatCountdown(spent));
}

interface SideResult {
  readonly side: Side;
  /** Null: no round of this side has a range. */
  readonly best: RangeSummary | null;
  readonly rounds: number;
}

function sideResults({ summary }: SetRecord): readonly SideResult[] {
  const sides = [...new Set(summary.sets.map(({ side }) => side))];
  return sides.map((side) => {
    const own = summary.sets.filter((range) => range.side === side);
    return { side, best: bestOf(own), rounds: own.length };
  });
}

/** Whether a hip must be named, because the set was of both. */
const namesSides = (record: SetRecord, sides: readonly SideResult[]): boolean =>
  record.side === 'both' || sides.length > 1;

/** The set in one or two calm sentences for each hip. */
export function summarySentence(record: SetRecord): string {
  if (record.source.kind === 'none') return timerSentence(record);
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
  const band = best.sd === null ? '' : words.band(bandDegrees(best.sd), isRough(best.sd));
  const angle = formatDegrees(best.clean);
  if (isBend(best)) return bendSentence(record, best, subject, band);
  return isWatched(best)
    ? `${words.turnedClean(subject, angle, band)} ${pelvisContributionSentence(best)}`
    : `${words.turnedGross(subject, angle, band)} ${unknownSentence(best)}`;
}

/** A bend read between pelvis and thigh; others are read between trunk and thigh while it is stretched. */
export const isBentInTurns = ({ phases }: Pick<SetRecord, 'phases'>): boolean =>
  phases.some(({ kind }) => kind === 'reps');

/** What of it was a back that rounded, or a pelvis that tipped, is not known. */
function bendSentence(record: SetRecord, best: RangeSummary, subject: string, band: string): string {
  const help = seenHelp(best);
  const words = summaryWords().says;
  const flagged = help === 0 ? [] : [words.bentFlagged(formatDegrees(help))];
  return [
    words.bent(subject, formatDegrees(best.clean), band),
    ...flagged,
    isBentInTurns(record) ? words.tips : words.rounds,
  ].join(' ');
}

function pelvisContributionSentence({ borrowed, borrowedAtLeast }: RangeSummary): string {
  const words = summaryWords().says;
  if (borrowed === null || borrowed < 1) return borrowedAtLeast ? words.noneSeen : words.none;
  const pelvisContribution = formatDegrees(borrowed);
  return borrowedAtLeast
    ? words.pelvisContributionAtLeast(pelvisContribution)
    : words.pelvisContribution(pelvisContribution);
}

function unknownSentence(best: RangeSummary): string {
  const { unknown, helped } = summaryWords().says;
  const help = seenHelp(best);
  return help === 0 ? unknown : `${unknown} ${helped(formatDegrees(help))}`;
}

function noNumber({ neutral: referencePose, frames, summary }: SetRecord): string {
  const words = summaryWords().says;
  if (referencePose === null) return words.noReferencePose;
  if (frames.length === 0) return words.noFrames;
  const valid = frames.filter((frame) => frame.valid).length;
  if (valid === 0) return words.notSeen;
  if (summary.sets.some(isBend)) return words.allFlagged;
  return words.allMoved;
}

/** What each hip's number rests on: how much of the time there was a reading, and how much of it the pelvis was watched. */
export function coverageLines(record: SetRecord): readonly string[] {
  const sides = sideResults(record);
  const named = namesSides(record, sides);
  return sides.flatMap(({ side, best }) => {
    if (best === null) return [];
    const words = summaryWords().says;
    const share = formatShare(best.coverage);
    const text = isBend(best) ? words.read(share) : words.readWatched(share, formatShare(best.pelvisWatched));
    return [words.of(named ? sideName(side) : null, text)];
  });
}

/** What to hold the figures against. */
export const normsOf = ({ range }: Pick<SetRecord, 'range'>): string =>
  summaryWords().says[NORMS[range ?? 'hip-internal-rotation']];

const NORMS = {
  'hip-internal-rotation': 'rotationNorms',
  'hip-flexion': 'bendNorms',
  'back-arch': 'backNorms',
} as const;
