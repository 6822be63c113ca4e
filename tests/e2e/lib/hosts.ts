import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { answerTo } from '../../../tools/browser/static-answer.ts';

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

/** A server whose headers are chosen by path; they replace those of caching. */
async function simulated(folder: string, headersOf: (path: string) => Record<string, string>): Promise<Host> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers: asked } = request;
    const { status, headers, body } = await answerTo(folder, new Map(), { method, url, headers: asked });
    const { 'Cache-Control': _own, ...rest } = headers;
    response.writeHead(status, { ...rest, ...headersOf(url.replace(/\?.*$/, '')) });
    if (!body) response.end();
    else {
      await pipeline(body.handle.createReadStream({ start: body.start, end: body.end }), response).catch(
        () => undefined,
      );
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** What GitHub Pages sends: types, ranges, ETags, ten minutes of caching, and no header of one's own. */
export const pagesHost = (folder: string): Promise<Host> =>
  simulated(folder, () => ({ 'Cache-Control': 'max-age=600', 'Access-Control-Allow-Origin': '*' }));

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
  return simulated(folder, (path) => {
    const result: Record<string, string> = {};
    for (const [name, value] of rules.filter((rule) => rule.path.test(path)).flatMap(({ headers }) => headers)) {
      result[name] = result[name] === undefined ? value : `${result[name]}, ${value}`;
    }
    return { 'Cache-Control': 'public, max-age=0, must-revalidate', ...result };
  });
}
