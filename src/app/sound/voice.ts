import type { Milliseconds, Share } from '../../instrument/geometry/units.ts';
import { languageOf } from '../../i18n/language.ts';
import { spokenLanguage } from '../../i18n/speaking.ts';

/** `waiting`: no voice is listed yet; some browsers list them late. `broken`: speech stopped working. */
export type VoiceState = 'waiting' | 'ready' | 'none' | 'broken';

/** Speaks the coach's phrases. Never throws and never blocks. */
export interface Voice {
  readonly state: VoiceState;
  /** Call inside a click: some browsers only speak after a first utterance there. */
  unlock(): void;
  /**
   * Speaks, or returns false when nothing will be heard, so that the caller can beep instead. An urgent phrase
   * interrupts the current one. Any other waits for its end; only the newest phrase waits.
   */
  say(text: string, urgent: boolean): boolean;
  /** A phrase is being spoken now. */
  readonly speaking: boolean;
  /** Stops the current phrase and drops the waiting one. */
  hush(): void;
  setMuted(muted: boolean): void;
  /** Stops speaking and listening for voices. */
  close(): void;
}

/** The person's choices; read before each phrase. */
export interface VoiceManner {
  readonly volume: Share;
  /** Times the usual speed. */
  readonly voiceRate: number;
  /** `voiceURI` of the chosen voice. Null, or not on this machine: the best voice of the language. */
  readonly voiceName: string | null;
  /** The person has agreed to voices that get each phrase over the internet. */
  readonly remoteVoices: boolean;
}

/** The part of the browser's speech that is used; a test passes its own. */
export interface VoiceDeps {
  readonly synthesis: SpeechSynthesis | null;
  readonly makeUtterance: (text: string) => SpeechSynthesisUtterance;
  readonly setTimer: (run: () => void, after: Milliseconds) => number;
  readonly clearTimer: (timer: number) => void;
}

/** Time limit of a phrase by its length and speed: 110 ms a character, plus 2.5 s for a voice that starts slowly. */
const timeLimit = (text: string, rate: number): Milliseconds => 2500 + (110 * text.length) / Math.min(1, rate);

const DEFAULT_MANNER: VoiceManner = { volume: 1, voiceRate: 1, voiceName: null, remoteVoices: false };

/** After so many phrases in a row that never ended the voice counts as broken. Remote voices fail without an event. */
const FAILURES_UNTIL_BROKEN = 2;

function browserVoice(): VoiceDeps {
  return {
    synthesis: 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null,
    makeUtterance: (text) => new SpeechSynthesisUtterance(text),
    setTimer: (run, after) => window.setTimeout(run, after),
    clearTimer: (timer) => window.clearTimeout(timer),
  };
}

/** Whether a voice speaks the app's language, on this machine or where the person has agreed to more. */
const isAllowed = ({ lang, localService }: SpeechSynthesisVoice, remoteToo: boolean): boolean =>
  languageOf(lang.replace('_', '-')) === spokenLanguage() && (remoteToo || localService);

/**
 * The voices of the app's language, local ones first: they need no network and do not fall silent.
 * @param remoteToo the person has agreed to voices that get each phrase over the internet
 */
export function understoodVoices(
  voices: readonly SpeechSynthesisVoice[],
  remoteToo: boolean,
): readonly SpeechSynthesisVoice[] {
  return voices
    .filter((voice) => isAllowed(voice, remoteToo))
    .toSorted((a, b) => Number(b.localService) - Number(a.localService));
}

/**
 * The wanted voice, else a local one of the app's language, else, where the person has agreed, a remote one of it, else null: a
 * voice of another language would not be understood.
 */
export function chooseVoice(
  voices: readonly SpeechSynthesisVoice[],
  wanted: string | null = null,
  remoteToo = false,
): SpeechSynthesisVoice | null {
  const understood = understoodVoices(voices, remoteToo);
  const named = wanted === null ? undefined : understood.find(({ voiceURI }) => voiceURI === wanted);
  if (named) return named;
  const local = understood.filter((voice) => voice.localService);
  return local.find((voice) => voice.default) ?? local[0] ?? understood[0] ?? null;
}

export function createVoice(deps: VoiceDeps = browserVoice(), manner: () => VoiceManner = () => DEFAULT_MANNER): Voice {
  return new SpeechVoice(deps, manner);
}

class SpeechVoice implements Voice {
  readonly #deps: VoiceDeps;
  readonly #manner: () => VoiceManner;
  #muted = false;
  #voice: SpeechSynthesisVoice | null = null;
  #failures = 0;
  #waiting: string | null = null;
  /** The current utterance. Referenced here, because Chromium drops the events of one that was garbage-collected. */
  #current: SpeechSynthesisUtterance | null = null;
  #watchdog: number | null = null;
  #asked = false;

  constructor(deps: VoiceDeps, manner: () => VoiceManner) {
    this.#deps = deps;
    this.#manner = manner;
    deps.synthesis?.addEventListener('voiceschanged', this.#updateVoice);
    this.#updateVoice();
  }

  get state(): VoiceState {
    if (!this.#deps.synthesis) return 'none';
    if (this.#failures >= FAILURES_UNTIL_BROKEN) return 'broken';
    if (this.#voice) return 'ready';
    return this.#asked ? 'none' : 'waiting';
  }

  unlock(): void {
    const { synthesis, makeUtterance } = this.#deps;
    if (!synthesis) return;
    this.#updateVoice();
    // Without a voice the browser would take its own choice, which may be a remote one.
    if (!this.#voice && synthesis.getVoices().length > 0) return;
    const silence = makeUtterance(' ');
    silence.volume = 0;
    silence.voice = this.#voice;
    synthesis.speak(silence);
  }

  say(text: string, urgent: boolean): boolean {
    if (this.#muted || text === '') return true;
    this.#updateVoice();
    this.#asked = true;
    if (this.state !== 'ready') return false;
    if (this.#current && !urgent) {
      this.#waiting = text;
      return true;
    }
    this.#silence();
    // Some browsers never finish the silent phrase of `unlock`, which would block the queue.
    if (this.#deps.synthesis?.pending) this.#deps.synthesis.cancel();
    this.#speak(text);
    return true;
  }

  get speaking(): boolean {
    return this.#current !== null;
  }

  hush(): void {
    this.#silence();
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (muted) this.#silence();
  }

  close(): void {
    this.#deps.synthesis?.removeEventListener('voiceschanged', this.#updateVoice);
    this.#silence();
  }

  readonly #updateVoice = (): void => {
    const { voiceName, remoteVoices } = this.#manner();
    // The app's language may have changed, or the person no longer agrees, and then the old voice does not fit.
    const kept = this.#voice && isAllowed(this.#voice, remoteVoices) ? this.#voice : null;
    // The person may have chosen another voice. The old one stays when the browser's list is empty.
    const voices = this.#deps.synthesis?.getVoices() ?? [];
    this.#voice = chooseVoice(voices, voiceName, remoteVoices) ?? kept;
  };

  #speak(text: string): void {
    const utterance = this.#deps.makeUtterance(text);
    const { volume, voiceRate } = this.#manner();
    utterance.volume = volume;
    utterance.rate = voiceRate;
    utterance.voice = this.#voice;
    utterance.lang = this.#voice?.lang ?? spokenLanguage();
    utterance.onend = () => this.#ended(utterance, true);
    utterance.onerror = () => this.#ended(utterance, false);
    this.#current = utterance;
    this.#watchdog = this.#deps.setTimer(
      () => {
        this.#deps.synthesis?.cancel();
        this.#ended(utterance, false);
      },
      timeLimit(text, voiceRate),
    );
    this.#deps.synthesis?.speak(utterance);
  }

  /** Events of an interrupted utterance come late and must not affect the next one. */
  #ended(utterance: SpeechSynthesisUtterance, well: boolean): void {
    if (utterance !== this.#current) return;
    this.#failures = well ? 0 : this.#failures + 1;
    this.#forget();
    const next = this.#waiting;
    this.#waiting = null;
    if (next !== null && this.state === 'ready') this.#speak(next);
  }

  #silence(): void {
    this.#waiting = null;
    if (!this.#current) return;
    this.#forget();
    this.#deps.synthesis?.cancel();
  }

  #forget(): void {
    if (this.#watchdog !== null) this.#deps.clearTimer(this.#watchdog);
    this.#watchdog = null;
    this.#current = null;
  }
}
