import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureOpenCv } from '../../../tools/lab/find-opencv.mjs';
import { fakePrograms } from './fake-programs.ts';

const { folder, script } = fakePrograms('opencv');

const none = { say: () => {}, env: {}, bring: () => Promise.resolve() };

describe.skipIf(process.platform === 'win32')('finding a Python with OpenCV', () => {
  const good = script('good', 'opencv 4.6.0');
  const absent = join(folder, 'absent');

  it('uses the first one that has it, or the one named in TRUEHIP_PYTHON', async () => {
    await expect(ensureOpenCv({ ...none, usual: [absent, good] })).resolves.toBe(good);
    await expect(ensureOpenCv({ ...none, env: { TRUEHIP_PYTHON: good }, usual: [] })).resolves.toBe(good);
    await expect(ensureOpenCv({ ...none, env: { TRUEHIP_PYTHON: absent }, usual: [good] })).rejects.toThrow(
      /TRUEHIP_PYTHON.*correct or unset/,
    );
  });

  it('installs it when there is none, and says in one sentence what to do if that fails', async () => {
    const later = join(folder, 'later');
    const bring = () => Promise.resolve(void script('later', 'opencv 4.6.0'));
    await expect(ensureOpenCv({ ...none, usual: [later], bring })).resolves.toBe(later);
    const search = ensureOpenCv({ ...none, usual: [absent] });
    await expect(search).rejects.toThrow(/install python3-opencv/);
    await expect(search).rejects.toMatchObject({ status: 12 });
  });
});
