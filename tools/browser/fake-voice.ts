/** How a fake voice speaks. */
export interface FakeVoice {
  /** BCP 47. */
  readonly language: string;
  /** Words a second; null: each phrase is over after 20 ms. */
  readonly pace: number | null;
}

/** Runs in a page before the app: a voice that keeps what it is asked to say, with the page's time in seconds. */
export function fakeVoice({ language, pace }: FakeVoice): void {
  const spoken: { readonly at: number; readonly text: string }[] = [];
  const voice = { name: 'Test', lang: language, localService: true, default: true, voiceURI: 'test' };
  let saying = 0;
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [voice],
    cancel: () => clearTimeout(saying),
    speak: (utterance: { text: string; onend: (() => void) | null }) => {
      if (utterance.text.trim()) spoken.push({ at: performance.now() / 1000, text: utterance.text });
      const lasts = pace === null ? 20 : (1000 * utterance.text.split(/\s+/).length) / pace;
      saying = window.setTimeout(() => utterance.onend?.(), lasts);
    },
  });
  class Utterance {
    readonly text: string;
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    volume = 1;
    lang = '';
    voice: unknown = null;
    constructor(text: string) {
      this.text = text;
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, spokenPhrases: spoken });
}

/** Runs in the page: what the fake voice was asked to say. */
export const phrasesSpoken = (): readonly { readonly at: number; readonly text: string }[] =>
  (Reflect.get(window, 'spokenPhrases') as readonly { readonly at: number; readonly text: string }[] | undefined) ?? [];
