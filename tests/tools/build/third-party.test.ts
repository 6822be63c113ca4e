import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asText, packageFolderOf, partOf } from '../../../tools/build/third-party.ts';

const top = mkdtempSync(join(tmpdir(), 'truehip-licences-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let count = 0;
function packageOf(files: Readonly<Record<string, string>>, about: object = {}): string {
  count += 1;
  const folder = join(top, String(count));
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'x', version: '1.0.0', license: 'MIT', ...about }),
  );
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

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
