import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const { homepage } = JSON.parse(readFileSync('package.json', 'utf8')) as { homepage: string };

describe('the README', () => {
  it('has in its first line the address that package.json names, which a fork changes', () => {
    expect(homepage).toMatch(/^https:\/\/.*\/$/);
    expect(readme.split('\n')[0]).toContain(`<${homepage}>`);
  });

  it('names no other place of the app, and one command to start it', () => {
    const addresses = [...readme.matchAll(/<(https?:[^>]*)>/g)].map(([, address]) => address);
    expect(addresses).toEqual([homepage]);
    expect(/```\n(.*)/.exec(readme)?.[1]).toMatch(/^npm start /);
  });
});
