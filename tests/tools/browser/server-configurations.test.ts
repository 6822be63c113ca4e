import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import headers from '../../../tools/browser/headers.json' with { type: 'json' };
import { caching, contentTypes } from '../../../tools/browser/static-answer.ts';
import { netlifyHeaders } from '../../../tools/build/offline-build.ts';

const nginx = readFileSync('docs/hosting/nginx.conf', 'utf8');
const caddy = readFileSync('docs/hosting/Caddyfile', 'utf8');

describe('the configurations for other servers', () => {
  it.each([
    ['nginx.conf', nginx, (name: string, value: string) => `  add_header ${name} "${value}" always;\n`],
    ['Caddyfile', caddy, (name: string, value: string) => `    ${name} "${value}"\n`],
    ['_headers', netlifyHeaders(), (name: string, value: string) => `  ${name}: ${value}\n`],
  ])('%s sends every header of the one list', (_name, text, line) => {
    for (const [header, value] of Object.entries(headers)) expect(text).toContain(line(header, value));
  });

  it('let browsers store the assets for a year, and ask for everything else', () => {
    for (const text of [nginx, caddy, netlifyHeaders()]) expect(text).toContain(caching.hashed);
    for (const text of [nginx, caddy]) expect(text).toContain(`"${caching.other}"`);
  });

  it('give every file of the app the type that the server of npm start gives it', () => {
    for (const [ending, type] of Object.entries(contentTypes)) {
      const plain = (type.split(';')[0] ?? '').replaceAll('+', '\\+');
      expect(nginx).toMatch(new RegExp(`^    ${plain} (?:\\w+ )*${ending.slice(1)}(?: \\w+)*;$`, 'm'));
    }
    for (const text of [caddy, netlifyHeaders()]) expect(text).toContain(contentTypes['.webmanifest']);
  });
});
