import { describe, expect, it, vi } from 'vitest';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { pelvisInputOf, type PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import { createAsideApi } from '../../../workers/networks/aside-server.ts';

const WINDOW = { a: 0.5, b: 0, c: 0, d: 0.5, e: 0, f: 0 };
const picture: Picture = {
  width: 64,
  height: 64,
  grey: Uint8ClampedArray.from({ length: 64 * 64 }, (_, i) => (i % 64) * 3),
};
const referencePose = new Float32Array(96 * 96).fill(80);
const ANSWER = Float32Array.of(1, -2);

const setUp = () => {
  let clock = 0;
  const asked = vi.fn<(input: Float32Array) => void>();
  const disposed: string[] = [];
  const activate = vi.fn(async () => undefined);
  const api = createAsideApi({
    activate,
    now: () => clock,
    loadPelvisNetwork: async (drill) => ({
      model: { version: 'pelvis1' } as PelvisModel,
      run: async (input) => {
        asked(input);
        clock += 4;
        return ANSWER;
      },
      dispose: () => disposed.push(drill),
    }),
  });
  return { api, asked, activate, disposed };
};

describe('the worker of the pelvis network', () => {
  it('cuts the crop, asks the network and tells how long it took', async () => {
    const { api, asked } = setUp();
    await api.load('sleeper');
    expect(await api.pelvis({ window: WINDOW, referencePose, picture })).toEqual({ answer: ANSWER, took: 4 });
    expect(asked).toHaveBeenCalledWith(pelvisInputOf({ window: WINDOW, referencePose, picture }));
  });

  it('starts its backend once, and drops a network for the next', async () => {
    const { api, activate, disposed } = setUp();
    for (const drill of ['sleeper', 'seat']) await api.load(drill);
    expect(activate).toHaveBeenCalledTimes(1);
    expect(disposed).toEqual(['sleeper']);
  });

  it('refuses to answer for a network that was not loaded', async () => {
    const { api } = setUp();
    await expect(api.pelvis({ window: WINDOW, referencePose, picture })).rejects.toThrow('no network was loaded');
  });
});
