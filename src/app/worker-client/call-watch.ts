import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { AppError } from '../app-error.ts';

interface Call {
  readonly reject: (error: AppError) => void;
  readonly limit: Milliseconds;
  timer: ReturnType<typeof setTimeout>;
  armedAt: Milliseconds;
}

/**
 * Calls that wait for a worker. comlink leaves a call to a dead worker pending for ever; here each has a time limit, and
 * all of them can be given up at once.
 */
export class CallWatch {
  readonly #calls = new Set<Call>();
  readonly #onStall: (limit: Milliseconds) => void;
  #givenUp: AppError | null = null;

  /** `onStall` is told the limit that was passed; it is expected to call `abandon`. */
  constructor(onStall: (limit: Milliseconds) => void) {
    this.#onStall = onStall;
  }

  /** Settles as `work` does, or rejects when the calls are abandoned. */
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
        timer: setTimeout(() => this.#ring(call), limit),
        armedAt: performance.now(),
      };
      this.#calls.add(call);
      work.then(resolve, reject).finally(() => this.#drop(call));
    });
  }

  /** A sign of life: every waiting call has its whole limit again. */
  prolong(): void {
    for (const call of this.#calls) this.#arm(call);
  }

  /** Rejects everything that waits, and every later call. */
  abandon(error: AppError): void {
    this.#givenUp = error;
    for (const call of this.#calls) {
      this.#drop(call);
      call.reject(error);
    }
  }

  #arm(call: Call): void {
    clearTimeout(call.timer);
    call.armedAt = performance.now();
    call.timer = setTimeout(() => this.#ring(call), call.limit);
  }

  #drop(call: Call): void {
    clearTimeout(call.timer);
    this.#calls.delete(call);
  }

  #ring(call: Call): void {
    // A timer that rings far too late means that the computer slept or the page hung: the answer may just be on its way.
    if (performance.now() - call.armedAt > 2 * call.limit) this.#arm(call);
    else this.#onStall(call.limit);
  }
}
