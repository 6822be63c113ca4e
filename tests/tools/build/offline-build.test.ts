import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appFiles } from '../../../tools/build/offline-build.ts';

const shipped = fileURLToPath(new URL('../../../public', import.meta.url));

interface Manifest {
  readonly start_url: string;
  readonly display: string;
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
    readonly purpose: string;
  }[];
}

describe('the list of the files of the app', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'truehip-files-'));
    mkdirSync(join(folder, 'assets'));
    for (const name of ['index.html', 'THIRD-PARTY.txt', 'offline.json', 'service-worker.js', '.built-from'])
      writeFileSync(join(folder, name), 'text');
    for (const name of ['app-1.js', 'heavy-1.bin', 'model-1.json', 'loop-1.webm'])
      writeFileSync(join(folder, 'assets', name), '12345');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('separates files that are always stored from files stored on request, without itself', async () => {
    const { shell, keepable } = await appFiles(folder);
    expect(shell).toEqual(['THIRD-PARTY.txt', 'assets/app-1.js', 'index.html']);
    expect(keepable).toEqual(
      ['heavy-1.bin', 'loop-1.webm', 'model-1.json'].map((name) => ({ path: `assets/${name}`, bytes: 5 })),
    );
  });
  it('changes the name of the build only when the content of a file changes', async () => {
    const { build } = await appFiles(folder);
    writeFileSync(join(folder, '.built-from'), 'changed');
    expect((await appFiles(folder)).build).toBe(build);
    writeFileSync(join(folder, 'index.html'), 'changed');
    expect((await appFiles(folder)).build).not.toBe(build);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(readFileSync(join(shipped, 'truehip.webmanifest'), 'utf8')) as Manifest;

  it('has icons of their stated sizes, one of them maskable', () => {
    for (const { src, sizes, type } of manifest.icons) {
      const content = readFileSync(join(shipped, src));
      if (type === 'image/png') {
        // Width and height are in the first chunk of a PNG.
        expect(`${content.readUInt32BE(16)}x${content.readUInt32BE(20)}`).toBe(sizes);
      } else expect(content.toString()).toContain('<svg');
    }
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  });
});
