import { afterEach, describe, expect, it, test } from 'vitest';
import { spokenDrills, spokenPlan } from '../../src/app/session/set-plans.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { german } from '../../src/i18n/de/german.ts';
import { commonWords } from '../../src/i18n/en/common.ts';
import { chosenLanguage, languageOf } from '../../src/i18n/language.ts';
import { dateLocale, figure, speak, spokenLanguage } from '../../src/i18n/speaking.ts';
import { planFor } from '../../lab/made/run-set.ts';
import { formatBytes, formatMoment } from '../../src/ui/elements/format.ts';
import { lowerFirst, midTitle } from '../../src/i18n/phrasing.ts';

afterEach(() => speak(null));

describe('the app’s language', () => {
  it('is the chosen one, for any setting of the browser', () => {
    expect(chosenLanguage('de', ['en-GB'])).toBe('de');
    expect(chosenLanguage('en', ['de-AT'])).toBe('en');
  });

  it('is the browser’s first language that the app has, otherwise English', () => {
    expect(chosenLanguage('auto', ['fr-FR', 'de-CH', 'en'])).toBe('de');
    expect(chosenLanguage('auto', ['en-US', 'de'])).toBe('en');
    expect(chosenLanguage('auto', ['fr', 'pl'])).toBe('en');
    expect(chosenLanguage('auto', [])).toBe('en');
  });

  it('is read from the first part of a tag only', () => {
    expect(languageOf('DE-at')).toBe('de');
    expect(languageOf('den')).toBeNull();
  });
});

describe('a change of the language', () => {
  it('changes the screens from the next rendering on, and back', () => {
    expect(commonWords().rules['pelvis-lift']).toBe('Pelvis lifts');
    speak(german, 'de-DE');
    expect(commonWords().rules['pelvis-lift']).toBe('Becken hebt ab');
    expect([spokenLanguage(), dateLocale()]).toEqual(['de', 'de-DE']);
    speak(null);
    expect(commonWords().rules['pelvis-lift']).toBe('Pelvis lifts');
  });

  it('writes a decimal comma in German and a point in English', () => {
    expect([figure(1.25, 1), formatMoment(7.4), formatBytes(2_500_000)]).toEqual(['1.3', '0:07.4', '2.5 MB']);
    speak(german);
    expect([figure(1.25, 1), formatMoment(7.4), formatBytes(2_500_000)]).toEqual(['1,3', '0:07,4', '2,5 MB']);
  });

  it('changes drill texts and coach words of a plan', () => {
    const plan = planFor(supineSleeper);
    expect(spokenPlan(plan)).toBe(plan);
    speak(german);
    const local = spokenPlan(plan);
    expect([local.language, local.words?.paused]).toEqual(['de', 'Pausiert.']);
    expect(local.drill.title).toBe('Innenrotation in Rückenlage');
    expect(spokenPlan(local)).toEqual(local);
    expect(spokenDrills()).toBe(spokenDrills());
    expect(spokenDrills().map(({ title }) => title)).toContain('90/90-Dehnung');
  });
});

it('plurals in German use the right case for parts of the body', () => {
  expect(german.words.coach.cannotSee(['left foot', 'right foot', 'head'])).toBe(
    'Zeig mir deine Füße und deinen Kopf.',
  );
  expect(german.words.common.missing(['left foot'])).toBe('Linker Fuß ist nicht im Bild');
  expect(german.words.common.missing(['hips'])).toBe('Hüften sind nicht im Bild');
});

test('in German the dot of an abbreviated month is not doubled at the end of a sentence', () => {
  const { text } = german.words.drill.lock;
  for (const first of ['18. Nov.', '21. Nov.']) expect(text('Schmerzen', first, '21. Nov.')).not.toContain('..');
});

test('a sentence that goes into the middle of another begins small, but never with a small "I"', () => {
  expect(lowerFirst('Your pelvis is hidden')).toBe('your pelvis is hidden');
  expect(lowerFirst('I can’t see you well enough')).toBe('I can’t see you well enough');
  expect(lowerFirst('In the best round')).toBe('in the best round');
});

test('an acronym stays large in the middle of a sentence', () => {
  expect([midTitle('Push out'), midTitle('PAILs')]).toEqual(['push out', 'PAILs']);
});
