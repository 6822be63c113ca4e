import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { runNpm } from '../shared/run-command.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

/**
 * Whether every package of the lockfile is installed in its version. `installed` is npm's record of what it installed.
 * Versions are compared and not file times, because a checkout changes every file time.
 * @param {Lock} lock
 * @param {Lock | null} installed
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(
    ([place, entry]) =>
      place === '' ||
      entry.optional ||
      entry.devOptional ||
      entry.link ||
      installed?.packages?.[place]?.version === entry.version,
  );
}

/** @param {string} file */
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/**
 * The line of npm's output that names the cause.
 * @param {string} output
 */
function npmReason(output) {
  const lines = output
    .split('\n')
    .map((line) => /^npm (?:error|ERR!) (?!code|errno|syscall|network\b|A complete log)(.*\S)/.exec(line)?.[1])
    .filter((line) => line !== undefined);
  return lines[0] ?? output.trim().split('\n').at(-1) ?? '';
}

/**
 * Installs the packages of the lockfile unless they are there.
 * @param {{ say?: (line: string) => void, folder?: string }} [options]
 * @returns {Promise<void>}
 * @throws {PlainError} when npm fails
 */
export async function ensureInstalled({ say = (line) => console.error(`truehip: ${line}`), folder = root } = {}) {
  const lock = readJson(join(folder, 'package-lock.json'));
  if (lock && isInstalled(lock, readJson(join(folder, 'node_modules', '.package-lock.json')))) return;
  say('installing the packages (npm ci)');
  // With `npm --silent test` this npm would be silent too, and a failure would have no reason.
  const { status, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
  });
  if (status !== 0) {
    throw new PlainError(
      `the packages could not be installed (${npmReason(output)}); check the network connection and run again.`,
    );
  }
}
