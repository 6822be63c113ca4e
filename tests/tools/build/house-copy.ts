import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../tools/shared/paths.mjs';

export interface HouseCopy {
  readonly folder: string;
  /** Runs one of the repository's scripts in the copy, as npm would. */
  run(script: string, args: readonly string[], env?: NodeJS.ProcessEnv): { status: number | null; output: string };
  remove(): void;
}

/**
 * A copy of what `npm start` and `npm test` consist of, without the app, to break on purpose. With `packages` it has
 * the installed packages as links, all but those named in `except`.
 * @param name how its folder's name begins
 */
export function houseCopy(packages: { readonly except: readonly string[] } | null, name = 'truehip-house-'): HouseCopy {
  const folder = mkdtempSync(join(tmpdir(), name));
  for (const part of [
    'tools',
    'package.json',
    'package-lock.json',
    '.npmrc',
    'vite.config.ts',
    'models/manifest.json',
    'models/fetch-weights.ts',
  ]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  if (packages) linkPackages(folder, packages.except);
  return {
    folder,
    run(script, args, env = {}) {
      const done = spawnSync(process.execPath, [join(folder, script), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
      return { status: done.status, output: (done.stdout + done.stderr).trim() };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function linkPackages(folder: string, except: readonly string[]): void {
  const from = join(root, 'node_modules');
  const to = join(folder, 'node_modules');
  mkdirSync(to);
  cpSync(join(from, '.package-lock.json'), join(to, '.package-lock.json'));
  const scopes = new Set(except.map((name) => name.split('/')[0]));
  for (const name of readdirSync(from).filter((one) => !one.startsWith('.') && !scopes.has(one))) {
    symlinkSync(join(from, name), join(to, name), 'junction');
  }
}
