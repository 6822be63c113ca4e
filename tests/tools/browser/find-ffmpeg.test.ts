import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureFfmpeg } from '../../../tools/browser/find-ffmpeg.ts';
import { fakePrograms } from './fake-programs.ts';

const { folder, script } = fakePrograms('ffmpeg');

const none = { env: {}, ways: [] };

describe.skipIf(process.platform === 'win32')('finding an ffmpeg', () => {
  const good = script('good', ' V..... libvpx-vp9           libvpx VP9');
  const poor = script('poor', ' V..... libx264');

  it('uses the ffmpeg on the PATH if it can write VP9', async () => {
    await expect(ensureFfmpeg({ ...none, candidates: () => [good] })).resolves.toBe(good);
  });

  it('uses the ffmpeg named in TRUEHIP_FFMPEG, and refuses if that one cannot write VP9', async () => {
    await expect(ensureFfmpeg({ ...none, env: { TRUEHIP_FFMPEG: good }, candidates: () => [poor] })).resolves.toBe(
      good,
    );
    const search = ensureFfmpeg({ ...none, env: { TRUEHIP_FFMPEG: poor }, candidates: () => [good] });
    await expect(search).rejects.toThrow(/TRUEHIP_FFMPEG.*correct or unset/);
  });

  it('installs one when there is none', async () => {
    const later = join(folder, 'later');
    const bring = () => Promise.resolve(void script('later', 'libvpx-vp9'));
    await expect(ensureFfmpeg({ ...none, candidates: () => [later], ways: [bring] })).resolves.toBe(later);
  });

  it('says in one sentence what to do when none can be installed', async () => {
    const absent = ensureFfmpeg({ ...none, candidates: () => [join(folder, 'absent')] });
    await expect(absent).rejects.toThrow(/install ffmpeg and run again/);
    await expect(absent).rejects.toMatchObject({ status: 11 });
  });
});
