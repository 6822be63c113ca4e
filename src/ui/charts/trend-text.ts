import type { Difference } from '../../training/review/compare-sets.ts';
import type { HipStory } from '../../training/review/hip-story.ts';
import { seamOf } from '../../training/review/trends.ts';
import type { Change } from '../../coach/progress/real-change.ts';
import { storyWords, trendWords } from '../../i18n/en/trends.ts';
import { figure } from '../../i18n/speaking.ts';
import { dayText, formatEstimate } from '../elements/format.ts';

export const differenceWords = (differences: readonly Difference[]): string =>
  differences.map((name) => trendWords().differences[name]).join(', ');

/**
 * Both in whole degrees, the smallest change rounded up. Where a real change would then not be the larger of the two ("7° more,
 * beyond the error of 7°"), both have a decimal.
 */
export function changeFigures({ kind, by, line }: Change) {
  const size = Math.abs(by);
  const isClear = kind === 'about-the-same' || Math.round(size) > Math.ceil(line);
  if (isClear) return { by: `${Math.round(size)}°`, line: `${Math.ceil(line)}°` };
  return { by: `${figure(Math.ceil(size * 10) / 10, 1)}°`, line: `${figure(Math.floor(line * 10) / 10, 1)}°` };
}

const changeSentence = (change: Change): string => {
  const words = trendWords().change;
  const { by, line } = changeFigures(change);
  return change.kind === 'about-the-same' ? words.sameSentence(line) : words[`${change.kind}Sentence`](by, line);
};

/** A hip in its first week and in its latest one. Across a seam nothing is compared, and it says so. */
export function weeksSentence({ trend, since, isTold }: HipStory): string {
  const words = trendWords();
  if (!isTold) return storyWords().unwatched;
  const seam = seamOf(trend);
  const compared =
    since === null
      ? words.change.one
      : words.change.between(
          dayText(since.first.from),
          formatEstimate(since.first.range),
          formatEstimate(since.latest.range),
          changeSentence(since.change),
        );
  return seam === null ? compared : `${compared} ${words.anew.since(dayText(seam))}`;
}
