import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { AppError } from '../app-error.ts';

interface Call {
  readonly reject: (error: AppError) => void;
  readonly limit: Milliseconds;
  timer: ReturnType<typeof setTimeout>;
  startedAt: Milliseconds;
}

/**
 * Gives every call to a worker a time limit, and can reject all of them at once. comlink would leave a call to a dead
 * worker pending for ever.
 */
export class CallWatch {
  readonly #calls = new Set<Call>();
  readonly #onStall: (limit: Milliseconds) => void;
  #givenUp: AppError | null = null;

  /** @param onStall called with the exceeded limit; should call `abandon` */
  constructor(onStall: (limit: Milliseconds) => void) {
    this.#onStall = onStall;
  }

  /** Settles like `work`, or rejects when the calls are abandoned. */
  watch<T>(work: Promise<T>, limit: Milliseconds): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#givenUp) {
        work.catch(() => undefined);
        reject(this.#givenUp);
        return;
      }
      const call: Call = {
        reject,
        limit,
        timer: setTimeout(() => this.#onTimeout(call), limit),
        startedAt: performance.now(),
      };
      this.#calls.add(call);
      work.then(resolve, reject).finally(() => this.#drop(call));
    });
  }

  /** Restarts the time limit of every waiting call after a sign of life. */
  prolong(): void {
    for (const call of this.#calls) this.#restart(call);
  }

  /** Rejects all waiting calls and every later one. */
  abandon(error: AppError): void {
    this.#givenUp = error;
    for (const call of this.#calls) {
      this.#drop(call);
      call.reject(error);
    }
  }

  #restart(call: Call): void {
    clearTimeout(call.timer);
    call.startedAt = performance.now();
    call.timer = setTimeout(() => this.#onTimeout(call), call.limit);
  }

  #drop(call: Call): void {
    clearTimeout(call.timer);
    this.#calls.delete(call);
  }

  #onTimeout(call: Call): void {
    // A timer that fires far too late means that the computer slept or the page hung; the answer may still arrive.
    if (performance.now() - call.startedAt > 2 * call.limit) this.#restart(call);
    else this.#onStall(call.limit);
  }
}

/** The client gives up at this number of crashes … */
const MAX_CRASHES = 3;
/** … within this time. */
const CRASH_WINDOW: Milliseconds = 30_000;

/** Counts the crashes of workers and decides when to give up. */
export class RestartPolicy {
  #crashes: Milliseconds[] = [];

  /** Records a crash. True: start another worker; false: give up. */
  mayRestart(now: Milliseconds): boolean {
    this.#crashes = [...this.#crashes.filter((crash) => now - crash < CRASH_WINDOW), now];
    return this.#crashes.length < MAX_CRASHES;
  }

  /** Two crashes within the time window: the backend may be the cause. */
  get repeated(): boolean {
    return this.#crashes.length > 1;
  }
}

/** Shortest time limit of a frame; a usual reply takes a twentieth of it. */
const LEAST_LIMIT: Milliseconds = 4000;
/** The limit as a multiple of the median reply time. */
const TIMES_THE_MEDIAN = 8;
/** Number of replies that the median is taken of. */
const REMEMBERED = 32;

/** Time limit of a reply, from the times of the last ones. */
export class ReplyTimes {
  #newest: Milliseconds[] = [];

  add(took: Milliseconds): void {
    this.#newest = [...this.#newest.slice(1 - REMEMBERED), took];
  }

  get limit(): Milliseconds {
    const sorted = [...this.#newest].sort((a, b) => a - b);
    return Math.max(LEAST_LIMIT, TIMES_THE_MEDIAN * (sorted[sorted.length >> 1] ?? 0));
  }

  clear(): void {
    this.#newest = [];
  }
}
