import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';

const register = ['constants.md', 'constants-of-drills.md']
  .map((page) => readFileSync(join(root, 'docs', page), 'utf8'))
  .join('\n');

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

  it('has the standard deviations of every drill with a camera', () => {
    const rows = WATCHED_DRILLS.map(({ id, measure: { motion } }) => {
      const { landmarkSd, pelvisSd, rootSd, thoraxSd, workingSd, hipSdScale, rotationSdScale = 1 } = motion;
      return [id, landmarkSd, pelvisSd, rootSd, thoraxSd, workingSd.internalRotation, hipSdScale, rotationSdScale];
    });
    expect(rowsBelow('Drills')).toEqual(rows.map((row) => row.map(String)));
  });
});
