import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from '../build/apt-install.mjs';
import { browserStarts } from './browser-starts.mjs';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';

/**
 * Flags for every Chromium that a tool or test starts. They stop its own network traffic. The sandbox is off, because
 * it works neither in containers nor for root, and only pages of this repository are opened.
 */
export const chromiumArgs = Object.freeze([
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]);

const names = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser'];

/**
 * Paths where a Chrome or Chromium may be, best first.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
export function usualPlaces(env, platform) {
  const ending = platform === 'win32' ? '.exe' : '';
  const onPath = names.flatMap((name) =>
    (env['PATH'] ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, name + ending)),
  );
  if (platform === 'darwin') {
    const apps = ['/Applications', join(env['HOME'] ?? '/', 'Applications')];
    const inside = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];
    return [...inside.flatMap((path) => apps.map((folder) => join(folder, path))), ...onPath];
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const inside = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    return [...inside.flatMap((path) => folders.flatMap((f) => (f ? [join(f, path)] : []))), ...onPath];
  }
  return [...onPath, '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

/** @param {string} path */
const starts = (path) => browserStarts(path, /Chrom/);

/** Path of the Chromium that Playwright downloads; it may not exist. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  } catch {
    return '';
  }
}

async function usualCandidates() {
  return [await playwrightsOwn(), ...usualPlaces(process.env, process.platform)];
}

/** @param {() => Promise<readonly string[]>} candidates */
async function firstThatStarts(candidates) {
  for (const path of await candidates()) if (path && (await starts(path))) return path;
  return null;
}

/** @param {(line: string) => void} say */
async function installByPlaywright(say) {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  if (!existsSync(cli)) return;
  say('no Chrome or Chromium found; asking Playwright to download one');
  await runCommand(process.execPath, [cli, 'install', 'chromium'], {
    cwd: root,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    timeoutSeconds: 300,
  });
}

/** @param {(line: string) => void} say */
const installByApt = (say) => aptInstall('chromium', say);

/** @typedef {(say: (line: string) => void) => Promise<void>} WayToBring */

/**
 * Path of a Chromium that starts. If there is none, one is installed. `TRUEHIP_CHROMIUM` (or `CHROME_PATH`) may hold
 * the path to use.
 * @param {object} [options] commands pass `say` at most; tests pass the others
 * @param {(line: string) => void} [options.say] prints progress; absent: to stderr
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {() => Promise<readonly string[]>} [options.candidates] possible paths, best first
 * @param {readonly WayToBring[]} [options.ways] ways to install one, tried in order
 * @returns {Promise<string>}
 * @throws {PlainError} when there is none and none can be installed
 */
export async function ensureChromium({
  say = (line) => console.error(`truehip: ${line}`),
  env = process.env,
  candidates = usualCandidates,
  ways = [installByPlaywright, installByApt],
} = {}) {
  const wanted = env['TRUEHIP_CHROMIUM'] || env['CHROME_PATH'];
  if (wanted) {
    if (await starts(wanted)) return wanted;
    throw new PlainError(
      `TRUEHIP_CHROMIUM or CHROME_PATH names "${wanted}", which is not a Chromium that starts; correct or unset it.`,
    );
  }
  let path = await firstThatStarts(candidates);
  for (const bring of ways) {
    if (path) break;
    await bring(say);
    path = await firstThatStarts(candidates);
  }
  if (path) return path;
  throw new PlainError(
    'no Chrome or Chromium was found and none could be installed; install one and run again, or name it in TRUEHIP_CHROMIUM.',
  );
}
