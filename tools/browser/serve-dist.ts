import { randomUUID } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureBuilt } from '../build/ensure-built.ts';
import { listen } from '../shared/free-port.mjs';
import { answerTo, type Answer } from './static-answer.ts';
import type { Socket } from 'node:net';

/** Headers for isolation and security; `vite.config.ts` sends the same. */
const headers = JSON.parse(readFileSync(new URL('headers.json', import.meta.url), 'utf8'));

export interface DistServer {
  /** The address without a slash at the end, e.g. `http://127.0.0.1:41234`. */
  url: string;
  /** Serves one more file under a random address; returns that address. */
  share: (file: string) => string;
  close: () => Promise<void>;
}

/** Limits of a connection, in milliseconds: generous for a person, short enough that idle ones do not pile up. */
const limits = Object.freeze({ handshake: 10_000, headers: 10_000, request: 30_000, idle: 60_000 });
/** Connections at once. Each holds at most one file, and systems commonly allow 1024 open files for a process. */
const maxConnections = 800;
/** Requests of one connection, after which the browser opens another. */
const maxRequests = 1000;

/** Sends the answer. Whatever breaks off, the file is closed. */
async function send({ status, headers: own, body }: Answer, response: ServerResponse) {
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

/** @param folder its real path */
function listener(folder: string, shared: ReadonlyMap<string, string>): RequestListener {
  /** The last answer of each connection. */
  const last = new WeakMap<Socket, Promise<void>>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
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
 * @param options `port` 0 or absent takes any free one; a `folder` is served as it is, in place of the built app; with a certificate
 *   (`tls`) it speaks HTTPS; `also` has files, wherever they lie, by the path at which they are served.
 * @throws {PlainError} when the port is taken or the build fails
 */
export async function serveDist({
  port = 0,
  host = '127.0.0.1',
  folder,
  tls,
  also = {},
}: {
  port?: number;
  host?: string;
  folder?: string;
  tls?: { cert: string; key: string };
  also?: Readonly<Record<string, string>>;
} = {}): Promise<DistServer> {
  const served = folder ?? (await ensureBuilt());
  const shared = new Map(Object.entries(also));
  const answers = listener(realpathSync.native(served), shared);
  const timeouts = { headersTimeout: limits.headers, requestTimeout: limits.request };
  const server = tls
    ? createSecureServer({ ...timeouts, ...tls, handshakeTimeout: limits.handshake }, answers)
    : createServer(timeouts, answers);
  server.maxConnections = maxConnections;
  server.maxRequestsPerSocket = maxRequests;
  server.setTimeout(limits.idle);
  await listen(server, port, host);
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const url = `${tls ? 'https' : 'http'}://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${actual}`;
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
