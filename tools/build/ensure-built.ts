import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchWeights } from '../../models/fetch-weights.ts';
import { distFolder, root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { buildInputs } from './build-identity.ts';
import { runCommand } from '../shared/run-command.mjs';
import { say } from '../shared/progress.ts';

function entries(path: string): string[] {
  if (!existsSync(path)) return [];
  const stat = statSync(path);
  if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}`];
  return readdirSync(path)
    .sort()
    .flatMap((name) => entries(join(path, name)));
}

/** A hash that changes when an input of the build is changed, added or removed. */
function fingerprint() {
  const lines = buildInputs.flatMap((name) => entries(join(root, name)));
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const withoutStack = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at |^\s*errors: |^[{}]$/.test(line))
    .join('\n');

/**
 * Copies the model weights into place, and builds the app into `dist/` unless `dist/` is already the build of these
 * sources. The build is made in another folder and then moved, so a second tool never serves an incomplete one.
 * @returns the folder
 * @throws {PlainError} when a weight is not the pinned one, or when the build fails, with the bundler's own message
 */
export async function ensureBuilt(): Promise<string> {
  // Before the fingerprint, because it includes the weights.
  await fetchWeights();
  const now = fingerprint();
  if (readIfThere(join(distFolder, '.built-from')) === now) return distFolder;
  say('building the app');
  const cache = join(root, 'node_modules', '.cache', 'truehip');
  const fresh = join(cache, `build-${process.pid}`);
  const old = join(cache, `old-${process.pid}`);
  await mkdir(cache, { recursive: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'error'];
  const { status, output } = await runCommand(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
    timeoutSeconds: 300,
  });
  if (status !== 0) {
    await rm(fresh, { recursive: true, force: true });
    throw new PlainError(`the build failed; what the bundler says:\n${withoutStack(output)}`);
  }
  await writeFile(join(fresh, '.built-from'), now);
  await rename(distFolder, old).catch(() => {});
  // If another tool has finished the same build meanwhile, its build stays.
  await rename(fresh, distFolder).catch(async (error) => {
    if (readIfThere(join(distFolder, '.built-from')) !== now) throw error;
    await rm(fresh, { recursive: true, force: true });
  });
  await rm(old, { recursive: true, force: true });
  return distFolder;
}
