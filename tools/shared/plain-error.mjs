/**
 * An error that the user of a command can resolve. Its message is one sentence that says what to do. Commands print
 * only that sentence, without a stack, and end with its status.
 */
export class PlainError extends Error {
  /** @param {string} sentence @param {ErrorOptions} [options] */
  constructor(sentence, options) {
    super(sentence, options);
    this.name = 'PlainError';
    this.status = 1;
  }
}

/**
 * Runs a command. A returned number becomes the exit status; an error becomes one line and its status, or 1.
 * `TRUEHIP_DEBUG=1` shows the stack of an unexpected error.
 * @param {() => Promise<number | void>} main
 * @returns {Promise<void>}
 */
export async function runTool(main) {
  try {
    const status = await main();
    if (typeof status === 'number') process.exitCode = status;
  } catch (error) {
    process.exitCode = error instanceof PlainError ? error.status : 1;
    if (error instanceof PlainError) {
      console.error(`truehip: ${error.message}`);
    } else if (process.env['TRUEHIP_DEBUG']) {
      console.error(error);
    } else {
      const text = error instanceof Error ? error.message : String(error);
      console.error(`truehip: something unforeseen went wrong (TRUEHIP_DEBUG=1 shows more): ${text}`);
    }
  }
}
