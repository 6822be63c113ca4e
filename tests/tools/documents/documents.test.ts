import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';
import { yourData as german } from '../../../src/i18n/de/diagnostics.ts';
import { yourData } from '../../../src/i18n/en/diagnostics.ts';
import { common as germanCommon } from '../../../src/i18n/de/common.ts';
import { common } from '../../../src/i18n/en/common.ts';

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.cache', 'out', 'test-results', 'playwright-report']);

/** Files below a folder; paths from the top folder, with forward slashes. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(path);
    return [relative(root, path).split(sep).join('/')];
  });

const FILES = filesBelow(root);
const FILE_NAMES: ReadonlySet<string> = new Set(FILES.map((path) => basename(path)));
const DOCUMENTS = FILES.filter((path) => path.endsWith('.md'));

/** Link targets of a document, without other sites and marks within a page; paths from the top folder. */
const linksIn = (document: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(document), target));

/** Marks of the headings of a document, as the sites that show it make them. */
const marksOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Links to a heading that its document does not have. */
const missingMarks = (document: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#\s]*\.md)?#([^)\s]+)\)/g)].flatMap(([, target, mark = '']) => {
    const there = target === undefined ? text : readFileSync(join(root, dirname(document), target), 'utf8');
    return marksOf(there).includes(mark) ? [] : [`${target ?? ''}#${mark}`];
  });

/** Paths in code style that name one file or folder of the repository. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:src|workers|tests|tools|docs|models|public)\/[\w./-]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !path.startsWith('tests/out/') && !path.startsWith('models/weights'));

/** Names of source files in code style without a folder, as a folder's `README.md` lists its own. */
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([a-z\d.-]+\.(?:ts|mjs))`/g)].map(([, name = '']) => name);

/** The change log and the cards of the networks name files of earlier versions. */
const isHistory = (document: string): boolean =>
  document === 'CHANGELOG.md' || /^models\/pelvis-.*\.md$/.test(document);

const missing = (document: string, text: string): readonly string[] => [
  ...[...linksIn(document, text), ...(isHistory(document) ? [] : pathsIn(text))].filter(
    (path) => !existsSync(join(root, path)),
  ),
  ...(isHistory(document) ? [] : namesIn(text).filter((name) => !FILE_NAMES.has(name))),
];

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  it('names only files that exist', () => {
    expect(missing(document, text)).toEqual([]);
  });

  it('links only to headings that exist', () => {
    expect(missingMarks(document, text)).toEqual([]);
  });

  it('refers to no issue, session or folder outside the repository', () => {
    expect(text).not.toMatch(/\bissue \d|\bseed \d{3}\b|\.\.\/shared|\bsession \d/);
  });
});

const readme = readFileSync('README.md', 'utf8');
const { homepage } = JSON.parse(readFileSync('package.json', 'utf8')) as { homepage: string };

describe('the README', () => {
  it('has in its first line the address that package.json names, which a fork changes', () => {
    expect(homepage).toMatch(/^https:\/\/.*\/$/);
    expect(readme.split('\n')[0]).toContain(`<${homepage}>`);
  });

  it('names no other place of the app, and one command to start it', () => {
    const addresses = [...readme.matchAll(/<(https?:[^>]*)>/g)].map(([, address]) => address);
    expect(addresses).toEqual([homepage]);
    expect(/```\n(.*)/.exec(readme)?.[1]).toMatch(/^npm start /);
  });
});

describe('the privacy text', () => {
  it('has ten lines in each language, and docs/privacy.md has the same ones as the app', () => {
    expect([yourData.privacy.lines.length, german.privacy.lines.length]).toEqual([10, 10]);
    const written = readFileSync('docs/privacy.md', 'utf8').matchAll(/^\d+\. (.*)$/gm);
    expect([...written].map(([, line]) => line)).toEqual(yourData.privacy.lines);
  });

  it('names the page by its heading', () => {
    expect(yourData.privacy.lines.at(-1)).toContain(`“${common.yourData}”`);
    expect(german.privacy.lines.at(-1)).toContain(`„${germanCommon.yourData}“`);
  });
});
