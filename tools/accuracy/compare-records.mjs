import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { runTool } from '../shared/plain-error.mjs';

const HELP = `npm run compare-records -- BEFORE AFTER

Compares two folders of records, as "npm run accuracy -- --keep-records DIR" keeps them, number for number. For a change that must not
change what is measured: keep the records before it and after it, then compare.

Exit status: 0 all are identical; 2 wrong use; 3 no such folder; 14 a record differs or is missing.`;

/** Differences shown of one record. */
const SHOWN = 3;

/** Fields that are new in every run. */
const RUN_FIELDS = new Set(['id', 'startedAt']);

/**
 * Where two values differ.
 * @param {unknown} before
 * @param {unknown} after
 * @param {string} [path]
 * @returns {string[]} one line for each place, `path: before / after`
 */
export function differencesOf(before, after, path = '') {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return Object.is(before, after) ? [] : [`${path}: ${shown(before)} / ${shown(after)}`];
  const left = /** @type {Record<string, unknown>} */ (before);
  const right = /** @type {Record<string, unknown>} */ (after);
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys]
    .filter((key) => path !== '' || !RUN_FIELDS.has(key))
    .flatMap((key) => differencesOf(left[key], right[key], `${path}/${key}`));
}

/** @param {unknown} value */
const shown = (value) => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

/** @param {string} folder */
async function recordNames(folder) {
  if (!existsSync(folder)) throw new ExitError(EXIT.noFile, `there is no folder "${folder}".`);
  return (await readdir(folder)).filter((name) => name.endsWith('.record.json')).sort();
}

/** @param {string} folder @param {string} name */
const readRecord = async (folder, name) =>
  /** @type {unknown} */ (JSON.parse(await readFile(join(folder, name), 'utf8')));

/** @param {string} before @param {string} after */
async function compareFolders(before, after) {
  const [old, now] = [await recordNames(before), await recordNames(after)];
  const missing = [...old.filter((name) => !now.includes(name)), ...now.filter((name) => !old.includes(name))];
  /** @type {string[]} */
  const lines = missing.map((name) => `${name}: in one folder only`);
  for (const name of old.filter((one) => now.includes(one))) {
    const places = differencesOf(await readRecord(before, name), await readRecord(after, name));
    if (places.length === 0) continue;
    lines.push(`${name}: ${places.length} values differ`, ...places.slice(0, SHOWN).map((place) => `  ${place}`));
  }
  console.log(lines.length === 0 ? `${old.length} records are identical.` : lines.join('\n'));
  return lines.length === 0 ? 0 : EXIT.changed;
}

/**
 * `npm run compare-records`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() =>
    withExitStatus(async () => {
      if (args.includes('--help')) {
        console.log(HELP);
        return 0;
      }
      const [before, after] = args;
      if (before === undefined || after === undefined || args.length > 2)
        throw new ExitError(EXIT.usage, 'two folders are compared. "npm run compare-records -- --help" shows how.');
      return compareFolders(before, after);
    }),
  );
}
