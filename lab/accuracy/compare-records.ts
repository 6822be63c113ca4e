import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from '../../tools/shared/command.ts';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';

const command = defineCommand({
  name: 'lab -- compare-records',
  forms: ['BEFORE AFTER'],
  about: `Compares two folders of records, as "npm run accuracy -- --keep-records DIR" keeps them, number for number. For a change that
must not change what is measured: keep the records before it and after it, then compare.`,
  options: {},
  more: 'Exit status: 0 all are identical; 2 wrong use; 3 no such folder; 14 a record differs or is missing.',
});

/** Differences shown of one record. */
const SHOWN = 3;

/** Fields that are new in every run. */
const RUN_FIELDS = new Set(['id', 'startedAt']);

/**
 * Where two values differ.
 * @returns one line for each place, `path: before / after`
 */
export function differencesOf(before: unknown, after: unknown, path: string = ''): string[] {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return Object.is(before, after) ? [] : [`${path}: ${shown(before)} / ${shown(after)}`];
  const left = before as Record<string, unknown>;
  const right = after as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys]
    .filter((key) => path !== '' || !RUN_FIELDS.has(key))
    .flatMap((key) => differencesOf(left[key], right[key], `${path}/${key}`));
}

const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

async function recordNames(folder: string) {
  if (!existsSync(folder)) throw new ExitError(EXIT.noFile, `there is no folder "${folder}".`);
  return (await readdir(folder)).filter((name) => name.endsWith('.record.json')).sort();
}

const readRecord = async (folder: string, name: string) =>
  JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown;

async function compareFolders(before: string, after: string) {
  const [old, now] = [await recordNames(before), await recordNames(after)];
  const missing = [...old.filter((name) => !now.includes(name)), ...now.filter((name) => !old.includes(name))];
  const lines: string[] = missing.map((name) => `${name}: in one folder only`);
  for (const name of old.filter((one) => now.includes(one))) {
    const places = differencesOf(await readRecord(before, name), await readRecord(after, name));
    if (places.length === 0) continue;
    lines.push(`${name}: ${places.length} values differ`, ...places.slice(0, SHOWN).map((place) => `  ${place}`));
  }
  console.log(lines.length === 0 ? `${old.length} records are identical.` : lines.join('\n'));
  return lines.length === 0 ? 0 : EXIT.changed;
}

/** `npm run lab -- compare-records`. */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const [before, after, ...more] = given.words;
  if (before === undefined || after === undefined || more.length > 0) throw command.usage('two folders are compared');
  return compareFolders(before, after);
}
