import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureChromium, usualPlaces } from '../../../tools/browser/find-chromium.ts';
import { ensureFfmpeg } from '../../../tools/browser/find-ffmpeg.ts';
import { findFirefox } from '../../../tools/browser/find-firefox.ts';

const folder = mkdtempSync(join(tmpdir(), 'truehip-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that prints one line. */
function script(name: string, says: string, status = 0): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho "${says}"\nexit ${status}\n`);
  chmodSync(path, 0o755);
  return path;
}

const none = { env: {}, ways: [] };

describe.skipIf(process.platform === 'win32')('finding a Chromium', () => {
  const good = script('good', 'Chromium 156.0');
  const snapStub = script('snap-stub', 'Command requires the chromium snap to be installed.', 1);
  const other = script('other', 'Mozilla Firefox 140');

  it('takes the first that starts, not the first that exists', async () => {
    const candidates = () => Promise.resolve(['', join(folder, 'absent'), snapStub, other, good]);
    await expect(ensureChromium({ ...none, candidates })).resolves.toBe(good);
  });

  it('takes the one named in the environment before all others', async () => {
    const named = script('named', 'Google Chrome 156.0');
    const candidates = () => Promise.resolve([good]);
    await expect(ensureChromium({ ...none, env: { TRUEHIP_CHROMIUM: named }, candidates })).resolves.toBe(named);
  });

  it('takes no other when the named one does not start', async () => {
    const candidates = () => Promise.resolve([good]);
    const search = ensureChromium({ ...none, env: { CHROME_PATH: snapStub }, candidates });
    await expect(search).rejects.toThrow(/snap-stub.*correct or unset/);
  });

  it('installs one when there is none, and stops at the first way that works', async () => {
    const tried: string[] = [];
    const later = join(folder, 'later');
    const ways = [
      async () => void tried.push('fails'),
      async () => void tried.push(script('later', 'Chromium 1')),
      async () => void tried.push('too much'),
    ];
    await expect(ensureChromium({ ...none, candidates: () => Promise.resolve([later]), ways })).resolves.toBe(later);
    expect(tried).toEqual(['fails', later]);
  });

  it('says what to do when there is none and none can be installed', async () => {
    const search = ensureChromium({ ...none, candidates: () => Promise.resolve([]), ways: [async () => {}] });
    await expect(search).rejects.toThrow(/no Chrome or Chromium was found.*install one.*TRUEHIP_CHROMIUM/);
  });
});

describe.skipIf(process.platform === 'win32')('finding an ffmpeg or a Firefox', () => {
  const ffmpeg = script('ffmpeg', ' V..... libvpx-vp9           libvpx VP9');
  const poor = script('poor', ' V..... libx264');
  const firefox = script('firefox', 'Mozilla Firefox 153.7.0esr');

  it('takes an ffmpeg only if it can write VP9, and says in one sentence what to do when there is none', async () => {
    await expect(ensureFfmpeg({ ...none, candidates: () => [poor, ffmpeg] })).resolves.toBe(ffmpeg);
    const search = ensureFfmpeg({ ...none, env: { TRUEHIP_FFMPEG: poor }, candidates: () => [ffmpeg] });
    await expect(search).rejects.toThrow(/TRUEHIP_FFMPEG.*correct or unset/);
    const absent = ensureFfmpeg({ ...none, candidates: () => [] });
    await expect(absent).rejects.toMatchObject({ status: 11, message: expect.stringMatching(/install ffmpeg/) });
  });

  it('takes the first that is a Firefox, and null where there is none', async () => {
    await expect(findFirefox({ ...none, candidates: () => [poor, firefox] })).resolves.toBe(firefox);
    await expect(findFirefox({ ...none, candidates: () => [poor] })).resolves.toBeNull();
    const search = findFirefox({ ...none, env: { TRUEHIP_FIREFOX: poor }, candidates: () => [firefox] });
    await expect(search).rejects.toThrow(/TRUEHIP_FIREFOX.*correct or unset/);
  });
});

describe('the usual places', () => {
  it('are searched on the PATH of every system', () => {
    const path = ['', '/a'].join(process.platform === 'win32' ? ';' : ':');
    expect(usualPlaces({ PATH: path }, 'linux')).toContain(join('/a', 'chromium'));
    expect(usualPlaces({ PATH: path }, 'win32')).toContain(join('/a', 'chrome.exe'));
  });

  it('are the folders of applications on macOS and Windows', () => {
    const mac = usualPlaces({ HOME: '/me' }, 'darwin');
    expect(mac).toContain(join('/Applications', 'Google Chrome.app/Contents/MacOS/Google Chrome'));
    expect(mac).toContain(join('/me/Applications', 'Chromium.app/Contents/MacOS/Chromium'));
    const windows = usualPlaces({ PROGRAMFILES: 'P:' }, 'win32');
    expect(windows.some((one) => one.startsWith('P:') && one.endsWith('chrome.exe'))).toBe(true);
  });
});
