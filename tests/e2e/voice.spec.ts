import { expect } from '@playwright/test';
import { test, untilPhase } from './lib/app.ts';

declare global {
  interface Window {
    /** What a voice that works has said. */
    wordsHeard: string[];
    /** Notes of the tone that stands for words. */
    cueNotes: number;
  }
}

/** A voice whose first two phrases end in "audio-busy", and that is well then; and an ear for the tone of a cue. */
function failTwice(): void {
  window.wordsHeard = [];
  window.cueNotes = 0;
  let failures = 2;
  class Utterance {
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  class Synthesis extends EventTarget {
    readonly pending = false;
    readonly paused = false;
    getVoices() {
      return [{ name: 'Samantha', lang: 'en-US', localService: true, default: true, voiceURI: 'Samantha' }];
    }
    speak(utterance: Utterance): void {
      if (utterance.text.trim() === '') return;
      if (failures-- > 0) setTimeout(() => utterance.onerror?.());
      else {
        window.wordsHeard.push(utterance.text);
        setTimeout(() => utterance.onend?.(), 100);
      }
    }
    cancel(): void {}
  }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.defineProperty(window, 'speechSynthesis', { value: new Synthesis() });
  const { createOscillator } = AudioContext.prototype;
  AudioContext.prototype.createOscillator = function () {
    const oscillator = createOscillator.call(this);
    const { start } = oscillator;
    oscillator.start = (when) => {
      if (oscillator.frequency.value === 520) window.cueNotes++;
      start.call(oscillator, when);
    };
    return oscillator;
  };
}

test('a voice that fails twice is replaced by tones and a notice, and comes back', async ({ launch }) => {
  const { page, context } = await launch({ settings: { countIn: 5, side: 'left' } });
  await context.addInitScript(failTwice);
  await page.goto('#/drill/supine-sleeper');
  await page.reload();
  await page.getByRole('button', { name: 'Without a camera' }).press('Enter');
  await untilPhase(page, 'passive', 15_000);
  const notice = page.getByText('I can’t speak right now.');
  await expect(notice).toBeVisible();
  expect(await page.evaluate(() => window.wordsHeard)).toEqual([]);
  // At least three notes: the words of the first phase were lost, and no tone of a phase came with them.
  expect(await page.evaluate(() => window.cueNotes)).toBeGreaterThanOrEqual(3);

  // The voice is tried again after four seconds, with the next phrase.
  await page.waitForTimeout(4500);
  await page.keyboard.press('n');
  await untilPhase(page, 'pails');
  await expect.poll(() => page.evaluate(() => window.wordsHeard.length)).toBeGreaterThan(0);
  await expect(notice).toBeHidden();
});
