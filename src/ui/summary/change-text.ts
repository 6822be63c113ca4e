import { changesSince, type ComparableSet, type HipChange, measuredAnew } from '../../training/review/compare-sets.ts';
import type { Change } from '../../coach/progress/real-change.ts';
import { placeTime } from '../../training/planning/civil-day.ts';
import type { PersonalBest, SinceStart } from '../../training/review/hip-story.ts';
import { type SinceLast, toldChange } from '../../training/review/since-last.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { changeFigures } from '../charts/trend-text.ts';
import { commonWords } from '../../i18n/en/common.ts';
import type { Degrees, Estimate } from '../../instrument/geometry/units.ts';
import { isCoarse } from '../../coach/progress/clean-range.ts';
import { isOfBothHips } from './summary-text.ts';
import { dayText, formatDate, formatDegrees, formatEstimate } from '../elements/format.ts';

function amountText({ kind, by }: Change): string {
  const angle = formatDegrees(Math.abs(by));
  return kind === 'about-the-same' ? commonWords().aboutSame : summaryWords().changes[kind](angle);
}

/**
 * One sentence a hip on its change since the set before: "About the same as on 3 Nov 2026, 18:40 (26° then): a change
 * under 6° cannot be told …"
 */
export const changeLines = (changes: readonly HipChange[], locale?: string): readonly string[] =>
  changes.map(({ side, before, since, change }) => {
    const words = summaryWords().changes;
    const { kind } = change;
    const { by, line } = changeFigures(change);
    const then = [formatDate(since, locale), formatDegrees(before), line] as const;
    const text =
      kind === 'about-the-same'
        ? words.sameAs(...then)
        : (kind === 'more' ? words.moreThan : words.lessThan)(by, ...then);
    return words.of(changes.length > 1 ? side : null, text);
  });

export interface Verdict {
  readonly kind: Change['kind'] | 'best' | 'nothing-before';
  readonly text: string;
  /** How it compares with the first week, if that is told. */
  readonly firstWeek?: string;
  /** True: it is about hip and pelvis together, and says so. */
  readonly together?: true;
}

/**
 * Better, the same or worse than last time and than in the first week, read at a glance: the end of a set and its page say the same.
 * A new best since the last time is one sentence. A hip with a new best is not also called the same as last time,
 * although the error of two sets may be wider than the gain.
 * @param named the set was of both hips
 */
export const verdicts = (
  since: readonly SinceLast[],
  bests: readonly PersonalBest[],
  named: boolean,
): readonly Verdict[] =>
  since.flatMap((one): readonly Verdict[] => {
    const { last, side } = one;
    const best = bests.find((of) => of.side === side);
    if (best === undefined) return [verdictOf(one, named)];
    if (last !== null && Date.parse(last.since) === best.since) return [verdictOf(one, named, true)];
    const told = { kind: 'best', text: bestText(best) } as const;
    return last === null || last.change.kind === 'about-the-same' ? [told] : [verdictOf(one, named), told];
  });

function verdictOf(
  { side, range, isTold, last, withinWeek, first }: SinceLast,
  named: boolean,
  isBest = false,
): Verdict {
  const { ending, changes } = summaryWords();
  const of = (text: string) => changes.of(named ? side : null, text);
  if (last === null) return { kind: 'nothing-before', text: of(ending.nothingBefore) };
  const { kind, by } = last.change;
  const amount = amountOf(by, range);
  const same = withinWeek ? ending.sameInWeek : ending.same;
  const now = isBest ? ending.best(amount) : kind === 'about-the-same' ? same : ending[kind](amount);
  return {
    kind: isBest ? 'best' : kind,
    text: of(isTold ? now : ending.together(now)),
    ...(isTold ? {} : { together: true }),
    ...(first === null ? {} : { firstWeek: sinceFirst(first) }),
  };
}

/**
 * The verdicts of a set. Where both hips have nothing before, it is said once.
 * @param since null: not read yet
 */
export function verdictsOf(
  record: SetRecord,
  since: readonly SinceLast[] | null,
  bests: readonly PersonalBest[],
): readonly Verdict[] {
  if (since === null) return [];
  const told = verdicts(since, bests, isOfBothHips(record));
  const isFirst = told.length > 1 && told.every(({ kind }) => kind === 'nothing-before');
  return isFirst ? [{ kind: 'nothing-before', text: summaryWords().ending.nothingBefore }] : told;
}

/** The size of a change: "8°"; "about 25°" of a hip whose range is told so. */
export const amountOf = (by: Degrees, range: Estimate<Degrees>): string => {
  const amount = formatDegrees(toldChange(by, range));
  return isCoarse(range.sd) ? commonWords().about(amount) : amount;
};

function sinceFirst({ first, latest, change: { kind, by } }: SinceStart): string {
  const { ending, changes } = summaryWords();
  const day = dayText(first.from);
  if (kind === 'about-the-same') return ending.sameAsFirst(day);
  const say = kind === 'more' ? ending.moreThanFirst : ending.lessThanFirst;
  return changes.of(null, say(amountOf(by, latest.range), day));
}

/** The changes for a table cell: "about the same", "8° more", "left about the same, right 8° more". */
export const changeWords = (changes: readonly Pick<HipChange, 'side' | 'change'>[]): string =>
  changes
    .map(({ side, change }) =>
      changes.length > 1 ? summaryWords().changes.short(side, amountText(change)) : amountText(change),
    )
    .join(', ');

/** The changes of a set for a table cell, or that an earlier one was measured in another way. Empty: nothing to compare with. */
export function changeCellOf(id: string, sets: readonly ComparableSet[]): string {
  const anew = measuredAnew(id, sets) === null ? [] : [trendWords().anew.cell];
  return [changeWords(changesSince(id, sets)), ...anew].filter((text) => text !== '').join('; ');
}

/** That no earlier set is compared because it was measured in another way, if so. */
export const anewLines = (since: string | null): readonly string[] =>
  since === null ? [] : [trendWords().anew.since(dayText(Date.parse(placeTime(since))))];

const bestText = ({ side, range, since, change }: PersonalBest): string =>
  trendWords().bestOf(side, formatEstimate(range), amountOf(change.by, range), dayText(since));
