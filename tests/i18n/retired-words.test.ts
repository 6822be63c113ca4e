import { describe, expect, it } from 'vitest';
import { german } from '../../src/i18n/de/german.ts';
import { english } from './english.ts';
import { textsOf } from './texts-of.ts';

/** Words that people did not understand, with what is said instead. */
const RETIRED = {
  en: [
    [/\bneutral\b/i, 'start position'],
    [/\bborrow\w*|\blent\b/i, 'from the pelvis'],
    [/\bgross\b|\bwhole leg\b/i, 'leg in total'],
    [/\bclean (?:range|value|number)s?\b|^clean(?:$| \d)/i, 'hip alone'],
    [/\bPrep\b/, 'Warm-up'],
    [/\bdiagnostics?\b/i, 'technical details'],
    [/\b(?:this|the) machine\b/i, 'this device'],
  ],
  de: [
    [/\bneutral\w*\b/i, 'Startposition'],
    [/geborgt|borg(?:en|st|t)\b|\bgeliehen\b/i, 'vom Becken'],
    [/\bbrutto\b|\bganze[snr]? Bein\b/i, 'Bein gesamt'],
    [/^sauber$|\bsaubere[nrs]? (?:Wert|Zahl|Bereich)\w*/i, 'Hüfte allein'],
    [/\bSatz(?:es)?\b|\bSätzen?\b/, 'Durchgang'],
    [/\bVorbereiten\b/, 'Aufwärmen'],
    [/(?<!keine |eine )\bDiagnose\w*/, 'Technische Angaben'],
  ],
} as const;

type Language = keyof typeof RETIRED;

const texts: Readonly<Record<Language, ReturnType<typeof textsOf>>> = {
  en: textsOf(english, ''),
  de: textsOf(german.words, ''),
};

/** What to say instead of the retired words in a text. */
const better = (text: string, language: Language): readonly string[] =>
  RETIRED[language].filter(([retired]) => retired.test(text)).map(([, instead]) => instead);

describe.each(['en', 'de'] as const)('the texts in "%s"', (language) => {
  it.each(texts[language].map(({ path, text }) => [path, text] as const))('%s has no retired word', (_, text) =>
    expect(better(text, language), text).toEqual([]),
  );
});

it('a retired word is found, and the same letters in another sense are not', () => {
  expect(better('Hold still for a new neutral.', 'en')).toEqual(['start position']);
  expect(better('Clean 26°', 'en')).toEqual(['hip alone']);
  expect(better('A clean floor helps.', 'en')).toEqual([]);
  expect(better('Alle Sätze löschen?', 'de')).toEqual(['Durchgang']);
  expect(better('Ein ganzer Absatz über den Ansatz', 'de')).toEqual([]);
});
