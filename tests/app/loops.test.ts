import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BufferSource, Input, WEBM } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { type LoopKind, loopFiles, loopFilesIn } from '../../src/app/loops.ts';
import { loopOwner } from '../../src/app/stills.ts';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { loopRecipes } from '../../lab/subjects/recipes/loops.ts';

const folder = fileURLToPath(new URL('../../src/app/assets/loops/', import.meta.url));
const KINDS: readonly LoopKind[] = ['right', 'cheat'];
const OTHER = (kind: string): string => (kind === 'right' ? 'cheat' : 'right');
const names = readdirSync(folder).filter((name) => /\.(webm|webp)$/.test(name));
const videos = names.filter((name) => name.endsWith('.webm'));

/** Bytes allowed for a loop with its poster, since both are fetched. */
const BUDGET_BYTES = 300_000;

describe('the files of a loop', () => {
  it('are found by drill and kind; a missing one is null', () => {
    const addresses = { './assets/loops/x-right.webm': '/x.webm', './assets/loops/x-cheat.webp': '/x.webp' };
    expect(loopFilesIn(addresses, 'x', 'right')).toEqual({ video: '/x.webm', poster: null });
    expect(loopFilesIn(addresses, 'x', 'cheat')).toEqual({ video: null, poster: '/x.webp' });
    expect(loopFilesIn(addresses, 'y', 'right')).toEqual({ video: null, poster: null });
  });

  it('come from a recipe of the lab, in both kinds, and each video has a poster', () => {
    const made = loopRecipes.map(({ id }) => id.replace(/^loop-/, ''));
    const there = videos.map((name) => name.replace(/\.\w+$/, ''));
    expect(there.toSorted()).toEqual(made.toSorted());
    for (const name of made) expect(made).toContain(name.replace(/(right|cheat)$/, OTHER));
    for (const name of videos) expect(names).toContain(name.replace(/webm$/, 'webp'));
  });

  it('exist for every drill that uses the camera', () => {
    for (const drill of WATCHED_DRILLS)
      for (const kind of KINDS) {
        const id = loopOwner(drill);
        const { video, poster } = loopFiles(id, kind);
        expect([id, kind, video !== null, poster !== null]).toEqual([id, kind, true, true]);
      }
  });
});

describe.each(videos)('%s', (name) => {
  it('has at most 300 kB with its poster', () => {
    const bytes = [name, name.replace(/webm$/, 'webp')].map((file) => readFileSync(folder + file).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('is a VP9 video of 640 × 360 without sound, of suitable length', async () => {
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
