import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import headers from '../../../tools/browser/headers.json' with { type: 'json' };
import { hostingFiles, netlifyHeaders } from '../../../tools/hosting/hosting-files.mjs';
import { costTable } from '../../../tools/hosting/visit-costs.mjs';

describe('the configurations for other servers', () => {
  it.each(Object.entries(hostingFiles()))('%s in docs/hosting is the one that npm run hosting writes', (name, text) => {
    expect(readFileSync(`docs/hosting/${name}`, 'utf8')).toBe(text);
  });

  it.each([...Object.entries(hostingFiles()), ['_headers', netlifyHeaders()] as const])(
    '%s sends every header of the one list',
    (_name, text) => {
      for (const [header, value] of Object.entries(headers)) {
        expect(text).toContain(header);
        expect(text).toContain(value);
      }
    },
  );
});

it('a million visits cost a million times the bytes of one', () => {
  const table = costTable([
    { name: 'small', bytes: 754 },
    { name: 'page', bytes: 103_600 },
    { name: 'large', bytes: 29_960_000 },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| small | 754 bytes | 0.75 GB |',
    '| page | 104 kB | 104 GB |',
    '| large | 30.0 MB | 30.0 TB |',
  ]);
});
