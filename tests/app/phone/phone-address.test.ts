import { afterEach, describe, expect, it, vi } from 'vitest';
import { phoneAddresses } from '../../../src/app/phone/phone-address.ts';

afterEach(() => vi.unstubAllGlobals());

const serverSays = (body: unknown, ok = true) =>
  vi.stubGlobal('fetch', async () => ({ ok, json: async () => body }) as Response);

describe('the address of the phone’s page', () => {
  it('is beside the page where that is on the network, over https', async () => {
    expect(await phoneAddresses('https://truehip.example/app/#/drill/x')).toEqual([
      'https://truehip.example/app/phone.html',
    ]);
    expect(await phoneAddresses('http://192.168.1.5:4173/')).toEqual([]);
  });

  it('is what the server names where the page is on this computer only', async () => {
    serverSays(['https://192.168.1.5:4174', 'https://10.0.0.3:4174']);
    for (const here of ['http://127.0.0.1:4173/', 'http://localhost:4173/', 'http://[::1]:4173/'])
      expect(await phoneAddresses(here)).toEqual([
        'https://192.168.1.5:4174/phone.html',
        'https://10.0.0.3:4174/phone.html',
      ]);
  });

  it.each([
    [[], false],
    [{ a: 1 }, true],
    [['http://192.168.1.5', 'ftp://x', 7, 'no address'], true],
  ])('is none when the server says %j', async (body, ok) => {
    serverSays(body, ok);
    expect(await phoneAddresses('http://127.0.0.1:4173/')).toEqual([]);
  });

  it('is none when the server cannot be asked', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('no network');
    });
    expect(await phoneAddresses('http://localhost:4173/')).toEqual([]);
  });
});
