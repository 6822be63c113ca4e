import { type Announcer, createAnnouncer } from '../../src/app/sound/announcer.ts';
import type { Tone } from '../../src/app/sound/beeps.ts';
import { createVoice } from '../../src/app/sound/voice.ts';
import type { CoachEffect } from '../../src/coach/coach-contract.ts';
import type { RuleId } from '../../src/coach/drill-definition.ts';
import { spokenLength } from '../../src/coach/speech/cue-pacing.ts';
import type { Milliseconds, Seconds } from '../../src/instrument/geometry/units.ts';

/** A phrase that the coach asked for. */
export interface Phrase {
  readonly text: string;
  readonly asked: Seconds;
  /** The rule whose cue it is; null: no cue. */
  readonly rule: RuleId | null;
  /** When it was heard; null: never, because a later phrase took its place. */
  from: Seconds | null;
  to: Seconds | null;
  /** True: another phrase or a tone broke it off. */
  cutOff: boolean;
}

export interface Sounded {
  readonly at: Seconds;
  readonly tone: Tone;
}

interface Timer {
  readonly id: number;
  readonly at: Milliseconds;
  readonly run: () => void;
}

/** A clock that stands still until it is moved, with its timers. */
class SimulatedClock {
  now: Milliseconds = 0;
  #timers: Timer[] = [];
  #count = 0;

  readonly set = (run: () => void, after: Milliseconds): number => {
    this.#count += 1;
    this.#timers.push({ id: this.#count, at: this.now + after, run });
    return this.#count;
  };

  readonly clear = (id: number): void => {
    this.#timers = this.#timers.filter((timer) => timer.id !== id);
  };

  /** Runs the timers up to this time, in order. */
  advance(to: Milliseconds): void {
    for (;;) {
      const [due] = this.#timers.filter(({ at }) => at <= to).toSorted((a, b) => a.at - b.at || a.id - b.id);
      if (due === undefined) break;
      this.clear(due.id);
      this.now = Math.max(this.now, due.at);
      due.run();
    }
    this.now = Math.max(this.now, to);
  }
}

interface Utterance {
  readonly text: string;
  onend: (() => void) | null;
}

const VOICE = { name: 'simulated', lang: 'en', localService: true, default: true, voiceURI: 'simulated' };

/**
 * What is heard: the app's own announcer and voice on a simulated clock, so that phrases wait, are dropped and are broken
 * off as in the app. A phrase lasts as long as the coach expects.
 */
export class SimulatedSound {
  readonly phrases: Phrase[] = [];
  readonly sounded: Sounded[] = [];
  readonly #clock = new SimulatedClock();
  readonly #announcer: Announcer;
  #spoken: Phrase | null = null;
  #ending: number | null = null;

  constructor() {
    const clock = this.#clock;
    const synthesis = {
      getVoices: () => [VOICE],
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      speak: (utterance: Utterance) => this.#begin(utterance),
      cancel: () => this.#breakOff(),
    };
    const voice = createVoice({
      synthesis: synthesis as unknown as SpeechSynthesis,
      makeUtterance: (text) => ({ text, onend: null }) as unknown as SpeechSynthesisUtterance,
      setTimer: clock.set,
      clearTimer: clock.clear,
    });
    this.#announcer = createAnnouncer({
      voice,
      beeps: {
        state: 'running',
        unlock: () => undefined,
        play: (tone, after) => this.sounded.push({ at: clock.now / 1000 + (after ?? 0), tone }),
        isLost: false,
        heard: 0,
        lay: () => undefined,
        setMuted: () => undefined,
        close: () => undefined,
      },
      speaks: () => true,
      clock: { now: () => clock.now, later: (run, after) => void clock.set(run, after) },
    });
  }

  /** Moves the clock on. */
  advance(to: Seconds): void {
    this.#clock.advance(1000 * to);
  }

  /** Makes an effect of the coach audible. */
  carryOut(effect: CoachEffect): void {
    if (effect.kind === 'say' || effect.kind === 'cue') {
      const rule = effect.kind === 'cue' ? effect.rule : null;
      const asked = this.#clock.now / 1000;
      this.phrases.push({ text: effect.text, asked, rule, from: null, to: null, cutOff: false });
    }
    this.#announcer.carryOut(effect);
  }

  #begin(utterance: Utterance): void {
    const { now } = this.#clock;
    // The last one that was asked for: an earlier one with the same words was dropped.
    const phrase = this.phrases.findLast(({ text, from }) => text === utterance.text && from === null);
    if (phrase === undefined) return;
    phrase.from = now / 1000;
    phrase.to = now / 1000 + spokenLength(phrase.text);
    this.#spoken = phrase;
    this.#ending = this.#clock.set(() => {
      this.#spoken = null;
      this.#ending = null;
      utterance.onend?.();
    }, 1000 * spokenLength(phrase.text));
  }

  #breakOff(): void {
    if (this.#ending !== null) this.#clock.clear(this.#ending);
    this.#ending = null;
    if (this.#spoken === null) return;
    this.#spoken.to = this.#clock.now / 1000;
    this.#spoken.cutOff = true;
    this.#spoken = null;
  }
}
