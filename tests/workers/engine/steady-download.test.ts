import { describe, expect, it, vi } from 'vitest';
import { type DownloadOptions, steadyDownload } from '../../../workers/engine/model-source.ts';

const content = Uint8Array.from({ length: 100 }, (_, i) => i);

/** A body that delivers these bytes and then ends, breaks off or stalls. */
const body = (bytes: Uint8Array, then: 'end' | 'break' | 'silence') => {
  let handed = false;
  return new ReadableStream<Uint8Array>({
    pull(control) {
      if (!handed && bytes.length > 0) {
        handed = true;
        control.enqueue(bytes);
        return undefined;
      }
      if (then === 'end') control.close();
      if (then === 'break') control.error(new TypeError('network error'));
      return then === 'silence' ? new Promise(() => undefined) : undefined;
    },
  });
};

const rangeOf = (init: RequestInit | undefined): string | null => new Headers(init?.headers).get('Range');

/** A server that gives these responses one after the other. */
const server = (...answers: readonly ((from: number) => Response | Promise<Response>)[]) => {
  let at = 0;
  return vi.fn(async (_url: string, init: RequestInit) => {
    const answer = answers[Math.min(at++, answers.length - 1)];
    if (!answer) throw new Error('no answer');
    return answer(Number(/bytes=(\d+)-/.exec(rangeOf(init) ?? '')?.[1] ?? 0));
  });
};

const part = (from: number, to: number, then: 'end' | 'break' | 'silence') => () =>
  new Response(body(content.slice(from, to), then), { status: from === 0 ? 200 : 206 });

const never = () => new Promise<Response>(() => undefined);

const download = (fetch: DownloadOptions['fetch'], more: Partial<DownloadOptions> = {}) =>
  steadyDownload({
    parts: [{ url: '/model.bin', bytes: content.length }],
    file: 'model.bin',
    cache: 'default',
    fetch,
    onBytes: () => undefined,
    patience: 20,
    pause: 0,
    ...more,
  });

describe('a download', () => {
  it('that stalls requests again only what is missing', async () => {
    const fetch = server(part(0, 40, 'silence'), part(40, 100, 'end'));
    const counted: number[] = [];
    const whole = await download(fetch, { onBytes: (bytes) => counted.push(bytes) });
    expect(new Uint8Array(whole)).toEqual(content);
    expect(fetch.mock.calls.map(([, init]) => rangeOf(init))).toEqual([null, 'bytes=40-']);
    expect(counted.reduce((sum, bytes) => sum + bytes, 0)).toBe(100);
  });

  it('that breaks off resumes where it was', async () => {
    const fetch = server(part(0, 70, 'break'), part(70, 100, 'end'));
    expect(new Uint8Array(await download(fetch))).toEqual(content);
    expect(rangeOf(fetch.mock.calls[1]?.[1])).toBe('bytes=70-');
  });

  it.each(['silence', 'break'] as const)(
    'that has received every byte is whole, even with a %s after the last',
    async (then) => {
      const fetch = server(part(0, 100, then), () => new Response(null, { status: 416 }));
      expect(new Uint8Array(await download(fetch))).toEqual(content);
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it('bypasses the browser’s cache when it resumes, where the stalled response may be', async () => {
    const fetch = server(part(0, 10, 'silence'), part(10, 100, 'end'));
    await download(fetch);
    expect(fetch.mock.calls.map(([, init]) => init.cache)).toEqual(['default', 'no-store']);
  });

  it('is whole even if the server ignores ranges and sends everything again', async () => {
    const fetch = server(part(0, 40, 'silence'), () => new Response(body(content, 'end')));
    const counted: number[] = [];
    const whole = await download(fetch, { onBytes: (bytes) => counted.push(bytes) });
    expect(new Uint8Array(whole)).toEqual(content);
    expect(counted).toEqual([40, 60]);
  });

  it('aborts a stalled request, which frees the connection', async () => {
    const fetch = server(part(0, 40, 'silence'), part(40, 100, 'end'));
    await download(fetch);
    expect(fetch.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  });

  it('that receives nothing three times in a row fails with weights-stalled', async () => {
    const fetch = server(never);
    await expect(download(fetch)).rejects.toMatchObject({ name: 'weights-stalled' });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('that receives a little each time never fails', async () => {
    const fetch = server(
      ...Array.from({ length: 10 }, (_, i) => part(i * 10, i * 10 + 10, i === 9 ? 'end' : 'silence')),
    );
    expect(new Uint8Array(await download(fetch))).toEqual(content);
    expect(fetch).toHaveBeenCalledTimes(10);
  });

  it('reports when it stalls and when it goes on', async () => {
    const fetch = server(part(0, 40, 'silence'), never, part(40, 100, 'end'));
    const said: boolean[] = [];
    await download(fetch, { onWaiting: (waiting) => said.push(waiting) });
    expect(said).toEqual([true, true, false]);
  });

  it('fails at once if the server does not answer', async () => {
    const fetch = server(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(download(fetch)).rejects.toMatchObject({ name: 'weights-missing' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('resumes after a server error on the way', async () => {
    const busy = () => new Response('busy', { status: 503 });
    const fetch = server(part(0, 40, 'break'), busy, part(40, 100, 'end'));
    expect(new Uint8Array(await download(fetch))).toEqual(content);
    expect(fetch.mock.calls.map(([, init]) => rangeOf(init))).toEqual([null, 'bytes=40-', 'bytes=40-']);
  });

  it('fails as stalled if the server errors go on', async () => {
    const fetch = server(part(0, 40, 'silence'), () => new Response('busy', { status: 502 }));
    await expect(download(fetch)).rejects.toMatchObject({
      name: 'weights-stalled',
      message: 'model.bin stopped at 40 bytes: the server answered 502',
    });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('fails as missing if the first response is a server error', async () => {
    const fetch = server(() => new Response('busy', { status: 500 }));
    await expect(download(fetch)).rejects.toMatchObject({ name: 'weights-missing' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('fails as missing if the server no longer has the file when it resumes', async () => {
    const fetch = server(part(0, 40, 'silence'), () => new Response('gone', { status: 404 }));
    await expect(download(fetch)).rejects.toMatchObject({ name: 'weights-missing' });
  });

  it('of another length gives an empty buffer', async () => {
    const longer = server(() => new Response(body(new Uint8Array(101), 'end')));
    expect((await download(longer)).byteLength).toBe(0);
    const shorter = server(part(0, 99, 'end'));
    expect((await download(shorter)).byteLength).toBe(0);
  });

  describe('of a file in parts', () => {
    const parts = [
      { url: '/model.part1.bin', bytes: 60 },
      { url: '/model.part2.bin', bytes: 40 },
    ];

    it('asks for one part after the other and joins them', async () => {
      const fetch = server(part(0, 60, 'end'), () => new Response(body(content.slice(60), 'end')));
      expect(new Uint8Array(await download(fetch, { parts }))).toEqual(content);
      expect(fetch.mock.calls.map(([url]) => url)).toEqual(parts.map(({ url }) => url));
    });

    it('resumes in the part where it broke off, and waits for a server that is away between two parts', async () => {
      const fetch = server(
        part(0, 60, 'end'),
        () => Promise.reject(new TypeError('Failed to fetch')),
        () => new Response(body(content.slice(60, 70), 'break')),
        () => new Response(body(content.slice(70), 'end'), { status: 206 }),
      );
      expect(new Uint8Array(await download(fetch, { parts }))).toEqual(content);
      expect(fetch.mock.calls.map(([url, init]) => [url, rangeOf(init)])).toEqual([
        ['/model.part1.bin', null],
        ['/model.part2.bin', null],
        ['/model.part2.bin', null],
        ['/model.part2.bin', 'bytes=10-'],
      ]);
    });

    it.each([
      ['short', 59],
      ['long', 61],
    ])('gives an empty buffer when a part is too %s', async (_how, bytes) => {
      const fetch = server(() => new Response(body(content.slice(0, bytes), 'end')));
      expect((await download(fetch, { parts })).byteLength).toBe(0);
      expect(fetch).toHaveBeenCalledTimes(1);
    });
  });
});
