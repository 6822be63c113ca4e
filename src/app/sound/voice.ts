import type { Milliseconds, Share } from '../../instrument/geometry/units.ts';
import { languageOf } from '../../i18n/language.ts';
import { spokenLanguage } from '../../i18n/speaking.ts';

/** `waiting`: voices arrive late in some browsers and none has shown up yet. */
export type VoiceState = 'waiting' | 'ready' | 'none' | 'broken';

/** Speaks the coach's phrases; never throws and never keeps anybody waiting. */
export interface Voice {
  readonly state: VoiceState;
  /** Call inside a click: some browsers only speak after a first utterance there. */
  unlock(): void;
  /**
   * Speaks, or returns false when nothing will be heard, so that the caller can beep instead. An urgent phrase cuts off the
   * one being spoken; any other waits for its end, and only the newest one waits.
   */
  say(text: string, urgent: boolean): boolean;
  /** Something is being said now. */
  readonly speaking: boolean;
  /** Breaks off what is being said, and what waits for it. */
  hush(): void;
  setMuted(muted: boolean): void;
  /** Stops speaking and listening for voices. */
  close(): void;
}

/** How the person wants it; asked for before each phrase. */
export interface VoiceManner {
  readonly volume: Share;
  /** Times the usual speed. */
  readonly voiceRate: number;
  /** `voiceURI` of the voice that is wanted; null or not on this machine: the best of the language. */
  readonly voiceName: string | null;
}

/** What is used of the browser's speech; a test hands in its own. */
export interface VoiceDeps {
  readonly synthesis: SpeechSynthesis | null;
  readonly makeUtterance: (text: string) => SpeechSynthesisUtterance;
  readonly setTimer: (run: () => void, after: Milliseconds) => number;
  readonly clearTimer: (timer: number) => void;
}

/** Longest a phrase may take, by its length and speed: slow speech, plus the start-up of a cold voice. */
const patience = (text: string, rate: number): Milliseconds => 2500 + (110 * text.length) / Math.min(1, rate);

const PLAIN: VoiceManner = { volume: 1, voiceRate: 1, voiceName: null };

/** Phrases in a row that never ended, after which the voice counts as broken: remote voices die silently. */
const FAILURES_UNTIL_BROKEN = 2;

function browserVoice(): VoiceDeps {
  return {
    synthesis: 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null,
    makeUtterance: (text) => new SpeechSynthesisUtterance(text),
    setTimer: (run, after) => window.setTimeout(run, after),
    clearTimer: (timer) => window.clearTimeout(timer),
  };
}

const isUnderstood = ({ lang }: SpeechSynthesisVoice): boolean =>
  languageOf(lang.replace('_', '-')) === spokenLanguage();

/** Whether this machine has a voice for the language that is spoken. */
export const hasVoice = (voices: readonly SpeechSynthesisVoice[]): boolean => voices.some(isUnderstood);

/** The voices of the app's language, local ones first: they need no network and do not fall silent. */
export function understoodVoices(voices: readonly SpeechSynthesisVoice[]): readonly SpeechSynthesisVoice[] {
  return voices
    .filter((voice) => isUnderstood(voice))
    .toSorted((a, b) => Number(b.localService) - Number(a.localService));
}

/**
 * The wanted voice, else a local one in the app's language, else a remote one in it, else nothing: a foreign voice is not
 * understood.
 */
export function chooseVoice(
  voices: readonly SpeechSynthesisVoice[],
  wanted: string | null = null,
): SpeechSynthesisVoice | null {
  const understood = understoodVoices(voices);
  const named = wanted === null ? undefined : understood.find(({ voiceURI }) => voiceURI === wanted);
  if (named) return named;
  const local = understood.filter((voice) => voice.localService);
  return local.find((voice) => voice.default) ?? local[0] ?? understood[0] ?? null;
}

export function createVoice(deps: VoiceDeps = browserVoice(), manner: () => VoiceManner = () => PLAIN): Voice {
  return new SpeechVoice(deps, manner);
}

class SpeechVoice implements Voice {
  readonly #deps: VoiceDeps;
  readonly #manner: () => VoiceManner;
  #muted = false;
  #voice: SpeechSynthesisVoice | null = null;
  #failures = 0;
  #waiting: string | null = null;
  /** The utterance being spoken. Held, because Chromium drops the events of one that was collected. */
  #current: SpeechSynthesisUtterance | null = null;
  #watchdog: number | null = null;
  #asked = false;

  constructor(deps: VoiceDeps, manner: () => VoiceManner) {
    this.#deps = deps;
    this.#manner = manner;
    deps.synthesis?.addEventListener('voiceschanged', this.#look);
    this.#look();
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
    const silence = makeUtterance(' ');
    silence.volume = 0;
    synthesis.speak(silence);
    this.#look();
  }

  say(text: string, urgent: boolean): boolean {
    if (this.#muted || text === '') return true;
    this.#look();
    this.#asked = true;
    if (this.state !== 'ready') return false;
    if (this.#current && !urgent) {
      this.#waiting = text;
      return true;
    }
    this.#silence();
    // Some browsers never finish the silent phrase of `unlock`, and keep everything waiting behind it.
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
    this.#deps.synthesis?.removeEventListener('voiceschanged', this.#look);
    this.#silence();
  }

  readonly #look = (): void => {
    // Another language may be spoken since: its words in the voice of this one are understood by nobody.
    const kept = this.#voice && isUnderstood(this.#voice) ? this.#voice : null;
    // Looked at anew: the person may have chosen another one since. One that is there stays though the list goes.
    const voices = this.#deps.synthesis?.getVoices() ?? [];
    this.#voice = chooseVoice(voices, this.#manner().voiceName) ?? kept;
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
      patience(text, voiceRate),
    );
    this.#deps.synthesis?.speak(utterance);
  }

  /** Events of an utterance that was cut off come late and must not touch the one after it. */
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
