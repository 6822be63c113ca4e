import { accessSync, constants, existsSync } from 'node:fs';
import { ExitError } from './exit-error.ts';
import { say } from './progress.ts';
import { runCommand } from './run-command.mjs';

export interface Program {
  /** Variables of the environment that may name one, and of which each other one stands in for the first. */
  readonly variables: readonly string[];
  /** What it is, as in "which is not …". */
  readonly is: string;
  readonly works: (path: string) => Promise<boolean>;
  /** Exit status when the named one does not work. */
  readonly status: number;
}

/** How it is looked for; tests have ways of their own. */
export interface Search {
  readonly env?: NodeJS.ProcessEnv;
  /** Names or paths to try, best first. */
  readonly candidates?: () => Promise<readonly string[]> | readonly string[];
  /** Ways to install one, tried in order. */
  readonly ways?: readonly (() => Promise<void>)[];
}

/**
 * The first of the candidates that works. If there is none, one is installed.
 * @returns null when there is none and none can be installed
 * @throws {ExitError} when the environment names one that does not work
 */
export async function findProgram(
  { variables, is, works, status }: Program,
  { env = process.env, candidates, ways }: Required<Omit<Search, 'env'>> & Search,
): Promise<string | null> {
  const named = variables.map((name) => env[name]).find(Boolean);
  if (named) {
    if (await works(named)) return named;
    throw new ExitError(status, `${variables.join(' or ')} names "${named}", which is not ${is}; correct or unset it.`);
  }
  for (const bring of [async () => undefined, ...ways]) {
    await bring();
    for (const path of await candidates()) if (path && (await works(path))) return path;
  }
  return null;
}

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a file is a browser that starts. Ubuntu ships scripts with such names that only ask for a snap, and a
 * downloaded browser may lack libraries. On Windows `--version` opens a window, so there it is enough that the file
 * exists.
 * @param name what its `--version` must say
 */
export async function browserStarts(path: string, name: RegExp) {
  if (!isExecutable(path)) return false;
  if (process.platform === 'win32') return true;
  const { status, output } = await runCommand(path, ['--version'], { timeoutSeconds: 30 });
  return status === 0 && name.test(output);
}

/** Tries to install a package on a Debian-like system. Does nothing on other systems, or without the permission. */
export async function aptInstall(name: string): Promise<void> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  const apt = (...args: string[]) =>
    runCommand(isRoot ? 'apt-get' : 'sudo', [...(isRoot ? [] : ['-n', 'apt-get']), ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeoutSeconds: 420,
    });
  say(`installing the ${name} package of this system`);
  const update = await apt('update', '-qq');
  if (update.status !== 0 && !isRoot) return;
  await apt('install', '-y', '--no-install-recommends', name);
}
