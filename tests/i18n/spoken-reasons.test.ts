import { describe, expect, it } from 'vitest';
import { german } from '../../src/i18n/de/german.ts';
import { coach } from '../../src/i18n/en/coach.ts';
import { common } from '../../src/i18n/en/common.ts';

/** Beginnings that tell what is seen rather than what to do. */
const TELLS = {
  en: /^(?:I|It|The|There|You|Your|This|That|Part)\b/,
  de: /^(?:Ich|Es|Der|Die|Das|Du|Dein|Deine|Ein|Mir|Von)\b/,
} as const;

/** Characters of about six seconds of speech. */
const LONGEST = 90;

const LANGUAGES = [
  ['en', coach, common],
  ['de', german.words.coach, german.words.common],
] as const;

describe.each(LANGUAGES)('what is said about a missing number in "%s"', (language, spoken, shown) => {
  const reasons = Object.entries(spoken.reasons);

  it.each(reasons)('%s: one short sentence that begins with what to do', (_, { say: [text] }) => {
    expect(text).toMatch(/^[^.!?]+\.$/);
    expect(text).not.toMatch(TELLS[language]);
    expect(text.length).toBeLessThanOrEqual(LONGEST);
  });

  it('a hidden part of the body is asked for', () => {
    expect(spoken.cannotSee(['left foot'])).not.toMatch(TELLS[language]);
  });

  it.each(Object.entries(shown.reasons))('%s: the screen says what is wrong and what to do', (_, { what, todo }) => {
    expect(what).toMatch(/^[A-ZÄÖÜ][^.]*$/);
    expect(todo).toMatch(/^[A-ZÄÖÜ].*\.$/);
  });
});
