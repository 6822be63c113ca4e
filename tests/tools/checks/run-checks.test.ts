import { describe, expect, it } from 'vitest';
import { steps, whatToDo } from '../../../tools/checks/run-checks.ts';

describe('npm run check', () => {
  it('says of each failed step what to do', () => {
    const failed = steps.filter(({ name }) => name === 'format' || name === 'dead code');
    expect(whatToDo(failed)).toEqual([
      'check failed; what to do:',
      '  format: run npm run format',
      '  dead code: delete the export, file or package, or use it',
    ]);
  });

  it('says nothing when nothing failed', () => {
    expect(whatToDo([])).toEqual([]);
  });
});
