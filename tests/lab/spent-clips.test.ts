import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setSpentAside } from './spent-clips.ts';

describe('clips of an earlier held-back set', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'truehip-spent-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (...names: string[]) => {
    for (const name of names) writeFileSync(join(folder, name), '');
  };
  const clip = (name: string) => [`${name}.webm`, `${name}.truth.json`];

  it('are moved aside, both files, and those of this set stay', () => {
    put(...clip('supine-sleeper-mixture-85-drawn-1000'), ...clip('supine-sleeper-mixture-93-drawn-1066'));
    const moved = setSpentAside(folder, new Set(['supine-sleeper-mixture-93-drawn-1066']));
    expect(moved).toEqual(['supine-sleeper-mixture-85-drawn-1000']);
    expect(readdirSync(folder).sort()).toEqual(['spent', ...clip('supine-sleeper-mixture-93-drawn-1066').sort()]);
    expect(readdirSync(join(folder, 'spent')).sort()).toEqual(clip('supine-sleeper-mixture-85-drawn-1000').sort());
  });

  it('are told from everything else in the folder, which is left alone', () => {
    mkdirSync(join(folder, 'notes'));
    put(...clip('supine-sleeper-mixture-7'), 'table.html');
    expect(setSpentAside(folder, new Set())).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('may be none: a folder that is not there yet', () => {
    expect(setSpentAside(join(folder, 'none'), new Set())).toEqual([]);
  });
});
