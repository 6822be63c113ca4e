import { describe, expect, it } from 'vitest';
import { importCircles, relativeImports } from '../../../tools/checks/import-circles.ts';

describe('the imports of a file', () => {
  it('are values and types, static, dynamic and in JSDoc; packages are none', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "export { c } from './c/c.ts';",
      "import './d.ts';",
      "const e = await import('./e.mjs');",
      "/** @typedef {import('./f.mjs').F} F */",
      "import { html } from 'lit';",
    ].join('\n');
    expect(relativeImports('src/ui/view.ts', text)).toEqual([
      'src/ui/a.ts',
      'src/b.ts',
      'src/ui/c/c.ts',
      'src/ui/d.ts',
      'src/ui/e.mjs',
      'src/ui/f.mjs',
    ]);
  });
});

describe('circles of imports', () => {
  it('are none when files import only downwards, even over two paths', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d', 'not-there']],
      ['d', []],
    ]);
    expect(importCircles(graph)).toEqual([]);
  });

  it('are found with all their files, each circle separately', () => {
    const graph = new Map([
      ['start', ['a', 'x']],
      ['a', ['b']],
      ['b', ['c', 'leaf']],
      ['c', ['a']],
      ['leaf', []],
      ['x', ['y', 'a']],
      ['y', ['x']],
    ]);
    expect(importCircles(graph)).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ]);
  });

  it('are found when a file imports itself', () => {
    expect(importCircles(new Map([['a', ['a']]]))).toEqual([['a']]);
  });
});
