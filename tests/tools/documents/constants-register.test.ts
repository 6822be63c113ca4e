import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';

const register = readFileSync(join(root, 'docs', 'constants.md'), 'utf8');

/** Cells of the table rows below a heading, up to the next heading of the same level. */
const rowsBelow = (heading: string): readonly (readonly string[])[] => {
  const part = register.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = part.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('`', '')),
  );
};

const CONSTANTS = [
  ['Instrument', 'src/instrument'],
  ['Coach', 'src/coach'],
  ['Training', 'src/training'],
  ['Worker', 'workers'],
].flatMap(([heading = '', folder = '']) =>
  rowsBelow(heading).map(([name = '', value = '', , , file = '']) => ({ name, value, file: join(folder, file) })),
);

/** Number that a file gives a constant; undefined: the file has no such constant. */
const valueIn = (file: string, name: string): string | undefined =>
  new RegExp(`const ${name}(?:: [^=]+)? = ([\\d._]+);`).exec(readFileSync(join(root, file), 'utf8'))?.[1];

describe('the register of constants', () => {
  it.each(CONSTANTS)('has the value of $name in $file', ({ name, value, file }) => {
    expect(Number(valueIn(file, name)?.replaceAll('_', ''))).toBe(Number(value));
  });

  it('has constants of each part', () => {
    expect(new Set(CONSTANTS.map(({ file }) => file.split('/').slice(0, 2).join('/')))).toEqual(
      new Set(['src/instrument', 'src/coach', 'src/training', 'workers/pictures', 'workers/engine']),
    );
  });
});
