import type { HipStory, SinceStart } from '../../training/review/hip-story.ts';
import type { Moment } from '../../training/review/moments.ts';
import { WEEK } from '../../training/planning/civil-day.ts';
import type { Milliseconds, Side } from '../../instrument/geometry/units.ts';
import { storyWords } from '../../i18n/en/trends.ts';
import { dayText, formatEstimate, sentence } from '../elements/format.ts';
import { symptomAdvice } from '../shell/words.ts';
import { amountOf } from '../summary/change-text.ts';

interface Compared {
  readonly side: Side;
  readonly since: SinceStart;
}

const line = ({ since }: Compared): number => Math.ceil(since.change.line);

const by = ({ since }: Compared): string => amountOf(since.change.by, since.latest.range);

const day = ({ since }: Compared): string => dayText(since.first.from);

const isSame = ({ since }: Compared): boolean => since.change.kind === 'about-the-same';

function hipSentence(one: Compared): string {
  const words = storyWords();
  const { kind } = one.since.change;
  if (kind === 'about-the-same') return words.same(one.side, day(one), `${line(one)}°`);
  return words[kind](one.side, by(one), day(one));
}

/**
 * How far the hips have come since their first week: one sentence where both did the same since the same day, else one a hip, the one
 * that changed first.
 */
export function sinceSentence(stories: readonly HipStory[], now: Milliseconds = Date.now()): string {
  const words = storyWords();
  const compared = stories.flatMap(({ side, since }): Compared[] => (since ? [{ side, since }] : []));
  const [one, other] = compared;
  const [begun] = stories.flatMap(({ trend, isTold }) => (isTold ? trend.points.slice(0, 1) : []));
  if (!one && begun) {
    const over = begun.at + WEEK;
    return now > over ? words.begun(dayText(begun.at)) : words.early(dayText(over));
  }
  if (!one) return stories.length > 0 ? words.unwatched : words.none;
  if (!other) {
    const young = stories.find(({ since, isTold }) => isTold && since === null);
    return young ? `${hipSentence(one)} ${words.oneWeek(young.side)}` : hipSentence(one);
  }
  const isTogether = day(one) === day(other);
  const kinds = [one, other].map(({ since }) => since.change.kind).join(' ');
  if (isTogether && kinds === 'about-the-same about-the-same')
    return words.bothSame(day(one), `${Math.max(line(one), line(other))}°`);
  if (isTogether && kinds === 'more more') return words.bothMore(by(one), by(other), day(one));
  const [changed, same] = [one, other].toSorted((a, b) => Number(isSame(a)) - Number(isSame(b)));
  const rest =
    isTogether && same && isSame(same) ? words.otherSame(same.side, `${line(same)}°`) : hipSentence(same ?? other);
  return `${hipSentence(changed ?? one)} ${rest}`;
}

/** A moment on the line of a hip, in words. @param titleOf name of a drill */
export function momentText(moment: Moment, titleOf: (drill: string) => string): string {
  const words = storyWords().moments;
  switch (moment.kind) {
    case 'first':
      return words.first(formatEstimate(moment.range));
    case 'test':
      return words.test;
    case 'best':
      return words.best(formatEstimate(moment.best.range), amountOf(moment.best.change.by, moment.best.range));
    case 'pause':
      return words.pause(moment.days - 1);
    case 'pain': {
      const text = symptomAdvice(moment.ended)?.title ?? words.pain(moment.pain ?? 0);
      return sentence(moment.drill === null ? text : `${text} (${titleOf(moment.drill)})`);
    }
  }
}
