import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { BrowserContext, Page } from '@playwright/test';

const REPORTS = '/policy-reports';

/** The built app, through a server that collects the browser's reports about the security policy. */
export interface WatchedSite {
  readonly url: string;
  /** Method and path of every request that the server got, in order. */
  readonly requests: readonly string[];
  /** What a browser that uses this server as its proxy asked of anybody else; all of it was refused. */
  readonly elsewhere: readonly string[];
  /** "directive blocked-address (document)" of every violation, from pages, workers, their threads and the service worker. */
  readonly violations: readonly string[];
  /** From now on the server answers nobody. */
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};

interface Report {
  readonly 'csp-report': Readonly<Record<'effective-directive' | 'blocked-uri' | 'document-uri', string>>;
}

const described = (text: string): string => {
  const { 'csp-report': report } = JSON.parse(text) as Report;
  return `${report['effective-directive']} ${report['blocked-uri']} (${report['document-uri']})`;
};

/** Passes a request on, and adds the place for reports to the policy of the answer. */
const passOn = (to: string, path: string, request: IncomingMessage, response: ServerResponse): void => {
  const onward = ask(`${to}${path}`, { method: request.method, headers: request.headers }, (answer) => {
    const headers = { ...answer.headers };
    headers['content-security-policy'] = `${String(headers['content-security-policy'])}; report-uri ${REPORTS}`;
    response.writeHead(answer.statusCode ?? 500, headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  onward.end();
};

/** The server is a proxy as well, so a browser that is sent through it cannot ask anybody else unseen. */
export async function watchedSite(): Promise<WatchedSite> {
  const dist = process.env['TRUEHIP_URL'] ?? '';
  const requests: string[] = [];
  const elsewhere: string[] = [];
  const violations: string[] = [];
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', url());
    if (asked.origin !== url()) {
      elsewhere.push(asked.href);
      return void response.writeHead(403).end();
    }
    if (asked.pathname !== REPORTS) {
      requests.push(`${request.method} ${asked.pathname}${asked.search}`);
      return passOn(dist, asked.pathname + asked.search, request, response);
    }
    bodyOf(request).then(
      (text) => {
        violations.push(described(text));
        response.writeHead(204).end();
      },
      () => response.destroy(),
    );
  });
  // Whoever wants an encrypted connection through a proxy asks it by CONNECT.
  server.on('connect', ({ url: host }: IncomingMessage, socket: Duplex) => {
    elsewhere.push(String(host));
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: url(), requests, elsewhere, violations, close };
}

/** Errors in the console and uncaught errors of every page of a context, from now on. */
export const watchErrors = (context: BrowserContext): readonly string[] => {
  const found: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  context.on('weberror', (error) => found.push(String(error.error())));
  return found;
};

/** Breaks the policy on purpose with an inline style, which the browser reports like any other. */
export const plantViolation = (page: Page): Promise<void> =>
  page.evaluate(() => document.createElement('p').setAttribute('style', 'color: red'));
