/** Languages that every text of the app is there in. English is the one that all types are taken from. */
export type Language = 'en' | 'de';

/** `auto`: as the browser is set. */
export type LanguageChoice = 'auto' | Language;

export const LANGUAGES: readonly Language[] = ['en', 'de'];

/** What each language calls itself: whoever cannot read the page still finds theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The language of a tag such as "de-AT", or null where the app does not speak it. */
export const languageOf = (tag: string): Language | null =>
  LANGUAGES.find((language) => tag.toLowerCase().split('-', 1)[0] === language) ?? null;

/**
 * The language to speak.
 * @param wanted tags of the browser, the most wanted first; the first that the app speaks counts, else English
 */
export const chosenLanguage = (choice: LanguageChoice, wanted: readonly string[]): Language => {
  if (choice !== 'auto') return choice;
  return wanted.flatMap((tag) => languageOf(tag) ?? [])[0] ?? 'en';
};
