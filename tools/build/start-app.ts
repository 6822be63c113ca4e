import { networkInterfaces } from 'node:os';
import { fetchWeights } from '../../models/fetch-weights.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { root } from '../shared/paths.mjs';

/** Addresses of this machine in its network. */
function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);
}

/** Vite's development server, which reloads on every change of a source file. It needs the weights but no build. */
async function serveSources(port: number, host: string): Promise<void> {
  await fetchWeights();
  const { createServer } = await import('vite');
  const server = await createServer({ root, server: { port, host, strictPort: true }, logLevel: 'warn' });
  await server.listen();
}

/** Builds if needed, serves the app and prints its address. */
export async function startApp({
  port,
  host,
  everywhere,
  dev,
}: {
  port: number;
  host: string;
  everywhere: boolean;
  dev: boolean;
}): Promise<void> {
  if (dev) await serveSources(port, host);
  else await serveDist({ port, host });
  console.log(`Truehip is at http://127.0.0.1:${port}  (stop it with Ctrl+C)`);
  if (!everywhere) return;
  const others = networkAddresses().map((address) => `http://${address}:${port}`);
  console.log(`Also at ${others.join(', ')}; there browsers give no camera, since it is not https.`);
}
