import { type AppError, asAppError } from '../app-error.ts';

/**
 * Runs the code of one session. The first exception breaks the session: it is told once, and nothing of the session runs
 * any more, so that no timer goes on counting behind the error card.
 */
export class Guard {
  readonly #onBroken: (error: AppError) => void;
  #broken = false;

  constructor(onBroken: (error: AppError) => void) {
    this.#onBroken = onBroken;
  }

  /** @returns undefined after an exception */
  run<T>(act: () => T): T | undefined {
    if (this.#broken) return undefined;
    try {
      return act();
    } catch (error) {
      this.break(error);
      return undefined;
    }
  }

  /** The same for a listener that is called later. */
  readonly wrap =
    <A extends readonly unknown[]>(act: (...given: A) => void): ((...given: A) => void) =>
    (...given) => {
      this.run(() => act(...given));
    };

  /** For work that nobody awaits. */
  watch(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.break(error));
  }

  break(error: unknown): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#onBroken(asAppError(error));
  }
}

/** Does this if it can be done: what is let go after an exception may be broken itself. */
export function ifPossible(act: () => unknown): void {
  try {
    act();
  } catch {
    // The exception that came first was told.
  }
}
