import { describe, expect, it } from 'vitest';
import { AppError, appErrorText, asAppError, isAppErrorCode } from '../../src/app/app-error.ts';
import { troubles as german } from '../../src/i18n/de/troubles.ts';
import { troubles } from '../../src/i18n/en/troubles.ts';

/** Every code: the compiler demands a text for each. */
const codes = Object.keys(troubles).filter(isAppErrorCode);

describe('the text of an error', () => {
  it.each(codes)('says plainly what is wrong, what to do and how to go on: %s', (code) => {
    const { title, todo, ways } = appErrorText(code);
    expect(title).toMatch(/^[A-Z][^.]*$/);
    expect(todo).toMatch(/^[A-Z].*\.$/);
    expect(`${title} ${todo}`).not.toMatch(/error|exception|getUserMedia|backend|worker|fatal|invalid/i);
    expect(ways.length).toBeGreaterThan(0);
    expect(new Set(ways).size).toBe(ways.length);
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
