import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropOld } from '../../../tools/build/cached-builds.ts';

let cache: string;
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), 'truehip-old-'));
});
afterAll(() => rmSync(cache, { recursive: true }));

const HOUR = 60 * 60;
function folder(name: string, hours: number): string {
  const path = join(cache, name);
  mkdirSync(path);
  const then = Date.now() / 1000 - hours * HOUR;
  utimesSync(path, then, then);
  return path;
}

describe('the cache of builds', () => {
  it('has folders with the given prefix removed after a day without a change', () => {
    const old = folder('code-old', 25);
    const young = folder('code-young', 2);
    const other = folder('frames-old', 25);
    dropOld(cache, 'code-');
    expect([old, young, other].map((path) => existsSync(path))).toEqual([false, true, true]);
  });

  it('keeps what is younger than the days that are named', () => {
    const old = folder('copies-old', 50);
    dropOld(cache, 'copies-', 30);
    expect(existsSync(old)).toBe(true);
    dropOld(cache, 'copies-', 2);
    expect(existsSync(old)).toBe(false);
  });

  it('may be missing', () => {
    expect(() => dropOld(join(cache, 'missing'), '')).not.toThrow();
  });
});
