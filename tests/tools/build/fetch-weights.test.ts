import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fetchWeights } from '../../../models/fetch-weights.ts';

let top = '';
const content = randomBytes(2500);
const where = () => ({
  packageFolder: join(top, 'package'),
  weightsFolder: join(top, 'weights'),
  manifestFile: join(top, 'manifest.json'),
});

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'truehip-weights-'));
  for (const name of ['package', 'weights']) mkdirSync(join(top, name));
  writeFileSync(join(top, 'package', 'net.bin'), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const files = [{ file: 'net.bin', bytes: content.length, sha256, path: 'net.bin' }];
  const source = { package: 'made-up', version: '1', licence: 'MIT' };
  writeFileSync(where().manifestFile, JSON.stringify({ partBytes: 1000, source, files }));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

it('a long weight lies in parts that are the file when they are joined, and what another manifest left goes', async () => {
  writeFileSync(join(top, 'weights', 'net.bin'), content);
  expect(await fetchWeights(where())).toEqual({ copied: 1, already: 0 });
  const names = readdirSync(where().weightsFolder).sort();
  expect(names).toEqual(['net.part1.bin', 'net.part2.bin', 'net.part3.bin']);
  const parts = names.map((name) => readFileSync(join(top, 'weights', name)));
  expect(parts.map(({ length }) => length)).toEqual([1000, 1000, 500]);
  expect(Buffer.concat(parts).equals(content)).toBe(true);
  expect(await fetchWeights(where())).toEqual({ copied: 0, already: 1 });
});

it('a part that is not the pinned one is brought again', async () => {
  await fetchWeights(where());
  const part = join(top, 'weights', 'net.part2.bin');
  writeFileSync(part, readFileSync(part).fill(0));
  expect(await fetchWeights(where())).toEqual({ copied: 1, already: 0 });
  expect(readFileSync(part).equals(content.subarray(1000, 2000))).toBe(true);
});
