import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFor, parseRange, serveDist } from '../../tools/browser/serve-dist.mjs';

const outside = mkdtempSync(join(tmpdir(), 'truehip-serve-'));
const folder = join(outside, 'dist');
let server: Awaited<ReturnType<typeof serveDist>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a.wasm'), 'wasm');
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(outside, 'one clip 100%.webm'), '0123456789');
  server = await serveDist({ folder });
});

afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true, force: true });
});

/** Requests the path as it is; `fetch` would normalise it. */
function rawStatus(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, failed) => {
    request({ hostname, port, path }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    })
      .on('error', failed)
      .end();
  });
}

describe('the server of the built app', () => {
  it('sends the isolation headers that WASM threads need', async () => {
    const answer = await fetch(`${server.url}/`);
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('sends the type of WASM, which streaming compilation needs', async () => {
    const answer = await fetch(`${server.url}/assets/a.wasm`);
    expect(answer.headers.get('content-type')).toBe('application/wasm');
  });

  it('lets browsers cache hashed assets but not pages', async () => {
    expect((await fetch(`${server.url}/assets/a.wasm`)).headers.get('cache-control')).toMatch(/immutable/);
    expect((await fetch(`${server.url}/`)).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/%00', '/%'])(
    'serves nothing outside its folder: %s',
    async (path) => {
      expect(await rawStatus(path)).toBe(404);
    },
  );

  it('serves a shared file only under its random address, whole and in parts', async () => {
    const address = server.share(join(outside, 'one clip 100%.webm'));
    const whole = await fetch(address);
    expect(whole.headers.get('content-type')).toBe('video/webm');
    expect(await whole.text()).toBe('0123456789');
    const part = await fetch(address, { headers: { range: 'bytes=2-4' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(await part.text()).toBe('234');
    expect(await rawStatus('/one%20clip%20100%25.webm')).toBe(404);
  });

  it('answers 404 for a shared file that was deleted', async () => {
    const gone = await fetch(server.share(join(outside, 'gone.webm')));
    expect(gone.status).toBe(404);
  });

  it('allows only GET and HEAD', async () => {
    expect((await fetch(`${server.url}/`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${server.url}/`, { method: 'HEAD' })).status).toBe(200);
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveDist({ folder, port })).rejects.toThrow(`port ${port} is in use`);
  });
});

describe('a range', () => {
  it.each([
    [undefined, 'all'],
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=7-99', { start: 7, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=5-4', 'unsatisfiable'],
    ['bytes=0-1,3-4', 'all'],
    ['lines=0-1', 'all'],
  ])('%s of ten bytes', (header, wanted) => {
    expect(parseRange(header, 10)).toEqual(wanted);
  });
});

describe('an address', () => {
  it('with a slash at its end means the index page of the folder', () => {
    expect(fileFor(folder, new Map(), '/')).toBe(join(folder, 'index.html'));
  });
});
