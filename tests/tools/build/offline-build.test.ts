import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOffline, appFiles } from '../../../tools/build/offline-build.ts';

const shipped = fileURLToPath(new URL('../../../public', import.meta.url));

interface Manifest {
  readonly start_url: string;
  readonly scope: string;
  readonly shortcuts: readonly { readonly url: string }[];
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
    const { shell, keepable, pages, types } = await appFiles(folder);
    expect(shell.map(({ path }) => path)).toEqual(['THIRD-PARTY.txt', 'assets/app-1.js', 'index.html']);
    const hash = createHash('sha256').update('12345').digest('base64').slice(0, 16);
    expect(keepable).toEqual(
      ['heavy-1.bin', 'loop-1.webm', 'model-1.json'].map((name) => ({ path: `assets/${name}`, bytes: 5, hash })),
    );
    expect(pages).toEqual({ 'index.html': 'text' });
    expect(Object.keys(types).sort()).toEqual(['.html', '.js', '.json', '.txt', '.webm']);
  });
  it('has its hash in the service worker, whose name changes only when the content of a file does', async () => {
    const worker = async () => {
      await addOffline(folder);
      return readFileSync(join(folder, 'service-worker.js'), 'utf8');
    };
    const first = await worker();
    const list = readFileSync(join(folder, 'offline.json'));
    expect(first).toContain(createHash('sha256').update(list).digest('base64').slice(0, 16));
    const nameOf = (script: string) => /build:.([0-9a-f]{16})\b/.exec(script)?.[1];
    expect(nameOf(first)).toBeDefined();
    writeFileSync(join(folder, '.built-from'), 'changed');
    expect(await worker()).toBe(first);
    writeFileSync(join(folder, 'index.html'), 'changed');
    expect(nameOf(await worker())).not.toBe(nameOf(first));
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

  it('has only addresses beside itself, so that the app is installed from any folder', () => {
    const { start_url: start, scope, icons, shortcuts } = manifest;
    const where = 'https://app.test/a/b/truehip.webmanifest';
    for (const url of [start, scope, ...icons.map(({ src }) => src), ...shortcuts.map(({ url: one }) => one)])
      expect(new URL(url, where).href).toMatch(/^https:\/\/app\.test\/a\/b\//);
    expect(new URL(scope, where).pathname).toBe('/a/b/');
  });
});
