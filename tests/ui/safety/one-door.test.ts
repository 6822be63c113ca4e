import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SRC = new URL('../../../src/', import.meta.url);
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
