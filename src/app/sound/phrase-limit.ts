import type { Milliseconds } from '../../instrument/geometry/units.ts';

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
export class PhraseLimit {
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
