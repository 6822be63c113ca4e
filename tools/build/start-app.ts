import { mkdir, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { fetchWeights } from '../../models/fetch-weights.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { lanCertificate, ownCertificate } from './lan-certificate.ts';

/** Networks of virtual machines, containers and tunnels, where no phone is. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|tailscale|wg|VirtualBox|vEthernet)/i;
/** Networks at home come first. */
const HOME = [/^192\.168\./, /^10\./, /^172\.(?:1[6-9]|2\d|3[01])\./];

const rank = (address: string) => (HOME.findIndex((net) => net.test(address)) + HOME.length + 1) % (HOME.length + 1);

/** Addresses of this machine in its networks, those that a phone may reach first. */
export function networkAddresses(): string[] {
  const all = Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? []).filter((one) => one.family === 'IPv4' && !one.internal).map(({ address }) => ({ name, address })),
  );
  const real = all.filter(({ name }) => !VIRTUAL.test(name));
  return (real.length > 0 ? real : all).map(({ address }) => address).sort((a, b) => rank(a) - rank(b));
}

/** Vite's development server, which reloads on every change of a source file. It needs the weights but no build. */
async function serveSources(port: number, host: string) {
  await fetchWeights();
  const { createServer } = await import('vite');
  const server = await createServer({ root, server: { port, host, strictPort: true }, logLevel: 'warn' });
  await server.listen();
  return server;
}

/** Where the page on this computer finds the address for the phone: the page itself does not know in which network it is. */
const PHONE_ADDRESS = '/phone-address.json';

/**
 * Serves the app over HTTPS in the local network, for a phone, since browsers give no motion on plain http.
 * @returns the addresses, the likeliest first
 * @throws {PlainError} when there is no network, or no certificate
 */
async function serveLan({ port, lan, folder }: { port: number; lan: LanWish; folder: string | undefined }) {
  const addresses = networkAddresses();
  if (addresses.length === 0) throw new PlainError('this computer is in no network; join one, then use --lan.');
  const tls =
    lan.cert !== null && lan.key !== null ? ownCertificate(lan.cert, lan.key) : await lanCertificate(addresses);
  const server = await serveDist({ port, host: '0.0.0.0', tls, ...(folder === undefined ? {} : { folder }) });
  return { server, urls: addresses.map((address) => `https://${address}:${port}`) };
}

/** Writes the addresses where the page can ask for them. @returns the file */
async function addressFile(port: number, urls: readonly string[]) {
  const file = join(root, '.cache', 'lan', `phone-address-${port}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(urls));
  return file;
}

/** Own certificate and key, or null for home-made ones. */
interface LanWish {
  cert: string | null;
  key: string | null;
}

/**
 * Builds if needed, serves the app and prints its address.
 * @param options without `everywhere` and `lan` nothing is opened on the network; `folder` is served in place of the built app
 * @returns stops it
 */
export async function startApp({
  port,
  host,
  everywhere,
  dev,
  lan,
  folder,
}: {
  port: number;
  host: string;
  everywhere: boolean;
  dev: boolean;
  lan: LanWish | null;
  folder?: string;
}): Promise<() => Promise<void>> {
  const served = folder === undefined ? {} : { folder };
  const network = lan && (await serveLan({ port: port + 1, lan, folder }));
  const also = network ? { [PHONE_ADDRESS]: await addressFile(port, network.urls) } : {};
  const server = dev ? await serveSources(port, host) : await serveDist({ port, host, ...served, also });
  console.log(`Truehip is at http://127.0.0.1:${port}  (stop it with Ctrl+C)`);
  if (everywhere) {
    const others = networkAddresses().map((address) => `http://${address}:${port}`);
    console.log(`Also at ${others.join(', ')}; there browsers give no camera, since it is not https.`);
  }
  if (network) {
    console.log(`For your phone: ${network.urls.join(' or ')}; "Use my phone" in the app shows a code for it.`);
    if (lan?.cert === null)
      console.log(
        'Its certificate is home-made, so the phone warns of it once; docs/phone.md says why, and what to press.',
      );
  }
  return async () => {
    await Promise.all([server.close(), network?.server.close()]);
  };
}
