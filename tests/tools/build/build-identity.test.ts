import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sourceHash } from '../../../tools/build/build-identity.ts';
import { policyOfPage } from '../../../tools/build/page-policy.ts';
import { root } from '../../../tools/shared/paths.mjs';

describe('the hash of the sources', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const clone = (files: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'truehip-clone-'));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };
  const app = { 'index.html': 'page', 'src/main.ts': 'start', 'src/app/a.ts': 'a', 'models/manifest.json': '{}' };

  it('is the same in another folder, and of this one sixteen digits', () => {
    expect(sourceHash(clone(app))).toBe(sourceHash(clone(app)));
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
    expect(sourceHash(clone(files))).not.toBe(sourceHash(clone(app)));
  });

  it('does not change with what the build does not read, nor with weights that were copied into place', () => {
    const more = { ...app, 'README.md': 'words', 'tests/a.test.ts': '', 'models/weights/lite.bin': '0' };
    expect(sourceHash(clone(more))).toBe(sourceHash(clone(app)));
  });
});

describe('the policy that a page states', () => {
  it('is that of the headers, without what browsers take from a header only', () => {
    expect(policyOfPage).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; .*connect-src 'self'/);
    expect(policyOfPage).not.toMatch(/frame-ancestors|sandbox|report/);
  });
});
