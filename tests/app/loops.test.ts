import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BufferSource, Input, WEBM } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { type LoopKind, loopFiles, loopFilesIn } from '../../src/app/loops.ts';
import { DRILLS } from '../../src/drills/index.ts';

const folder = fileURLToPath(new URL('../../src/app/assets/loops/', import.meta.url));
const KINDS: readonly LoopKind[] = ['right', 'cheat'];
const names = readdirSync(folder).filter((name) => /\.(webm|webp)$/.test(name));
const videos = names.filter((name) => name.endsWith('.webm'));

/** What the project allows a loop to weigh; its poster counts too, since both are fetched. */
const BUDGET_BYTES = 300_000;

describe('a loop’s files', () => {
  it('are found by drill and kind; what is not there is null', () => {
    const addresses = { './assets/loops/x-right.webm': '/x.webm', './assets/loops/x-cheat.webp': '/x.webp' };
    expect(loopFilesIn(addresses, 'x', 'right')).toEqual({ video: '/x.webm', poster: null });
    expect(loopFilesIn(addresses, 'x', 'cheat')).toEqual({ video: null, poster: '/x.webp' });
    expect(loopFilesIn(addresses, 'y', 'right')).toEqual({ video: null, poster: null });
  });

  it('belong to a drill of the catalogue, and each video has a poster', () => {
    const known = DRILLS.flatMap(({ id }) => KINDS.map((kind) => `${id}-${kind}`));
    for (const name of names) expect(known).toContain(name.replace(/\.\w+$/, ''));
    for (const name of videos) expect(names).toContain(name.replace(/webm$/, 'webp'));
  });

  it('reach the app', () => {
    const found = DRILLS.flatMap(({ id }) => KINDS.map((kind) => loopFiles(id, kind).video));
    expect(found.filter((address) => address !== null)).toHaveLength(videos.length);
  });
});

describe.each(videos)('%s', (name) => {
  it('weighs at most 300 kB with its poster', () => {
    const bytes = [name, name.replace(/webm$/, 'webp')].map((file) => readFileSync(folder + file).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('is 640 × 360 VP9 without sound, long enough to follow and short enough to repeat', async () => {
    const file = Uint8Array.from(readFileSync(folder + name));
    const input = new Input({ source: new BufferSource(file), formats: [WEBM] });
    const [track] = await input.getVideoTracks();
    expect(await input.getAudioTracks()).toEqual([]);
    expect(await track?.getCodec()).toBe('vp9');
    expect(await track?.getDisplayWidth()).toBe(640);
    expect(await track?.getDisplayHeight()).toBe(360);
    const seconds = await input.computeDuration();
    expect(seconds).toBeGreaterThan(4);
    expect(seconds).toBeLessThan(10);
    input.dispose();
  });
});
