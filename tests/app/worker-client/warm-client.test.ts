import { describe, expect, it, vi } from 'vitest';
import { KEEP_WARM, WarmClients } from '../../../src/app/worker-client/warm-client.ts';
import type { LoadProgress } from '../../../workers/pose.api.ts';
import { type Behaviour, ENGINE, FakeWorker, forEver, readingAt } from './fake-worker.ts';
import { arrive, AUTO, frame, PLAN, silent } from './pose-client-rig.ts';

/** A keeper whose workers have the given behaviours one after the other, and timers that ring by hand. */
const keeperOf = (...behaviours: Behaviour[]) => {
  const workers: FakeWorker[] = [];
  const rings = new Map<number, { readonly run: () => void; readonly after: number }>();
  const clients = new WarmClients({
    createWorker: () => {
      const worker = new FakeWorker(behaviours[Math.min(workers.length, behaviours.length - 1)] ?? {});
      workers.push(worker);
      return worker;
    },
    timers: {
      set: (run, after) => {
        rings.set(rings.size + 1, { run, after });
        return rings.size;
      },
      clear: (timer) => void rings.delete(timer),
    },
  });
  return { clients, workers, rings };
};

const oneSet = async (clients: WarmClients, options = AUTO) => {
  const client = clients.newClient({});
  await client.load(options, silent);
  client.close();
};

describe('the warm clients', () => {
  it('hand the worker of the last set to the next one without loading again', async () => {
    const { clients, workers } = keeperOf({});
    await oneSet(clients);
    const next = clients.newClient({});
    const told: LoadProgress[] = [];
    await expect(next.load(AUTO, (progress) => told.push(progress))).resolves.toEqual(ENGINE);
    expect(told.map(({ stage }) => stage)).toEqual(['ready']);
    await next.begin(PLAN);
    await next.beginReferencePose();
    await expect(next.analyse(frame(), 1)).resolves.toEqual(readingAt(1));
    expect(workers).toHaveLength(1);
    expect(workers[0]?.calls).toEqual(['load', 'begin', 'beginReferencePose', 'analyse']);
  });

  it('hand the samples of a phone to the worker while a session uses it', async () => {
    const { clients, workers } = keeperOf({});
    const client = clients.newClient({});
    client.phone([]);
    await client.load(AUTO, silent);
    await client.begin(PLAN);
    client.phone([{ time: 1, orientation: [1, 0, 0, 0] }]);
    await arrive();
    expect(workers[0]?.calls).toEqual(['load', 'begin', 'phone']);
    client.close();
    client.phone([]);
    await arrive();
    expect(workers[0]?.calls).toEqual(['load', 'begin', 'phone']);
  });

  it('give a session the worker that downloads already', async () => {
    const { clients, workers, rings } = keeperOf({});
    clients.prepare(AUTO);
    clients.prepare({ ...AUTO, targetRate: 5 });
    await arrive();
    expect(workers[0]?.calls).toEqual(['prepare']);
    const client = clients.newClient({});
    await expect(client.load({ ...AUTO, targetRate: 15 }, silent)).resolves.toEqual(ENGINE);
    await client.begin(PLAN);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.calls).toEqual(['prepare', 'load', 'begin']);
    expect(rings.size).toBe(0);
  });

  it('load in the same worker where the download ahead has failed', async () => {
    const { clients, workers } = keeperOf({ prepare: () => Promise.reject(new Error('no line')) });
    clients.prepare(AUTO);
    await arrive();
    await expect(clients.newClient({}).load(AUTO, silent)).resolves.toEqual(ENGINE);
    expect(workers).toHaveLength(1);
  });

  it('start another worker where the one that downloaded has crashed', async () => {
    const { clients, workers } = keeperOf({});
    clients.prepare(AUTO);
    await arrive();
    workers[0]?.missScript();
    expect(workers[0]?.terminated).toBe(true);
    await expect(clients.newClient({}).load(AUTO, silent)).resolves.toEqual(ENGINE);
    expect(workers[1]?.calls).toEqual(['load']);
  });

  it('end what downloads for another model, and what nobody came for', async () => {
    const { clients, workers, rings } = keeperOf({});
    clients.prepare({ ...AUTO, model: 'full' });
    await oneSet(clients, { ...AUTO, model: 'lite' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    const other = keeperOf({});
    other.clients.prepare(AUTO);
    for (const { run } of other.rings.values()) run();
    expect(other.workers[0]?.terminated).toBe(true);
    expect(rings.size).toBe(1);
  });

  it('download nothing while a loaded worker is there', async () => {
    const { clients, workers } = keeperOf({});
    await oneSet(clients);
    clients.prepare({ ...AUTO, model: 'lite' });
    await arrive();
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(false);
  });

  it('keep the worker for another frame rate where a fixed model makes the rate meaningless', async () => {
    const { clients, workers } = keeperOf({});
    await oneSet(clients, { ...AUTO, model: 'full' });
    await oneSet(clients, { ...AUTO, model: 'full', targetRate: 20 });
    expect(workers).toHaveLength(1);
    await oneSet(clients, AUTO);
    await oneSet(clients, { ...AUTO, targetRate: 20 });
    expect(workers).toHaveLength(3);
  });

  it('end a worker that nobody used for the time it is kept', async () => {
    const { clients, workers, rings } = keeperOf({});
    await oneSet(clients);
    const [ring] = rings.values();
    expect(ring?.after).toBe(KEEP_WARM);
    ring?.run();
    expect(workers[0]?.terminated).toBe(true);
    await oneSet(clients);
    expect(workers).toHaveLength(2);
  });

  it('stop the clock of the idle worker as soon as a set takes it', async () => {
    const { clients, rings } = keeperOf({});
    await oneSet(clients);
    const next = clients.newClient({});
    await next.load(AUTO, silent);
    expect(rings.size).toBe(0);
  });

  it('do not keep a worker that is still loading when its session closes', async () => {
    const { clients, workers } = keeperOf({ load: () => forEver() });
    const client = clients.newClient({});
    const loading = client.load(AUTO, silent);
    client.close();
    await expect(loading).rejects.toMatchObject({ name: 'unexpected' });
    expect(workers[0]?.terminated).toBe(true);
  });

  it('tell a restart only to the session that uses the worker, and count it only there', async () => {
    const { clients, workers } = keeperOf({});
    const first = vi.fn();
    const client = clients.newClient({ onRestart: first });
    await client.load(AUTO, silent);
    workers[0]?.crash('gone');
    await arrive();
    expect(first).toHaveBeenCalledTimes(1);
    expect(client.restarts).toBe(1);
    client.close();
    expect(client.restarts).toBe(1);
    const second = clients.newClient({});
    await second.load(AUTO, silent);
    expect(second.restarts).toBe(0);
    expect(workers).toHaveLength(2);
  });

  it('end a worker that crashed while idle', async () => {
    const { clients, workers } = keeperOf({});
    await oneSet(clients);
    workers[0]?.crash('gone');
    await arrive();
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it('refuse calls of a session that has closed, and close its frames', async () => {
    const { clients } = keeperOf({});
    const client = clients.newClient({});
    await client.load(AUTO, silent);
    client.close();
    const late = frame();
    await expect(client.analyse(late, 2)).rejects.toMatchObject({ name: 'unexpected' });
    expect(late.close).toHaveBeenCalled();
    await expect(client.begin(PLAN)).rejects.toMatchObject({ name: 'unexpected' });
    expect(client.ready).toBe(false);
  });
});
