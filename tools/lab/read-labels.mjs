import { readFileSync } from 'node:fs';
import { parseLabels } from '../scoring/compare-markers.mjs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';

/**
 * A file of leg joints marked by hand.
 * @param {string} file
 * @returns {import('../scoring/compare-markers.mjs').LabelFile}
 */
export function readLabels(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ExitError(EXIT.noFile, `there is no file "${file}" with marked joints.`);
  }
  try {
    return parseLabels(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ExitError(EXIT.usage, `"${file}" is not a file of marked joints: ${why}.`);
  }
}
