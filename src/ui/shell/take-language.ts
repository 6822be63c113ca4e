import { chosenLanguage, type Language, type LanguageChoice, languageOf } from '../../i18n/language.ts';
import { speak } from '../../i18n/speaking.ts';
import type { OtherLanguage } from '../../i18n/words.ts';

/** Each is a file of its own, fetched only by those who read it. */
const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<OtherLanguage>>> = {
  de: async () => (await import('../../i18n/de/german.ts')).german,
};

/** For dates, where the browser itself is set to another language. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/**
 * Makes the page speak a language from the next drawing on.
 * @returns false when it could not be fetched; then everything stays in English
 */
export async function takeLanguage(choice: LanguageChoice): Promise<boolean> {
  const language = chosenLanguage(choice, navigator.languages);
  const own = languageOf(navigator.language) === language || (choice === 'auto' && language === 'en');
  const locale = own ? undefined : LOCALES[language];
  try {
    speak(language === 'en' ? null : await OTHERS[language](), locale);
  } catch {
    speak(null);
    document.documentElement.lang = 'en';
    return false;
  }
  document.documentElement.lang = language;
  return true;
}
