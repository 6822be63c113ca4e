import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { whyNotPublished, zipOf } from '../../../tools/build/run-release.ts';

const top = mkdtempSync(join(tmpdir(), 'truehip-release-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

function built(name: string, time: Date, names: readonly string[]): string {
  const folder = join(top, name);
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const path of names) {
    writeFileSync(join(folder, path), `text of ${path}`);
    utimesSync(join(folder, path), time, time);
  }
  return folder;
}

const NAMES = ['index.html', '_headers', 'assets/a.js', 'assets/b.bin.br'];

describe('the zip of a release', () => {
  it('holds every file of the build with its page at the top, without the mark of the build', async () => {
    const zip = unzipSync(await zipOf(built('one', new Date('2026-01-01'), [...NAMES, '.built-from'])));
    expect(Object.keys(zip).sort()).toEqual([...NAMES].sort());
    expect(strFromU8(zip['assets/a.js'] ?? new Uint8Array())).toBe('text of assets/a.js');
  });

  it('has the same bytes whatever the folder, the time and the order in which files were written', async () => {
    const first = await zipOf(built('early', new Date('2026-01-01'), NAMES));
    const second = await zipOf(built('late', new Date('2026-07-01'), NAMES.toReversed()));
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

describe('a release', () => {
  it('is published from a commit that has the tag of the version only', () => {
    expect(whyNotPublished('0.2.0', ['v0.2.0', 'latest'])).toBeNull();
    expect(whyNotPublished('0.2.0', ['v0.1.0'])).toContain('needs the tag v0.2.0, but its tags are v0.1.0');
    expect(whyNotPublished('0.2.0', [])).toContain('it has none');
  });
});
