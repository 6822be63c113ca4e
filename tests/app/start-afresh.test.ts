import { describe, expect, it } from 'vitest';
import { startAfresh } from '../../src/app/kept-files.ts';
import { FakeCaches } from '../workers/fake-caches.ts';

function bench(home: string, answer: () => Promise<Response>) {
  const caches = new FakeCaches();
  for (const name of [
    'truehip-kept',
    'truehip-shell-0123456789abcdef',
    'truehip/a/kept',
    'truehip/a/shell-0123456789abcdef',
    'another app',
  ])
    caches.of(name);
  const done = { unregistered: [] as string[], reloads: 0, asked: [] as unknown[] };
  const afresh = () =>
    startAfresh({
      registry: {
        register: () => Promise.reject(new Error('registered')),
        getRegistration: async (scope) =>
          ({
            unregister: async () => {
              done.unregistered.push(String(scope));
              return true;
            },
          }) as ServiceWorkerRegistration,
      },
      caches,
      fetch: async (url, init) => {
        done.asked.push([url, init?.cache]);
        return answer();
      },
      home,
      reload: () => (done.reloads += 1),
    });
  return { caches, done, afresh };
}

describe('starting afresh', () => {
  it.each([
    ['https://app.test/', ['truehip/a/kept', 'truehip/a/shell-0123456789abcdef', 'another app']],
    ['https://app.test/a/', ['truehip-kept', 'truehip-shell-0123456789abcdef', 'another app']],
  ])('removes the service worker and the caches of %s, and nothing else', async (home, left) => {
    const { caches, done, afresh } = bench(home, async () => new Response('page'));
    expect(await afresh()).toBe(true);
    expect([...caches.all.keys()]).toEqual(left);
    expect(done).toEqual({ unregistered: [home], reloads: 1, asked: [[home, 'no-store']] });
  });

  it.each([
    ['no network', () => Promise.reject(new TypeError('no network'))],
    ['a server that fails', async () => new Response('busy', { status: 503 })],
  ])('removes nothing with %s, because the page would not come back', async (_what, answer) => {
    const { caches, done, afresh } = bench('https://app.test/', answer);
    expect(await afresh()).toBe(false);
    expect(caches.all.size).toBe(5);
    expect(done).toMatchObject({ unregistered: [], reloads: 0 });
  });
});
