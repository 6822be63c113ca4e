import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PoseClient } from '../../../src/app/worker-client/pose-client.ts';
import type { LoadProgress } from '../../../workers/pose.api.ts';
import { type Behaviour, ENGINE, forEver, readingAt } from './fake-worker.ts';
import {
  arrive,
  AUTO,
  clientOf,
  loaded,
  CRASH,
  fakeTime,
  frame,
  pass,
  PLAN,
  silent,
  STALL,
} from './pose-client-rig.ts';

beforeEach(fakeTime);
afterEach(() => void vi.useRealTimers());

describe('the pose client', () => {
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
    const { client, restarts } = await loaded({ analyse: () => Promise.reject(new Error('context lost')) }, {});
    for (let time = 1; time <= 5; time++) {
      await expect(client.analyse(frame(), time)).rejects.toMatchObject({ name: 'unexpected' });
    }
    await arrive();
    expect(restarts[0]?.cause.message).toContain('context lost');
  });

  it('reports a change of the engine’s model', async () => {
    const { client, engineChange } = await loaded({
      load: async (_options, _onProgress, onChange) => {
        setTimeout(() => onChange?.({ ...ENGINE, model: 'lite' }), 1000);
        return ENGINE;
      },
    });
    await pass(1000);
    expect(engineChange).toHaveBeenCalledWith(expect.objectContaining({ model: 'lite' }));
    expect(client.engine?.model).toBe('lite');
  });

  it('rejects pending calls when it is closed, and does not restart', async () => {
    const { client, workers, restarts } = await loaded({ analyse: () => forEver() });
    const outstanding = client.analyse(frame(), 1);
    client.close();
    await expect(outstanding).rejects.toMatchObject({ name: 'unexpected' });
    await pass(10_000);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(true);
    expect(restarts).toHaveLength(0);
  });
});

describe('a pose client whose worker crashes', () => {
  it('rejects pending calls and restarts with the same plan', async () => {
    const { client, workers, restarts } = await loaded({ analyse: () => forEver() }, {});
    await client.begin(PLAN);
    const outstanding = client.analyse(frame(), 1);
    workers[0]?.crash('out of memory');
    await expect(outstanding).rejects.toMatchObject({ ...CRASH, message: 'out of memory' });
    expect(client.ready).toBe(false);
    await arrive();
    expect(client.ready).toBe(true);
    expect(workers[0]?.terminated).toBe(true);
    expect(workers[1]?.calls).toEqual(['load', 'begin']);
    expect(restarts).toHaveLength(1);
    expect(restarts[0]).toMatchObject({ count: 1, referencePoseLost: false });
    await expect(client.analyse(frame(), 2)).resolves.toEqual(readingAt(2));
    expect(client.restarts).toBe(1);
  });

  it('says that a part of the app is missing when the script of the worker cannot be loaded, and tries no other', async () => {
    const { client, workers } = clientOf({ load: () => forEver() });
    const loading = client.load(AUTO, silent);
    workers[0]?.missScript();
    await expect(loading).rejects.toMatchObject({ name: 'app-file-missing' });
    expect(workers).toHaveLength(1);
  });

  it('takes a running worker that ends without a message for crashed', async () => {
    const { client, workers } = await loaded({ analyse: () => forEver() }, {});
    const outstanding = client.analyse(frame(), 1);
    workers[0]?.missScript();
    await expect(outstanding).rejects.toMatchObject(CRASH);
  });

  it('closes and refuses frames while it restarts', async () => {
    const { client, workers } = await loaded({}, { load: () => forEver() });
    workers[0]?.crash('gone');
    const early = frame();
    await expect(client.analyse(early, 1)).rejects.toMatchObject(CRASH);
    expect(early.close).toHaveBeenCalled();
  });

  it('reports that the reference pose was lost', async () => {
    const { client, workers, restarts } = await loaded({});
    await client.begin(PLAN);
    await client.beginReferencePose();
    workers[0]?.crash('gone');
    await arrive();
    expect(restarts[0]?.referencePoseLost).toBe(true);
  });

  it('restarts after an unreadable message', async () => {
    const { workers, restarts } = await loaded({});
    workers[0]?.garble();
    await arrive();
    expect(restarts).toHaveLength(1);
  });

  it('sends a plan that came during the restart', async () => {
    const { client, workers } = await loaded({});
    workers[0]?.crash('gone');
    await client.begin(PLAN);
    expect(workers[1]?.calls).toContain('begin');
    expect(workers[0]?.calls).not.toContain('begin');
  });

  it('gives up at the third crash within thirty seconds', async () => {
    const { client, workers, restarts, givenUp } = await loaded({});
    for (let i = 0; i < 3; i++) {
      workers.at(-1)?.crash(`death ${i + 1}`);
      await arrive();
      await pass(5000);
    }
    expect(restarts).toHaveLength(2);
    expect(givenUp).toHaveBeenCalledOnce();
    expect(givenUp.mock.calls[0]?.[0]).toMatchObject({ ...CRASH, message: 'death 3' });
    expect(workers).toHaveLength(3);
    await expect(client.analyse(frame(), 9)).rejects.toMatchObject({ message: 'death 3' });
    await expect(client.beginReferencePose()).rejects.toMatchObject({ message: 'death 3' });
  });

  it('goes on when crashes are further apart', async () => {
    const { workers, restarts, givenUp } = await loaded({});
    for (let i = 0; i < 5; i++) {
      workers.at(-1)?.crash('now and then');
      await arrive();
      await pass(20_000);
    }
    expect(restarts).toHaveLength(5);
    expect(givenUp).not.toHaveBeenCalled();
  });

  it('falls back to WASM when the second worker crashes soon after the first', async () => {
    const asked: string[] = [];
    const load: Behaviour['load'] = async (options) => {
      asked.push(options.backend);
      return { ...ENGINE, backend: options.backend === 'wasm' ? 'wasm' : 'webgl' };
    };
    const { workers, engineChange } = await loaded({ load });
    for (let i = 0; i < 2; i++) {
      workers.at(-1)?.crash('GPU lost');
      await arrive();
    }
    expect(asked).toEqual(['auto', 'webgl', 'wasm']);
    expect(engineChange).toHaveBeenCalledWith(expect.objectContaining({ backend: 'wasm' }));
  });

  it('gives up when the worker cannot be loaded any more', async () => {
    const missing = Object.assign(new Error('404'), { name: 'weights-missing' });
    const { workers, givenUp } = await loaded({}, { load: () => Promise.reject(missing) });
    workers[0]?.crash('gone');
    await arrive();
    await arrive();
    expect(givenUp.mock.calls[0]?.[0]).toMatchObject({ name: 'weights-missing' });
  });
});

describe('a pose client whose worker hangs', () => {
  it('restarts after a frame without a reply for four seconds', async () => {
    const { client, restarts } = await loaded({ analyse: () => forEver() }, {});
    const hanging = client.analyse(frame(), 1).catch((error: unknown) => error);
    await pass(3900);
    expect(restarts).toHaveLength(0);
    await pass(200);
    expect(await hanging).toMatchObject(STALL);
    expect(restarts[0]?.cause).toMatchObject(STALL);
    await expect(client.analyse(frame(), 2)).resolves.toEqual(readingAt(2));
  });

  it('waits eight times the usual reply time on a slow computer', async () => {
    const slow: Behaviour['analyse'] = async (_frame, time) => {
      await new Promise((resolve) => setTimeout(resolve, time < 10 ? 1000 : 7000));
      return readingAt(time);
    };
    const { client, restarts } = await loaded({ analyse: slow });
    for (let time = 1; time <= 3; time++) {
      const reading = client.analyse(frame(), time);
      await arrive();
      await pass(1000);
      await reading;
    }
    const late = client.analyse(frame(), 10);
    await arrive();
    await pass(7000);
    await expect(late).resolves.toEqual(readingAt(10));
    expect(restarts).toHaveLength(0);
  });

  it('ignores a late answer of an ended worker', async () => {
    let answer: (() => void) | null = null;
    const late: Behaviour['analyse'] = (_frame, time) =>
      new Promise((resolve) => {
        answer = () => resolve(readingAt(time));
      });
    const { client } = await loaded({ analyse: late }, {});
    const given = client.analyse(frame(), 1).catch((error: unknown) => error);
    await arrive();
    await pass(4100);
    expect(await given).toMatchObject(STALL);
    expect(answer).not.toBeNull();
    (answer as unknown as () => void)();
    await arrive();
    await expect(client.analyse(frame(), 2)).resolves.toEqual(readingAt(2));
  });

  it('does not restart the worker when the computer slept', async () => {
    const { client, restarts } = await loaded({ analyse: () => forEver() });
    client.analyse(frame(), 1).catch(silent);
    await arrive();
    // The clock jumps by an hour without the timers having run.
    const before = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(before + 3_600_000);
    await pass(4100);
    expect(restarts).toHaveLength(0);
    await pass(4100);
    expect(restarts).toHaveLength(1);
    vi.restoreAllMocks();
  });
});
