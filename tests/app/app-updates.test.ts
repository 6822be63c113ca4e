import { describe, expect, it } from 'vitest';
import { AppUpdates, type WorkerRegistry } from '../../src/app/app-updates.ts';
import { TAKE_OVER } from '../../workers/offline.api.ts';

/** A browser's service workers, whose states the test sets. */
async function bench({ controlled = true, waiting = false } = {}) {
  const said: unknown[] = [];
  const told = { ready: 0, reloads: 0, asked: 0 };
  const worker = () => Object.assign(new EventTarget(), { postMessage: (what: unknown) => said.push(what) });
  const registration = Object.assign(new EventTarget(), {
    waiting: waiting ? worker() : null,
    installing: null as ReturnType<typeof worker> | null,
    update: async () => {
      told.asked += 1;
      throw new TypeError('no network');
    },
  });
  const registry = Object.assign(new EventTarget(), {
    controller: controlled ? worker() : null,
    register: async () => registration as unknown as ServiceWorkerRegistration,
  });
  const updates = new AppUpdates(
    {
      registry: registry as unknown as WorkerRegistry,
      script: 'service-worker.js',
      reload: () => (told.reloads += 1),
    },
    () => (told.ready += 1),
  );
  await updates.start();
  const install = () => {
    const found = worker();
    registration.installing = found;
    registration.dispatchEvent(new Event('updatefound'));
    registration.installing = null;
    registration.waiting = found;
    found.dispatchEvent(new Event('statechange'));
  };
  const change = () => registry.dispatchEvent(new Event('controllerchange'));
  return { updates, told, said, install, change, registration };
}

describe('a new version of the app', () => {
  it('is reported when it has been fetched, and is not activated by itself', async () => {
    const { told, said, install } = await bench();
    expect(told.ready).toBe(0);
    install();
    expect([told.ready, told.reloads, said.length]).toEqual([1, 0, 0]);
  });
  it('is reported at once when it was fetched on an earlier visit', async () => {
    const { told } = await bench({ waiting: true });
    expect(told.ready).toBe(1);
  });
  it('is not reported on the first visit', async () => {
    const { told, install, change } = await bench({ controlled: false });
    install();
    change();
    expect([told.ready, told.reloads]).toEqual([0, 0]);
  });
  it('is activated when the person asks, and then the page reloads', async () => {
    const { updates, told, said, install, change } = await bench();
    install();
    updates.take();
    expect([said, told.reloads]).toEqual([[TAKE_OVER], 0]);
    change();
    expect(told.reloads).toBe(1);
  });
  it('does not reload this tab when another tab activates it', async () => {
    const { updates, told, install, change, registration } = await bench();
    install();
    registration.waiting = null;
    change();
    expect(told.reloads).toBe(0);
    updates.take();
    expect(told.reloads).toBe(1);
  });
  it('can be looked for without a network, without effect', async () => {
    const { updates, told } = await bench();
    await updates.check();
    expect(told.asked).toBe(1);
  });
});
