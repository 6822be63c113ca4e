import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder, removed after the tests of the file, and what puts programs there that only say one thing. */
export function fakePrograms(word: string) {
  const folder = mkdtempSync(join(tmpdir(), `truehip-${word}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const script = (name: string, says: string, status = 0): string => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho "${says}"\nexit ${status}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  return { folder, script };
}
