import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { filesBelow } from './repository-files.ts';

/** Path from the top folder, with forward slashes. */
type TreeFile = { file: string; lines: number; bytes: number };

const mostLines = 500;
const smallLines = 25;
const fewerSmallFilesThan = 40;
const mostReadmeBytes = 6000;
const mostDocumentBytes = 10_000;
const mostBytesOfDocuments = 160_000;

/** Folders of data or of one tool's own packages. */
const withoutReadme = new Set(['assets', 'data', 'golden', 'out', 'recipes']);

const isSource = ({ file }: TreeFile) =>
  /^(src|workers|tools|lab)\/.*\.(ts|mjs)$/.test(file) && !file.endsWith('.test.ts');

/** Whether a file may be small: the first file of a command, or a contract. */
const maySmall = ({ file }: TreeFile) => /^tools\/[^/]+\.mjs$|\.api\.ts$/.test(file);

function smallFiles(sources: readonly TreeFile[]): string[] {
  const small = sources
    .filter((one) => one.lines < smallLines && !maySmall(one) && !one.file.startsWith('lab/'))
    .map(({ file }) => file);
  if (small.length < fewerSmallFilesThan) return [];
  const rule = `fewer than ${fewerSmallFilesThan} files under ${smallLines} lines; there are ${small.length}`;
  return [`${rule}: ${small.join(', ')}`];
}

/** The folders that need a README: one level of `src`, `workers`, `tools`, `models`, `tests` and the laboratory. */
const needsReadme = (folder: string) =>
  /^(src|workers|tools|models|lab|tests)(\/[^/]+)?$/.test(folder) &&
  !folder.split('/').some((name) => withoutReadme.has(name));

function missingReadmes(files: readonly TreeFile[]): string[] {
  const paths = new Set(files.map(({ file }) => file));
  const folders = new Set(files.flatMap(({ file }) => foldersAbove(file)));
  return [...folders]
    .filter((folder) => needsReadme(folder) && !paths.has(`${folder}/README.md`))
    .map((folder) => `${folder}: no README.md`);
}

function foldersAbove(file: string): string[] {
  const names = dirname(file).split('/');
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}

function longDocuments(files: readonly TreeFile[]): string[] {
  const pages = files.filter(({ file }) => /^docs\/.*\.md$/.test(file));
  const all = pages.reduce((sum, { bytes }) => sum + bytes, 0);
  const long = [
    ...files.filter(({ file, bytes }) => file === 'README.md' && bytes > mostReadmeBytes),
    ...pages.filter(({ bytes }) => bytes > mostDocumentBytes),
  ];
  return [
    ...long.map(
      ({ file, bytes }) =>
        `${file}: ${bytes} bytes; at most ${file === 'README.md' ? mostReadmeBytes : mostDocumentBytes}`,
    ),
    ...(all > mostBytesOfDocuments ? [`docs: ${all} bytes of pages; at most ${mostBytesOfDocuments}`] : []),
  ];
}

/**
 * The shape of the tree:
 * - a source file of `src`, `workers`, `tools` or `lab` has at most 500 lines;
 * - fewer than 40 of these source files have under 25 lines. Not counted: `tools/*.mjs`, which start a command,
 *   and contracts (`*.api.ts`);
 * - every folder that `needsReadme` names has a README.md, and that of the top folder has at most 6000 bytes;
 * - a page of `docs` has at most 10 kB, and all of them together at most 160 kB.
 * @returns one line for each breach
 */
export function treeBreaches(files: readonly TreeFile[]): string[] {
  const sources = files.filter(isSource);
  const long = sources.filter(({ lines }) => lines > mostLines);
  return [
    ...long.map(({ file, lines }) => `${file}: ${lines} lines; at most ${mostLines}`),
    ...smallFiles(sources),
    ...missingReadmes(files),
    ...longDocuments(files),
  ];
}

/** Checks this repository with `treeBreaches`. */
export async function treeBreachesHere() {
  const folders = ['src', 'workers', 'tools', 'models', 'tests', 'lab', 'docs'];
  const files = (await Promise.all(folders.map((folder) => filesBelow(folder)))).flat();
  const measured = [...files, 'README.md'].map(async (file) => {
    const path = join(root, file);
    const { size: bytes } = await stat(path);
    // A newline ends the last line and begins none.
    const lines = /\.(ts|mjs)$/.test(file) ? (await readFile(path, 'utf8')).trimEnd().split('\n').length : 0;
    return { file, lines, bytes };
  });
  return treeBreaches(await Promise.all(measured));
}
