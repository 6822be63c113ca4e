import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../src/ui', import.meta.url));
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

/** An attribute in a template; `.style=` sets the property instead. */
const INLINE = /\sstyle=/;

it('no template has a style attribute, which the security policy refuses', () => {
  const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((name) => INLINE.test(readFileSync(join('src/ui', name), 'utf8')))).toEqual([]);
  expect(['<p style="color: red">', '<p .style=${x}>'].map((text) => INLINE.test(text))).toEqual([true, false]);
});

const SRC = new URL('../../src/', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, SRC), 'utf8');

test('one place opens a session, and it opens a set of one’s own only as the safety questions return it', () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(sources.filter((file) => /[sS]ession\.open\(/.test(textOf(file)))).toEqual(['ui/shell/app-flow.ts']);
  const flow = textOf('ui/shell/app-flow.ts');
  const opens = flow.split('\n').filter((line) => line.includes('this.#open('));
  expect(opens.map((line) => line.trim())).toEqual([
    'if (!isOwn(request.source.kind)) return this.#open(request);',
    "if (typeof asked === 'object') this.#open({ ...request, plan: asked });",
  ]);
});
