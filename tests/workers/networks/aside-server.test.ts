import { describe, expect, it, vi } from 'vitest';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { legInputOf } from '../../../src/instrument/networks/leg-keypoints.ts';
import type { PelvisModel } from '../../../src/instrument/networks/pelvis-model.ts';
import { pelvisInputOf } from '../../../src/instrument/networks/pelvis-pair.ts';
import { createAsideApi } from '../../../workers/networks/aside-server.ts';
import { KNEE_IN_THE_MIDDLE, KNEE_MODEL } from '../fixtures.ts';

const WINDOW = { a: 0.5, b: 0, c: 0, d: 0.5, e: 0, f: 0 };
const picture: Picture = {
  width: 64,
  height: 64,
  grey: Uint8ClampedArray.from({ length: 64 * 64 }, (_, i) => (i % 64) * 3),
};
const referencePose = new Float32Array(96 * 96).fill(80);

const setUp = () => {
  let clock = 0;
  const legs = vi.fn<(input: Float32Array) => void>();
  const pelvis = vi.fn<(input: Float32Array) => void>();
  const disposed: string[] = [];
  const activate = vi.fn(async () => undefined);
  const api = createAsideApi({
    activate,
    now: () => clock,
    loadLegNetwork: async (drill) => ({
      model: KNEE_MODEL,
      run: async (input) => {
        legs(input);
        clock += 4;
        return KNEE_IN_THE_MIDDLE;
      },
      dispose: () => disposed.push(drill),
    }),
    loadPelvisNetwork: async (drill) => ({
      model: { version: 'pelvis1' } as PelvisModel,
      run: async (input) => {
        pelvis(input);
        return Float32Array.of(1, -2);
      },
      dispose: () => disposed.push(drill),
    }),
  });
  return { api, legs, pelvis, activate, disposed };
};

describe('the worker of the small networks', () => {
  it('cuts the crop, asks the network and tells how long it took', async () => {
    const { api, legs } = setUp();
    await api.load('legs', 'sleeper');
    expect(await api.legs(WINDOW, picture)).toEqual({ answer: KNEE_IN_THE_MIDDLE, took: 4 });
    expect(legs).toHaveBeenCalledWith(legInputOf(KNEE_MODEL, { window: WINDOW, picture }));
  });

  it('shows both networks the same picture, which comes once', async () => {
    const { api, pelvis } = setUp();
    await Promise.all([api.load('legs', 'sleeper'), api.load('pelvis', 'sleeper')]);
    const [, { answer }] = await Promise.all([api.legs(WINDOW, picture), api.pelvis(WINDOW, referencePose, null)]);
    expect(answer).toEqual(Float32Array.of(1, -2));
    expect(pelvis).toHaveBeenCalledWith(pelvisInputOf({ window: WINDOW, referencePose, picture }));
  });

  it('starts its backend once, and drops a network for the next of its kind', async () => {
    const { api, activate, disposed } = setUp();
    for (const drill of ['sleeper', 'seat']) await api.load('legs', drill);
    await api.load('pelvis', 'seat');
    expect(activate).toHaveBeenCalledTimes(1);
    expect(disposed).toEqual(['sleeper']);
  });

  it('refuses to answer for a network that was not loaded', async () => {
    const { api } = setUp();
    await expect(api.legs(WINDOW, picture)).rejects.toThrow('nothing was loaded');
  });
});
