import type { DrillDefinition, RuleId } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import {
  absence,
  hiddenRules,
  mutedIn,
  type UnwatchedTime,
  type Watched,
  watchedShare,
  whatWasWatched,
} from '../../coach/record/watched.ts';
import { type Cause, whyNoNumber } from '../../training/review/why-no-number.ts';
import { withPhone } from '../../coach/rules/phone-rules.ts';
import { phoneCoachWords } from '../../i18n/en/hip/phone-coach.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import type { Seconds, Share, Side } from '../../instrument/geometry/units.ts';
import { midSentence } from '../../i18n/speaking.ts';
import { formatCountdown, formatLength, formatShare, sentence } from '../elements/format.ts';
import { isReason, type ReasonText, reasonText, ruleName, storedReasonText } from '../shell/words.ts';

/** The drill as it was watched in a set; null: it is not in this version. */
export function drillOf(drills: readonly DrillDefinition[], record: SetRecord): DrillDefinition | null {
  const drill = drills.find(({ id }) => id === record.drill) ?? null;
  if (drill === null || !record.phone) return drill;
  const known = withTheirPhone.get(drill) ?? withPhone(drill, phoneCoachWords());
  withTheirPhone.set(drill, known);
  return known;
}

/** The same object for every drawing. The drills are others in another language. */
const withTheirPhone = new WeakMap<DrillDefinition, DrillDefinition>();

const textOf = (reason: string): ReasonText =>
  isReason(reason) ? reasonText(reason) : { what: storedReasonText(reason), todo: '' };

/** The same within a set. There, another position means that the start was needed once more. */
const textInSet = (reason: string): ReasonText =>
  reason === 'wrong-posture' ? summaryWords().watched.notBack : textOf(reason);

const sentences = ({ what, todo }: ReasonText): string => `${sentence(what)} ${todo}`.trim();

/** What was wrong and what to change: two sentences. A word of another version is shown as it is. */
export const reasonSentences = (reason: string): string => sentences(textOf(reason));

const MOST_CAUSES = 2;
/** From this share of the time on, nobody asks for the rest. */
const READ_WELL: Share = 0.9;

const causeText = ({ reason, share }: Cause): string =>
  summaryWords().says.notRead(formatShare(share), sentences(textInSet(reason)));

/**
 * Why there was no number for a part of the time, and what to change: one text a reason. None if nearly all was read.
 * @param side null: both hips together
 */
export function causeTexts(record: SetRecord, side: Side | null = null): readonly string[] {
  const { read, causes } = whyNoNumber(record, side);
  return read >= READ_WELL ? [] : causes.slice(0, MOST_CAUSES).map(causeText);
}

const NOT_OUT: Watched['out'] = { left: 0, hipsUp: 0, awaited: 0 };

/** For how much of the working time faults were watched, and when not. Without the drill only the share is known. */
export const watchedIn = (record: SetRecord, drill: DrillDefinition | null): Watched =>
  drill === null
    ? { ...sharesOf(record, null), gaps: [], blind: [], lapses: null, out: NOT_OUT, withoutNumber: [] }
    : whatWasWatched(record, drill);

type WatchedShare = Pick<Watched, 'share' | 'hidden'> &
  Partial<Pick<Watched, 'out' | 'withoutNumber' | 'blind' | 'gaps'>>;

/** Share and hidden rules by the summary alone, without the frames. */
const sharesOf = ({ summary }: SetRecord, drill: DrillDefinition | null): WatchedShare => ({
  share: watchedShare(summary),
  hidden: hiddenRules(mutedIn(summary), drill),
});

/** What it means that nothing was flagged, in the words of one screen. With less than half watched, all say the same. */
export interface NoFlagWords {
  readonly whole: string;
  readonly part: (share: string) => string;
  readonly hardly: string;
}

/**
 * The time out of position comes first, because a fault may have happened in it. Rules that were hidden in most of the set are
 * named, because their silence says nothing; so are faults that the place never shows. That nothing was flagged is said only where
 * at least half was watched. In a set without any number, the rules that were watched are named.
 */
export function noFlagText(words: NoFlagWords, watched: WatchedShare): string {
  const { share, hidden, out = NOT_OUT, withoutNumber = [], blind = [], gaps = [] } = watched;
  const texts = summaryWords().watched;
  const lead = [
    ...(out.left > 0 ? [texts.left(formatLength(out.left))] : []),
    ...(out.hipsUp > 0 ? [texts.hipsUp(formatLength(out.hipsUp))] : []),
    ...(out.awaited > 0 ? [texts.awaited(formatLength(out.awaited))] : []),
  ];
  const kind = absence(share, hidden);
  if (kind === 'hardly') return [...lead, mostlyInPart(gaps) ? texts.partly : words.hardly].join(' ');
  if (kind === 'whole' && lead.length === 0)
    return withoutNumber.length > 0
      ? texts.withoutNumber(namesOf(withoutNumber))
      : [words.whole, ...(blind.length > 0 ? [texts.toFeel(namesOf(blind))] : [])].join(' ');
  const watchedFor = formatShare(share ?? 0);
  const part = kind === 'little' ? texts.little(watchedFor) : words.part(watchedFor);
  if (hidden.length === 0) return [...lead, part].join(' ');
  const stop = part.endsWith('.') ? '.' : '';
  return [...lead, `${part.replace(/\.$/, '')}. ${texts.hidden(namesOf(hidden))}${stop}`].join(' ');
}

/** Whether something was watched for most of the time, but never everything. */
const mostlyInPart = (gaps: readonly UnwatchedTime[]): boolean =>
  gaps.reduce((sum, { start, end, partial }) => sum + (partial ? end - start : start - end), 0) > 0;

const namesOf = (rules: readonly RuleId[]): string =>
  [...new Set(rules.map((rule) => midSentence(ruleName(rule))))].join(', ');

/** Most stretches that are listed by themselves. */
const MOST_GAPS = 4;

/** When faults could not be watched, and why: one sentence a stretch, the longest ones in order of time. */
export function gapTexts({ gaps, lapses }: Watched, zero: Seconds): readonly string[] {
  const longest = gaps.toSorted((a, b) => b.end - b.start - (a.end - a.start)).slice(0, MOST_GAPS);
  const words = summaryWords().watched;
  if (lapses !== null) return [words.lapses(sentence(storedReasonText(lapses)))];
  const clock = (time: Seconds): string => formatCountdown(Math.round(time - zero));
  const texts = longest
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, reason, partial }: UnwatchedTime) =>
      (partial ? words.partGap : words.gap)(clock(start), clock(end), sentence(textInSet(reason).what)),
    );
  return gaps.length > longest.length ? [...texts, words.moreGaps(gaps.length - longest.length)] : texts;
}
