import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** An attribute in a template; `.style=` sets the property instead. */
const INLINE = /\sstyle=/;

it('no template has a style attribute, which the security policy refuses', () => {
  const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((name) => INLINE.test(readFileSync(join('src/ui', name), 'utf8')))).toEqual([]);
  expect(['<p style="color: red">', '<p .style=${x}>'].map((text) => INLINE.test(text))).toEqual([true, false]);
});
