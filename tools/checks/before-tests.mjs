import { importTool } from '../shared/import-tool.mjs';
import { PlainError, runTool } from '../shared/plain-error.mjs';

/** @typedef {'short' | 'rest' | 'whole'} Extent */

/** @typedef {'unit' | 'size' | 'ui' | 'model' | 'e2e'} Part */

/** @type {readonly Part[]} in the order in which they run */
const parts = ['unit', 'size', 'ui', 'model', 'e2e'];
const usage = `npm test -- [all | rest (the unit tests that the short run leaves out) | ${parts.join(' | ')} | browser (ui and model)] [options of vitest or playwright]`;

/**
 * @param {string | undefined} word the first argument
 * @returns {readonly Part[]}
 * @throws {PlainError} when there is no such part
 */
function partsOf(word) {
  if (word === undefined || word === 'all') return parts;
  if (word === 'rest') return ['unit'];
  if (word === 'browser') return ['ui', 'model'];
  const wanted = parts.filter((part) => part === word);
  if (wanted.length === 0) throw new PlainError(`there is no part "${word}"; usage: ${usage}`);
  return wanted;
}

/**
 * `npm test`: the short run, what it leaves out of the unit tests (`rest`), everything (`all`), or one part whole; sums up on one screen.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const [first, ...rest] = args;
    const wanted = partsOf(first);
    const { runTests } = await importTool('checks/run-tests.ts');
    const extent = first === undefined ? 'short' : first === 'rest' ? 'rest' : 'whole';
    const { ran, ok } = await runTests(wanted, { extent, rest });
    if (!ran) throw new PlainError(`no test matches "${rest.join(' ')}"; usage: ${usage}`);
    return ok ? 0 : 1;
  });
}
