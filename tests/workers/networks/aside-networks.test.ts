import { describe, expect, it, vi } from 'vitest';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import type { PelvisModel } from '../../../src/instrument/networks/pelvis-model.ts';
import type { AsideApi } from '../../../workers/networks/aside.api.ts';
import { AsideNetworks, type AsideOptions } from '../../../workers/networks/aside-networks.ts';
import { KNEE_IN_THE_MIDDLE, KNEE_MODEL } from '../fixtures.ts';

const WINDOW = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
const PICTURE: Picture = { width: 2, height: 2, grey: new Uint8ClampedArray(4) };
const CROP = new Float32Array(4);
const TWIST = Float32Array.of(1, -2);

const setUp = (options: Partial<AsideOptions> = {}, started = true) => {
  const api = {
    load: vi.fn<AsideApi['load']>(async () => undefined),
    legs: vi.fn<AsideApi['legs']>(async () => ({ answer: KNEE_IN_THE_MIDDLE, took: 5 })),
    pelvis: vi.fn<AsideApi['pelvis']>(async () => ({ answer: TWIST, took: 2 })),
  };
  const worker = { fail: () => undefined as void, ended: 0 };
  const work: number[] = [];
  const timers: (() => void)[] = [];
  const networks = new AsideNetworks({
    open: () => ({
      api,
      onFailure: (listener) => {
        worker.fail = listener;
      },
      end: () => {
        worker.ended++;
      },
    }),
    onWork: (took) => work.push(took),
    after: (_, job) => {
      timers.push(job);
      return () => timers.splice(timers.indexOf(job), 1);
    },
    loadLegNetwork: async () => ({ model: KNEE_MODEL, run: async () => KNEE_IN_THE_MIDDLE, dispose: () => undefined }),
    loadPelvisNetwork: async () => ({
      model: { version: 'pelvis1' } as PelvisModel,
      run: async () => TWIST,
      dispose: () => undefined,
    }),
    ...options,
  });
  if (started) networks.start();
  return { api, worker, work, timers, networks };
};

describe('networks beside the pose model', () => {
  it('run where the pose model does until their own worker has loaded them', async () => {
    const { api, networks } = setUp();
    let finish = (): void => undefined;
    const loading = new Promise<void>((resolve) => {
      finish = resolve;
    });
    api.load.mockReturnValueOnce(loading);
    const legs = await networks.loadLegNetwork('sleeper');
    expect(api.load).toHaveBeenCalledWith('legs', 'sleeper');
    expect(legs?.runAside).toBeUndefined();
    expect(await legs?.run(CROP)).toBe(KNEE_IN_THE_MIDDLE);
    finish();
    await loading;
    expect(await legs?.runAside?.({ window: WINDOW, picture: PICTURE })).toBe(KNEE_IN_THE_MIDDLE);
  });

  it('are loaded in their own worker only once it is started', async () => {
    const { api, networks } = setUp({}, false);
    const legs = await networks.loadLegNetwork('sleeper');
    expect(api.load).not.toHaveBeenCalled();
    for (let i = 0; i < 2; i++) networks.start();
    await Promise.resolve();
    expect(api.load.mock.calls).toEqual([['legs', 'sleeper']]);
    expect(legs?.runAside).toBeDefined();
  });

  it('send the picture of a frame once, and tell how long they worked', async () => {
    const { api, work, timers, networks } = setUp();
    const [legs, pelvis] = [await networks.loadLegNetwork('sleeper'), await networks.loadPelvisNetwork('sleeper')];
    const look = { window: WINDOW, picture: PICTURE };
    await Promise.all([legs?.runAside?.(look), pelvis?.runAside?.({ ...look, referencePose: CROP })]);
    await legs?.runAside?.({ ...look, picture: { ...PICTURE } });
    expect(api.legs.mock.calls.map(([, picture]) => picture)).toEqual([PICTURE, PICTURE]);
    expect(api.pelvis).toHaveBeenCalledWith(WINDOW, CROP, null);
    expect(work.toSorted((a, b) => a - b)).toEqual([2, 5, 5]);
    expect(timers).toEqual([]);
  });

  it('run where the pose model does after their worker failed, for good', async () => {
    const { worker, networks } = setUp();
    const legs = await networks.loadLegNetwork('sleeper');
    worker.fail();
    expect([legs?.runAside, worker.ended]).toEqual([undefined, 1]);
    expect((await networks.loadLegNetwork('another'))?.runAside).toBeUndefined();
  });

  it('fail in the frame that got no answer, and run where the pose model does from then on', async () => {
    const { api, worker, timers, networks } = setUp();
    const legs = await networks.loadLegNetwork('sleeper');
    api.legs.mockReturnValueOnce(new Promise(() => undefined));
    const answer = legs?.runAside?.({ window: WINDOW, picture: PICTURE });
    timers[0]?.();
    await expect(answer).rejects.toThrow('silent');
    expect([legs?.runAside, worker.ended]).toEqual([undefined, 1]);
  });

  it('are those of the pose model where no worker can be started', async () => {
    const open = () => {
      throw new Error('no workers in a worker');
    };
    const { networks } = setUp({ open });
    const pelvis = await networks.loadPelvisNetwork('sleeper');
    expect(pelvis?.runAside).toBeUndefined();
    expect(await pelvis?.run(CROP)).toBe(TWIST);
  });

  it('are none where the drill has none', async () => {
    const { api, networks } = setUp({ loadLegNetwork: async () => null });
    expect(await networks.loadLegNetwork('without')).toBeNull();
    expect(api.load).not.toHaveBeenCalled();
  });
});
