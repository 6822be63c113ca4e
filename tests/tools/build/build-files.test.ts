import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { sourceHash } from '../../../tools/build/build-identity.ts';
import { dropOld } from '../../../tools/build/cached-builds.ts';
import { writeCompressedCopies } from '../../../tools/build/compressed-copies.ts';
import { whyNotPublished, zipOf } from '../../../tools/build/run-release.ts';
import { asText, packageFolderOf, partOf } from '../../../tools/build/third-party.ts';
import { root } from '../../../tools/shared/paths.mjs';

const top = mkdtempSync(join(tmpdir(), 'truehip-build-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** A new folder with these files. */
function below(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(top, 'files-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe('the hash of the sources', () => {
  const app = { 'index.html': 'page', 'src/main.ts': 'start', 'src/app/a.ts': 'a', 'models/manifest.json': '{}' };

  it('is the same in another folder, and of this one sixteen digits', () => {
    expect(sourceHash(below(app))).toBe(sourceHash(below(app)));
    expect(sourceHash(root)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['a changed file', { ...app, 'src/app/a.ts': 'b' }],
    ['a new file', { ...app, 'public/b.js': '' }],
    [
      'a file of another name',
      { 'index.html': 'page', 'src/main.ts': 'start', 'src/app/b.ts': 'a', 'models/manifest.json': '{}' },
    ],
    ['text that moved from one file to the next', { ...app, 'src/app/a.ts': 'as', 'src/main.ts': 'tart' }],
  ])('changes with %s', (_, files) => {
    expect(sourceHash(below(files))).not.toBe(sourceHash(below(app)));
  });

  it('does not change with what the build does not read, nor with weights that were copied into place', () => {
    const more = { ...app, 'README.md': 'words', 'tests/a.test.ts': '', 'models/weights/lite.bin': '0' };
    expect(sourceHash(below(more))).toBe(sourceHash(below(app)));
  });
});

const HOUR = 60 * 60;
const cache = below({});

function aged(name: string, hours: number): string {
  const path = join(cache, name);
  mkdirSync(path);
  const then = Date.now() / 1000 - hours * HOUR;
  utimesSync(path, then, then);
  return path;
}

describe('the cache of builds', () => {
  it('has folders with the given prefix removed after a day without a change', () => {
    const old = aged('code-old', 25);
    const young = aged('code-young', 2);
    const other = aged('frames-old', 25);
    dropOld(cache, 'code-');
    expect([old, young, other].map((path) => existsSync(path))).toEqual([false, true, true]);
  });

  it('keeps what is younger than the days that are named', () => {
    const old = aged('copies-old', 50);
    dropOld(cache, 'copies-', 30);
    expect(existsSync(old)).toBe(true);
    dropOld(cache, 'copies-', 2);
    expect(existsSync(old)).toBe(false);
  });
});

it('copies lie beside each file that becomes smaller, hold the same bytes, and leave out pictures and marks', async () => {
  const script = 'let a = 1;\n'.repeat(500);
  const noise = randomBytes(5000);
  const folder = below({
    'assets/a.js': script,
    'assets/noise.bin': noise,
    'assets/a.png': script,
    '.built-from': script,
  });
  await writeCompressedCopies(folder);
  expect(readdirSync(join(folder, 'assets')).sort()).toEqual(['a.js', 'a.js.br', 'a.js.gz', 'a.png', 'noise.bin']);
  expect(readdirSync(folder).sort()).toEqual(['.built-from', 'assets']);
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets', 'a.js.br'))).toString()).toBe(script);
  expect(gunzipSync(readFileSync(join(folder, 'assets', 'a.js.gz'))).toString()).toBe(script);
});

function built(time: Date, names: readonly string[]): string {
  const folder = below(Object.fromEntries(names.map((name) => [name, `text of ${name}`])));
  for (const name of names) utimesSync(join(folder, name), time, time);
  return folder;
}

const NAMES = ['index.html', '_headers', 'assets/a.js', 'assets/b.bin.br'];

describe('the zip of a release', () => {
  it('holds every file of the build with its page at the top, without the mark of the build', async () => {
    const zip = unzipSync(await zipOf(built(new Date('2026-01-01'), [...NAMES, '.built-from'])));
    expect(Object.keys(zip).sort()).toEqual([...NAMES].sort());
    expect(strFromU8(zip['assets/a.js'] ?? new Uint8Array())).toBe('text of assets/a.js');
  });

  it('has the same bytes whatever the folder, the time and the order in which files were written', async () => {
    const first = await zipOf(built(new Date('2026-01-01'), NAMES));
    const second = await zipOf(built(new Date('2026-07-01'), NAMES.toReversed()));
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

it('a release is published from a commit that has the tag of the version only', () => {
  expect(whyNotPublished('0.2.0', ['v0.2.0', 'latest'])).toBeNull();
  expect(whyNotPublished('0.2.0', ['v0.1.0'])).toContain('needs the tag v0.2.0, but its tags are v0.1.0');
  expect(whyNotPublished('0.2.0', [])).toContain('it has none');
});

const packageOf = (files: Readonly<Record<string, string>>, about: object = {}) =>
  below({ ...files, 'package.json': JSON.stringify({ name: 'x', version: '1.0.0', license: 'MIT', ...about }) });

describe('the licence of a shipped package', () => {
  it('is its own text, with its notice', () => {
    const folder = packageOf({ LICENSE: 'may be used', NOTICE: 'made by us' }, { author: 'A B <a@b.c>' });
    expect(partOf(folder)).toMatchObject({ licence: 'MIT', by: 'A B', text: 'may be used\n\nmade by us' });
  });

  it('is the text in its README, if it brings no file', () => {
    expect(partOf(packageOf({ 'README.md': '# x\n\nuse\n\nLICENSE (MIT)\n---\nmay be used' })).text).toMatch(
      /^LICENSE/,
    );
  });

  it('is the common text of Apache, letter for letter, if that is its licence and it brings none', () => {
    const { text } = partOf(packageOf({}, { license: 'Apache-2.0' }));
    expect(text).toMatch(/^\s*Apache License\s+Version 2\.0/);
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '43070e2d4e532684de521b885f385d0841030efa2b1a20bafb76133a5e1379c1',
    );
  });

  it('stops the build if there is none', () => {
    expect(() => partOf(packageOf({ 'README.md': '# x' }))).toThrow('x 1.0.0 (MIT) has no licence text');
  });
});

describe('a module of the bundle', () => {
  it.each([
    ['/a/node_modules/lit/index.js', /\/node_modules\/lit$/],
    ['\0/a/node_modules/@x/y/z.js?commonjs', /\/node_modules\/@x\/y$/],
    ['/a/node_modules/p/node_modules/q/i.js', /\/p\/node_modules\/q$/],
    ['\0vite/preload-helper.js', /[\\/]node_modules[\\/]vite$/],
  ])('%s belongs to its innermost package', (id, folder) => {
    expect(packageFolderOf(id)).toMatch(folder);
  });

  it('of this project belongs to none', () => {
    expect(packageFolderOf('/a/src/main.ts')).toBe(null);
  });
});

it('a text that several parts share is written once, below the names of all of them', () => {
  const part = { version: '1', licence: 'ISC', by: '', text: 'shared text' };
  const parts = [
    { ...part, name: 'a' },
    { ...part, name: 'b' },
  ];
  expect(asText(parts)).toMatch(/=\na 1: ISC\nb 1: ISC\n=+\n\nshared text\n$/);
  expect(asText(parts).match(/shared text/g)).toHaveLength(1);
});
