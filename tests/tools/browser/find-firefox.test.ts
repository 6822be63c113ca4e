import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFirefox } from '../../../tools/browser/find-firefox.ts';
import { fakePrograms } from './fake-programs.ts';

const { folder, script } = fakePrograms('firefox');

describe.skipIf(process.platform === 'win32')('finding a Firefox', () => {
  const good = script('good', 'Mozilla Firefox 153.7.0esr');
  const other = script('other', 'Chromium 156.0');

  it('takes the first that starts and is a Firefox', async () => {
    const candidates = () => [join(folder, 'absent'), other, good];
    await expect(findFirefox({ env: {}, candidates })).resolves.toBe(good);
  });

  it('uses the one named in the environment, and no other when that one is not a Firefox', async () => {
    await expect(findFirefox({ env: { TRUEHIP_FIREFOX: good }, candidates: () => [] })).resolves.toBe(good);
    const search = findFirefox({ env: { TRUEHIP_FIREFOX: other }, candidates: () => [good] });
    await expect(search).rejects.toThrow(/TRUEHIP_FIREFOX.*correct or unset/);
  });

  it('installs one when there is none, and gives null when none can be installed', async () => {
    const later = join(folder, 'later');
    const bring = () => Promise.resolve(void script('later', 'Mozilla Firefox 160.0'));
    await expect(findFirefox({ env: {}, candidates: () => [later], ways: [bring] })).resolves.toBe(later);
    await expect(findFirefox({ env: {}, candidates: () => [] })).resolves.toBeNull();
  });
});
