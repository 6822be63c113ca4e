import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sourceHash } from '../../../tools/build/build-identity.ts';
import { root } from '../../../tools/shared/paths.mjs';
import { runCommand } from '../../../tools/shared/run-command.mjs';

// On the disk of the packages, which are linked and not copied.
mkdirSync(join(root, 'tests', 'out'), { recursive: true });
const top = mkdtempSync(join(root, 'tests', 'out', 'clones-'));
/** Milliseconds. Thousands of links go. */
const patience = 120_000;
afterAll(() => rmSync(top, { recursive: true, force: true }), patience);

/** The installed packages and the kept compressed copies, file by file: a link to the folder would lead the bundler back here. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile()) linkSync(source, target);
    else if (!/^\.(vite|vite-temp)$|^tsc$/.test(entry.name)) linkPackages(source, target);
  }
}

/** A clone of this repository's newest commit. */
function clone(name: string): string {
  const folder = join(top, name);
  const { status, stderr } = spawnSync(
    'git',
    ['clone', '--quiet', '--no-local', '--depth', '1', `file://${root}`, folder],
    {
      encoding: 'utf8',
    },
  );
  expect(status, stderr).toBe(0);
  linkPackages(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The SHA-256 of each file that a build in a clone makes. */
async function built(folder: string, env: NodeJS.ProcessEnv): Promise<Readonly<Record<string, string>>> {
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, output } = await runCommand(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  expect(status, output).toBe(0);
  const dist = join(folder, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const hashes = files.map((one): [string, string] => {
    const file = join(one.parentPath, one.name);
    return [file.slice(dist.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
  return Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isRepository = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root }).status === 0;

it('builds of one commit in two clones are identical, byte for byte, and show the same hash', async () => {
  if (!isRepository) return console.log('  no git repository here: nothing to clone');
  const folders = [clone('one'), clone('somewhere else, and of another name')] as const;
  // Another zone and language as well, since a build must depend on none of them.
  const one = await built(folders[0], { TZ: 'UTC', LANG: 'C' });
  const two = await built(folders[1], { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' });
  expect(Object.keys(one).length).toBeGreaterThan(50);
  for (const name of ['index.html', 'service-worker.js', 'THIRD-PARTY.txt', '_headers', 'index.html.br'])
    expect(Object.keys(one)).toContain(name);
  expect(two).toEqual(one);

  const hash = sourceHash(folders[0]);
  expect(sourceHash(folders[1])).toBe(hash);
  const app = Object.keys(one).find((name) => /^assets.app-[^.]*\.js$/.test(name)) ?? '';
  expect(readFileSync(join(folders[0], 'dist', app), 'utf8')).toContain(hash);
}, 900_000);
