import type { Language } from './language.ts';
import type { OtherLanguage, Words } from './words.ts';

/**
 * The language that the page speaks. English stands in each screen's own part of the bundle; another language comes whole, late,
 * and is laid over it. Nothing in `src/coach` reads this: the coach is handed its words.
 */
let other: OtherLanguage | null = null;
let ownLocale: string | undefined;

/**
 * Changes the language; what is on the screen already must be drawn anew.
 * @param words null: English
 * @param locale for dates, such as "de-AT"; absent: the browser's own
 */
export const speak = (words: OtherLanguage | null, locale?: string): void => {
  other = words;
  ownLocale = locale;
};

export const spokenLanguage = (): Language => other?.language ?? 'en';

/** For dates and times. */
export const dateLocale = (): string | undefined => ownLocale;

/** For figures in a sentence. English ones are written as the records have them. */
export const figure = (value: number, digits: number): string =>
  other === null ? value.toFixed(digits) : other.figure(value, digits);

/** A share as a language writes it, from whole per cent: "96%", "96 %". */
export const perCent = (whole: number): string => (other === null ? `${whole}%` : other.perCent(whole));

/** The texts of drills in the language that is spoken; null: as the drills have them themselves. */
export const drillTexts = (): OtherLanguage['drills'] | null => other?.drills ?? null;

/** The words at the demonstration loops; null: as the loops have them themselves. */
export const momentTexts = (): OtherLanguage['moments'] | null => other?.moments ?? null;

/** How a part of the catalogue is read: the English of it is at hand where it is needed, another language once it is there. */
export const wordsOf =
  <K extends keyof Words>(part: K, english: Words[K]) =>
  (): Words[K] =>
    other?.words[part] ?? english;
