import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { root } from '../../tools/shared/paths.mjs';
import { runCommand } from '../../tools/shared/run-command.mjs';
import type { Truth } from '../../lab/scoring/clip-truth.ts';
import { scoreClip } from '../../lab/scoring/score.ts';

const clips = join(root, 'tests', 'clips');

const analyze = (...args: string[]) =>
  runCommand(process.execPath, [join(root, 'tools', 'run.mjs'), 'analyze', ...args], {
    cwd: root,
    timeoutSeconds: 110,
  });

test('a clip with its timeline gives a record whose flags match the truth', async ({ browserName: _any }, info) => {
  const base = join(clips, 'supine-sleeper-twist-chase-far');
  const out = info.outputPath('record.json');
  const timeline = `${base}.truth.json`;
  const options = ['--drill', 'supine-sleeper', '--height', '1.75', '--timeline', timeline, '--json', out];
  const result = await analyze(`${base}.webm`, ...options);
  expect(result.output).toContain('Reference pose held');
  expect(result.status).toBe(0);
  const record = JSON.parse(readFileSync(out, 'utf8')) as SetRecord;
  const truth = JSON.parse(readFileSync(timeline, 'utf8')) as Truth & { frameCount: number };
  expect(record.source).toMatchObject({ kind: 'clip', fps: 12, frames: truth.frameCount });
  expect(record.frames.map(({ t }) => Math.round(t * truth.fps))).toEqual(truth.frames.map((_, i) => i));
  const { events } = scoreClip(record, truth);
  const shifts = events.outcomes.filter(({ rule }) => rule === 'hips-shift');
  expect(shifts.map(({ outcome }) => outcome)).toEqual(['found']);
  expect(events.false).toBe(0);
});

test('an unknown drill, a text file and a truncated clip are each refused in one sentence', async ({
  browserName: _any,
}, info) => {
  const whole = join(clips, 'supine-sleeper-clean-far.webm');
  const text = info.outputPath('text.mp4');
  writeFileSync(text, 'This is not a video.');
  const cut = info.outputPath('cut.webm');
  writeFileSync(cut, readFileSync(whole).subarray(0, 300_000));

  const drill = await analyze(whole, '--drill', 'juggling');
  expect(drill.status).toBe(2);
  expect(drill.output).toContain('supine-sleeper');
  const notVideo = await analyze(text, '--drill', 'supine-sleeper');
  expect(notVideo.status).toBe(4);
  expect(notVideo.output).toContain('is not an mp4, mov, mkv or webm file');
  const cutOff = await analyze(cut, '--drill', 'supine-sleeper');
  expect(cutOff.status).toBe(4);
  expect(cutOff.output).toContain('was cut off');
});
