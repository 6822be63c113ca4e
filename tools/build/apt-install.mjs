import { existsSync } from 'node:fs';
import { runCommand } from '../shared/run-command.mjs';

/**
 * Tries to install a package on a Debian-like system. Does nothing on other systems, or without the permission.
 * @param {string} name
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 */
export async function aptInstall(name, say) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  const apt = (/** @type {string[]} */ ...args) =>
    runCommand(isRoot ? 'apt-get' : 'sudo', [...(isRoot ? [] : ['-n', 'apt-get']), ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeoutSeconds: 420,
    });
  say(`installing the ${name} package of this system`);
  const update = await apt('update', '-qq');
  if (update.status !== 0 && !isRoot) return;
  await apt('install', '-y', '--no-install-recommends', name);
}
