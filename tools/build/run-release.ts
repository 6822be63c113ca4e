import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { zipSync } from 'fflate';
import { defineCommand, flag, textOr } from '../shared/command.ts';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { sourceHash } from './build-identity.ts';
import { ensureBuilt } from './ensure-built.ts';

const command = defineCommand({
  name: 'lab -- release',
  about: 'Builds the app and packs it into a zip, the same bytes in every clone of a commit.',
  options: {
    out: textOr('FOLDER', 'where the zip is written', 'tests/out/release'),
    publish: flag('makes a release of it on GitHub, by "gh"; the commit needs the tag of the version'),
  },
});

/** The oldest time that a zip can state, so that no zip knows when it was made. Read in local time, so the zone does not matter. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * @param folder the built app; files whose name begins with a dot stay out
 * @returns a zip with the page at its top, ready to be unpacked into the folder of a server
 */
export async function zipOf(folder: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((one) => one.isFile() && !one.name.startsWith('.'))
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
    .sort();
  const contents = paths.map(async (path) => [path, new Uint8Array(await readFile(join(folder, path)))] as const);
  return zipSync(Object.fromEntries(await Promise.all(contents)), { mtime: NO_TIME, level: 6 });
}

/**
 * What a release must have before it is published.
 * @param tags of the commit
 * @returns what is wrong; null: nothing
 */
export function whyNotPublished(version: string, tags: readonly string[]): string | null {
  if (tags.includes(`v${version}`)) return null;
  const found = tags.length > 0 ? `its tags are ${tags.join(', ')}` : 'it has none';
  return `package.json is at ${version}, so the commit needs the tag v${version}, but ${found}.`;
}

/** @param about the lines of the release */
async function publish(version: string, file: string, about: string): Promise<void> {
  const tags = await runCommand('git', ['tag', '--points-at', 'HEAD'], { cwd: root });
  const refused = whyNotPublished(version, tags.output.split('\n').filter(Boolean));
  if (refused !== null) throw new PlainError(refused);
  const args = ['release', 'create', `v${version}`, file, '--verify-tag', '--title', `Truehip ${version}`];
  const { status, output } = await runCommand('gh', [...args, '--notes', about], { cwd: root });
  if (status !== 0) throw new PlainError(`GitHub's "gh" did not make the release: ${output.trim()}`);
  console.log(output.trim());
}

/** `npm run lab -- release`. */
export async function main(args: readonly string[]): Promise<void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const zip = await zipOf(await ensureBuilt());
  const file = resolve(root, given.values.out, `truehip-${version}.zip`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zip);
  const about = [
    'The built app: unpack the zip into the folder that a web server serves. docs/hosting.md says more.',
    `Build ${sourceHash(root)}, as the technical details of the page show it.`,
    `SHA-256 of the zip: ${createHash('sha256').update(zip).digest('hex')}`,
  ].join('\n');
  console.log(`${file}: ${(zip.length / 1e6).toFixed(1)} MB\n${about}`);
  if (given.values.publish) await publish(version, file, about);
}
