/**
 * Languages in which all texts exist, each by its own name, so that a person can find it on a page in another one. The types of the
 * texts are those of the English ones.
 */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGE_NAMES;

/** `auto`: as the browser is set. */
export type LanguageChoice = 'auto' | Language;

export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** The language of a tag such as "de-AT", or null when the app does not have it. */
export const languageOf = (tag: string): Language | null =>
  LANGUAGES.find((language) => tag.toLowerCase().split('-', 1)[0] === language) ?? null;

/**
 * The app's language.
 * @param wanted the browser's language tags, the preferred first; the first that the app has is used, otherwise English
 */
export const chosenLanguage = (choice: LanguageChoice, wanted: readonly string[]): Language => {
  if (choice !== 'auto') return choice;
  return wanted.flatMap((tag) => languageOf(tag) ?? [])[0] ?? 'en';
};
