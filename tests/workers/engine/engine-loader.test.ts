import { describe, expect, it } from 'vitest';
import { EngineLoader, type EngineWorkshop, type LoadableEngine } from '../../../workers/engine/engine-loader.ts';
import type { EngineName, LoadOptions, LoadProgress, ModelSize } from '../../../workers/pose.api.ts';

const AUTO: LoadOptions = { model: 'auto', backend: 'auto', targetRate: 12 };

/** A workshop with WASM only, whose models take the given time on a clock of its own, and 200 ms for the first `busyFrames`. */
const workshopOf = (
  frameTimes: Record<ModelSize, number>,
  problems: Partial<Record<ModelSize, string>> = {},
  busyFrames = 0,
  broken: readonly EngineName[] = [],
) => {
  let measured = 0;
  let clock = 0;
  const disposed: ModelSize[] = [];
  const fetched: ModelSize[] = [];
  const workshop: EngineWorkshop = {
    backends: ['wasm'],
    isolated: true,
    whyNotTry: async () => null,
    activate: async () => undefined,
    release: () => undefined,
    threadsOf: async () => 2,
    now: () => clock,
    version: (size, name) => `test ${size} ${name}`,
    fetchWeights: async (size, onProgress) => {
      fetched.push(size);
      onProgress(0, 1000);
      onProgress(1, 1000);
      onProgress(1000, 1000);
    },
    build: async (size, name): Promise<LoadableEngine> => ({
      name,
      size,
      estimate: async () => null,
      reset: () => undefined,
      check: async () => (broken.includes(name) ? 'is off by 90 px' : (problems[size] ?? null)),
      frame: async () => {
        clock += measured++ < busyFrames ? 200 : frameTimes[size];
      },
      dispose: () => disposed.push(size),
    }),
  };
  return { workshop, disposed, fetched };
};

describe('loading the engine', () => {
  it('takes full where it holds the rate and fetches no other size', async () => {
    const { workshop, fetched } = workshopOf({ lite: 25, full: 45, heavy: 150 });
    const { info } = await new EngineLoader(workshop).load(AUTO, () => undefined);
    expect(info).toMatchObject({
      model: 'full',
      backend: 'wasm',
      threads: 2,
      isolated: true,
      version: 'test full own',
    });
    expect(info.why).toContain('full took 45 ms');
    expect(fetched).toEqual(['full']);
  });

  it('looks twice before it takes lite: a computer that is busy for a moment keeps full', async () => {
    const { workshop, fetched } = workshopOf({ lite: 25, full: 45, heavy: 150 }, {}, 10);
    const { info } = await new EngineLoader(workshop).load(AUTO, () => undefined);
    expect(info.model).toBe('full');
    expect(fetched).toEqual(['full']);
  });

  it('takes lite where full is too slow, and lets go of full', async () => {
    const { workshop, disposed } = workshopOf({ lite: 40, full: 90, heavy: 400 });
    const { info } = await new EngineLoader(workshop).load(AUTO, () => undefined);
    expect(info.model).toBe('lite');
    expect(disposed).toEqual(['full']);
  });

  it('takes heavy only when heavy itself was timed to hold the rate', async () => {
    const fast = workshopOf({ lite: 3, full: 6, heavy: 25 });
    expect((await new EngineLoader(fast.workshop).load(AUTO, () => undefined)).info.model).toBe('heavy');
    const notQuite = workshopOf({ lite: 3, full: 6, heavy: 80 });
    const { info } = await new EngineLoader(notQuite.workshop).load(AUTO, () => undefined);
    expect(info.model).toBe('full');
    expect(notQuite.disposed).toEqual(['heavy']);
  });

  it('starts with full when the size that would suit better cannot be had', async () => {
    const { workshop, disposed } = workshopOf({ lite: 40, full: 90, heavy: 400 }, { lite: 'is off by 90 px' });
    const { info } = await new EngineLoader(workshop).load(AUTO, () => undefined);
    expect(info.model).toBe('full');
    expect(info.why).toContain('lite could not be used');
    expect(disposed).toEqual(['lite']);
  });

  it('takes the size that was asked for, however slow', async () => {
    const { workshop } = workshopOf({ lite: 25, full: 45, heavy: 900 });
    const { info } = await new EngineLoader(workshop).load({ ...AUTO, model: 'heavy' }, () => undefined);
    expect(info.model).toBe('heavy');
    expect(info.why).toContain('heavy was asked for');
  });

  it('tells of the weights in bytes, in steps of a hundredth, and ends with ready', async () => {
    const { workshop } = workshopOf({ lite: 25, full: 45, heavy: 150 });
    const told: LoadProgress[] = [];
    await new EngineLoader(workshop).load(AUTO, (progress) => told.push(progress));
    const weights = told.filter(({ stage }) => stage === 'weights');
    expect(weights.map(({ loaded, total }) => [loaded, total])).toEqual([
      [0, 1000],
      [1000, 1000],
    ]);
    expect(told.at(-1)?.stage).toBe('ready');
  });

  it('rejects with no-backend and every reason when none passes', async () => {
    const { workshop } = workshopOf({ lite: 25, full: 45, heavy: 150 }, { full: 'is off by 90 px' });
    await expect(new EngineLoader(workshop).load(AUTO, () => undefined)).rejects.toMatchObject({
      name: 'no-backend',
      message: expect.stringContaining('wasm: is off by 90 px'),
    });
  });
});

describe('choosing the engine', () => {
  const TIMES = { lite: 25, full: 45, heavy: 150 };

  it('takes our own, and says nothing of the other', async () => {
    const { workshop } = workshopOf(TIMES);
    const { engine, info } = await new EngineLoader(workshop).load(AUTO, () => undefined);
    expect(engine.name).toBe('own');
    expect(info.why).not.toContain('reference');
  });

  it('takes the reference engine when it is asked for, and stays with it when the size changes', async () => {
    const { workshop } = workshopOf(TIMES);
    const loader = new EngineLoader(workshop);
    const loaded = await loader.load({ ...AUTO, engine: 'reference' }, () => undefined);
    expect(loaded.info).toMatchObject({
      version: 'test full reference',
      why: expect.stringContaining('the reference engine was asked for'),
    });
    expect((await loader.change(loaded, 'lite', 'slow')).engine.name).toBe('reference');
  });

  it('lets the reference engine stand in where our own passes nowhere, and says why', async () => {
    const { workshop } = workshopOf(TIMES, {}, 0, ['own']);
    const { engine, info } = await new EngineLoader(workshop).load(AUTO, () => undefined);
    expect(engine.name).toBe('reference');
    expect(info.why).toContain('stands in for our own, which did not start (wasm: is off by 90 px)');
  });

  it('does not fall back from the reference engine', async () => {
    const { workshop } = workshopOf(TIMES, {}, 0, ['reference']);
    const loading = new EngineLoader(workshop).load({ ...AUTO, engine: 'reference' }, () => undefined);
    await expect(loading).rejects.toMatchObject({ name: 'no-backend' });
  });
});

describe('changing the size', () => {
  it('lets go of the old engine once the new one is checked', async () => {
    const { workshop, disposed } = workshopOf({ lite: 25, full: 45, heavy: 150 });
    const loader = new EngineLoader(workshop);
    const loaded = await loader.load(AUTO, () => undefined);
    const changed = await loader.change(loaded, 'lite', 'full did not hold');
    expect(changed.info).toMatchObject({ model: 'lite', why: 'full did not hold', version: 'test lite own' });
    expect(disposed).toEqual(['full']);
  });

  it('keeps the old engine when the new one fails its check', async () => {
    const { workshop, disposed } = workshopOf({ lite: 25, full: 45, heavy: 150 }, { lite: 'is off' });
    const loader = new EngineLoader(workshop);
    const loaded = await loader.load(AUTO, () => undefined);
    await expect(loader.change(loaded, 'lite', 'slow')).rejects.toMatchObject({ name: 'unexpected' });
    expect(disposed).toEqual(['lite']);
  });
});
