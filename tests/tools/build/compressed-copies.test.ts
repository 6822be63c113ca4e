import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { writeCompressedCopies } from '../../../tools/build/compressed-copies.ts';

const folder = mkdtempSync(join(tmpdir(), 'truehip-copies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('copies lie beside each file that becomes smaller, hold the same bytes, and leave out pictures and marks', async () => {
  mkdirSync(join(folder, 'assets'));
  const script = 'let a = 1;\n'.repeat(500);
  writeFileSync(join(folder, 'assets', 'a.js'), script);
  writeFileSync(join(folder, 'assets', 'noise.bin'), randomBytes(5000));
  writeFileSync(join(folder, 'assets', 'a.png'), script);
  writeFileSync(join(folder, '.built-from'), script);
  await writeCompressedCopies(folder);
  expect(readdirSync(join(folder, 'assets')).sort()).toEqual(['a.js', 'a.js.br', 'a.js.gz', 'a.png', 'noise.bin']);
  expect(readdirSync(folder).sort()).toEqual(['.built-from', 'assets']);
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets', 'a.js.br'))).toString()).toBe(script);
  expect(gunzipSync(readFileSync(join(folder, 'assets', 'a.js.gz'))).toString()).toBe(script);
});
