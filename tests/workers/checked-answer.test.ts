import { describe, expect, it } from 'vitest';
import { checkedAnswer, storedFile } from '../../workers/offline.api.ts';
import { FakeCache } from './fake-caches.ts';
import { listed } from './listed.ts';

const TYPES = { '.js': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm' };
const SCRIPT = 'export const answer = 42;\n'.repeat(20);
const file = listed('assets/app.js', SCRIPT);

const redirected = (answer: Response): Response => Object.defineProperty(answer, 'redirected', { value: true });
const breaking = () =>
  new ReadableStream({
    pull: (control) => {
      control.error(new TypeError('network error'));
    },
  });

describe('an answer of the host', () => {
  it('with the bytes of the build is taken, with its right type and without headers of the way it came', async () => {
    const answer = new Response(SCRIPT, {
      headers: { 'Content-Type': 'application/octet-stream', 'Content-Encoding': 'br', Vary: '*', 'X-Own': 'stays' },
    });
    const checked = await checkedAnswer(answer, file, TYPES);
    if (typeof checked === 'string') throw new Error(checked);
    expect(await checked.text()).toBe(SCRIPT);
    const headers = Object.fromEntries(checked.headers);
    expect(headers).toMatchObject({ 'content-type': TYPES['.js'], 'content-length': '520', 'x-own': 'stays' });
    expect(headers).not.toHaveProperty('vary');
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('that was redirected to the same bytes is taken as one that was not', async () => {
    const checked = await checkedAnswer(redirected(new Response(SCRIPT)), file, TYPES);
    expect(checked).toMatchObject({ redirected: false, status: 200 });
  });

  it.each([
    ['page', new Response('<!DOCTYPE html><p>Welcome</p>', { headers: { 'Content-Type': 'text/plain' } })],
    ['page', new Response(SCRIPT.slice(1), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })],
    ['changed', new Response(SCRIPT.replace('42', '43'))],
    ['changed', new Response(SCRIPT.slice(1))],
    ['changed', new Response(`${SCRIPT}// of the CDN`)],
    ['cut', new Response(SCRIPT.slice(0, 260))],
    ['cut', new Response('')],
    ['missing', new Response('no', { status: 404 })],
    ['missing', new Response('no', { status: 403 })],
    ['redirected', redirected(new Response('<!doctype html><p>Sign in</p>'))],
    ['network', new Response('busy', { status: 503 })],
    ['network', new Response(breaking())],
  ] as const)('is refused: %s', async (fault, answer) => {
    expect(await checkedAnswer(answer, file, TYPES)).toBe(fault);
  });
});

describe('a stored file', () => {
  const url = 'https://app.test/assets/app.js';
  const stored = async (answer: Response) => {
    const cache = new FakeCache();
    await cache.put(url, answer);
    const found = await storedFile(cache as unknown as Cache, url, file, TYPES);
    return { cache, found };
  };

  it('that an earlier version stored without a look is checked once', async () => {
    const { cache, found } = await stored(redirected(new Response(SCRIPT)));
    expect(await found?.text()).toBe(SCRIPT);
    const again = await cache.match(url);
    expect(again?.redirected).toBe(false);
    expect(again?.headers.get('X-Truehip-Hash')).toBe(file.hash);
  });

  it('that is another one is deleted', async () => {
    const { cache, found } = await stored(new Response('<!doctype html>'));
    expect(found).toBeUndefined();
    expect(cache.held.size).toBe(0);
  });

  it('is not there', async () => {
    expect(await storedFile(new FakeCache() as unknown as Cache, url, file, TYPES)).toBeUndefined();
  });
});
