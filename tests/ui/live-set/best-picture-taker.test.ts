import { afterEach, expect, it, vi } from 'vitest';
import { keepBestPictures, takeBestPictures } from '../../../src/ui/live-set/best-picture-taker.ts';
import type { Services } from '../../../src/ui/shell/services.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What is kept of a picture that was taken at a live best of 40°, if the record says this of the hip. */
async function keptAt(recorded: number): Promise<unknown[]> {
  const blob = { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) };
  const canvas = { getContext: () => null, toBlob: (done: (made: unknown) => void) => done(blob) };
  vi.stubGlobal('document', { createElement: () => ({ ...canvas }) });
  const kept: unknown[] = [];
  const hip = { side: 'left', watched: true, range: { value: recorded, sd: 2 } };
  const services = {
    session: {
      video: { videoWidth: 640, videoHeight: 480 },
      snapshot: {
        stage: 'running',
        source: 'camera',
        gauge: { phase: { side: 'left' }, best: 40, angle: { value: 40, sd: 2 } },
        reading: { body: { valid: true } },
      },
      subscribe: (tell: () => void) => {
        tell();
        return () => undefined;
      },
    },
    sets: { list: () => Promise.resolve([{ id: 'a', drill: 'supine-sleeper', hips: [hip] }]) },
    pictures: () => Promise.resolve({ keepBetter: (one: unknown) => Promise.resolve(kept.push(one) > 0) }),
  } as unknown as Services;
  takeBestPictures(services);
  await keepBestPictures(services, 'a');
  return kept;
}

it('a picture is kept with the best of the record, and none of a best that was withdrawn', async () => {
  expect(await keptAt(39.8)).toMatchObject([{ side: 'left', degrees: 40 }]);
  expect(await keptAt(33)).toEqual([]);
});
