import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { filesBelow } from './repository-files.mjs';

/** @typedef {{ file: string, lines: number, bytes: number }} TreeFile path from the top folder, with forward slashes */

const mostFilesInFolder = 25;
const mostLines = 500;
const smallLines = 25;
const fewerSmallFilesThan = 40;
const mostReadmeBytes = 6000;
const mostDocumentBytes = 12_000;

/** Folders of data or of one tool's own packages. */
const withoutReadme = new Set(['assets', 'data', 'golden', 'out', 'recipes']);

/** @param {TreeFile} file */
const isSource = ({ file }) => /^(src|workers|tools)\/.*\.(ts|mjs)$/.test(file);

/** @param {TreeFile} file */
const isTest = ({ file }) => /^tests\/.*\.(ts|mjs)$/.test(file);

/**
 * Whether a file may be small: the first file of a command, a contract or a stub.
 * @param {TreeFile} file
 */
const maySmall = ({ file }) => /^tools\/[^/]+\.mjs$|\.api\.ts$|^workers\/stubs\//.test(file);

/** @param {readonly TreeFile[]} sources @returns {string[]} */
function crowdedFolders(sources) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { file } of sources) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > mostFilesInFolder)
    .map(([folder, count]) => `${folder}: ${count} source files; at most ${mostFilesInFolder}`);
}

/** @param {readonly TreeFile[]} sources @returns {string[]} */
function smallFiles(sources) {
  const small = sources.filter((one) => one.lines < smallLines && !maySmall(one)).map(({ file }) => file);
  if (small.length < fewerSmallFilesThan) return [];
  const rule = `fewer than ${fewerSmallFilesThan} files under ${smallLines} lines; there are ${small.length}`;
  return [`${rule}: ${small.join(', ')}`];
}

/**
 * The folders that need a README: two levels of `src`, `workers`, `tools`, `models` and of the lab, one level of
 * `tests`, whose unit tests mirror the sources below that.
 * @param {string} folder
 */
const needsReadme = (folder) =>
  /^(src|workers|tools|models)(\/[^/]+){0,2}$|^tests(\/lab)?(\/[^/]+)?$/.test(folder) &&
  !folder.split('/').some((name) => withoutReadme.has(name));

/** @param {readonly TreeFile[]} files @returns {string[]} */
function missingReadmes(files) {
  const paths = new Set(files.map(({ file }) => file));
  const folders = new Set(files.flatMap(({ file }) => foldersAbove(file)));
  return [...folders]
    .filter((folder) => needsReadme(folder) && !paths.has(`${folder}/README.md`))
    .map((folder) => `${folder}: no README.md`);
}

/** @param {string} file @returns {string[]} */
function foldersAbove(file) {
  const names = dirname(file).split('/');
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}

/** @param {readonly TreeFile[]} files @returns {string[]} */
function longDocuments(files) {
  /** @param {string} file */
  const limit = (file) => {
    if (file === 'README.md') return mostReadmeBytes;
    // Written by `npm run accuracy` and `npm run real-clips`.
    const written = /^docs\/.*\.md$/.test(file) && !/^docs\/validation\/(results[^/]*|real-clips)\.md$/.test(file);
    return written ? mostDocumentBytes : Infinity;
  };
  return files
    .filter(({ file, bytes }) => bytes > limit(file))
    .map(({ file, bytes }) => `${file}: ${bytes} bytes; at most ${limit(file)}`);
}

/**
 * The shape of the tree:
 * - a folder of `src`, `workers`, `tools` or `tests` holds at most 25 source files;
 * - a source file of `src`, `workers` or `tools` has at most 500 lines;
 * - fewer than 40 of these source files have under 25 lines. Not counted: `tools/*.mjs`, which start a command,
 *   contracts (`*.api.ts`) and `workers/stubs`;
 * - every folder that `needsReadme` names has a README.md, and that of the top folder has at most 6000 bytes;
 * - a page of `docs` has at most 12 kB. The generated pages of results may be longer.
 * @param {readonly TreeFile[]} files
 * @returns {string[]} one line for each breach
 */
export function treeBreaches(files) {
  const sources = files.filter(isSource);
  const long = sources.filter(({ lines }) => lines > mostLines);
  return [
    ...crowdedFolders([...sources, ...files.filter(isTest)]),
    ...long.map(({ file, lines }) => `${file}: ${lines} lines; at most ${mostLines}`),
    ...smallFiles(sources),
    ...missingReadmes(files),
    ...longDocuments(files),
  ];
}

/** Checks this repository with `treeBreaches`. */
export async function treeBreachesHere() {
  const folders = ['src', 'workers', 'tools', 'models', 'tests', 'docs'];
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
