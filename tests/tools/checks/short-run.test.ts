import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closingLine } from '../../../tools/checks/run-tests.ts';
import { NOT_IN_SHORT_RUN } from '../../../tools/checks/short-run.ts';
import { root } from '../../../tools/shared/paths.mjs';

/** The files or the folder that a glob names. */
function named(glob: string): string[] {
  const [, head = '', list, tail = ''] = /^(.*)\{(.*)\}(.*)$/.exec(glob) ?? [];
  return list === undefined ? [glob.replace(/\/\*.*$/, '')] : list.split(',').map((one) => `${head}${one}${tail}`);
}

it('the short run leaves out files that exist', () => {
  const { unit, ui, model, e2e } = NOT_IN_SHORT_RUN;
  const files = [
    ...unit.flatMap(named),
    ...ui.map((name) => `tests/browser/screens/${name}.spec.ts`),
    ...model.map((name) => `tests/browser/model/${name}.spec.ts`),
    ...e2e.map((name) => `tests/e2e/${name}.spec.ts`),
  ];
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

describe('the closing line', () => {
  const part = { name: 'unit', ok: true, passed: 3, failed: [], skipped: 0, seconds: 1, note: '' };

  it('adds up all parts', () => {
    expect(closingLine([part, { ...part, skipped: 2 }])).toBe('6 passed, 0 failed, 2 skipped');
  });

  it('counts a runner that broke down as one failure', () => {
    expect(closingLine([{ ...part, ok: false, passed: 0 }])).toBe('0 passed, 1 failed');
  });
});
