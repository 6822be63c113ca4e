import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOptions } from '../../../tools/build/before-start.mjs';
import { lanCertificate } from '../../../tools/build/lan-certificate.ts';
import { networkAddresses, startApp } from '../../../tools/build/start-app.ts';

let folder = '';
let stop: () => Promise<void> = async () => undefined;
const said: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truehip-start-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>alive');
  said.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line)));
});
afterEach(async () => {
  await stop();
  stop = async () => undefined;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Two free ports, one after the other. */
async function freePorts(): Promise<number> {
  const portOf = (wanted: number) =>
    new Promise<number | null>((done) => {
      const server = createServer();
      server.once('error', () => done(null));
      server.listen(wanted, '0.0.0.0', () => {
        const address = server.address();
        const port = typeof address === 'object' && address ? address.port : null;
        server.close(() => done(port));
      });
    });
  for (;;) {
    const port = (await portOf(0)) ?? 0;
    if (port > 0 && (await portOf(port + 1)) !== null) return port;
  }
}

const isOpen = (host: string, port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect({ host, port, timeout: 3000 });
    const end = (open: boolean): void => {
      socket.destroy();
      done(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

const readSecurely = (url: string, path: string) =>
  new Promise<{ readonly status: number | undefined; readonly body: string; readonly policy: unknown }>(
    (done, failed) => {
      request(`${url}${path}`, { rejectUnauthorized: false }, (answer) => {
        let body = '';
        answer.on('data', (part) => (body += String(part)));
        answer.on('end', () =>
          done({ status: answer.statusCode, body, policy: answer.headers['content-security-policy'] }),
        );
      })
        .on('error', failed)
        .end();
    },
  );

const start = async (args: readonly string[]): Promise<number> => {
  const port = await freePorts();
  const options = readOptions(['--port', String(port), ...args]);
  stop = await startApp({ ...options, host: options.everywhere ? '0.0.0.0' : '127.0.0.1', folder });
  return port;
};

describe('npm start', () => {
  it('opens nothing on the network without --lan or --host', async () => {
    const port = await start([]);
    expect(await isOpen('127.0.0.1', port)).toBe(true);
    const addresses = networkAddresses();
    if (addresses.length === 0) console.log('this machine is in no network');
    for (const address of addresses) expect(await isOpen(address, port), address).toBe(false);
    expect(await isOpen('127.0.0.1', port + 1)).toBe(false);
    expect((await fetch(`http://127.0.0.1:${port}/phone-address.json`)).status).toBe(404);
    expect(said).toHaveLength(1);
  });

  it('serves the app over HTTPS in the network with --lan, and tells the page and the person where', async () => {
    const addresses = networkAddresses();
    if (addresses.length === 0) {
      await expect(start(['--lan'])).rejects.toThrow(/in no network/);
      return;
    }
    const port = await start(['--lan']);
    const urls: unknown = await (await fetch(`http://127.0.0.1:${port}/phone-address.json`)).json();
    expect(urls).toEqual(addresses.map((address) => `https://${address}:${port + 1}`));
    for (const address of addresses) expect(await isOpen(address, port), address).toBe(false);
    const answer = await readSecurely(`https://${addresses[0]}:${port + 1}`, '/');
    expect(answer).toMatchObject({ status: 200, body: '<!doctype html>alive' });
    expect(answer.policy).toMatch(/default-src 'none'/);
    // Where the phone is told the address, nobody else needs to ask for it.
    expect((await readSecurely(`https://${addresses[0]}:${port + 1}`, '/phone-address.json')).status).toBe(404);
    expect(said.join('\n')).toMatch(/For your phone: https:.*\n.*home-made.*docs\/phone\.md/);
  });

  it.each([
    [['--lan', '--dev'], /leave out --dev/],
    [['--cert', 'a.pem'], /given together/],
    [['--cert', 'a.pem', '--key', 'b.pem'], /belong to --lan/],
    [['--lan', '--port', '65535'], /smaller/],
  ])('refuses %j', (args, says) => {
    expect(() => readOptions(args)).toThrow(says);
  });

  it('takes the user’s own certificate, or says that it cannot be read', async () => {
    const { cert, key } = await lanCertificate(networkAddresses(), { folder });
    writeFileSync(join(folder, 'own.pem'), cert);
    writeFileSync(join(folder, 'own-key.pem'), key);
    if (networkAddresses().length === 0) return;
    await expect(start(['--lan', '--cert', join(folder, 'none.pem'), '--key', 'x'])).rejects.toThrow(/cannot read/);
    await start(['--lan', '--cert', join(folder, 'own.pem'), '--key', join(folder, 'own-key.pem')]);
    expect(said.join('\n')).not.toMatch(/home-made/);
  });
});

it('the home-made certificate is kept, and made anew for another address or when it is about to end', async () => {
  const kept = { folder: join(folder, 'lan') };
  const first = await lanCertificate(['192.168.1.5'], kept);
  expect(await lanCertificate(['192.168.1.5'], kept)).toEqual(first);
  const moved = await lanCertificate(['192.168.1.6'], kept);
  expect(moved.cert).not.toBe(first.cert);
  const later = await lanCertificate(['192.168.1.6'], { ...kept, now: Date.now() + 340 * 86_400_000 });
  expect(later.cert).not.toBe(moved.cert);
});
