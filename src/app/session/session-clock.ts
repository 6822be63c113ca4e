import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';

/** `setTimeout` and `clearTimeout`; a test passes its own. */
export interface Timers {
  readonly set: (run: () => void, after: Milliseconds) => number;
  readonly clear: (timer: number) => void;
}

/**
 * The set's time: the source's capture clock while frames come, the page's clock when they stop, so that the timeline
 * goes on without a picture. Never goes back.
 */
export class SessionClock {
  readonly #pageNow: () => Milliseconds;
  /** Set time minus page time, both in seconds. */
  #offset: Seconds;
  #last: Seconds;
  #frozen = false;

  constructor(pageNow: () => Milliseconds, from: Seconds = 0) {
    this.#pageNow = pageNow;
    this.#last = from;
    this.#offset = from - pageNow() / 1000;
  }

  now(): Seconds {
    if (!this.#frozen) this.#last = Math.max(this.#last, this.#pageNow() / 1000 + this.#offset);
    return this.#last;
  }

  /** A frame captured at set time `time` is shown now. */
  observe(time: Seconds): void {
    if (this.#frozen) return;
    this.#offset = time - this.#pageNow() / 1000;
  }

  /** Goes on from the last known time, after the page and its source have stood still together. */
  rejoin(): void {
    if (!this.#frozen) this.#offset = this.#last - this.#pageNow() / 1000;
  }

  /** Stops the time; a file stands still while the set is paused. */
  freeze(): void {
    this.now();
    this.#frozen = true;
  }

  thaw(): void {
    if (!this.#frozen) return;
    this.#frozen = false;
    this.#offset = this.#last - this.#pageNow() / 1000;
  }
}

/** The part of a worker that is used; a test passes its own. */
export type TimerWorker = Pick<Worker, 'postMessage' | 'onmessage' | 'terminate'>;

/** A worker's timers go on in a hidden tab, where a browser runs those of the page once a second, later once a minute. */
const createTimerWorker = (): Worker =>
  new Worker(new URL('../../../workers/set-ticks.ts', import.meta.url), { type: 'module', name: 'set-ticks' });

/** Timers that are not slowed down in a hidden tab. The page's own run beside them, for a worker that cannot be loaded. */
export function steadyTimers(page: Timers, makeWorker: () => TimerWorker = createTimerWorker): Timers {
  const waiting = new Map<number, () => void>();
  /** Undefined: not begun. Null: this browser lets none begin. */
  let worker: TimerWorker | null | undefined;

  const ring = (timer: number) => {
    const run = waiting.get(timer);
    clear(timer);
    run?.();
  };

  const clear = (timer: number) => {
    waiting.delete(timer);
    page.clear(timer);
  };

  const begin = (): TimerWorker | null => {
    try {
      const made = makeWorker();
      made.onmessage = ({ data }: MessageEvent<number>) => ring(data);
      return made;
    } catch {
      return null;
    }
  };

  return {
    set: (run, after) => {
      const timer = page.set(() => ring(timer), after);
      waiting.set(timer, run);
      if (worker === undefined) worker = begin();
      worker?.postMessage([timer, after]);
      return timer;
    },
    clear,
  };
}
