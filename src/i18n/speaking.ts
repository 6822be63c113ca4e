import type { MomentTexts } from '../drills/loop-moments.ts';
import type { DrillTextsById } from './drill-texts.ts';
import type { Language } from './language.ts';
import { lowerFirst } from './phrasing.ts';

// The app's language. The English texts are part of the bundle of each screen; another language is loaded as a whole.
// The coach does not read this state: it gets its words with the plan.

/** A language beside English. `OtherLanguage` in `words.ts` says which words it must have. */
export interface SpokenLanguage {
  readonly language: Language;
  /** Writes a number with this many digits after the decimal sign. */
  readonly figure: (value: number, digits: number) => string;
  /** Writes whole per cent: "96 %". */
  readonly perCent: (whole: number) => string;
  /** A text that stood alone, for the middle of a sentence. */
  readonly midSentence: (text: string) => string;
  readonly words: object;
  readonly drills: DrillTextsById;
  readonly moments: MomentTexts;
}

/** The loaded language beside English; null: English. */
let other: SpokenLanguage | null = null;
let ownLocale: string | undefined;

/**
 * Changes the language. The caller must draw the screen again.
 * @param words null: English
 * @param locale for dates, such as "de-AT"; absent: the browser's
 */
export const speak = (words: SpokenLanguage | null, locale?: string): void => {
  other = words;
  ownLocale = locale;
};

export const spokenLanguage = (): Language => other?.language ?? 'en';

/** Locale of dates and times; undefined: the browser's. */
export const dateLocale = (): string | undefined => ownLocale;

/** A number in a sentence, with the decimal sign of the language. */
export const figure = (value: number, digits: number): string =>
  other === null ? value.toFixed(digits) : other.figure(value, digits);

/** Whole per cent as the language writes them: "96%", "96 %". */
export const perCent = (whole: number): string => (other === null ? `${whole}%` : other.perCent(whole));

/** A text that stood alone, for the middle of a sentence: in most languages its first letter is small. */
export const midSentence = (text: string): string => (other === null ? lowerFirst(text) : other.midSentence(text));

/** The texts of the drills in the app's language; null: the drills' own English texts. */
export const drillTexts = (): DrillTextsById | null => other?.drills ?? null;

/** The captions of the demonstration loops; null: the loops' own English captions. */
export const momentTexts = (): MomentTexts | null => other?.moments ?? null;

/**
 * A function that returns one part of the texts in the app's language.
 * @param part its name in `Words`
 */
export const wordsOf =
  <Part>(part: string, english: Part) =>
  (): Part =>
    (other?.words as Readonly<Record<string, Part>> | undefined)?.[part] ?? english;
