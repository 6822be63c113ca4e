import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { runCommand } from '../../tools/shared/run-command.mjs';

const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-clean-far.webm');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truehip-arguments-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const run = (tool: 'analyze' | 'accuracy', ...args: string[]) =>
  runCommand(process.execPath, [join(root, 'tools', 'run.mjs'), tool, ...args], { cwd: root });

/** Arguments that are refused before a browser starts, with the exit status and a part of the message. */
const REFUSED: readonly (readonly [string, () => readonly string[], number, string])[] = [
  ['no clip', () => ['--drill', 'supine-sleeper'], 2, 'no clip was named'],
  ['no drill', () => [CLIP], 2, '--drill is missing'],
  ['two clips', () => [CLIP, CLIP, '--drill', 'supine-sleeper'], 2, 'one clip at a time'],
  ['an unknown option', () => [CLIP, '--drll', 'x'], 2, '--drll'],
  ['an unknown side', () => [CLIP, '--drill', 'x', '--side', 'up'], 2, 'left, right'],
  ['an unknown goal', () => [CLIP, '--drill', 'x', '--goal', 'hard'], 2, 'prep, build, strength'],
  ['a height in centimetres', () => [CLIP, '--drill', 'x', '--height', '172'], 2, 'in metres'],
  ['a missing clip', () => ['nowhere.mp4', '--drill', 'x'], 3, 'no file "nowhere.mp4"'],
  ['a folder', () => [folder, '--drill', 'x'], 3, 'there is no file'],
  ['a missing timeline', () => [CLIP, '--drill', 'x', '--timeline', 'gone.json'], 6, 'cannot be read'],
  [
    'a timeline that is not JSON',
    () => [CLIP, '--drill', 'x', '--timeline', written('phases.json', 'phases: 3')],
    6,
    'cannot be read',
  ],
];

describe('npm run analyze', () => {
  it.each(REFUSED)('refuses %s in one sentence', async (_name, args, status, sentence) => {
    const result = await run('analyze', ...args());
    expect(result.status).toBe(status);
    expect(result.output).toContain(sentence);
    expect(result.output.trim().split('\n')).toHaveLength(1);
  });

  it('lists every exit status in the help text', async () => {
    const { status, output } = await run('analyze', '--help');
    expect(status).toBe(0);
    for (let code = 0; code <= 8; code++) expect(output).toMatch(new RegExp(`\\b${code} \\w`));
  });
});

describe('npm run accuracy', () => {
  it('refuses a missing folder', async () => {
    const { status, output } = await run('accuracy', '--clips', join(folder, 'gone'));
    expect(status).toBe(3);
    expect(output).toContain('no folder');
  });

  it('refuses a folder without clips of the selected drills', async () => {
    const { status, output } = await run('accuracy', '--drills', 'soft-tissue');
    expect(status).toBe(3);
    expect(output).toContain('no clip of soft-tissue');
  });
});
