import { describe, expect, it } from 'vitest';
import { faultyWorker } from '../../src/app/kept-files.ts';

const HOME = 'https://app.test/a/';

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
      expect(url).toBe(`${HOME}service-worker.js`);
      return answer();
    },
    home: HOME,
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
