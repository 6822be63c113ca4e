import { describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../../src/app/app-error.ts';
import { appErrorText } from '../../src/app/app-error-text.ts';
import { codedError, type WorkerErrorCode } from '../../workers/coded-error.ts';

describe("a worker's error", () => {
  const codes = [
    'weights-missing',
    'weights-stalled',
    'weights-corrupt',
    'no-backend',
    'unexpected',
  ] as const satisfies WorkerErrorCode[];

  it.each(codes)('has a code the app has words for: %s', (code) => {
    const known: AppErrorCode = code satisfies WorkerErrorCode;
    expect(appErrorText(known).title).not.toBe('');
  });

  it('carries its code as its name, which comlink keeps', () => {
    const error = codedError('weights-missing', 'gone');
    expect({ name: error.name, message: error.message }).toEqual({
      name: 'weights-missing',
      message: 'gone',
    });
  });
});
