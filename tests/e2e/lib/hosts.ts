import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { type Answer, answerTo } from '../../../tools/browser/static-answer.ts';

/** A server with the built app. */
export interface Host {
  readonly url: string;
  close(): Promise<void>;
}

const configuration = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../docs/hosting/${name}`, import.meta.url)), 'utf8');

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const socket = createSocket();
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => done(port));
    });
  });

/** Whether a program is installed; servers often lie where only root looks. */
export const isInstalled = (program: string): boolean => !spawnSync(program, ['-h'], { env: wide() }).error;

const wide = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`,
  ...more,
});

/** Waits until the program answers, and ends it afterwards. */
async function hostOf(child: ChildProcess, port: number, top: string): Promise<Host> {
  let said = '';
  child.stderr?.on('data', (part) => (said += String(part)));
  const url = `http://localhost:${port}`;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`);
    if (await fetch(url).catch(() => null)) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    url,
    close: async () => {
      child.kill();
      await ended;
      rmSync(top, { recursive: true, force: true });
    },
  };
}

/** nginx with `docs/hosting/nginx.conf`; only folder and port are put in. */
export async function nginxHost(folder: string): Promise<Host> {
  const top = mkdtempSync(join(tmpdir(), 'truehip-nginx-'));
  const port = await freePort();
  const site = configuration('nginx.conf')
    .replace('/var/www/truehip;', `${folder};`)
    .replace('listen 8080;', `listen ${port};`);
  writeFileSync(join(top, 'site.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${top}/${name};`,
  );
  writeFileSync(
    join(top, 'nginx.conf'),
    `daemon off; master_process off; pid ${top}/pid; events {}
    http { access_log off; ${temporary.join(' ')} include ${top}/site.conf; }`,
  );
  return hostOf(spawn('nginx', ['-c', join(top, 'nginx.conf'), '-e', 'stderr'], { env: wide() }), port, top);
}

/** Caddy with `docs/hosting/Caddyfile`; only folder and port are put in. */
export async function caddyHost(folder: string): Promise<Host> {
  const top = mkdtempSync(join(tmpdir(), 'truehip-caddy-'));
  const port = await freePort();
  const site = configuration('Caddyfile').replace('/var/www/truehip', folder).replace(':8080', `:${port}`);
  writeFileSync(join(top, 'Caddyfile'), `{\n  admin off\n}\n${site}`);
  const args = ['run', '--adapter', 'caddyfile', '--config', join(top, 'Caddyfile')];
  const env = wide({ XDG_DATA_HOME: top, XDG_CONFIG_HOME: top });
  return hostOf(spawn('caddy', args, { env }), port, top);
}

/** What a made-up host does otherwise than to give the files of the folder as they are. */
export interface Ways {
  /** Path of the app's folder, with slashes around it. Absent: the root. */
  readonly path?: string;
  /** By the path of a file, with a slash before it. They replace those of caching. */
  readonly headers?: (path: string) => Record<string, string>;
  /** Pages are shown without their ending, and their other addresses are redirected there. */
  readonly clean?: boolean;
  /** What is missing is answered by the page, with status 200. */
  readonly fallback?: boolean;
  /** What the host makes of a file; null: what it is. */
  readonly change?: (path: string, content: Buffer) => Buffer | null;
  /** Absent: it sends the compressed copies of the build. */
  readonly plain?: boolean;
}

/** A host to which other versions can be uploaded. */
export interface SimulatedHost extends Host {
  /** Address of the app's folder, with a slash at the end. */
  readonly home: string;
  /** Serves another folder from now on. Null: nobody can reach it. */
  serve(folder: string | null): void;
}

/** Where a host with clean addresses redirects to, and which file it shows at an address. */
const CLEAN: Readonly<Record<string, { readonly status?: 301 | 308; readonly to: string }>> = {
  '/index.html': { status: 308, to: '/' },
  '/index': { status: 301, to: '/' },
  '/phone.html': { status: 301, to: '/phone' },
  '/phone': { to: '/phone.html' },
};

async function contentOf({ body }: Answer): Promise<Buffer> {
  if (!body) return Buffer.alloc(0);
  const content = await body.handle.readFile();
  await body.handle.close();
  return content.subarray(body.start, body.end + 1);
}

const refuse = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { ...headers, 'Content-Length': 0 }).end();
};

/** A server that does what these ways say. */
export async function simulated(first: string, ways: Ways = {}): Promise<SimulatedHost> {
  const { path: place = '/', headers: headersOf, clean = false, fallback = false, change, plain = false } = ways;
  let folder: string | null = first;

  const answer = async ({ method = '', url = '', headers: asked }: IncomingMessage, response: ServerResponse) => {
    if (folder === null) return response.destroy();
    const address = url.replace(/\?.*$/, '');
    if (`${address}/` === place) return refuse(response, 301, { Location: place });
    if (!address.startsWith(place)) return refuse(response, 404);
    const wished = `/${address.slice(place.length)}`;
    const { status: moved, to: path } = (clean ? CLEAN[wished] : undefined) ?? { to: wished };
    if (moved) return refuse(response, moved, { Location: place + path.slice(1) });
    const name = path === '/' ? '/index.html' : path;
    const question = { method, headers: plain ? { ...asked, 'accept-encoding': '' } : asked };
    const shown = (headers: Answer['headers']) => {
      const { 'Cache-Control': _own, ...rest } = headers;
      return { ...rest, ...(headersOf?.(path) ?? { 'Cache-Control': 'max-age=600' }) };
    };
    if (change) {
      const whole = await answerTo(folder, new Map(), { method: 'GET', url: path, headers: {} });
      const changed = whole.status === 200 ? change(name, await contentOf(whole)) : null;
      if (changed) {
        const { ETag: _tag, 'Accept-Ranges': _ranges, ...headers } = shown(whole.headers);
        response.writeHead(200, { ...headers, 'Content-Length': changed.length });
        return response.end(method === 'HEAD' ? undefined : changed);
      }
    }
    let found = await answerTo(folder, new Map(), { ...question, url: path });
    if (found.status === 404 && fallback) found = await answerTo(folder, new Map(), { ...question, url: '/' });
    response.writeHead(found.status, shown(found.headers));
    if (!found.body) return response.end();
    const { handle, start, end } = found.body;
    return pipeline(handle.createReadStream({ start, end }), response).catch(() => undefined);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    home: `${url}${place}`,
    serve: (next) => {
      folder = next;
      // What is connected goes on being answered by nobody.
      if (next === null) server.closeAllConnections();
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** What GitHub Pages sends: types, ranges, ETags, ten minutes of caching, and no header of one's own. */
export const pagesHost = (folder: string): Promise<Host> =>
  simulated(folder, { headers: () => ({ 'Cache-Control': 'max-age=600', 'Access-Control-Allow-Origin': '*' }) });

/**
 * What Netlify sends: its own caching, and `_headers` of the folder. A path may end with `*`; where two rules set a header, the values
 * are joined with a comma.
 */
export async function netlifyHost(folder: string): Promise<Host> {
  const rules: { readonly path: RegExp; readonly headers: [string, string][] }[] = [];
  for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
    if (line.startsWith('/')) {
      const pattern = line.replaceAll('.', String.raw`\.`).replaceAll('*', '.*');
      rules.push({ path: new RegExp(`^${pattern}$`), headers: [] });
    } else if (line.trim() !== '') {
      const [name = '', ...value] = line.trim().split(': ');
      rules.at(-1)?.headers.push([name, value.join(': ')]);
    }
  }
  const headersOf = (path: string): Record<string, string> => {
    const result: Record<string, string> = {};
    for (const [name, value] of rules.filter((rule) => rule.path.test(path)).flatMap(({ headers }) => headers)) {
      result[name] = result[name] === undefined ? value : `${result[name]}, ${value}`;
    }
    return { 'Cache-Control': 'public, max-age=0, must-revalidate', ...result };
  };
  return simulated(folder, { headers: headersOf });
}
