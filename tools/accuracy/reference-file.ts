import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import {
  asReference,
  compareWithReference,
  referenceOf,
  TOLERANCES,
  type Comparison,
  type Reference,
} from './accuracy-reference.ts';
import { EXIT, ExitError } from '../shared/exit-error.ts';
import { root } from '../shared/paths.mjs';
import type { AccuracyOptions } from './accuracy-arguments.ts';
import type { Pooled } from '../scoring/pool-scores.ts';

/** Reads, writes and compares the reference file. */

async function readReference(file: string) {
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
 * @returns null: nothing to compare with
 */
export async function referenceFor(options: AccuracyOptions): Promise<Reference | null> {
  const { reference, referenceNamed, model, heldBack, disturbed } = options;
  if (heldBack || disturbed !== null) return null;
  if (!existsSync(reference)) {
    if (referenceNamed && !options.writeReference)
      throw new ExitError(EXIT.noFile, `there is no reference "${reference}".`);
    return null;
  }
  // Another model gives other figures, so it is compared only if the reference was given by name.
  return model === 'auto' || referenceNamed ? readReference(reference) : null;
}

export async function writeReference({ reference }: AccuracyOptions, pooled: Pooled, old: Reference | null) {
  const failed = pooled.groups.reduce((sum, group) => sum + group.failed, 0);
  if (failed > 0) {
    throw new ExitError(EXIT.usage, `${failed} clips could not be run, so no reference was written.`);
  }
  const value = referenceOf(pooled, old?.tolerances ?? TOLERANCES);
  await writeFile(reference, `${JSON.stringify(value, null, 2)}\n`);
}

/** @param clips every clip of this run */
export function compared(
  { reference }: AccuracyOptions,
  pooled: Pooled,
  old: Reference,
  clips: readonly { name: string; fingerprint: string }[],
): { comparison: Comparison; lines: string[] } {
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
