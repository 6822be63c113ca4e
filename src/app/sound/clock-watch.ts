import type { Seconds } from '../../instrument/geometry/units.ts';

/** A loudspeaker may take this long to begin. */
const STANDS_FOR: Seconds = 2;
/** The clock of sound goes on in steps, so a shorter time says nothing. */
const LEAST: Seconds = 0.5;
/** Between two looks farther apart the computer may have slept. */
const LOOKS_WITHIN: Seconds = 1.2;

/** Compares the clock of sound with the page's: where a driver hangs, the browser says "running" and the clock stands. */
export class ClockWatch {
  #from: { readonly page: Seconds; readonly audio: Seconds } | null = null;
  #at: Seconds = 0;

  /** @returns whether it runs, at half the page's speed at least; null: not known yet */
  runs(audio: Seconds): boolean | null {
    const page = performance.now() / 1000;
    const from = page - this.#at > LOOKS_WITHIN ? null : this.#from;
    this.#at = page;
    const passed = from === null ? 0 : page - from.page;
    const runs = from !== null && audio - from.audio >= passed / 2;
    const isKnown = passed >= (runs ? LEAST : STANDS_FOR);
    this.#from = from === null || isKnown ? { page, audio } : from;
    return isKnown ? runs : null;
  }
}
