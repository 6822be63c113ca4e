import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { EXIT } from '../shared/exit-error.ts';
import { aptInstall, browserStarts, findProgram, type Program, type Search } from '../shared/find-program.ts';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { say } from '../shared/progress.ts';

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

/**
 * tsx marks each function with its name, by a helper that a page does not have: a page in which functions of a tool run needs it
 * before them.
 */
export const FUNCTION_NAMES = 'globalThis.__name ??= (marked) => marked;';

const names = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser'];

/** Paths where a Chrome or Chromium may be, best first. */
export function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
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

async function installByPlaywright() {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  if (!existsSync(cli)) return;
  say('no Chrome or Chromium found; asking Playwright to download one');
  await runCommand(process.execPath, [cli, 'install', 'chromium'], {
    cwd: root,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    timeoutSeconds: 300,
  });
}

const CHROMIUM = {
  variables: ['TRUEHIP_CHROMIUM', 'CHROME_PATH'],
  is: 'a Chromium that starts',
  works: (path: string) => browserStarts(path, /Chrom/),
  status: EXIT.unforeseen,
};

/**
 * Path of a Chromium that starts. If there is none, one is installed. `TRUEHIP_CHROMIUM` (or `CHROME_PATH`) may hold
 * the path to use.
 * @throws {PlainError} when there is none and none can be installed
 */
export async function ensureChromium(search: Search = {}): Promise<string> {
  const found = await findProgram(CHROMIUM, {
    candidates: usualCandidates,
    ways: [installByPlaywright, () => aptInstall('chromium')],
    ...search,
  });
  if (found) return found;
  throw new PlainError(
    'no Chrome or Chromium was found and none could be installed; install one and run again, or name it in TRUEHIP_CHROMIUM.',
  );
}

const SHELL: Program = {
  variables: ['TRUEHIP_HEADLESS_SHELL'],
  is: 'a headless shell of Chromium that starts',
  works: (path) => browserStarts(path, /Chrom/),
  status: EXIT.unforeseen,
};

/**
 * Path of the shell of Chromium that draws no window, in which screens are tested in half the time; null: this system has none. Root of a Debian
 * gets its package.
 */
export const ensureHeadlessShell = (search: Search = {}): Promise<string | null> =>
  findProgram(SHELL, {
    candidates: () => ['/usr/bin/chromium-headless-shell'],
    ways: process.getuid?.() === 0 ? [() => aptInstall('chromium-headless-shell')] : [],
    ...search,
  });
