import { parseArgs } from 'node:util';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { root } from '../shared/paths.mjs';
import { PlainError, runTool } from '../shared/plain-error.mjs';
import { devHeaders } from './dev-headers.mjs';
import { refuseTakenPort } from './serve-dist.mjs';

const HOST = '127.0.0.1';
const USAGE = 'npm run gallery [-- --port NUMBER]';

/**
 * The security policy of Vite's server, and what the gallery needs besides: frames of its own pages, and `Function`, by which
 * `tests/browser/lib/frame-page.ts` runs a function inside a frame.
 */
function galleryPolicy() {
  return String(devHeaders['Content-Security-Policy'])
    .replace("script-src 'self'", "frame-src 'self'; script-src 'self' 'unsafe-eval'")
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'");
}

/**
 * @param {readonly string[]} args
 * @returns {number} the port
 * @throws {PlainError} when an option is unknown or the port is no port
 */
function readPort(args) {
  try {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string', default: '4174' } } });
    const port = Number(values.port);
    if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  } catch {
    // Reported below, like a wrong port.
  }
  throw new PlainError(`wrong options; usage: ${USAGE}, with a number from 1 to 65535.`);
}

/**
 * `npm run gallery`: serves a page with every element and every state of the screens, from the sources, so that it
 * follows each change of them.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const port = readPort(args);
    await refuseTakenPort(port, HOST);
    await ensureInstalled();
    const { createServer } = await import('vite');
    const headers = { 'Content-Security-Policy': galleryPolicy() };
    const server = await createServer({
      root,
      server: { port, host: HOST, strictPort: true, headers },
      logLevel: 'warn',
    });
    await server.listen();
    console.log(`The gallery is at http://${HOST}:${port}/tests/browser/pages/gallery.html  (stop it with Ctrl+C)`);
  });
}
