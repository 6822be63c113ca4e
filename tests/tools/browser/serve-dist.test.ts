import headers from '../../../tools/browser/headers.json' with { type: 'json' };
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDist } from '../../../tools/browser/serve-dist.ts';
import { acceptedEncodings, caching, contentTypes, parseRange } from '../../../tools/browser/static-answer.ts';
import { netlifyHeaders } from '../../../tools/build/offline-build.ts';

const outside = mkdtempSync(join(tmpdir(), 'truehip-serve-'));
const folder = join(outside, 'dist');
let server: Awaited<ReturnType<typeof serveDist>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a.wasm'), 'wasm');
  writeFileSync(join(folder, 'assets', 'a.js'), 'plain script');
  writeFileSync(join(folder, 'assets', 'a.js.br'), 'br');
  writeFileSync(join(folder, 'assets', 'a.js.gz'), 'gzip');
  writeFileSync(join(folder, '.built-from'), 'hidden');
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(outside, join(folder, 'out'));
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'assets', 'a.wasm.br'));
  writeFileSync(join(outside, 'one clip 100%.webm'), '0123456789');
  server = await serveDist({ folder });
});

afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true, force: true });
});

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Requests the path as it is; `fetch` would normalise it, and unpack what comes. */
function rawAnswer(path: string, asked: Record<string, string> = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, failed) => {
    request({ hostname, port, path, headers: asked }, (answer) => {
      let body = '';
      answer.on('data', (part) => (body += String(part)));
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body }));
    })
      .on('error', failed)
      .end();
  });
}

const rawStatus = async (path: string): Promise<number | undefined> => (await rawAnswer(path)).status;

describe('the server of the built app', () => {
  it('sends the isolation headers that WASM threads need', async () => {
    const answer = await fetch(`${server.url}/`);
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('lets browsers cache hashed assets but not pages', async () => {
    expect((await fetch(`${server.url}/assets/a.wasm`)).headers.get('cache-control')).toMatch(/immutable/);
    expect((await fetch(`${server.url}/`)).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/link.txt',
    '/out/secret.txt',
    '/.built-from',
    '/assets',
    '/assets/',
    '/index.html/',
    '/index.html/y',
    `/${'n'.repeat(300)}`,
    `/${'%F0%9F%90%88'.repeat(200)}`,
  ])('answers 404 for what is no file of its folder: %s', async (path) => {
    expect(await rawStatus(path)).toBe(404);
  });

  it.each(['/%00', '/%', '/%ff', '/a%0d%0ab', '/a%5c..%5cb', '*', 'ftp://x/'])(
    'answers 400 for what is no path: %s',
    async (path) => {
      expect(await rawStatus(path)).toBe(400);
    },
  );

  it.each([
    ['br, gzip', 'br', 'br'],
    ['gzip', 'gzip', 'gzip'],
    ['br;q=0, *', 'gzip', 'gzip'],
    ['identity', null, 'plain script'],
  ])('sends the compressed copy that "%s" takes', async (accepted, encoding, body) => {
    const answer = await rawAnswer('/assets/a.js', { 'Accept-Encoding': accepted });
    expect(answer.headers['content-encoding'] ?? null).toBe(encoding);
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.body).toBe(body);
  });

  it('counts a range in the file itself, whatever copies there are', async () => {
    const answer = await rawAnswer('/assets/a.js', { 'Accept-Encoding': 'br', Range: 'bytes=6-11' });
    expect([answer.status, answer.headers['content-encoding'], answer.body]).toEqual([206, undefined, 'script']);
  });

  it('never takes a link for a compressed copy', async () => {
    expect((await rawAnswer('/assets/a.wasm', { 'Accept-Encoding': 'br' })).body).toBe('wasm');
  });

  it('answers 304 for a file that the browser has, and 200 once it has changed', async () => {
    const file = join(folder, 'changing.html');
    writeFileSync(file, 'one');
    const { etag = '' } = (await rawAnswer('/changing.html')).headers;
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await rawAnswer('/changing.html', { 'If-None-Match': `W/"other", ${etag}` });
    expect([again.status, again.body, again.headers['content-security-policy'] !== undefined]).toEqual([304, '', true]);
    writeFileSync(file, 'three');
    expect(await rawAnswer('/changing.html', { 'If-None-Match': etag })).toMatchObject({ status: 200, body: 'three' });
  });

  it('sends the whole file where a resumed download was of another one', async () => {
    const range = { Range: 'bytes=1-2' };
    const { etag = '' } = (await rawAnswer('/assets/a.wasm')).headers;
    expect(await rawAnswer('/assets/a.wasm', { ...range, 'If-Range': etag })).toMatchObject({
      status: 206,
      body: 'as',
    });
    expect(await rawAnswer('/assets/a.wasm', { ...range, 'If-Range': '"x"' })).toMatchObject({ status: 200 });
  });

  it('answers 416 with the length for a range behind the end', async () => {
    const answer = await rawAnswer('/assets/a.wasm', { Range: `bytes=${'9'.repeat(400)}-` });
    expect([answer.status, answer.headers['content-range']]).toEqual([416, 'bytes */4']);
  });

  it('answers hundreds of requests sent at once in their order, and ends the connection after a request with a body', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const one = 'GET /assets/a.wasm HTTP/1.1\r\nHost: x\r\n\r\n';
    socket.write(`${one.repeat(500)}POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello`);
    let text = '';
    for await (const part of socket) text += String(part);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual([...Array<string>(500).fill('HTTP/1.1 200'), 'HTTP/1.1 405']);
  });

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

  it('allows only GET and HEAD', async () => {
    expect((await fetch(`${server.url}/`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${server.url}/`, { method: 'HEAD' })).status).toBe(200);
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveDist({ folder, port })).rejects.toThrow(`port ${port} is in use`);
  });
});

it.each([
  [undefined, 'all'],
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=7-99', { start: 7, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=5-4', 'unsatisfiable'],
  ['bytes=0-1,3-4', 'all'],
  ['lines=0-1', 'all'],
])('a range %s of ten bytes', (header, wanted) => {
  expect(parseRange(header, 10)).toEqual(wanted);
});

it.each([
  [undefined, false],
  ['', false],
  ['BR ; q=0.5', true],
  ['br;q=0', false],
  ['br;q=nonsense', false],
  ['*', true],
])('an Accept-Encoding %s', (header, takesBrotli) => {
  expect(acceptedEncodings(header)('br')).toBe(takesBrotli);
});

const nginx = readFileSync('docs/hosting/nginx.conf', 'utf8');
const caddy = readFileSync('docs/hosting/Caddyfile', 'utf8');

describe('the configurations for other servers', () => {
  it.each([
    ['nginx.conf', nginx, (name: string, value: string) => `  add_header ${name} "${value}" always;\n`],
    ['Caddyfile', caddy, (name: string, value: string) => `    ${name} "${value}"\n`],
    ['_headers', netlifyHeaders(), (name: string, value: string) => `  ${name}: ${value}\n`],
  ])('%s sends every header of the one list', (_name, text, line) => {
    for (const [header, value] of Object.entries(headers)) expect(text).toContain(line(header, value));
  });

  it('let browsers store the assets for a year, and ask for everything else', () => {
    for (const text of [nginx, caddy, netlifyHeaders()]) expect(text).toContain(caching.hashed);
    for (const text of [nginx, caddy]) expect(text).toContain(`"${caching.other}"`);
  });

  it('give every file of the app the type that the server of npm start gives it', () => {
    for (const [ending, type] of Object.entries(contentTypes)) {
      const plain = (type.split(';')[0] ?? '').replaceAll('+', '\\+');
      expect(nginx).toMatch(new RegExp(`^    ${plain} (?:\\w+ )*${ending.slice(1)}(?: \\w+)*;$`, 'm'));
    }
    for (const text of [caddy, netlifyHeaders()]) expect(text).toContain(contentTypes['.webmanifest']);
  });
});
