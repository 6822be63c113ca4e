import type { Side } from '../body/units.ts';
import { bestOf, isWatched } from '../coach/best-range.ts';
import type { RangeSummary, SetRecord } from '../coach/set-record.ts';
import { isBend } from './angle-words.ts';
import { bandDegrees, formatCountdown, formatDegrees, formatShare } from './format.ts';
import { seenHelp } from './range-words.ts';
import { sideName } from './words.ts';

/** The best range of a set. */
export const bestRange = (record: SetRecord): RangeSummary | null => bestOf(record.summary.sets);

/** Of a set without a camera: how long, and that nothing is known beyond that. */
function timerSentence({ phases }: SetRecord): string {
  const spent = phases
    .filter(({ kind }) => kind === 'guided')
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return `You stayed with it for ${formatCountdown(spent)}. No camera looked on, so nothing was measured.`;
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
  const sides = sideResults(record);
  if (sides.every(({ best }) => best === null)) return noNumber(record);
  const named = namesSides(record, sides);
  return sides
    .map(({ side, best, rounds }) => {
      const hip = named ? `${side} hip` : 'hip';
      if (best === null) return `No range can be given for your ${hip}.`;
      return rangeSentence(best, rounds > 1 ? `In the best round your ${hip}` : `Your ${hip}`);
    })
    .join(' ');
}

function rangeSentence(best: RangeSummary, subject: string): string {
  const band = best.sd === null ? '' : `, give or take ${bandDegrees(best.sd)}°`;
  if (isBend(best)) return bendSentence(best, subject, band);
  const turned = `${subject} turned ${formatDegrees(best.clean)}`;
  return isWatched(best)
    ? `${turned} by itself${band}. ${lentSentence(best)}`
    : `${turned} from your start${band}. ${unknownSentence(best)}`;
}

/** What of it was a back that rounded is not known. */
function bendSentence(best: RangeSummary, subject: string, band: string): string {
  const help = seenHelp(best);
  const flagged = help === 0 ? '' : ` It went ${formatDegrees(help)} further while something was flagged.`;
  return `${subject} bent ${formatDegrees(best.clean)} further than at your start${band}.${flagged} A back that rounds counts in it.`;
}

function lentSentence({ borrowed, borrowedAtLeast }: RangeSummary): string {
  if (borrowed === null || borrowed < 1)
    return borrowedAtLeast ? 'No borrowing was seen.' : 'Nothing was borrowed.';
  const lent = formatDegrees(borrowed);
  return borrowedAtLeast
    ? `Pelvis and spine lent at least ${lent} more.`
    : `Pelvis and spine lent another ${lent}.`;
}

function unknownSentence(best: RangeSummary): string {
  const unknown = 'How much of it the pelvis lent could not be seen from here.';
  const help = seenHelp(best);
  return help === 0
    ? unknown
    : `${unknown} What was seen to help along lent at least ${formatDegrees(help)} more.`;
}

function noNumber({ neutral, frames, summary }: SetRecord): string {
  if (neutral === null) return 'The set ended before your start position was held.';
  if (frames.length === 0) return 'The set ended before anything was measured.';
  const valid = frames.filter((frame) => frame.valid).length;
  if (valid === 0) return 'You could not be seen well enough, so there is no number for this set.';
  if (summary.sets.some(isBend)) return 'Something was flagged all the time, so there is no range to count.';
  return 'The pelvis moved along all the time, or was not seen, so no range can be called clean.';
}

/** What each hip's number rests on: how much of the time there was a reading, and how much of it the pelvis was watched. */
export function coverageLines(record: SetRecord): readonly string[] {
  const sides = sideResults(record);
  const named = namesSides(record, sides);
  return sides.flatMap(({ side, best }) => {
    if (best === null) return [];
    if (isBend(best))
      return [`${named ? `${sideName(side)}: r` : 'R'}ead for ${formatShare(best.coverage)} of the time.`];
    const read = `ead for ${formatShare(best.coverage)} of the time, pelvis watched for ${formatShare(best.pelvisWatched)}.`;
    return [named ? `${sideName(side)}: r${read}` : `R${read}`];
  });
}

const ROTATION_NORMS =
  'Between 25° and 45° is typical for adults, often more in women, and differences between left and right are common. Your figures count from your start position, so they need not match a clinic’s.';

const BEND_NORMS =
  'There is no target figure: it depends on your start position, and on the box if there is one. Compare sets with the same start.';

/** What to hold the figures against. */
export const normsOf = ({ range }: Pick<SetRecord, 'range'>): string =>
  range === 'hip-flexion' ? BEND_NORMS : ROTATION_NORMS;
