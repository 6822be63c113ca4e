import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { asReference, compareWithReference, referenceOf, TOLERANCES } from './accuracy-reference.mjs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { root } from '../shared/paths.mjs';

/**
 * Reads, writes and compares the reference file.
 *
 * @typedef {import('./accuracy-arguments.mjs').AccuracyOptions} AccuracyOptions
 * @typedef {import('./accuracy-reference.mjs').Comparison} Comparison
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 */

/** @param {string} file */
async function readReference(file) {
  let value = null;
  try {
    value = asReference(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new ExitError(EXIT.usage, `the reference "${file}" cannot be read.`);
  }
  if (value === null) throw new ExitError(EXIT.usage, `"${file}" is no reference of this version.`);
  return value;
}

/**
 * Reads the reference. It is called before any clip is run, so that a damaged file stops the command at once.
 * @param {AccuracyOptions} options
 * @returns {Promise<import('./accuracy-reference.mjs').Reference | null>} null: nothing to compare with
 */
export async function referenceFor(options) {
  const { reference, referenceNamed, model, heldBack } = options;
  if (heldBack) return null;
  if (!existsSync(reference)) {
    if (referenceNamed && !options.writeReference)
      throw new ExitError(EXIT.noFile, `there is no reference "${reference}".`);
    return null;
  }
  // Another model gives other figures, so it is compared only if the reference was given by name.
  return model === 'auto' || referenceNamed ? readReference(reference) : null;
}

/**
 * @param {AccuracyOptions} options
 * @param {Pooled} pooled
 * @param {import('./accuracy-reference.mjs').Reference | null} old
 */
export async function writeReference({ reference }, pooled, old) {
  const failed = pooled.groups.reduce((sum, group) => sum + group.failed, 0);
  if (failed > 0) {
    throw new ExitError(EXIT.usage, `${failed} clips could not be run, so no reference was written.`);
  }
  const value = referenceOf(pooled, old?.tolerances ?? TOLERANCES);
  await writeFile(reference, `${JSON.stringify(value, null, 2)}\n`);
}

/**
 * @param {AccuracyOptions} options
 * @param {Pooled} pooled
 * @param {import('./accuracy-reference.mjs').Reference} old
 * @param {readonly { name: string, fingerprint: string }[]} clips every clip of this run
 * @returns {{ comparison: Comparison, lines: string[] }}
 */
export function compared({ reference }, pooled, old, clips) {
  const tried = Object.fromEntries(clips.map(({ name, fingerprint }) => [name, fingerprint]));
  const comparison = compareWithReference(pooled, old, tried);
  const { worse, better, compared: count, skipped } = comparison;
  const name = relative(root, reference);
  if (count + worse.length === 0) {
    return { comparison, lines: [`Not compared with ${name}: it was made with other clips.`] };
  }
  const others = skipped.length > 0 ? [`Not compared, because of other clips: ${skipped.join('; ')}.`] : [];
  const renew =
    better.length > 0
      ? [`Better by more than the tolerance: ${better.length}; --write-reference would hold later runs to them.`]
      : [];
  return {
    comparison,
    lines: [
      `Compared with ${name}: ${count} figures, ${worse.length} worse by more than the tolerance.`,
      ...worse.map((sentence) => `  ${sentence}`),
      ...renew,
      ...others,
    ],
  };
}
