import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Behaviour, ENGINE, forEver, readingAt } from './fake-worker.ts';
import { arrive, AUTO, clientOf, CRASH, fakeTime, frame, pass, PLAN, silent } from './pose-client-rig.ts';

describe('a pose client whose worker crashes', () => {
  beforeEach(fakeTime);
  afterEach(() => {
    vi.useRealTimers();
  });

  it('rejects pending calls and restarts with the same plan', async () => {
    const { client, workers, restarts } = clientOf({ analyse: () => forEver() }, {});
    await client.load(AUTO, silent);
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
    const { client, workers } = clientOf({ analyse: () => forEver() }, {});
    await client.load(AUTO, silent);
    const outstanding = client.analyse(frame(), 1);
    workers[0]?.missScript();
    await expect(outstanding).rejects.toMatchObject(CRASH);
  });

  it('closes and refuses frames while it restarts', async () => {
    const { client, workers } = clientOf({}, { load: () => forEver() });
    await client.load(AUTO, silent);
    workers[0]?.crash('gone');
    const early = frame();
    await expect(client.analyse(early, 1)).rejects.toMatchObject(CRASH);
    expect(early.close).toHaveBeenCalled();
  });

  it('reports that the reference pose was lost', async () => {
    const { client, workers, restarts } = clientOf({});
    await client.load(AUTO, silent);
    await client.begin(PLAN);
    await client.beginReferencePose();
    workers[0]?.crash('gone');
    await arrive();
    expect(restarts[0]?.referencePoseLost).toBe(true);
  });

  it('restarts after an unreadable message', async () => {
    const { client, workers, restarts } = clientOf({});
    await client.load(AUTO, silent);
    workers[0]?.garble();
    await arrive();
    expect(restarts).toHaveLength(1);
  });

  it('sends a plan that came during the restart', async () => {
    const { client, workers } = clientOf({});
    await client.load(AUTO, silent);
    workers[0]?.crash('gone');
    await client.begin(PLAN);
    expect(workers[1]?.calls).toContain('begin');
    expect(workers[0]?.calls).not.toContain('begin');
  });

  it('gives up at the third crash within thirty seconds', async () => {
    const { client, workers, restarts, givenUp } = clientOf({});
    await client.load(AUTO, silent);
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
    const { client, workers, restarts, givenUp } = clientOf({});
    await client.load(AUTO, silent);
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
    const { client, workers, engineChange } = clientOf({ load });
    await client.load(AUTO, silent);
    for (let i = 0; i < 2; i++) {
      workers.at(-1)?.crash('GPU lost');
      await arrive();
    }
    expect(asked).toEqual(['auto', 'webgl', 'wasm']);
    expect(engineChange).toHaveBeenCalledWith(expect.objectContaining({ backend: 'wasm' }));
  });

  it('gives up when the worker cannot be loaded any more', async () => {
    const missing = Object.assign(new Error('404'), { name: 'weights-missing' });
    const { client, workers, givenUp } = clientOf({}, { load: () => Promise.reject(missing) });
    await client.load(AUTO, silent);
    workers[0]?.crash('gone');
    await arrive();
    await arrive();
    expect(givenUp.mock.calls[0]?.[0]).toMatchObject({ name: 'weights-missing' });
  });
});
