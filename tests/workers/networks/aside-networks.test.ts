import { describe, expect, it, vi } from 'vitest';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import type { PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import type { AsideApi } from '../../../workers/networks/aside.api.ts';
import { AsideNetworks, type AsideOptions } from '../../../workers/networks/aside-networks.ts';

const WINDOW = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
const PICTURE: Picture = { width: 2, height: 2, grey: new Uint8ClampedArray(4) };
const CROP = new Float32Array(4);
const TWIST = Float32Array.of(1, -2);
const LOOK = { window: WINDOW, picture: PICTURE, referencePose: CROP };

const setUp = (options: Partial<AsideOptions> = {}, started = true) => {
  const api = {
    load: vi.fn<AsideApi['load']>(async () => undefined),
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
    const pelvis = await networks.loadPelvisNetwork('sleeper');
    expect(api.load).toHaveBeenCalledWith('sleeper');
    expect(pelvis?.runAside).toBeUndefined();
    expect(await pelvis?.run(CROP)).toBe(TWIST);
    finish();
    await loading;
    expect(await pelvis?.runAside?.(LOOK)).toBe(TWIST);
  });

  it('are loaded in their own worker only once it is started', async () => {
    const { api, networks } = setUp({}, false);
    const pelvis = await networks.loadPelvisNetwork('sleeper');
    expect(api.load).not.toHaveBeenCalled();
    for (let i = 0; i < 2; i++) networks.start();
    await Promise.resolve();
    expect(api.load.mock.calls).toEqual([['sleeper']]);
    expect(pelvis?.runAside).toBeDefined();
  });

  it('send the picture, and tell how long they worked', async () => {
    const { api, work, timers, networks } = setUp();
    const pelvis = await networks.loadPelvisNetwork('sleeper');
    await pelvis?.runAside?.(LOOK);
    await pelvis?.runAside?.(LOOK);
    expect(api.pelvis).toHaveBeenCalledWith(LOOK);
    expect(work).toEqual([2, 2]);
    expect(timers).toEqual([]);
  });

  it('run where the pose model does after their worker failed, for good', async () => {
    const { worker, networks } = setUp();
    const pelvis = await networks.loadPelvisNetwork('sleeper');
    worker.fail();
    expect([pelvis?.runAside, worker.ended]).toEqual([undefined, 1]);
    expect((await networks.loadPelvisNetwork('another'))?.runAside).toBeUndefined();
  });

  it('fail in the frame that got no answer, and run where the pose model does from then on', async () => {
    const { api, worker, timers, networks } = setUp();
    const pelvis = await networks.loadPelvisNetwork('sleeper');
    api.pelvis.mockReturnValueOnce(new Promise(() => undefined));
    const answer = pelvis?.runAside?.(LOOK);
    timers[0]?.();
    await expect(answer).rejects.toThrow('silent');
    expect([pelvis?.runAside, worker.ended]).toEqual([undefined, 1]);
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
    const { api, networks } = setUp({ loadPelvisNetwork: async () => null });
    expect(await networks.loadPelvisNetwork('without')).toBeNull();
    expect(api.load).not.toHaveBeenCalled();
  });
});
