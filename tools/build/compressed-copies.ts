import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from '../shared/paths.mjs';
import { dropOld } from './cached-builds.ts';
import type { Plugin } from 'vite';

/** Types that compression makes smaller. Pictures and videos are compressed already. */
const compressible = new Set(['.html', '.js', '.css', '.json', '.txt', '.svg', '.webmanifest', '.wasm', '.bin']);
/** A copy that saves less than this share is not worth its place. */
const leastSaving = 0.05;
/** From this length on brotli's best quality takes minutes and saves little more (11 below it, 9 from it on). */
const longFile = 2_000_000;
/** Copies that no build has used for so long are removed. */
const daysKept = 30;
const cache = join(root, 'node_modules', '.cache', 'truehip', 'compressed');

const ways = Object.freeze([
  {
    ending: '.br',
    pack: (content: Buffer) =>
      promisify(brotliCompress)(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: content.length < longFile ? 11 : 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
  },
  { ending: '.gz', pack: (content) => promisify(gzip)(content, { level: 9 }) },
]);

/**
 * The compressed content, from the cache where the same content was compressed before: most of it are weights, which seldom change.
 */
async function packed(content: Buffer, { ending, pack }: (typeof ways)[number]) {
  const file = join(cache, createHash('sha256').update(process.versions.zlib).update(content).digest('hex') + ending);
  if (existsSync(file)) {
    await utimes(file, new Date(), new Date());
    return readFile(file);
  }
  const result = await pack(content);
  await mkdir(cache, { recursive: true });
  const part = `${file}.part-${process.pid}`;
  await writeFile(part, result);
  await rename(part, file);
  return result;
}

/** Writes a brotli and a gzip copy beside every file of a folder that becomes smaller by it. */
export async function writeCompressedCopies(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((one) => one.isFile() && !one.name.startsWith('.') && compressible.has(extname(one.name)))
    .map((one) => join(one.parentPath, one.name));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      for (const way of ways) {
        const copy = await packed(content, way);
        if (copy.length <= content.length * (1 - leastSaving)) await writeFile(file + way.ending, copy);
      }
    }),
  );
}

/** Adds the compressed copies to the built app, once everything else is written. */
export function compressedCopies(): Plugin {
  let folder = '';
  return {
    name: 'truehip-compressed-copies',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle(error) {
      // Test pages are built with the same settings and are not sent over a network.
      if (error || !existsSync(join(folder, 'index.html'))) return;
      await writeCompressedCopies(folder);
      dropOld(cache, '', daysKept);
    },
  };
}
