import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/**
 * @typedef {object} CommandResult
 * @property {number} status exit status; 124 when the time limit struck, 127 when the program is not there
 * @property {string} output stdout and stderr together, in order of arrival (empty with `show`)
 */

/**
 * Runs a program without a shell and waits for it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutSeconds?: number, show?: boolean }} [options]
 *   `show` lets the program write to this terminal instead of collecting its output.
 * @returns {Promise<CommandResult>}
 */
export function runCommand(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const timer = options.timeoutSeconds
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, options.timeoutSeconds * 1000)
      : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ status: 127, output: output + error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ status: timedOut ? 124 : (code ?? 1), output });
    });
  });
}

/**
 * Runs npm in a way that works on every system: if npm started this process, the same npm, by Node, without a shell.
 * @param {readonly string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export function runNpm(args, options) {
  const npm = process.env['npm_execpath'];
  if (npm && basename(npm) === 'npm-cli.js') return runCommand(process.execPath, [npm, ...args], options);
  return process.platform === 'win32'
    ? runCommand('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : runCommand('npm', args, options);
}
