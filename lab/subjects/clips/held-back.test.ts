import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveSpentClips } from './held-back.ts';

describe('clips of an earlier held-out set', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'truehip-spent-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (...names: string[]) => {
    for (const name of names) writeFileSync(join(folder, name), '');
  };
  const clip = (name: string) => [`${name}.webm`, `${name}.truth.json`];

  it('are moved into a subfolder with their truth; clips of the present set stay', () => {
    put(...clip('supine-sleeper-mixture-85-drawn-1000'), ...clip('supine-sleeper-mixture-93-drawn-1066'));
    const moved = moveSpentClips(folder, new Set(['supine-sleeper-mixture-93-drawn-1066']));
    expect(moved).toEqual(['supine-sleeper-mixture-85-drawn-1000']);
    expect(readdirSync(folder).sort()).toEqual(['spent', ...clip('supine-sleeper-mixture-93-drawn-1066').sort()]);
    expect(readdirSync(join(folder, 'spent')).sort()).toEqual(clip('supine-sleeper-mixture-85-drawn-1000').sort());
  });

  it('are the only files that are moved', () => {
    mkdirSync(join(folder, 'notes'));
    put(...clip('supine-sleeper-mixture-7'), 'table.html');
    expect(moveSpentClips(folder, new Set())).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('are none if the folder does not exist yet', () => {
    expect(moveSpentClips(join(folder, 'none'), new Set())).toEqual([]);
  });
});
