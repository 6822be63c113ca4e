import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { filesBelow } from './repository-files.ts';

/** A file of `src` or `workers`: path from the top folder, with forward slashes. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/**
 * What somebody who takes the project over has to know by name, and how much of it there may be. Only an issue raises a limit; whoever
 * brings a name takes another one away.
 */
export const NAME_BUDGET = Object.freeze({
  'source files': 600,
  'lines of source': 79_000,
  'custom elements': 88,
  addresses: 23,
  'strings in English': 2900,
  'strings in German': 2900,
  'optional fields': 385,
});

type Name = keyof typeof NAME_BUDGET;

const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const IMPORTS = /^import[^;]*;/gm;
const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
const ELEMENT = /^@customElement\('/gm;
const OPTIONAL = /^\s+(?:readonly )?#?\w+\?: /gm;
/** The router names its screens before the addresses of before. */
const MOVED = /^const MOVED\b/m;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How many literals of a file hold a word: two letters or more. */
const stringsIn = (text: string): number =>
  (text.replace(IMPORTS, '').replace(COMMENTS, '').match(LITERAL) ?? []).filter((one) => /\p{L}{2}/u.test(one)).length;

const addressesIn = (text: string): number =>
  new Set((text.replace(COMMENTS, '').split(MOVED)[0] ?? '').match(/'[a-z-]+'/g)).size;

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** Counts the names of the whole source. */
export function countNames(sources: readonly SourceText[]): Readonly<Record<Name, number>> {
  const sum = (of: (one: SourceText) => number) => sources.reduce((total, one) => total + of(one), 0);
  const stringsBelow = (folder: string) => sum(({ file, text }) => (file.startsWith(folder) ? stringsIn(text) : 0));
  return {
    'source files': sources.length,
    'lines of source': sum(({ text }) => linesOf(text)),
    'custom elements': sum(({ text }) => countOf(text, ELEMENT)),
    addresses: sum(({ file, text }) => (file.endsWith('/router.ts') ? addressesIn(text) : 0)),
    'strings in English': stringsBelow('src/i18n/en/'),
    'strings in German': stringsBelow('src/i18n/de/'),
    'optional fields': sum(({ text }) => countOf(text, OPTIONAL)),
  };
}

/** @returns one line for each limit that is passed */
export function overNameBudget(counts: Readonly<Record<Name, number>>): string[] {
  return (Object.keys(NAME_BUDGET) as Name[])
    .filter((name) => counts[name] > NAME_BUDGET[name])
    .map((name) => `${counts[name]} ${name}; at most ${NAME_BUDGET[name]}`);
}

/** Counts the names of this repository. */
export async function namesHere(): Promise<Readonly<Record<Name, number>>> {
  const files = (await Promise.all(['src', 'workers'].map((folder) => filesBelow(folder)))).flat();
  const sources = files.filter((file) => file.endsWith('.ts'));
  return countNames(
    await Promise.all(sources.map(async (file) => ({ file, text: await readFile(join(root, file), 'utf8') }))),
  );
}
