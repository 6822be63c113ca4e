import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipsWithTruth } from './accuracy-clips.ts';
import { root } from '../../tools/shared/paths.mjs';
import { runCommand } from '../../tools/shared/run-command.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truehip-clips-'));
  for (const [name, truth] of Object.entries({
    wall: { drill: 'knee-to-knee', variant: 'wall' },
    floor: { drill: 'knee-to-knee', variant: 'floor' },
    sleeper: { drill: 'supine-sleeper' },
  })) {
    writeFileSync(join(folder, `${name}.truth.json`), JSON.stringify(truth));
    writeFileSync(join(folder, `${name}.webm`), '');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const namesOf = (...drills: string[]) => clipsWithTruth([folder], drills).map(({ name }) => name);

describe('the clips of some drills', () => {
  it('are all variants of a drill, or only the named variant', () => {
    expect(namesOf('knee-to-knee')).toEqual(['floor', 'wall']);
    expect(namesOf('knee-to-knee-wall')).toEqual(['wall']);
    expect(namesOf('supine-sleeper', 'knee-to-knee-floor')).toEqual(['floor', 'sleeper']);
  });

  it('are refused if a name matches no clip', async () => {
    const tool = join(root, 'tools', 'run.mjs');
    const args = ['accuracy', '--clips', folder, '--drills', 'knee-to-knee,supine-sleper', '--records', folder];
    const { status, output } = await runCommand(process.execPath, [tool, ...args], { cwd: root });
    expect(status).toBe(2);
    expect(output).toContain('there is no clip of supine-sleper');
  });
});
