import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../shared/paths.mjs';

/** Everything the build reads, from the top folder. */
export const buildInputs = [
  'index.html',
  'phone.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'public',
  'models',
  'src',
  'workers',
  'tools/build',
  'tools/browser/headers.json',
  'tools/browser/static-answer.ts',
  'LICENSE',
] as const;

/** Copied out of a package; `models/manifest.json` has the hash of each. */
const weights = 'models/weights';

/** @returns from the top folder, with forward slashes, always in the same order; none for what is missing */
function filesOf(top: string, path: string): string[] {
  const full = join(top, path);
  if (path === weights || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(top, `${path}/${name}`));
}

/**
 * The first 16 digits of the SHA-256 of what the app is built from: name and content of each input, in order. The same in every clone of
 * a commit, whatever its folder, history or time.
 * @param top the folder of a clone
 */
export function sourceHash(top: string): string {
  const hash = createHash('sha256');
  for (const file of buildInputs.flatMap((input) => filesOf(top, input))) {
    const content = readFileSync(join(top, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Gives `src/main.ts` the version of the app and the hash of its sources, which the technical details show. */
export function buildIdentity(): Plugin {
  return {
    name: 'truehip-build-identity',
    config(_config, { command }) {
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      const hash = command === 'build' ? sourceHash(root) : 'none: not built';
      return { define: { APP_BUILD: JSON.stringify({ version, hash }) } };
    },
  };
}
