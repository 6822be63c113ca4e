import { PlainError } from './plain-error.mjs';

/** Exit statuses of `analyze`, `accuracy` and `subject`, so that a script can tell why there is no result. */
export const EXIT = Object.freeze({
  unforeseen: 1,
  usage: 2,
  noFile: 3,
  notVideo: 4,
  codec: 5,
  timeline: 6,
  noPerson: 7,
  noEngine: 8,
  worse: 9,
  noSpace: 10,
  noEncoder: 11,
  noAssets: 12,
  noPose: 13,
  changed: 14,
});

/** A `PlainError` with an exit status of its own. */
export class ExitError extends PlainError {
  /** @param {number} status @param {string} sentence @param {ErrorOptions} [options] */
  constructor(status, sentence, options) {
    super(sentence, options);
    this.status = status;
  }
}

/**
 * Prints an `ExitError` and returns its status. Every other error goes on to `runTool`.
 * @param {() => Promise<number | void>} main
 * @returns {Promise<number | void>}
 */
export async function withExitStatus(main) {
  try {
    return await main();
  } catch (error) {
    if (!(error instanceof ExitError)) throw error;
    console.error(`truehip: ${error.message}`);
    return error.status;
  }
}
