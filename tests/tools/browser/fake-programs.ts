import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A temporary folder, removed after the tests, and a function that writes programs there which print one line. */
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
