import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { ModelSource } from '../../../workers/engine/model-source.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const topology = encode(
  JSON.stringify({
    format: 'graph-model',
    modelTopology: { node: [] },
    weightsManifest: [{ paths: ['blazepose-full.bin'], weights: [{ name: 'w', shape: [2], dtype: 'float32' }] }],
  }),
);
const weights = new Uint8Array(8).fill(7);
const contents: Record<string, Uint8Array<ArrayBuffer>> = {
  'blazepose-detector.json': topology,
  'blazepose-detector.bin': weights,
  'blazepose-full.json': topology,
  'blazepose-full.bin': weights,
};
const files = Object.entries(contents).map(([file, content]) => ({
  file,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
}));
const urls = Object.fromEntries(files.map(({ file }) => [file, [`/assets/${file}`]]));
const partBytes = 1000;

const serve = (overrides: Record<string, () => Response> = {}) =>
  vi.fn(async (url: string, _init: RequestInit) => {
    const file = url.split('/').at(-1) ?? '';
    return overrides[file]?.() ?? new Response(contents[file]);
  });

type Made = ConstructorParameters<typeof ModelSource>[0];
const sourceOf = (fetch: NonNullable<Made['fetch']>, more: Partial<Omit<Made, 'fetch'>> = {}) =>
  new ModelSource({ files, partBytes, urls, fetch, ...more });
/** The name of the error with which the weights of a size are refused; null: they arrive. */
const refusalOf = (source: ModelSource) =>
  source
    .prepare(['full'], () => undefined)
    .then(
      () => null,
      ({ name }: Error) => name,
    );

describe('the weights', () => {
  it('arrive with progress that ends at all bytes', async () => {
    const source = sourceOf(serve());
    const progress: [number, number][] = [];
    await source.prepare(['detector', 'full'], (loaded, total) => progress.push([loaded, total]));
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(progress[0]).toEqual([0, total]);
    expect(progress.at(-1)).toEqual([total, total]);
    expect(progress.every(([loaded], i) => i === 0 || loaded >= (progress[i - 1]?.[0] ?? 0))).toBe(true);
  });

  it('tell everybody who waits for them how far they are, whoever asked first', async () => {
    let answer: (response: Response) => void = () => undefined;
    const fetcher = vi.fn((url: string) =>
      url.endsWith('full.bin')
        ? new Promise<Response>((resolve) => (answer = resolve))
        : Promise.resolve(new Response(contents[url.split('/').at(-1) ?? ''])),
    );
    const source = sourceOf(fetcher);
    const first = source.prepare(['full'], () => undefined);
    await vi.waitFor(() => expect(fetcher).toHaveBeenCalledTimes(2));
    const told: number[] = [];
    const second = source.prepare(['full'], (loaded) => told.push(loaded));
    answer(new Response(weights));
    await Promise.all([first, second]);
    expect(told.at(-1)).toBe(topology.length + weights.length);
    expect(told.length).toBeGreaterThan(2);
    expect(fetcher).toHaveBeenCalledTimes(2);
  });

  it('reach the model as they were served', async () => {
    const source = sourceOf(serve());
    const artifacts = await source.handler('full').load?.();
    expect(new Uint8Array(artifacts?.weightData as ArrayBuffer)).toEqual(weights);
    expect(artifacts?.weightSpecs).toHaveLength(1);
  });

  it('in parts reach the model as one file, and are missing when a part is', async () => {
    const long = new Uint8Array(topology.length + 50).map((_, i) => i % 251);
    const sha256 = createHash('sha256').update(long).digest('hex');
    const row = { file: 'blazepose-full.bin', bytes: long.length, sha256 };
    const served = serve({
      'full.part1.bin': () => new Response(long.subarray(0, topology.length)),
      'full.part2.bin': () => new Response(long.subarray(topology.length)),
    });
    const of = (...names: readonly string[]) =>
      sourceOf(served, {
        files: [...files.filter(({ file }) => file !== row.file), row],
        partBytes: topology.length,
        urls: { ...urls, [row.file]: names.map((name) => `/assets/${name}`) },
      });
    const artifacts = await of('full.part1.bin', 'full.part2.bin').handler('full').load?.();
    expect(new Uint8Array(artifacts?.weightData as ArrayBuffer)).toEqual(long);
    expect(await refusalOf(of('full.part1.bin'))).toBe('weights-missing');
  });

  it('are fetched once, even for a second backend', async () => {
    const fetcher = serve();
    const source = sourceOf(fetcher);
    await source.prepare(['full'], () => undefined);
    await source.handler('full').load?.();
    await source.handler('full').load?.();
    expect(fetcher).toHaveBeenCalledTimes(2);
  });

  it('are rejected when one byte differs, after one request past the cache', async () => {
    const changed = Uint8Array.from(weights, (byte, i) => (i === 3 ? byte + 1 : byte));
    const fetcher = serve({ 'blazepose-full.bin': () => new Response(changed) });
    expect(await refusalOf(sourceOf(fetcher))).toBe('weights-corrupt');
    const asked = fetcher.mock.calls.filter(([url]) => url.endsWith('full.bin'));
    expect(asked.map(([, init]) => init?.cache)).toEqual(['default', 'reload']);
  });

  it('are checked by their length only on a page without secure hashes, such as one of plain http', async () => {
    vi.stubGlobal('crypto', {});
    try {
      expect(await refusalOf(sourceOf(serve()))).toBeNull();
      const short = serve({ 'blazepose-full.bin': () => new Response(weights.subarray(1)) });
      expect(await refusalOf(sourceOf(short))).toBe('weights-corrupt');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('are taken from the server when only the cached copy is broken', async () => {
    let first = true;
    const broken = () => {
      const body = first ? new Uint8Array(3) : weights;
      first = false;
      return new Response(body);
    };
    expect(await refusalOf(sourceOf(serve({ 'blazepose-full.bin': broken })))).toBeNull();
  });

  it('are missing if the server lacks them, cannot be reached, or the build has none', async () => {
    const notFound = serve({ 'blazepose-full.bin': () => new Response('no', { status: 404 }) });
    expect(await refusalOf(sourceOf(notFound))).toBe('weights-missing');
    const away = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await refusalOf(sourceOf(away))).toBe('weights-missing');
    expect(await refusalOf(sourceOf(serve(), { urls: {} }))).toBe('weights-missing');
  });

  it('can be requested again after a failure', async () => {
    let reachable = false;
    const fetcher = serve();
    const source = sourceOf((url, init) => (reachable ? fetcher(url, init) : Promise.reject(new TypeError('offline'))));
    expect(await refusalOf(source)).toBe('weights-missing');
    reachable = true;
    expect(await refusalOf(source)).toBeNull();
  });
});
