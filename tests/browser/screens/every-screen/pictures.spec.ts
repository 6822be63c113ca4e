import { join } from 'node:path';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { root } from '../../../../tools/shared/paths.mjs';
import { cutTexts, FEW_LOOKS, retellSession, SIZE_LOOKS, TWELVE_LOOKS } from '../../lib/looks.ts';
import { test } from '../../lib/ui-test.ts';
import { ALL_STATES } from '../../lib/more-states.ts';

const folder = join(root, 'tests', 'out', 'pictures');
const wanted = process.env['TRUEHIP_PICTURES'];
const looks = { all: TWELVE_LOOKS, sizes: SIZE_LOOKS }[wanted ?? ''] ?? FEW_LOOKS;

/** Lets the page believe that it is on a phone, until the session is detached. */
const fingers = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  return session;
};

/**
 * For people to look at, only on demand, in tests/out/pictures: `TRUEHIP_PICTURES=1 npm test -- ui every-screen/pictures` takes a few looks,
 * `TRUEHIP_PICTURES=all` three sizes, dark and light, in both languages; `TRUEHIP_PICTURES=sizes` a laptop, a small one, a phone and 200 %
 * zoom, in both languages.
 */
for (const state of wanted ? ALL_STATES : [])
  test(`a picture of each look: ${state.name}`, async ({ page, ui }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await state.show(ui);
    let touch: CDPSession | null = null;
    let language = 'en';
    for (const look of looks) {
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', ...look.media });
      await page.setViewportSize(look);
      if (look.width < 640) touch ??= await fingers(page);
      else {
        await touch?.send('Emulation.setTouchEmulationEnabled', { enabled: false });
        await touch?.detach();
        touch = null;
      }
      if (look.language !== language) {
        await ui.speakGerman();
        await retellSession(page);
        if (state.name === 'summary') await ui.unfold();
        await state.again?.(ui);
        language = look.language;
      }
      // Time to draw the state and to resize the canvas.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
      const fullPage = !/^(set|placing)-/.test(state.name);
      const picture = await page.screenshot({ path: join(folder, look.name, `${state.name}.png`), fullPage });
      expect(picture.length).toBeGreaterThan(1000);
      expect.soft(await cutTexts(page), look.name).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(wider, look.name).toBeLessThanOrEqual(0);
    }
  });
