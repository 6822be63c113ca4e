import { randomUUID } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureBuilt } from '../build/ensure-built.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { answerTo } from './static-answer.mjs';

/** Headers for isolation and security; `vite.config.ts` sends the same. */
const headers = JSON.parse(readFileSync(new URL('headers.json', import.meta.url), 'utf8'));

/**
 * @typedef {object} DistServer
 * @property {string} url the address without a slash at the end, e.g. `http://127.0.0.1:41234`
 * @property {(file: string) => string} share serves one more file under a random address; returns that address
 * @property {() => Promise<void>} close
 */

/** Limits of a connection, in milliseconds: generous for a person, short enough that idle ones do not pile up. */
const limits = Object.freeze({ headers: 10_000, request: 30_000, idle: 60_000 });
/** Connections at once. Each holds at most one file, and systems commonly allow 1024 open files for a process. */
const maxConnections = 800;
/** Requests of one connection, after which the browser opens another. */
const maxRequests = 1000;

/**
 * Sends the answer. Whatever breaks off, the file is closed.
 * @param {import('./static-answer.mjs').Answer} answer
 * @param {import('node:http').ServerResponse} response
 */
async function send({ status, headers: own, body }, response) {
  try {
    response.writeHead(status, { ...headers, ...own });
    if (!body) response.end();
    else {
      const { handle, start, end } = body;
      await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
    }
  } catch {
    // The client went away, or the file cannot be read any more: it must not look complete.
    response.destroy();
  } finally {
    await body?.handle.close();
  }
}

/**
 * @param {string} folder its real path
 * @param {ReadonlyMap<string, string>} shared
 * @returns {import('node:http').RequestListener}
 */
function listener(folder, shared) {
  /** The last answer of each connection. @type {WeakMap<import('node:net').Socket, Promise<void>>} */
  const last = new WeakMap();
  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  const answer = async (request, response) => {
    // Nobody waits for it any more.
    if (response.destroyed || request.socket.destroyed) return;
    const { method = '', url = '', headers: asked } = request;
    // A body is not wanted. The connection ends with the answer, so that nobody can go on sending.
    if (asked['content-length'] !== undefined || asked['transfer-encoding'] !== undefined) {
      response.setHeader('Connection', 'close');
    }
    try {
      await send(await answerTo(folder, shared, { method, url, headers: asked }), response);
    } catch {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { ...headers, 'Content-Length': 0 }).end();
    }
  };
  return (request, response) => {
    const { socket } = request;
    // One after the other: a connection may send hundreds of requests at once, and each would open its file.
    const next = (last.get(socket) ?? Promise.resolve()).then(() => answer(request, response));
    last.set(socket, next);
  };
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
  const server = createServer(
    { headersTimeout: limits.headers, requestTimeout: limits.request },
    listener(realpathSync.native(served), shared),
  );
  server.maxConnections = maxConnections;
  server.maxRequestsPerSocket = maxRequests;
  server.setTimeout(limits.idle);
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
