import { createServer } from 'vite';
import { root } from '../shared/paths.mjs';
import { defineCommand, whole } from '../shared/command.ts';
import { refuseTakenPort } from '../shared/free-port.mjs';
import { devHeaders } from './dev-headers.ts';

const HOST = '127.0.0.1';
const command = defineCommand({
  name: 'lab -- gallery',
  about: 'Serves a page with every element and every state of the screens, from the sources.',
  options: { port: whole('N', 'at which it is served', 4174, { most: 65_535 }) },
});

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
 * `npm run lab -- gallery`: serves a page with every element and every state of the screens, from the sources, so that it
 * follows each change of them.
 */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { port } = given.values;
  await refuseTakenPort(port, HOST);
  const headers = { 'Content-Security-Policy': galleryPolicy() };
  const server = await createServer({
    root,
    server: { port, host: HOST, strictPort: true, headers },
    logLevel: 'warn',
  });
  await server.listen();
  console.log(`The gallery is at http://${HOST}:${port}/tests/browser/pages/gallery.html  (stop it with Ctrl+C)`);
}
