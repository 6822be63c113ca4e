import { join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../tools/shared/paths.mjs';
import { test } from './lib/ui-test.ts';
import { ALL_STATES } from './lib/more-states.ts';

const folder = join(root, 'tests', 'out', 'pictures');

const LOOKS = [
  { name: 'dark-1280', width: 1280, height: 720, media: { colorScheme: 'dark' } },
  { name: 'light-1280', width: 1280, height: 720, media: { colorScheme: 'light' } },
  { name: 'forced-1280', width: 1280, height: 720, media: { colorScheme: 'dark', forcedColors: 'active' } },
  { name: 'dark-1920', width: 1920, height: 1080, media: { colorScheme: 'dark' } },
  { name: 'dark-390', width: 390, height: 844, media: { colorScheme: 'dark' } },
  { name: 'light-320', width: 320, height: 640, media: { colorScheme: 'light' } },
  // Last, because the page stays in German. Texts of the fake session stay in English.
  { name: 'german-1280', width: 1280, height: 720, media: { colorScheme: 'light' } },
] as const;

/** For people to look at, only on demand: `TRUEHIP_PICTURES=1 npm test -- ui ui-pictures` writes tests/out/pictures. */
for (const state of process.env['TRUEHIP_PICTURES'] ? ALL_STATES : [])
  test(`a picture of each look: ${state.name}`, async ({ page, ui }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await state.show(ui);
    for (const { name, width, height, media } of LOOKS) {
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', ...media });
      await page.setViewportSize({ width, height });
      if (name === 'german-1280') await ui.speakGerman();
      // Time to draw the state and to resize the canvas.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
      const fullPage = !/^(set|placing)-/.test(state.name);
      const picture = await page.screenshot({ path: join(folder, name, `${state.name}.png`), fullPage });
      expect(picture.length).toBeGreaterThan(1000);
    }
  });
