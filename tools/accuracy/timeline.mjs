import { readFileSync } from 'node:fs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';

/**
 * The phases of a timeline file; a clip's truth file is one. Only that it is JSON is checked here: what a phase may be depends
 * on the drill, and the coach says it.
 * @param {string} file
 * @returns {{ phases: unknown }}
 * @throws {ExitError}
 */
export function readTimeline(file) {
  const value = parsed(file, textOf(file));
  return { phases: Object(value).phases };
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ExitError(EXIT.timeline, `the timeline file "${file}" cannot be read.`, { cause });
  }
}

/** @param {string} file @param {string} text @returns {unknown} */
function parsed(file, text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ExitError(EXIT.timeline, `the timeline file "${file}" is not JSON.`, { cause });
  }
}
