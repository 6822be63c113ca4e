import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast } from '../people/casting.ts';
import { makeRoomFor } from './disk-space.ts';
import { encode } from '../clips/encode.ts';
import { openFrameCache } from '../clips/frame-cache.ts';
import { clipFiles, isFinished } from '../clips/make-clip.ts';
import { ExitError } from '../../../tools/shared/exit-error.ts';
import { recipeNamed } from './run-subject.ts';
import { timeLeft } from './time-left.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truehip-subject-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('frames of an interrupted clip', () => {
  it('are used again by a run that would render the same frames', () => {
    const before = openFrameCache(folder, 'clip', ['code', 1]);
    before.put(0, Buffer.from('a'));
    before.put(1, Buffer.from('b'));
    const after = openFrameCache(folder, 'clip', ['code', 1]);
    expect([after.has(0), after.has(1), after.has(2)]).toEqual([true, true, false]);
    expect(after.count()).toBe(2);
  });

  it('are not used for other code, another seed or another recipe', () => {
    openFrameCache(folder, 'mixed', ['code', 1]).put(0, Buffer.from('a'));
    expect(openFrameCache(folder, 'mixed', ['changed code', 1]).has(0)).toBe(false);
    expect(openFrameCache(folder, 'mixed', ['code', 2]).has(0)).toBe(false);
  });

  it('do not include a frame that was only half written', () => {
    const frames = openFrameCache(folder, 'half', 1);
    writeFileSync(join(frames.folder, 'part'), 'half a frame');
    expect(frames.count()).toBe(0);
  });

  it('are deleted once the clip is complete', () => {
    const frames = openFrameCache(folder, 'made', 1);
    frames.put(0, Buffer.from('a'));
    frames.clear();
    expect(existsSync(frames.folder)).toBe(false);
  });
});

describe('a clip', () => {
  it('is finished when both of its files exist', () => {
    const files = clipFiles(folder, 'clip-1');
    writeFileSync(files.video, '');
    expect(isFinished(files)).toBe(false);
    writeFileSync(files.truth, '');
    expect(isFinished(files)).toBe(true);
  });

  it('is named by recipe and seed, and also by body or size if these are not the defaults', () => {
    const recipe = recipeNamed('supine-sleeper-clean');
    const usual = { seed: 7, body: null, preview: false };
    expect(cast(recipe, usual).name).toBe('supine-sleeper-clean-7');
    expect(cast(recipe, { ...usual, body: 'male-tall' }).name).toBe('supine-sleeper-clean-7-male-tall');
    expect(cast(recipe, { ...usual, preview: true }).name).toBe('supine-sleeper-clean-7-preview');
  });

  it('shows the same person and room for the same recipe and seed', () => {
    const recipe = recipeNamed('supine-sleeper-clean');
    const wanted = { seed: 7, body: null, preview: false };
    expect(cast(recipe, wanted)).toEqual(cast(recipe, wanted));
    expect(cast(recipe, wanted)).not.toEqual(cast(recipe, { ...wanted, seed: 8 }));
  });

  it('leaves no file behind when encoding fails, and states the reason', async () => {
    const run = (output: string) => () => Promise.resolve({ status: 1, output });
    const file = join(folder, 'broken.webm');
    const rate = { fps: 15, crf: 30, kilobits: 650 };
    const full = encode('ffmpeg', '%06d.jpg', file, rate, run('x: No space left on device'));
    await expect(full).rejects.toThrow(/disk became full/);
    const other = encode('ffmpeg', '%06d.jpg', file, rate, run('Unknown encoder'));
    await expect(other).rejects.toThrow(/Unknown encoder/);
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([]);
  });
});

describe('room on the disk', () => {
  it('is checked before anything is rendered', () => {
    expect(() => makeRoomFor(folder, 300, () => 1e6)).toThrow(/1 MB free, but 138 MB are needed/);
    expect(() => makeRoomFor(folder, 300, () => 1e9)).not.toThrow();
  });

  it('is refused if the path is a file', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => makeRoomFor(join(file, 'inside'), 1)).toThrow(ExitError);
  });
});

describe('the time left', () => {
  it('is estimated from the frames rendered in this run, not from those of an earlier run', () => {
    const shown: (number | undefined)[] = [];
    let clock = 0;
    const counter = timeLeft(
      100,
      ({ secondsLeft }) => shown.push(secondsLeft),
      () => clock,
    );
    for (let i = 0; i < 50; i++) counter.step('clip', false);
    for (let i = 0; i < 10; i++) {
      clock += 200;
      counter.step('clip', true);
    }
    expect(shown[49]).toBeUndefined();
    // 40 frames at 0.2 s each.
    expect(shown.at(-1)).toBeCloseTo(8, 6);
  });
});
