import { expect, type Page } from '@playwright/test';
import { test } from '../../lib/ui-test.ts';

declare global {
  interface Window {
    /** What was sounded and said, in order. */
    heard: string[];
  }
}

/** An ear for tones and phrases. @param voices names of the voices of this machine */
const listen = (page: Page, voices: readonly string[]): Promise<unknown> =>
  page.addInitScript((names) => {
    window.heard = [];
    class Utterance {
      onend: (() => void) | null = null;
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    class Synthesis extends EventTarget {
      getVoices() {
        return names.map((name) => ({ name, lang: 'en-GB', localService: true, default: true, voiceURI: name }));
      }
      speak({ text, onend }: Utterance): void {
        if (text.trim() !== '') window.heard.push(text);
        setTimeout(() => onend?.(), 50);
      }
      cancel(): void {}
    }
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: new Synthesis() });
    const { createOscillator } = AudioContext.prototype;
    AudioContext.prototype.createOscillator = function () {
      window.heard.push('tone');
      return createOscillator.call(this);
    };
  }, voices);

const heard = (page: Page) => page.evaluate(() => window.heard.splice(0));
const SAMPLE = 'Turn from the hip. Both back pockets heavy.';

test('tone, voice and both can be tried on the page of a drill, with one press each', async ({ page, ui }) => {
  await listen(page, ['Daniel']);
  await ui.open('#/drill/supine-sleeper');
  const part = page.getByRole('group', { name: 'Try the sound' });
  await part.getByRole('button', { name: 'Tone' }).click();
  await expect(page.getByText('Heard nothing? Check the volume and the loudspeaker.')).toBeVisible();
  expect(await heard(page)).toEqual(['tone']);
  await part.getByRole('button', { name: 'Voice' }).click();
  await expect.poll(() => heard(page)).toEqual([SAMPLE]);
  await page.waitForTimeout(500);
  await part.getByRole('button', { name: 'Both' }).click();
  await page.waitForTimeout(1000);
  expect(await heard(page)).toEqual(['tone', SAMPLE]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('one line names the silent switch', async ({ page, ui }) => {
    await ui.open('#/drill/supine-sleeper');
    await expect(page.getByText('A phone’s silent switch can mute the tones: switch it off.')).toBeVisible();
  });
});

test('the loudspeaker of the trial is given back when the page is left', async ({ page, ui }) => {
  await page.addInitScript(() => {
    window.heard = [];
    const { close } = AudioContext.prototype;
    AudioContext.prototype.close = function () {
      window.heard.push('closed');
      return close.call(this);
    };
  });
  await ui.open('#/drill/supine-sleeper');
  await page.getByRole('group', { name: 'Try the sound' }).getByRole('button', { name: 'Tone' }).click();
  await expect(page.getByText('Heard nothing? Check the volume and the loudspeaker.')).toBeVisible();
  await page.getByRole('link', { name: 'Past sets' }).click();
  await expect.poll(() => heard(page)).toEqual(['closed']);
});

test('without a voice the trial says so, and the tone sounds', async ({ page, ui }) => {
  await listen(page, []);
  await ui.open('#/drill/soft-tissue-ball');
  await page.getByRole('group', { name: 'Try the sound' }).getByRole('button', { name: 'Both' }).click();
  await expect(page.getByText('This browser has no voice in English.')).toBeVisible();
  expect(await heard(page)).toEqual(['tone']);
});
