import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';
import { runCommand } from '../../../tools/shared/run-command.mjs';

const top = mkdtempSync(join(tmpdir(), 'truehip-twice-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** The SHA-256 of each file of a build. */
async function built(name: string): Promise<Readonly<Record<string, string>>> {
  const folder = join(top, name);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  // Another zone, locale and folder, since a build must depend on none of them.
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TZ: name === 'one' ? 'UTC' : 'Asia/Tokyo',
    LANG: name === 'one' ? 'C' : 'de_DE.UTF-8',
  };
  const { status, output } = await runCommand(process.execPath, args, { cwd: root, env });
  expect(status, output).toBe(0);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const hashes = files.map((one): [string, string] => {
    const file = join(one.parentPath, one.name);
    return [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
  return Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

it('two builds of the same sources are identical, byte for byte', async () => {
  const one = await built('one');
  const two = await built('two');
  expect(Object.keys(one).length).toBeGreaterThan(50);
  for (const name of ['index.html', 'service-worker.js', 'THIRD-PARTY.txt', '_headers', 'index.html.br'])
    expect(Object.keys(one)).toContain(name);
  expect(two).toEqual(one);
}, 300_000);
