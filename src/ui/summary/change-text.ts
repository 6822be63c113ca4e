import {
  changesSince,
  type ComparableSet,
  type HipChange,
  measuredAnew,
  type RoundDifference,
} from '../../coach/review/compare-sets.ts';
import type { Change } from '../../coach/progress/real-change.ts';
import { placeTime } from '../../coach/planning/civil-day.ts';
import type { SinceLast } from '../../coach/review/since-last.ts';
import type { PersonalBest } from '../../coach/review/personal-best.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { changeFigures } from '../charts/trend-text.ts';
import { dayText, formatDate, formatDegrees, formatEstimate } from '../elements/format.ts';

function amountText({ kind, by }: Change): string {
  const words = summaryWords().changes;
  const angle = formatDegrees(Math.abs(by));
  return kind === 'about-the-same' ? words.same : words[kind](angle);
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

/** A hip with a new best is not also called the same as last time, by the wider line of two sets. */
export const told = (since: readonly SinceLast[], bests: readonly PersonalBest[]): readonly SinceLast[] =>
  since.filter(({ side, last }) => last?.change.kind !== 'about-the-same' || !bests.some((best) => best.side === side));

/**
 * How a hip compares with the last time and with the first, read at a glance: "5° more than last time. 9° more than at first, on
 * 3 Nov."
 * @param named the set was of both hips
 */
export function sinceLastText({ side, last, withinWeek, first }: SinceLast, named: boolean): string {
  const { ending, changes } = summaryWords();
  const of = (text: string) => changes.of(named ? side : null, text);
  if (last === null) return of(ending.nothingBefore);
  const { kind, by } = last.change;
  const amount = formatDegrees(Math.abs(by));
  const now = kind === 'about-the-same' ? (withinWeek ? ending.sameInWeek : ending.same) : ending[kind](amount);
  if (first === null) return of(now);
  const day = dayText(Date.parse(placeTime(first.since)));
  const since = formatDegrees(Math.abs(first.change.by));
  const then = {
    more: ending.moreThanFirst(since, day),
    less: ending.lessThanFirst(since, day),
    'about-the-same': ending.sameAsFirst(day),
  }[first.change.kind];
  return of(`${now} ${then}`);
}

/** One sentence a hip on how its rounds differ within the set. */
export const roundLines = (spreads: readonly RoundDifference[]): readonly string[] =>
  spreads.map(({ side, rounds, least, most, change }) => {
    const words = summaryWords().changes;
    const text =
      change.kind === 'about-the-same'
        ? words.roundsSame(rounds)
        : words.roundFurther(most, formatDegrees(change.by), least);
    return words.of(spreads.length > 1 ? side : null, text);
  });

/** The changes for a table cell: "about the same", "8° more", "left about the same, right 8° more". */
export const changeWords = (changes: readonly HipChange[]): string =>
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

/** A new best in a sentence. */
export const bestText = ({ side, range, since, change }: PersonalBest): string =>
  trendWords().bestOf(side, formatEstimate(range), formatDegrees(change.by), dayText(since));
