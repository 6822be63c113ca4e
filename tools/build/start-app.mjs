import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { fetchWeights } from '../../models/fetch-weights.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { root } from '../shared/paths.mjs';
import { PlainError, runTool } from '../shared/plain-error.mjs';
import { refuseTakenPort, serveDist } from '../browser/serve-dist.mjs';

const usage = 'npm start -- [--port NUMBER] [--host] [--dev]';

/**
 * @param {readonly string[]} args
 * @returns {{ port: number, everywhere: boolean, dev: boolean }}
 * @throws {PlainError} when an option is unknown or the port is no port
 */
export function readOptions(args) {
  const parsed = parse(args);
  const port = Number(parsed.port ?? 4173);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PlainError(`--port takes a number from 1 to 65535, not "${parsed.port}".`);
  }
  return { port, everywhere: parsed.host === true, dev: parsed.dev === true };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, host: { type: 'boolean' }, dev: { type: 'boolean' } },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new PlainError(`${why}; usage: ${usage}`);
  }
}

/** Addresses of this machine in its network. */
function networkAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);
}

/**
 * Vite's development server, which reloads on every change of a source file. It needs the weights but no build.
 * @param {number} port
 * @param {string} host
 */
async function serveSources(port, host) {
  await fetchWeights();
  const { createServer } = await import('vite');
  const server = await createServer({ root, server: { port, host, strictPort: true }, logLevel: 'warn' });
  await server.listen();
}

/**
 * `npm start`: installs missing packages, builds if needed, serves the app and prints its address.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const { port, everywhere, dev } = readOptions(args);
    const host = everywhere ? '0.0.0.0' : '127.0.0.1';
    await refuseTakenPort(port, host);
    await ensureInstalled();
    if (dev) await serveSources(port, host);
    else await serveDist({ port, host });
    console.log(`Truehip is at http://127.0.0.1:${port}  (stop it with Ctrl+C)`);
    if (everywhere) {
      const others = networkAddresses().map((address) => `http://${address}:${port}`);
      console.log(`Also at ${others.join(', ')}; there browsers give no camera, since it is not https.`);
    }
  });
}
