import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureChromium, usualPlaces } from '../../../tools/browser/find-chromium.ts';
import { fakePrograms } from './fake-programs.ts';

const { folder, script } = fakePrograms('chromium');

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
