import { describe, expect, it } from 'vitest';
import { AppError, type AppErrorCode, appErrorText, asAppError, isAppErrorCode } from '../../src/app/app-error.ts';
import { troubles as german } from '../../src/i18n/de/troubles.ts';
import { troubles } from '../../src/i18n/en/troubles.ts';

/** A record, so that the compiler demands every new code here. */
const CODES: Record<AppErrorCode, true> = {
  'camera-denied': true,
  'camera-denied-by-system': true,
  'camera-busy': true,
  'camera-absent': true,
  'camera-unplugged': true,
  'camera-failed': true,
  'camera-needs-https': true,
  'file-not-video': true,
  'file-broken-off': true,
  'file-codec-unsupported': true,
  'video-without-person': true,
  'demo-missing': true,
  'app-file-missing': true,
  'weights-missing': true,
  'weights-stalled': true,
  'weights-corrupt': true,
  'no-backend': true,
  'wasm-off': true,
  'workers-off': true,
  'frames-off': true,
  'worker-crashed': true,
  'worker-stalled': true,
  'storage-unavailable': true,
  'storage-late': true,
  'storage-lost': true,
  'storage-newer': true,
  'storage-blocked': true,
  'storage-full': true,
  'import-invalid': true,
  'prescription-invalid': true,
  unexpected: true,
};
const codes = Object.keys(CODES).filter(isAppErrorCode);

describe('the text of an error', () => {
  it('exists for every code', () => {
    expect(codes).toHaveLength(Object.keys(CODES).length);
  });

  it.each(codes)('says what is wrong, what to do and how to go on: %s', (code) => {
    const { title, todo, ways } = appErrorText(code);
    expect(title).toMatch(/^[A-Z][^.]*$/);
    expect(todo).toMatch(/^[A-Z].*\.$/);
    expect(ways.length).toBeGreaterThan(0);
    expect(new Set(ways).size).toBe(ways.length);
  });

  it.each(codes)('is plain, without a code, the name of an interface or an alarming word: %s', (code) => {
    const { title, todo } = appErrorText(code);
    expect(`${title} ${todo}`).not.toMatch(/error|exception|getUserMedia|backend|worker|fatal|invalid/i);
  });

  it.each(['storage-late', 'storage-lost', 'wasm-off', 'workers-off', 'frames-off'] as const)(
    'is short in both languages: %s',
    (code) => {
      for (const { title, todo } of [troubles[code], german[code]])
        for (const sentence of `${title}. ${todo}`.split(/(?<=\.) /)) {
          expect(sentence.split(' ').length).toBeLessThanOrEqual(14);
          expect(sentence).not.toMatch(/private|privat/);
        }
    },
  );

  it('differs for every code', () => {
    expect(new Set(codes.map((code) => appErrorText(code).title)).size).toBe(codes.length);
  });

  it.each(codes.filter((code) => code.startsWith('camera')))('offers a way on without the camera: %s', (code) => {
    expect(appErrorText(code).ways).toContain('open-video');
  });
});

describe('asAppError', () => {
  it('keeps a known code', () => {
    const thrown = Object.assign(new Error('x'), { name: 'weights-corrupt' });
    expect(asAppError(thrown)).toMatchObject({ name: 'weights-corrupt', message: 'x', cause: thrown });
    const own = new AppError('storage-full', 'y');
    expect(asAppError(own)).toBe(own);
  });

  it('gives "unexpected" otherwise, also for a name that every object inherits', () => {
    expect(asAppError(new TypeError('z')).name).toBe('unexpected');
    expect(asAppError(Object.assign(new Error('z'), { name: 'toString' })).name).toBe('unexpected');
    expect(asAppError('just words')).toMatchObject({ name: 'unexpected', message: 'just words' });
  });
});
