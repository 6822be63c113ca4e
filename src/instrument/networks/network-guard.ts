import { allFinite } from '../output/finite-reading.ts';

/** Failures in a row after which a network is left out. A single one may come from a GPU that is being lost. */
const MOST_FAILURES = 3;

/**
 * Asks a small network and watches its answers. An answer with a number that is not finite counts as a failure, because a
 * broken backend or foreign weights give such numbers without an error.
 */
export class NetworkGuard<Input> {
  readonly #run: (input: Input) => Promise<Float32Array>;
  #failures = 0;

  constructor(run: (input: Input) => Promise<Float32Array>) {
    this.#run = run;
  }

  /** True: the network failed too often and is not asked any more. */
  get isOut(): boolean {
    return this.#failures >= MOST_FAILURES;
  }

  /** Null: the network failed, or is left out. */
  async ask(input: Input): Promise<Float32Array | null> {
    return this.isOut ? null : this.judge(this.#run(input));
  }

  /** The same for an answer that was asked for elsewhere. */
  async judge(running: Promise<Float32Array>): Promise<Float32Array | null> {
    const answer = await running.catch(() => null);
    const isGood = answer !== null && allFinite(answer);
    this.#failures = isGood ? 0 : this.#failures + 1;
    return isGood ? answer : null;
  }
}
