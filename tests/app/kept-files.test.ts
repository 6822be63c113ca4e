import { describe, expect, it } from 'vitest';
import { KeptFiles, type KeptStatus, startAfresh, faultyWorker } from '../../src/app/kept-files.ts';
import { cacheNames, FAULT_PATH } from '../../workers/offline.api.ts';
import { FakeCaches } from '../workers/fake-caches.ts';
import { listed } from '../workers/listed.ts';

const HOME = 'https://app.test/';
const { kept: KEPT_CACHE } = cacheNames(HOME);
const FILES: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  'assets/small.webm': new Uint8Array(1000).fill(1),
  'assets/large.part1.bin': new Uint8Array(4000).fill(2),
  'assets/large.part2.bin': new Uint8Array(3000).fill(3),
};
const TOTAL = 8000;

/** A server that fails after a number of answers, and a person who stops after a number of progress reports. */
function bench({ answers = Number.POSITIVE_INFINITY } = {}) {
  const caches = new FakeCaches();
  const asked: string[] = [];
  const server = { answers, others: new Map<string, (cache?: RequestCache) => Response>() };
  const get = async (what: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(typeof what === 'string' ? what : what instanceof URL ? what : what.url);
    const path = url.pathname.slice(1);
    if (path === 'offline.json') {
      const keepable = Object.entries(FILES).map(([name, content]) => listed(name, content));
      return Response.json({ shell: [], keepable, pages: {}, types: {} });
    }
    init.signal?.throwIfAborted();
    if (server.answers <= 0) throw new TypeError('no network');
    server.answers -= 1;
    asked.push(path);
    return server.others.get(path)?.(init.cache) ?? new Response(FILES[path]);
  };
  const files = new KeptFiles({ caches, fetch: get, home: HOME });
  const seen: KeptStatus[] = [];
  const keep = (signal = new AbortController().signal) => files.keep((status) => seen.push(status), signal);
  return { caches, files, asked, server, seen, keep };
}

describe('caching the app for use without a network', () => {
  it('fetches every file, and reports progress', async () => {
    const { caches, files, seen, keep } = bench();
    expect(await files.status()).toEqual({ kept: 0, total: TOTAL, wanted: false });
    expect(await keep()).toBe('all');
    expect(await files.status()).toEqual({ kept: TOTAL, total: TOTAL, wanted: true });
    expect(await files.count()).toBe(3);
    expect(seen.map(({ kept }) => kept)).toEqual([1000, 5000, TOTAL, TOTAL]);
    const part = caches.of(KEPT_CACHE).held.get(`${HOME}assets/large.part2.bin`);
    expect(new Uint8Array((await part?.clone().arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(
      FILES['assets/large.part2.bin'],
    );
  });
  it('resumes an interrupted download', async () => {
    const { files, asked, server, keep } = bench({ answers: 2 });
    expect(await keep()).toBe('broken');
    expect(await files.status()).toMatchObject({ kept: 5000, wanted: false });
    // The network is no fault of a file.
    expect(await files.faults()).toEqual([]);
    server.answers = 10;
    expect(await keep()).toBe('all');
    expect(asked).toEqual(Object.keys(FILES));
  });
  it('stops when the person stops it', async () => {
    const { files, keep } = bench();
    expect(await keep(AbortSignal.abort())).toBe('stopped');
    expect((await files.status()).kept).toBe(0);
  });
  it.each([
    ['cut', () => new Response(new Uint8Array(1000).fill(2))],
    ['changed', () => new Response(new Uint8Array(4000).fill(9))],
    ['page', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
    ['missing', () => new Response('no', { status: 404 })],
  ] as const)(
    'does not cache a file that is not that of the build, goes on, and names it: %s',
    async (_fault, other) => {
      const { files, server, keep } = bench();
      server.others.set('assets/large.part1.bin', other);
      expect(await keep()).toBe('some');
      expect(await files.status()).toEqual({ kept: 4000, total: TOTAL, wanted: true });
      expect(await files.count()).toBe(2);
      expect(await files.faults()).toEqual(['assets/large.part1.bin']);
      server.others.clear();
      expect(await keep()).toBe('all');
      expect(await files.faults()).toEqual([]);
    },
  );
  it('asks past the browser’s own cache where that holds another file', async () => {
    const { server, keep, asked } = bench();
    server.others.set(
      'assets/small.webm',
      (cache) => new Response(cache === 'reload' ? FILES['assets/small.webm'] : ''),
    );
    expect(await keep()).toBe('all');
    expect(asked).toHaveLength(4);
  });
  it('replaces what an earlier version kept without a look', async () => {
    const { caches, asked, keep } = bench();
    const kept = caches.of(KEPT_CACHE);
    await kept.put(`${HOME}assets/small.webm`, new Response(FILES['assets/small.webm']));
    await kept.put(`${HOME}assets/large.part1.bin`, new Response('<!doctype html>'));
    expect(await keep()).toBe('all');
    expect(asked).toEqual(Object.keys(FILES).slice(1));
  });
  it('names what the service worker could not store', async () => {
    const { caches, files } = bench();
    await caches.of(KEPT_CACHE).put(`${HOME}${FAULT_PATH}?assets/app.js`, new Response('page'));
    expect(await files.faults()).toEqual(['assets/app.js']);
    expect(await files.count()).toBe(0);
  });
  it('reports a full disk', async () => {
    const { caches, keep } = bench();
    caches.of(KEPT_CACHE).full = true;
    expect(await keep()).toBe('full');
  });
  it('can be removed', async () => {
    const { files, keep } = bench();
    await keep();
    await files.remove();
    expect(await files.status()).toEqual({ kept: 0, total: TOTAL, wanted: false });
  });
});

function afreshBench(home: string, answer: () => Promise<Response>) {
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
    const { caches, done, afresh } = afreshBench(home, async () => new Response('page'));
    expect(await afresh()).toBe(true);
    expect([...caches.all.keys()]).toEqual(left);
    expect(done).toEqual({ unregistered: [home], reloads: 1, asked: [[home, 'no-store']] });
  });

  it.each([
    ['no network', () => Promise.reject(new TypeError('no network'))],
    ['a server that fails', async () => new Response('busy', { status: 503 })],
  ])('removes nothing with %s, because the page would not come back', async (_what, answer) => {
    const { caches, done, afresh } = afreshBench('https://app.test/', answer);
    expect(await afresh()).toBe(false);
    expect(caches.all.size).toBe(5);
    expect(done).toMatchObject({ unregistered: [], reloads: 0 });
  });
});

const FOLDER = 'https://app.test/a/';

const script = (type: string, status = 200) => new Response('', { status, headers: { 'Content-Type': type } });

const fault = (
  answer: () => Promise<Response>,
  { isThere = false, refusal }: { isThere?: boolean; refusal?: Error } = {},
) =>
  faultyWorker({
    registry: {
      getRegistration: async () => (isThere ? ({} as ServiceWorkerRegistration) : undefined),
      register: async () => {
        if (refusal) throw refusal;
        return {} as ServiceWorkerRegistration;
      },
    },
    fetch: async (url) => {
      expect(url).toBe(`${FOLDER}service-worker.js`);
      return answer();
    },
    home: FOLDER,
  });

describe('the service worker at a host', () => {
  it('is not looked at where the browser has it', async () => {
    expect(await fault(() => Promise.reject(new Error('asked')), { isThere: true })).toBeNull();
  });

  it.each([
    ['network', () => Promise.reject(new TypeError('no network'))],
    ['network', async () => script('text/javascript', 500)],
    ['missing', async () => script('text/plain', 404)],
    ['page', async () => script('text/html; charset=utf-8')],
    ['type', async () => script('application/octet-stream')],
    ['redirected', async () => Object.defineProperty(script('text/html'), 'redirected', { value: true })],
  ] as const)('cannot be one: %s', async (_why, answer) => {
    expect(await fault(answer)).toBe('service-worker.js');
  });

  it('is named where the browser cannot run it, but not where the browser allows none', async () => {
    const right = async () => script('text/javascript; charset=utf-8');
    expect(await fault(right)).toBeNull();
    expect(await fault(right, { refusal: new TypeError('evaluation failed') })).toBe('service-worker.js');
    expect(await fault(right, { refusal: new DOMException('no', 'SecurityError') })).toBeNull();
  });
});
