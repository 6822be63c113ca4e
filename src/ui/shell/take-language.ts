import { chosenLanguage, type Language, type LanguageChoice, languageOf } from '../../i18n/language.ts';
import { speak, spokenLanguage } from '../../i18n/speaking.ts';
import type { OtherLanguage } from '../../i18n/words.ts';
import { fire, type Services } from './services.ts';

/** Loads the words of a language. Each language is a file of its own, so that only one is loaded. */
const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<OtherLanguage>>> = {
  de: async () => (await import('../../i18n/de/german.ts')).german,
};

/** Locales for dates, used when the browser is set to another language than the app. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/**
 * Sets the language of all texts from the next render on.
 * @returns false when the language could not be loaded; then the texts are English
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

/** Takes a language and tells the app, which draws itself anew if that changed the texts. @returns as `takeLanguage` */
export async function applyLanguage(from: EventTarget, choice: LanguageChoice): Promise<boolean> {
  const before = spokenLanguage();
  const isLoaded = await takeLanguage(choice);
  fire(from, 'th-language', spokenLanguage() !== before);
  return isLoaded;
}

/** Sound, colours and language of the settings hold at once, after these were reset. */
export async function applySettings(from: EventTarget, { settings, session }: Services): Promise<void> {
  const { muted, theme, language } = settings.current;
  session.setMuted(muted);
  fire(from, 'th-theme', theme);
  await applyLanguage(from, language);
}
