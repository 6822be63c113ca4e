import { languageOf } from '../../i18n/language.ts';
import { spokenLanguage } from '../../i18n/speaking.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { Settings } from '../../storage/storage-contract.ts';

/** Time limit of a phrase by its length and speed: 110 ms a character, plus 2.5 s for a voice that starts slowly. */
const timeLimit = (text: string, rate: number): Milliseconds => 2500 + (110 * text.length) / Math.min(1, rate);

/** A voice that tells its words is slow, not dead, while the next one comes within this time. */
const WORD: Milliseconds = 5000;
/** How often a voice that tells none is asked whether it still speaks, and for how many limits while its pace is not known. */
const LOOK: Milliseconds = 1000;
const UNKNOWN_PACE = 3;
/** Characters of a phrase from which on it shows the voice's pace, and how much slower than that a phrase may be. */
const SHOWS_PACE = 20;
const SLOWER = 2;

/** How long a phrase may take: longer than its limit while the voice is seen to speak. */
class PhraseLimit {
  /** Of the voice whose phrase ended last, milliseconds a character, the time before the first word included. */
  #known: { readonly voice: string; readonly pace: Milliseconds } | null = null;
  #voice = '';
  #size = 0;
  #began: Milliseconds = 0;
  #most: Milliseconds = 0;
  #isHeard = false;
  #wordAt: Milliseconds | null = null;

  /** A phrase begins. @param voice its name @returns the limit at which to look */
  begin(text: string, rate: number, voice: string, now: Milliseconds): Milliseconds {
    const limit = timeLimit(text, rate);
    this.#voice = `${voice} ${rate}`;
    this.#size = text.length;
    this.#began = now;
    this.#isHeard = false;
    this.#wordAt = null;
    this.#most =
      this.#known?.voice === this.#voice
        ? Math.max(limit, SLOWER * this.#known.pace * this.#size)
        : UNKNOWN_PACE * limit;
    return limit;
  }

  started(): void {
    this.#isHeard = true;
  }

  word(now: Milliseconds): void {
    this.#wordAt = now;
  }

  /** The phrase has ended by itself. */
  ended(now: Milliseconds): void {
    if (this.#size >= SHOWS_PACE) this.#known = { voice: this.#voice, pace: (now - this.#began) / this.#size };
  }

  /** @returns so much more is waited; not above 0: the voice is dead */
  more(now: Milliseconds, { speaking, paused }: Pick<SpeechSynthesis, 'speaking' | 'paused'>): Milliseconds {
    if (this.#wordAt !== null) return this.#wordAt + WORD - now;
    return this.#isHeard && speaking && !paused && now < this.#began + this.#most ? LOOK : 0;
  }
}

/** Names of voices that are made for fun, or hard to understand: jokes of Apple's, its oldest ones, Eloquence, eSpeak and its variants. */
const POOR =
  /\b(albert|(bad|good) ?news|bahh|bells|boing|bubbles|cellos|jester|organ|superstar|trinoids|whisper|wobble|zarvox|fred|junior|kathy|ralph|eddy|flo|grand[mp]a|reed|rocko|sandy|shelley|eloquence)\b|e-?speak|\+/i;

/** What makers call their best voices. "Erweitert" is the word of a German Mac. */
const BEST = /premium|enhanced|erweitert|natural|neural|siri/i;

/** Voices that most computers have and that are easy to understand. */
const GOOD = /\b(samantha|daniel|karen|moira|tessa|zira|hazel|anna|petra|helena|katja|google)\b/i;

/** Regions that many people understand, for those whose own has no voice. */
const USUAL = ['en-US', 'en-GB', 'de-DE'];

/**
 * The order of two voices of one language: understandable before poor, this machine's before remote, then by region, quality and
 * the system's own choice.
 * @param languages the person's language tags, the preferred first
 */
export function compareVoices(
  a: SpeechSynthesisVoice,
  b: SpeechSynthesisVoice,
  languages: readonly string[] = [],
): number {
  const regions = [...languages, ...USUAL].map((tag) => tag.toLowerCase());
  const order = ({ name, voiceURI, lang, localService, default: isDefault }: SpeechSynthesisVoice): number => {
    const all = `${name} ${voiceURI}`;
    const tag = lang.replace('_', '-').toLowerCase();
    const region = regions.findIndex((wanted) => tag.startsWith(wanted));
    const quality = BEST.test(all) ? 0 : GOOD.test(all) ? 1 : 2;
    return (
      (POOR.test(all) ? 4000 : 0) +
      (localService ? 0 : 2000) +
      10 * (region < 0 ? regions.length : region) +
      2 * quality +
      (isDefault ? 0 : 1)
    );
  };
  return order(a) - order(b);
}

/**
 * `waiting`: no voice is listed yet; some browsers list them late. `broken`: the last phrases were not heard; it is tried again after
 * a pause.
 */
export type VoiceState = 'waiting' | 'ready' | 'none' | 'broken';

/** Speaks the coach's phrases. Never throws and never blocks. */
export type Voice = Pick<SpeechVoice, 'state' | 'unlock' | 'say' | 'speaking' | 'hush' | 'setMuted' | 'close'>;

/** The person's choices; read before each phrase. */
export type VoiceManner = Pick<Settings, 'volume' | 'voiceRate' | 'voiceName' | 'remoteVoices'>;

/** The part of the browser's speech that is used; a test passes its own. */
export interface VoiceDeps {
  readonly synthesis: SpeechSynthesis | null;
  readonly makeUtterance: (text: string) => SpeechSynthesisUtterance;
  readonly setTimer: (run: () => void, after: Milliseconds) => number;
  readonly clearTimer: (timer: number) => void;
  /** Absent: the page's clock. */
  readonly now?: () => Milliseconds;
}

interface Phrase {
  readonly text: string;
  readonly onLost: (() => void) | undefined;
}

const DEFAULT_MANNER: VoiceManner = { volume: 1, voiceRate: 1, voiceName: null, remoteVoices: false };

/** After so many phrases in a row that never ended the voice counts as broken. Remote voices fail without an event. */
const FAILURES_UNTIL_BROKEN = 2;

/** A broken voice tries the first phrase after this pause. Each failure doubles the pause, up to the longest. */
const FIRST_PAUSE: Milliseconds = 4000;
const LONGEST_PAUSE: Milliseconds = 60_000;

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
 * The voices of the app's language, the best first. Local ones need no network and do not fall silent.
 * @param remoteToo the person has agreed to voices that get each phrase over the internet
 */
export function understoodVoices(
  voices: readonly SpeechSynthesisVoice[],
  remoteToo: boolean,
): readonly SpeechSynthesisVoice[] {
  const languages = globalThis.navigator?.languages;
  return voices.filter((voice) => isAllowed(voice, remoteToo)).toSorted((a, b) => compareVoices(a, b, languages));
}

/** The wanted voice, else the best one of the app's language, else null: another language would not be understood. */
export function chooseVoice(
  voices: readonly SpeechSynthesisVoice[],
  wanted: string | null = null,
  remoteToo = false,
): SpeechSynthesisVoice | null {
  const understood = understoodVoices(voices, remoteToo);
  return understood.find(({ voiceURI }) => voiceURI === wanted) ?? understood[0] ?? null;
}

export function createVoice(deps: VoiceDeps = browserVoice(), manner: () => VoiceManner = () => DEFAULT_MANNER): Voice {
  return new SpeechVoice(deps, manner);
}

class SpeechVoice {
  readonly #deps: VoiceDeps;
  readonly #manner: () => VoiceManner;
  #muted = false;
  #voice: SpeechSynthesisVoice | null = null;
  #failures = 0;
  #restsUntil: Milliseconds = 0;
  #waiting: Phrase | null = null;
  /** The current utterance. Referenced here, because Chromium drops the events of one that was garbage-collected. */
  #current: SpeechSynthesisUtterance | null = null;
  #watchdog: number | null = null;
  readonly #limit = new PhraseLimit();
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

  /** Call inside a click: some browsers only speak after a first utterance there. A broken voice begins afresh. */
  unlock(): void {
    const { synthesis, makeUtterance } = this.#deps;
    if (!synthesis) return;
    this.#updateVoice();
    if (this.#failures > 0) this.#beginAfresh(synthesis);
    // Without a voice the browser would take its own choice, which may be a remote one.
    if (!this.#voice && synthesis.getVoices().length > 0) return;
    try {
      synthesis.speak(Object.assign(makeUtterance(' '), { volume: 0, voice: this.#voice }));
    } catch {
      // The first phrase fails as well, and is counted.
    }
  }

  /**
   * Speaks, or returns false when nothing will be heard, so that the caller can beep instead. An urgent phrase
   * interrupts the current one. Any other waits for its end; only the newest phrase waits.
   * @param onLost called once when a phrase that was taken on could not be heard because the voice failed
   */
  say(text: string, urgent: boolean, onLost?: () => void): boolean {
    if (this.#muted || this.#manner().volume === 0 || text === '') return true;
    this.#updateVoice();
    this.#asked = true;
    if (!this.#mayTry) return false;
    const phrase = { text, onLost };
    if (this.#current && !urgent) {
      this.#waiting = phrase;
      return true;
    }
    this.#silence();
    // Some browsers never finish the silent phrase of `unlock`, which would block the queue.
    if (this.#deps.synthesis?.pending) this.#deps.synthesis.cancel();
    this.#speak(phrase);
    return true;
  }

  get speaking(): boolean {
    return this.#current !== null;
  }

  /** Stops the current phrase and drops the waiting one. */
  hush(): void {
    this.#silence();
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (muted) this.#silence();
    // Whoever switches the sound on again wants to hear it.
    else this.#restsUntil = 0;
  }

  /** Stops speaking and listening for voices. */
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

  get #mayTry(): boolean {
    return (
      this.state === 'ready' || (this.state === 'broken' && this.#voice !== null && this.#now() >= this.#restsUntil)
    );
  }

  #now(): Milliseconds {
    return this.#deps.now?.() ?? performance.now();
  }

  /** The browser may still hold what it never spoke, or be paused. */
  #beginAfresh(synthesis: SpeechSynthesis): void {
    this.#failures = 0;
    this.#restsUntil = 0;
    this.#silence();
    synthesis.cancel();
    if (synthesis.paused) synthesis.resume();
  }

  #speak(phrase: Phrase): void {
    try {
      this.#utter(phrase);
    } catch {
      this.#over(false);
      phrase.onLost?.();
    }
  }

  #utter({ text, onLost }: Phrase): void {
    const utterance = this.#deps.makeUtterance(text);
    const { volume, voiceRate } = this.#manner();
    let isHeard = false;
    const fail = () => {
      const isLost = utterance === this.#current && !isHeard;
      this.#ended(utterance, false);
      if (isLost) onLost?.();
    };
    this.#current = Object.assign(utterance, {
      volume,
      rate: voiceRate,
      voice: this.#voice,
      lang: this.#voice?.lang ?? spokenLanguage(),
      onstart: () => {
        isHeard = true;
        if (utterance === this.#current) this.#limit.started();
      },
      onboundary: () => {
        if (utterance === this.#current) this.#limit.word(this.#now());
      },
      onend: () => {
        if (utterance === this.#current) this.#limit.ended(this.#now());
        this.#ended(utterance, true);
      },
      onerror: fail,
    });
    this.#watch(this.#limit.begin(text, voiceRate, this.#voice?.voiceURI ?? '', this.#now()), fail);
    this.#deps.synthesis?.speak(utterance);
  }

  /** Ends a phrase that takes too long. */
  #watch(after: Milliseconds, fail: () => void): void {
    const { synthesis, setTimer } = this.#deps;
    if (synthesis === null) return;
    this.#watchdog = setTimer(() => {
      const more = this.#limit.more(this.#now(), synthesis);
      if (more > 0) return this.#watch(more, fail);
      synthesis.cancel();
      fail();
    }, after);
  }

  /** Events of an interrupted utterance come late and must not affect the next one. */
  #ended(utterance: SpeechSynthesisUtterance, well: boolean): void {
    if (utterance === this.#current) this.#over(well);
  }

  #over(well: boolean): void {
    this.#failures = well ? 0 : this.#failures + 1;
    const over = this.#failures - FAILURES_UNTIL_BROKEN;
    if (over >= 0) this.#restsUntil = this.#now() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** over);
    this.#forget();
    const next = this.#waiting;
    this.#waiting = null;
    if (next === null) return;
    if (this.state === 'ready') this.#speak(next);
    else next.onLost?.();
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

/** Some browsers load their voices only after a while. @returns ends it */
export const onVoices = (changed: () => void): (() => void) => {
  globalThis.speechSynthesis?.addEventListener('voiceschanged', changed);
  return () => globalThis.speechSynthesis?.removeEventListener('voiceschanged', changed);
};
