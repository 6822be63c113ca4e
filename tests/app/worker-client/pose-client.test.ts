import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PoseClient } from '../../../src/app/worker-client/pose-client.ts';
import type { LoadProgress } from '../../../workers/pose.api.ts';
import { ENGINE, forEver, readingAt } from './fake-worker.ts';
import { arrive, AUTO, clientOf, CRASH, fakeTime, frame, pass, PLAN, silent } from './pose-client-rig.ts';

describe('the pose client', () => {
  beforeEach(fakeTime);
  afterEach(() => {
    vi.useRealTimers();
  });

  it('loads, begins, requests a reference pose and measures', async () => {
    const { client, workers } = clientOf({});
    const told: LoadProgress[] = [];
    await expect(client.load(AUTO, (progress) => told.push(progress))).resolves.toEqual(ENGINE);
    expect(client.ready).toBe(true);
    await client.begin(PLAN);
    await client.beginReferencePose();
    await expect(client.analyse(frame(), 2.5)).resolves.toEqual(readingAt(2.5));
    expect(workers[0]?.calls).toEqual(['load', 'begin', 'beginReferencePose', 'analyse']);
  });

  it('reports the progress of loading', async () => {
    const progress: LoadProgress = { stage: 'weights', loaded: 5, total: 10, detail: 'full model' };
    const { client } = clientOf({
      load: async (_options, onProgress) => {
        onProgress(progress);
        return ENGINE;
      },
    });
    const told: LoadProgress[] = [];
    await client.load(AUTO, (step) => told.push(step));
    await arrive();
    expect(told).toEqual([progress]);
  });

  it('closes and refuses a frame before anything is loaded', async () => {
    const { client } = clientOf({});
    const early = frame();
    await expect(client.analyse(early, 0)).rejects.toMatchObject(CRASH);
    expect(early.close).toHaveBeenCalled();
  });

  it('keeps the worker’s error code, and gives "unexpected" for an unknown one', async () => {
    const missing = Object.assign(new Error('blazepose-full.bin: 404'), { name: 'weights-missing' });
    const { client, workers } = clientOf({ load: () => Promise.reject(missing) });
    await expect(client.load(AUTO, silent)).rejects.toMatchObject({
      name: 'weights-missing',
      message: 'blazepose-full.bin: 404',
    });
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(true);
    const odd = clientOf({ load: () => Promise.reject(new RangeError('odd')) });
    await expect(odd.client.load(AUTO, silent)).rejects.toMatchObject({ name: 'unexpected' });
  });

  it('says that workers are off where the browser refuses one, and prepares nothing', async () => {
    const createWorker = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    const client = new PoseClient({ createWorker });
    expect(() => client.prepare(AUTO)).not.toThrow();
    await expect(client.load(AUTO, silent)).rejects.toMatchObject({ name: 'workers-off', message: 'refused' });
  });

  it('can be loaded again after it failed', async () => {
    const missing = Object.assign(new Error('404'), { name: 'weights-missing' });
    const { client } = clientOf({ load: () => Promise.reject(missing) }, {});
    await expect(client.load(AUTO, silent)).rejects.toThrow();
    await expect(client.load(AUTO, silent)).resolves.toEqual(ENGINE);
  });

  it('tries a worker that hangs at start once more with WASM', async () => {
    const asked: string[] = [];
    const { client } = clientOf(
      { load: () => forEver() },
      {
        load: async (options) => {
          asked.push(options.backend);
          return ENGINE;
        },
      },
    );
    const loading = client.load(AUTO, silent);
    await pass(60_000);
    await expect(loading).resolves.toEqual(ENGINE);
    expect(asked).toEqual(['wasm']);
  });

  it('waits for a slow start as long as there is progress', async () => {
    const { client, workers } = clientOf({
      load: async (_options, onProgress) => {
        for (let i = 0; i < 4; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50_000));
          onProgress({ stage: 'weights', loaded: i, total: 4, detail: '' });
        }
        return ENGINE;
      },
    });
    const loading = client.load(AUTO, silent);
    for (let i = 0; i < 4; i++) await pass(50_000);
    await expect(loading).resolves.toEqual(ENGINE);
    expect(workers).toHaveLength(1);
  });

  it('restarts a worker after five failed frames in a row', async () => {
    const { client, restarts } = clientOf({ analyse: () => Promise.reject(new Error('context lost')) }, {});
    await client.load(AUTO, silent);
    for (let time = 1; time <= 5; time++) {
      await expect(client.analyse(frame(), time)).rejects.toMatchObject({ name: 'unexpected' });
    }
    await arrive();
    expect(restarts[0]?.cause.message).toContain('context lost');
  });

  it('reports a change of the engine’s model', async () => {
    const { client, engineChange } = clientOf({
      load: async (_options, _onProgress, onChange) => {
        setTimeout(() => onChange?.({ ...ENGINE, model: 'lite' }), 1000);
        return ENGINE;
      },
    });
    await client.load(AUTO, silent);
    await pass(1000);
    expect(engineChange).toHaveBeenCalledWith(expect.objectContaining({ model: 'lite' }));
    expect(client.engine?.model).toBe('lite');
  });

  it('rejects pending calls when it is closed, and does not restart', async () => {
    const { client, workers, restarts } = clientOf({ analyse: () => forEver() });
    await client.load(AUTO, silent);
    const outstanding = client.analyse(frame(), 1);
    client.close();
    await expect(outstanding).rejects.toMatchObject({ name: 'unexpected' });
    await pass(10_000);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(true);
    expect(restarts).toHaveLength(0);
  });
});
