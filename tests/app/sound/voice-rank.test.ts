import { describe, expect, it } from 'vitest';
import { chooseVoice, compareVoices } from '../../../src/app/sound/voice.ts';

const aVoice = (name: string, lang: string, more: Partial<SpeechSynthesisVoice> = {}) =>
  ({ name, lang, localService: true, default: false, voiceURI: name, ...more }) as SpeechSynthesisVoice;

/** The names, best first. */
const ranked = (voices: readonly SpeechSynthesisVoice[], languages: readonly string[] = ['en-US']) =>
  voices.toSorted((a, b) => compareVoices(a, b, languages)).map(({ name }) => name);

/** The English voices of a Mac as the browser lists them, with a default voice of a third language. */
const MAC = [
  aVoice('Thomas', 'fr-FR', { default: true }),
  ...['Albert', 'Bad News', 'Bahh', 'Bells', 'Boing', 'Bubbles', 'Cellos'].map((name) => aVoice(name, 'en-US')),
  aVoice('Daniel', 'en-GB'),
  aVoice('Eddy (English (UK))', 'en-GB'),
  aVoice('Eddy (English (US))', 'en-US'),
  aVoice('Fred', 'en-US'),
  aVoice('Karen', 'en-AU'),
  aVoice('Rishi', 'en-IN'),
  aVoice('Samantha', 'en-US'),
  aVoice('Zarvox', 'en-US'),
];

describe('compareVoices', () => {
  it('takes a good voice of the region from a list by the alphabet, never a joke', () => {
    expect(chooseVoice(MAC)?.name).toBe('Samantha');
    const english = MAC.slice(1);
    expect(ranked(english, ['en-US'])[0]).toBe('Samantha');
    expect(ranked(english, ['en-GB', 'en'])[0]).toBe('Daniel');
    expect(ranked(english, ['fr-FR', 'en-AU'])[0]).toBe('Karen');
    expect(ranked(english, ['es-ES'])[0]).toBe('Samantha');
    expect(ranked(english, ['en-IN']).slice(0, 4)).toEqual(['Rishi', 'Samantha', 'Daniel', 'Karen']);
  });

  it('uses a joke only where there is nothing else, and then says at least something', () => {
    expect(chooseVoice([aVoice('Zarvox', 'en-US')])?.name).toBe('Zarvox');
    const online = aVoice('Google US English', 'en-US', { localService: false });
    expect(ranked([aVoice('Zarvox', 'en-US'), online])[0]).toBe('Google US English');
    // A remote one is taken only where the person has agreed, also one chosen by name.
    expect([chooseVoice([online]), chooseVoice([online], online.name)]).toEqual([null, null]);
  });

  it('knows Apple’s voices by their address too, where the name is translated', () => {
    const joke = aVoice('Mauvaises nouvelles', 'en-US', { voiceURI: 'com.apple.speech.synthesis.voice.BadNews' });
    expect(ranked([joke, aVoice('Somebody', 'en-IE')])[0]).toBe('Somebody');
  });

  it('prefers the makers’ best voices, then good names, then the system’s choice', () => {
    expect(
      ranked([
        aVoice('Somebody', 'en-US'),
        aVoice('Somebody Else', 'en-US', { default: true }),
        aVoice('Samantha', 'en-US'),
        aVoice('Ava (Premium)', 'en-US'),
      ]),
    ).toEqual(['Ava (Premium)', 'Samantha', 'Somebody Else', 'Somebody']);
  });

  it('takes the good German voice, and eSpeak last', () => {
    const german = [
      aVoice('eSpeak German', 'de-DE'),
      aVoice('Flo (Deutsch (Deutschland))', 'de-DE'),
      aVoice('Anna', 'de_DE'),
    ];
    expect(ranked(german, ['de-AT'])[0]).toBe('Anna');
  });
});
