import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../../src/ui', import.meta.url));
const SOURCES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

/** The reactive properties of each element, by its tag. */
const PROPERTIES = new Map(
  SOURCES.flatMap(({ text }) => text.split(/(?=@customElement\(')/).slice(1)).map((part) => {
    const [, tag = ''] = /^@customElement\('([\w-]+)'/.exec(part) ?? [];
    const own = [...part.matchAll(/@property\([^)]*\)\s*(\w+)/g)].map(([, name]) => name);
    return [tag, new Set(/ extends Served /.test(part) ? [...own, 'services'] : own)] as const;
  }),
);

/** Templates are text: neither the compiler nor its rename sees the names of the properties in them. */
test('every property that a template binds exists on the element', () => {
  const unknown = SOURCES.flatMap(({ name, text }) =>
    [...text.matchAll(/<(th-[\w-]+)((?:\$\{(?:[^{}]|\{[^{}]*\})*\}|[^>$])*)>/g)].flatMap(
      ([, tag = '', attributes = '']) =>
        [...attributes.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '').matchAll(/\s\.(\w+)=/g)]
          .filter(([, property]) => !PROPERTIES.get(tag)?.has(property))
          .map(([, property]) => `${name}: ${tag}.${property}`),
    ),
  );
  expect(PROPERTIES.size).toBeGreaterThan(30);
  expect(unknown).toEqual([]);
});
