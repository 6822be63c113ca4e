import { randomUUID } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, extname, resolve, sep } from 'node:path';
import { ensureBuilt } from '../build/ensure-built.mjs';
import { PlainError } from '../shared/plain-error.mjs';

/** Headers for isolation and security; `vite.config.ts` sends the same. */
const headers = JSON.parse(readFileSync(new URL('headers.json', import.meta.url), 'utf8'));

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mkv': 'video/x-matroska',
};

/**
 * @typedef {object} DistServer
 * @property {string} url the address without a slash at the end, e.g. `http://127.0.0.1:41234`
 * @property {(file: string) => string} share serves one more file under a random address; returns that address
 * @property {() => Promise<void>} close
 */

/**
 * The bytes that a `Range` header requests.
 * @param {string | undefined} range
 * @param {number} size
 * @returns {{ start: number, end: number } | 'all' | 'unsatisfiable'} `end` is the last byte, included
 */
export function parseRange(range, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (!match || (!match[1] && !match[2])) return 'all';
  const last = Math.max(0, size - 1);
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), last) : last;
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

/**
 * @param {string} file
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function sendFile(file, request, response) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('not found');
    return;
  }
  const range = parseRange(request.headers.range, stat.size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${stat.size}` }).end();
    return;
  }
  const { start, end } = range === 'all' ? { start: 0, end: stat.size - 1 } : range;
  const immutable = /[\\/]assets[\\/]/.test(file);
  response.writeHead(range === 'all' ? 200 : 206, {
    ...headers,
    'Content-Type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(range === 'all' ? {} : { 'Content-Range': `bytes ${start}-${end}/${stat.size}` }),
  });
  if (request.method === 'HEAD' || stat.size === 0) response.end();
  else {
    createReadStream(file, { start, end })
      .on('error', () => response.destroy())
      .pipe(response);
  }
}

/**
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} shared address path → file
 * @param {string} url
 * @returns {string | null} the file, or null when the address points outside
 */
export function fileFor(folder, shared, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  const extra = shared.get(path);
  if (extra) return extra;
  if (path.includes('\0')) return null;
  const file = resolve(folder, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  return file.startsWith(resolve(folder) + sep) ? file : null;
}

/**
 * Serves the built app on this machine, building it first where needed.
 * @param {{ port?: number, host?: string, folder?: string, say?: (line: string) => void }} [options]
 *   `port` 0 or absent takes any free one; a `folder` is served as it is, in place of the built app.
 * @returns {Promise<DistServer>}
 * @throws {PlainError} when the port is taken or the build fails
 */
export async function serveDist({ port = 0, host = '127.0.0.1', folder, say } = {}) {
  const served = folder ?? (await ensureBuilt(say ? { say } : {}));
  /** @type {Map<string, string>} */
  const shared = new Map();
  const server = createServer((request, response) => {
    const file = fileFor(served, shared, request.url ?? '/');
    if (file && (request.method === 'GET' || request.method === 'HEAD')) sendFile(file, request, response);
    else response.writeHead(file ? 405 : 404, headers).end();
  });
  await listen(server, port, host);
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const url = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${actual}`;
  return {
    url,
    share(file) {
      const path = `/${randomUUID()}/${basename(file)}`;
      shared.set(path, resolve(file));
      return `${url}${path.split('/').map(encodeURIComponent).join('/')}`;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
function listen(server, port, host) {
  return new Promise((done, failed) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const taken = `port ${port} is in use; stop what uses it (perhaps another Truehip) or choose another: npm start -- --port ${port + 1}`;
      failed(new PlainError(error.code === 'EADDRINUSE' ? taken : `cannot serve at ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, () => done());
  });
}

/**
 * Refuses a port that is in use, before minutes are spent on installing.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 * @throws {PlainError}
 */
export async function refuseTakenPort(port, host) {
  const server = createServer();
  await listen(server, port, host);
  await new Promise((done) => {
    server.close(done);
  });
}
