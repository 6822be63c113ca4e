import { describe, expect, it } from 'vitest';
import {
  type EngineFactory,
  EngineLoader,
  type LoadableEngine,
  sizeAfterFull,
  smallerModel,
} from '../../../workers/engine/engine-loader.ts';
import type { LoadOptions, LoadProgress, ModelSize } from '../../../workers/pose.api.ts';

/** Milliseconds of a frame on a machine that holds the rate with full. */
const USUAL: Record<ModelSize, number> = { lite: 25, full: 45, heavy: 150 };
const AUTO: LoadOptions = { model: 'auto', backend: 'auto', targetRate: 12 };

/** A factory with WASM only; its models take these times on its own clock, and 200 ms for the first `busyFrames`. */
const factoryOf = (
  frameTimes: Record<ModelSize, number> = USUAL,
  problems: Partial<Record<ModelSize, string>> = {},
  busyFrames = 0,
) => {
  let measured = 0;
  let clock = 0;
  const disposed: ModelSize[] = [];
  const fetched: ModelSize[] = [];
  const factory: EngineFactory = {
    backends: ['wasm'],
    isolated: true,
    whyNotTry: async () => null,
    isWasmServed: async () => true,
    activate: async () => undefined,
    release: () => undefined,
    threadsOf: async () => 2,
    now: () => clock,
    version: (size) => `test ${size}`,
    fetchWeights: async (size, onProgress) => {
      fetched.push(size);
      onProgress(0, 1000);
      onProgress(1, 1000);
      onProgress(1000, 1000);
    },
    build: async (size): Promise<LoadableEngine> => ({
      size,
      estimate: async () => null,
      reset: () => undefined,
      check: async () => problems[size] ?? null,
      frame: async () => {
        clock += measured++ < busyFrames ? 200 : frameTimes[size];
      },
      dispose: () => disposed.push(size),
    }),
  };
  return { factory, disposed, fetched };
};

const load = (factory: EngineFactory, options = AUTO) => new EngineLoader(factory).load(options, () => undefined);

describe('loading the engine', () => {
  it('uses full if it holds the rate, and fetches no other size', async () => {
    const { factory, fetched } = factoryOf();
    const { info } = await load(factory);
    expect(info).toMatchObject({
      model: 'full',
      backend: 'wasm',
      threads: 2,
      isolated: true,
      version: 'test full',
    });
    expect(info.why).toContain('full took 45 ms');
    expect(fetched).toEqual(['full']);
  });

  it('starts the first backend while the weights arrive, only once, and goes on from what was prepared', async () => {
    for (const isPrepared of [false, true]) {
      const steps: string[] = [];
      const loader = new EngineLoader({
        ...factoryOf().factory,
        activate: async (backend) => void steps.push(`activate ${backend}`),
        fetchWeights: async (size) => void steps.push(`fetch ${size}`),
      });
      if (isPrepared) await loader.prepare(AUTO);
      if (isPrepared) expect(steps).toEqual(['activate wasm', 'fetch full']);
      await loader.load(AUTO, () => undefined);
      expect(steps.slice(0, 2)).toEqual(['activate wasm', 'fetch full']);
      expect(steps.filter((step) => step === 'activate wasm')).toHaveLength(1);
    }
  });

  it('names a backend that failed while the weights arrived', async () => {
    const { factory } = factoryOf();
    await expect(load({ ...factory, activate: () => Promise.reject(new Error('no SIMD')) })).rejects.toMatchObject({
      name: 'no-backend',
      message: expect.stringContaining('wasm: no SIMD'),
    });
  });

  it('times full twice before it uses lite, so that a short busy moment does not decide', async () => {
    const { factory, fetched } = factoryOf(USUAL, {}, 10);
    const { info } = await load(factory);
    expect(info.model).toBe('full');
    expect(fetched).toEqual(['full']);
  });

  it('uses lite if full is too slow, and disposes of full', async () => {
    const { factory, disposed } = factoryOf({ lite: 40, full: 90, heavy: 400 });
    const { info } = await load(factory);
    expect(info.model).toBe('lite');
    expect(disposed).toEqual(['full']);
  });

  it('uses heavy only if heavy itself was timed to hold the rate', async () => {
    const fast = factoryOf({ lite: 3, full: 6, heavy: 25 });
    expect((await load(fast.factory)).info.model).toBe('heavy');
    const notQuite = factoryOf({ lite: 3, full: 6, heavy: 80 });
    const { info } = await load(notQuite.factory);
    expect(info.model).toBe('full');
    expect(notQuite.disposed).toEqual(['heavy']);
  });

  it('starts with full if the better size cannot be loaded', async () => {
    const { factory, disposed } = factoryOf({ lite: 40, full: 90, heavy: 400 }, { lite: 'is off by 90 px' });
    const { info } = await load(factory);
    expect(info.model).toBe('full');
    expect(info.why).toContain('lite could not be used');
    expect(disposed).toEqual(['lite']);
  });

  it('uses the size that was asked for, however slow', async () => {
    const { factory } = factoryOf({ lite: 25, full: 45, heavy: 900 });
    const { info } = await load(factory, { ...AUTO, model: 'heavy' });
    expect(info.model).toBe('heavy');
    expect(info.why).toContain('heavy was asked for');
  });

  it('reports progress in bytes, in steps of a hundredth, and ends with ready', async () => {
    const { factory } = factoryOf();
    const reported: LoadProgress[] = [];
    await new EngineLoader(factory).load(AUTO, (progress) => reported.push(progress));
    const weights = reported.filter(({ stage }) => stage === 'weights');
    expect(weights.map(({ loaded, total }) => [loaded, total])).toEqual([
      [0, 1000],
      [1000, 1000],
    ]);
    expect(reported.at(-1)?.stage).toBe('ready');
  });

  it('rejects with no-backend and all reasons when no backend passes', async () => {
    const { factory } = factoryOf(USUAL, { full: 'is off by 90 px' });
    await expect(load(factory)).rejects.toMatchObject({
      name: 'no-backend',
      message: expect.stringContaining('wasm: is off by 90 px'),
    });
  });

  it('says that WebAssembly is off where it is, and no other backend passes', async () => {
    const { factory } = factoryOf();
    const off = { whyNotTry: async () => 'off', activate: () => Promise.reject(new Error('off')) };
    await expect(load({ ...factory, ...off, isWasmServed: async () => false })).rejects.toMatchObject({
      name: 'wasm-off',
    });
  });
});

describe('a build whose WASM file is missing', () => {
  it('is named as that, and not as a browser that is too old', async () => {
    const { factory } = factoryOf(USUAL, { full: 'did not start' });
    await expect(load({ ...factory, isWasmServed: async () => false })).rejects.toMatchObject({
      name: 'app-file-missing',
    });
  });
});

describe('changing the size', () => {
  it('disposes of the old engine once the new one has passed its check', async () => {
    const { factory, disposed } = factoryOf();
    const loader = new EngineLoader(factory);
    const loaded = await loader.load(AUTO, () => undefined);
    const changed = await loader.change(loaded, 'lite', 'full did not hold');
    expect(changed.info).toMatchObject({ model: 'lite', why: 'full did not hold', version: 'test lite' });
    expect(disposed).toEqual(['full']);
  });

  it('keeps the old engine if the new one fails its check', async () => {
    const { factory, disposed } = factoryOf(USUAL, { lite: 'is off' });
    const loader = new EngineLoader(factory);
    const loaded = await loader.load(AUTO, () => undefined);
    await expect(loader.change(loaded, 'lite', 'slow')).rejects.toMatchObject({ name: 'unexpected' });
    expect(disposed).toEqual(['lite']);
  });
});

const frames = (count: number, each: number): number[] => Array.from({ length: count }, () => each);

describe('the model size at start', () => {
  it('is full if full leaves time for the fit at the target rate', () => {
    expect(sizeAfterFull(45, { targetRate: 12 })).toBe('full');
  });

  it('is lite if full alone takes most of a frame', () => {
    expect(sizeAfterFull(70, { targetRate: 12 })).toBe('lite');
  });

  it('may be heavy only if full is so fast that heavy could hold the rate', () => {
    expect(sizeAfterFull(8, { targetRate: 12 })).toBe('try-heavy');
    expect(sizeAfterFull(25, { targetRate: 12 })).toBe('full');
  });

  it('is never heavy in a first set, which would wait for 26 MB', () => {
    expect(sizeAfterFull(8, { targetRate: 12, heavy: false })).toBe('full');
  });
});

describe('changing to a smaller size during a measurement', () => {
  const slow = { size: 'full', targetRate: 12, referencePoseHeld: false } as const;

  it('happens when the rate stays below four fifths of the target', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(96, 110) })).toBe('lite');
    expect(smallerModel({ ...slow, size: 'heavy', frameTimes: frames(96, 110) })).toBe('full');
  });

  it('does not happen when the rate is slightly below the target', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(96, 95) })).toBeNull();
  });

  it('does not happen after a short delay', () => {
    expect(smallerModel({ ...slow, frameTimes: [...frames(60, 50), ...frames(36, 900)] })).toBeNull();
  });

  it('waits for eight seconds of frames', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(95, 500) })).toBeNull();
  });

  it('happens after the reference pose only below half of the target rate', () => {
    expect(smallerModel({ ...slow, referencePoseHeld: true, frameTimes: frames(96, 150) })).toBeNull();
    expect(smallerModel({ ...slow, referencePoseHeld: true, frameTimes: frames(96, 180) })).toBe('lite');
  });

  it('does not happen from lite', () => {
    expect(smallerModel({ ...slow, size: 'lite', frameTimes: frames(96, 1000) })).toBeNull();
  });
});
