import { parseArgs } from 'node:util';

/**
 * `parseArgs` of Node whose complaint is one sentence.
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {Config} config
 * @param {(problem: string) => Error} usage makes the error out of the first sentence, without its full stop
 * @returns {ReturnType<typeof parseArgs<Config>>}
 */
export function parsedArguments(config, usage) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw usage(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
