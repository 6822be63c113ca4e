import { describe, expect, it } from 'vitest';
import type { DrillDefinition } from '../../src/coach/drill-definition.ts';
import { DRILLS, HIP_TESTS } from '../../src/drills/index.ts';
import * as rule from '../../src/drills/shared-words.ts';
import * as regel from '../../src/drills/shared-words.de.ts';
import { german } from '../../src/i18n/de/german.ts';
import { drillIn } from '../../src/i18n/drill-in.ts';
import { english } from './english.ts';
import { textsOf } from './texts-of.ts';

// One rule to stop. A pinch in front: come back until it is gone; still there: the drill is over. Pain, numbness or tingling: stop at once.

const screens = { en: english, de: german.words } as const;

const drills: Readonly<Record<Language, readonly DrillDefinition[]>> = {
  en: [...DRILLS, ...HIP_TESTS],
  de: [...DRILLS, ...HIP_TESTS].map((drill) => drillIn(drill, german.drills)),
};

const LANGUAGES = ['en', 'de'] as const;
type Language = (typeof LANGUAGES)[number];

interface Meaning {
  /** That it hurts, or that feeling is lost. */
  readonly symptom: RegExp;
  /** The same words where nothing hurts. */
  readonly free: RegExp;
  readonly pinch: RegExp;
  /** To go on with less. Coming back until a pinch is gone is the rule. */
  readonly less: RegExp;
}

const MEANINGS: Readonly<Record<Language, Meaning>> = {
  en: {
    symptom: /\bpain(?:s|ful)?\b|\bhurts?\b|\bsore\b|\bnumb(?:ness)?\b|\btingl\w+/i,
    free: /pain-free|free of pain|no pain|against pain/gi,
    pinch: /\bpinch(?:es|ed|ing)?\b/i,
    less: /\bease (?:off|up)\b|\bless (?:deep|far|depth)\b|\bback off\b|\bcome back a (?:little|bit)\b|\bhalf (?:the|as) (?:depth|deep|far)\b|\bgo easier\b|\bso do less\b/i,
  },
  de: {
    symptom: /\bSchmerz(?:en|t|te)?\b|\b(?:Knie|Rücken)schmerz\w*|\btut\b.*\bweh\b|\bwehtut\b|\btaub\w*|\bkribbel\w*/i,
    free: /schmerzfrei\w*|kein(?:en|e)? Schmerz(?:en)?/gi,
    pinch: /\bZwick\w*|\bgezwickt\b/i,
    less: /\blass (?:es )?(?:etwas |langsam )?nach\b|\bnachlassen\b|\bweniger (?:tief|weit)\b|\betwas zurück\b|\bhalbe[rn]? Tiefe\b|\bhalb so (?:tief|weit)\b|\bvorsichtiger\b|\bmach weniger\.|\bnicht so tief\b/i,
  },
};

/** What asks for less in one breath with a symptom, or with a pinch. A sentence is read with the one after it. */
function against(text: string, language: Language): boolean {
  const { symptom, free, pinch, less } = MEANINGS[language];
  const sentences = text.replace(free, '').split(/(?<=[.!?])\s+/);
  return sentences.some((sentence, index) => {
    const both = `${sentence} ${sentences[index + 1] ?? ''}`;
    return less.test(both) && (symptom.test(both) || pinch.test(both));
  });
}

const allTexts = (language: Language) => [...textsOf(drills[language], 'drills'), ...textsOf(screens[language], '')];

const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/);
const RULES = { en: rule, de: regel } as const;

describe.each(LANGUAGES)('the rule to stop (%s)', (language) => {
  const { PINCH, STILL_THERE, STOP_AT_ONCE, STOP_RULE } = RULES[language];

  it('begins the caution of every drill and hip test; a timer, in which nothing pinches, says when to stop at once', () => {
    for (const { id, camera, caution } of drills[language])
      if (camera === 'none') expect(caution, id).toContain(STOP_AT_ONCE);
      else expect(caution.startsWith(`${STOP_RULE} `), id).toBe(true);
  });

  it('has its three parts, in sentences of at most fourteen words, and of twelve where they are spoken', () => {
    for (const part of [STILL_THERE, STOP_AT_ONCE]) expect(STOP_RULE).toContain(part);
    for (const sentence of sentencesOf(STOP_RULE)) expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(14);
    for (const spoken of [PINCH, STILL_THERE]) expect(wordsIn(spoken), spoken).toBeLessThanOrEqual(12);
  });

  it('is what the voice says of a pinch, with no other words', () => {
    const { pinch } = MEANINGS[language];
    for (const { id, phases } of drills[language])
      for (const { instruction, lesson = '', feel = '', unseen = '', again = '' } of phases)
        for (const said of [instruction, lesson, feel, unseen, again])
          expect(said.replace(PINCH, ''), id).not.toMatch(pinch);
  });

  it('is what every ending says, and what the screen says after it', () => {
    const { coach, common } = screens[language] as typeof german.words;
    const over = language === 'en' ? /drill is over for today/ : /Übung ist für heute vorbei/;
    for (const symptom of ['pinch', 'pain', 'numb'] as const) {
      const told = [coach.endings[symptom], common.symptoms[symptom].text];
      for (const text of told) expect(text).toMatch(over);
      for (const sentence of told.flatMap(sentencesOf)) expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(14);
    }
  });

  it('no text of a drill, a screen or an ending asks for less with pain, numbness, tingling or a pinch', () => {
    const texts = allTexts(language);
    expect(texts.length).toBeGreaterThan(1500);
    for (const { path, text } of texts) expect(against(text, language), `${path}: ${text}`).toBe(false);
  });
});

it('a text against the rule is found, and the rule itself is not', () => {
  for (const text of [
    'Feel it deep in the back hip. Pinch or pain: ease off.',
    'A pinch in front? Come back a little.',
    'That is pain, not a stretch. Go less deep, push less.',
    'Pain is not: go less deep as soon as it hurts.',
    'Wait until the tingling is gone. Then begin with half the depth.',
  ])
    expect(against(text, 'en'), text).toBe(true);
  for (const text of [
    'Tief in der hinteren Hüfte. Zwickt oder schmerzt es, lass nach.',
    'Zwickt es vorn, geh etwas zurück.',
    'Das ist Schmerz, keine Dehnung. Geh weniger tief.',
    'Schmerz nicht: Geh weniger tief, sobald es wehtut.',
  ])
    expect(against(text, 'de'), text).toBe(true);
  expect(against(`${rule.STOP_RULE} Ease off slowly.`, 'en')).toBe(true);
  for (const language of LANGUAGES) {
    const { PINCH, STILL_THERE, STOP_RULE } = RULES[language];
    for (const text of [STOP_RULE, `${PINCH} ${STILL_THERE}`]) expect(against(text, language)).toBe(false);
  }
  expect(against('Pain-free range only. Ease off slowly.', 'en')).toBe(false);
  expect(against('Nur im schmerzfreien Bereich. Lass langsam nach.', 'de')).toBe(false);
});
