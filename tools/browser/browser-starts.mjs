import { accessSync, constants } from 'node:fs';
import { runCommand } from '../shared/run-command.mjs';

/** @param {string} path */
function isExecutable(path) {
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
 * @param {string} path
 * @param {RegExp} name what its `--version` must say
 */
export async function browserStarts(path, name) {
  if (!isExecutable(path)) return false;
  if (process.platform === 'win32') return true;
  const { status, output } = await runCommand(path, ['--version'], { timeoutSeconds: 30 });
  return status === 0 && name.test(output);
}
