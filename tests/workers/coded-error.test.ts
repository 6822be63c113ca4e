import { describe, expect, it } from 'vitest';
import { type AppErrorCode, appErrorText } from '../../src/app/app-error.ts';
import { codedError, type WorkerErrorCode } from '../../workers/coded-error.ts';

describe('an error of the worker', () => {
  const codes = [
    'weights-missing',
    'weights-stalled',
    'weights-corrupt',
    'no-backend',
    'wasm-off',
    'unexpected',
  ] as const satisfies WorkerErrorCode[];

  it.each(codes)('has a code with a text in the app: %s', (code) => {
    const known: AppErrorCode = code satisfies WorkerErrorCode;
    expect(appErrorText(known).title).not.toBe('');
  });

  it('has its code as its name, which Comlink keeps', () => {
    const error = codedError('weights-missing', 'gone');
    expect({ name: error.name, message: error.message }).toEqual({
      name: 'weights-missing',
      message: 'gone',
    });
  });
});
