import { describe, expect, it } from 'vitest';
import { KeptFiles, type KeptStatus } from '../../src/app/kept-files.ts';
import { KEPT_CACHE } from '../../workers/offline.api.ts';
import { FakeCaches } from '../workers/fake-caches.ts';

const HOME = 'https://app.test/';
/** A file of three pieces: two of 4 MiB and a rest. */
const LARGE = 9 * 1024 * 1024;
const SIZES: Readonly<Record<string, number>> = { 'assets/small.webm': 1000, 'assets/large.bin': LARGE };
const TOTAL = LARGE + 1000;

/** A server that fails after a number of answers, and a person who stops after a number of progress reports. */
function bench({ answers = Number.POSITIVE_INFINITY, ranges = true } = {}) {
  const caches = new FakeCaches();
  const asked: string[] = [];
  const server = { answers, ranges, short: false };
  const get = async (what: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(typeof what === 'string' ? what : what instanceof URL ? what : what.url);
    const path = url.pathname.slice(1);
    if (path === 'offline.json') {
      const keepable = Object.entries(SIZES).map(([name, bytes]) => ({ path: name, bytes }));
      return Response.json({ keepable });
    }
    init.signal?.throwIfAborted();
    if (server.answers <= 0) throw new TypeError('no network');
    server.answers -= 1;
    asked.push(`${path}${url.search}`);
    const body = new Uint8Array(SIZES[path] ?? 0).map((_, i) => i % 251);
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(new Headers(init.headers).get('Range') ?? '') ?? [];
    if (!ranges || from === undefined) return new Response(server.short ? body.slice(1) : body);
    return new Response(body.slice(Number(from), Number(to) + 1), { status: 206 });
  };
  const files = new KeptFiles({ caches, fetch: get, home: HOME });
  const seen: KeptStatus[] = [];
  const keep = (signal = new AbortController().signal) => files.keep((status) => seen.push(status), signal);
  return { caches, files, asked, server, seen, keep };
}

describe('caching the app for use without a network', () => {
  it('fetches every file, reports progress, and leaves no pieces', async () => {
    const { caches, files, seen, keep } = bench();
    expect(await files.status()).toEqual({ kept: 0, total: TOTAL, wanted: false });
    expect(await keep()).toBe('all');
    expect(await files.status()).toEqual({ kept: TOTAL, total: TOTAL, wanted: true });
    const steps = seen.map(({ kept }) => kept);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.length).toBeGreaterThan(4);
    const large = caches.of(KEPT_CACHE).held.get(`${HOME}assets/large.bin`);
    const bytes = new Uint8Array((await large?.clone().arrayBuffer()) ?? new ArrayBuffer(0));
    expect(bytes.length).toBe(LARGE);
    expect(bytes.every((value, i) => value === i % 251)).toBe(true);
    expect([...caches.of(KEPT_CACHE).held.keys()].some((url) => url.includes('piece'))).toBe(false);
  });
  it('resumes an interrupted download', async () => {
    const { files, asked, server, keep } = bench({ answers: 2 });
    expect(await keep()).toBe('broken');
    expect(await files.status()).toMatchObject({ kept: 1000 + 4 * 1024 * 1024, wanted: false });
    server.answers = 10;
    expect(await keep()).toBe('all');
    expect(asked).toEqual([
      'assets/small.webm',
      'assets/large.bin?piece=0',
      'assets/large.bin?piece=1',
      'assets/large.bin?piece=2',
    ]);
  });
  it('stops when the person stops it', async () => {
    const { files, keep } = bench();
    expect(await keep(AbortSignal.abort())).toBe('stopped');
    expect((await files.status()).kept).toBe(0);
  });
  it('works with a server without range requests', async () => {
    const { asked, keep } = bench({ ranges: false });
    expect(await keep()).toBe('all');
    expect(asked).toHaveLength(2);
  });
  it('does not cache a file that is too short', async () => {
    const { caches, server, keep } = bench();
    server.short = true;
    expect(await keep()).toBe('broken');
    expect(caches.of(KEPT_CACHE).held.size).toBe(0);
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
