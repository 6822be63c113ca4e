import { delimiter, join } from 'node:path';
import { aptInstall } from '../build/apt-install.mjs';
import { browserStarts } from './browser-starts.mjs';
import { PlainError } from '../shared/plain-error.mjs';

const names = ['firefox-esr', 'firefox'];

/** @param {string} path */
const starts = (path) => browserStarts(path, /Firefox/);

/**
 * Paths where a Firefox may be, best first.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
function usualPlaces(env, platform) {
  if (platform === 'darwin')
    return ['/Applications', join(env['HOME'] ?? '/', 'Applications')].map((folder) =>
      join(folder, 'Firefox.app/Contents/MacOS/firefox'),
    );
  if (platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].flatMap((folder) =>
      folder ? [join(folder, 'Mozilla Firefox', 'firefox.exe')] : [],
    );
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

/** @param {() => readonly string[]} candidates */
async function firstThatStarts(candidates) {
  for (const path of candidates()) if (await starts(path)) return path;
  return null;
}

/**
 * Path of a Firefox that starts, or null. Only its own tests need it. `TRUEHIP_FIREFOX` names one.
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {() => readonly string[]} [options.candidates] possible paths, best first
 * @param {() => Promise<void>} [options.bring] installs one when there is none; absent: nothing is installed
 * @returns {Promise<string | null>}
 * @throws {PlainError} when the named one does not start
 */
export async function findFirefox({
  env = process.env,
  candidates = () => usualPlaces(process.env, process.platform),
  bring = async () => {},
} = {}) {
  const wanted = env['TRUEHIP_FIREFOX'];
  if (wanted) {
    if (await starts(wanted)) return wanted;
    throw new PlainError(`TRUEHIP_FIREFOX names "${wanted}", which is not a Firefox that starts; correct or unset it.`);
  }
  const found = await firstThatStarts(candidates);
  if (found) return found;
  await bring();
  return firstThatStarts(candidates);
}

/**
 * The same for `npm test`: tries to install the system's package, and prints one line if there is no Firefox.
 * @param {(line: string) => void} [say]
 */
export async function ensureFirefox(say = (line) => console.error(`truehip: ${line}`)) {
  const path = await findFirefox({ bring: () => aptInstall('firefox-esr', say) });
  if (!path) say('no Firefox was found and none could be installed: its tests are skipped (TRUEHIP_FIREFOX names one)');
  return path;
}
