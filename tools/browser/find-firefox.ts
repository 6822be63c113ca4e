import { delimiter, join } from 'node:path';
import { EXIT } from '../shared/exit-error.ts';
import { aptInstall, browserStarts, findProgram, type Search } from '../shared/find-program.ts';
import { say } from '../shared/progress.ts';

const names = ['firefox-esr', 'firefox'];

/** Paths where a Firefox may be, best first. */
function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
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

const FIREFOX = {
  variables: ['TRUEHIP_FIREFOX'],
  is: 'a Firefox that starts',
  works: (path: string) => browserStarts(path, /Firefox/),
  status: EXIT.unforeseen,
};

/**
 * Path of a Firefox that starts, or null. Only its own tests need it. `TRUEHIP_FIREFOX` names one.
 * @throws {PlainError} when the named one does not start
 */
export const findFirefox = (search: Search = {}): Promise<string | null> =>
  findProgram(FIREFOX, { candidates: () => usualPlaces(process.env, process.platform), ways: [], ...search });

/** The same for `npm test`: tries to install the system's package, and prints one line if there is no Firefox. */
export async function ensureFirefox(): Promise<string | null> {
  const path = await findFirefox({ ways: [() => aptInstall('firefox-esr')] });
  if (!path) say('no Firefox was found and none could be installed: its tests are skipped (TRUEHIP_FIREFOX names one)');
  return path;
}
