import { expect, type Page } from '@playwright/test';
import { test } from '../../lib/ui-test.ts';
import { fillScreens, ROUTES } from '../../lib/ui-states.ts';

/** The fault of the focused element, or an empty text. */
const faultOfFocus = (page: Page): Promise<{ readonly name: string; readonly fault: string }> =>
  page.evaluate(async () => {
    // The page scrolls to the focused element in the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body) return { name: '', fault: '' };
    const name = `${active.tagName.toLowerCase()} ${(active.getAttribute('aria-label') ?? active.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 40)}`;
    // A radio or file input hidden behind its label shows the focus ring there.
    const behind = active instanceof HTMLInputElement ? [active.nextElementSibling, active.labels?.[0]] : [];
    const faces = [active, ...behind].filter((one) => !!one);
    // A card that is one link shows the ring around the whole card.
    const seen = [...faces.map((face) => getComputedStyle(face)), getComputedStyle(active, '::after')];
    const card = active.closest('.card');
    if (card) seen.push(getComputedStyle(card));
    const ringed = seen.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    );
    const box = (faces.findLast((face) => face.getBoundingClientRect().width > 4) ?? active).getBoundingClientRect();
    if (box.left < -1 || box.right > innerWidth + 1)
      return { name, fault: `from ${box.left} to ${box.right} px across` };
    // A table or text may be taller than the window: a visible part is enough.
    if (box.bottom < 4 || box.top > innerHeight - 4)
      return { name, fault: `from ${box.top} to ${box.bottom} px of ${innerHeight}` };
    return { name, fault: ringed ? '' : 'without a ring' };
  });

// In forced colours a ring cannot be a shadow.
const LOOKS = [
  { name: 'in forced colours on a phone of 320 px', width: 320, height: 640, forced: true },
  { name: 'at 200 %', width: 640, height: 360, forced: false },
] as const;

const WALKS = LOOKS.flatMap((look) => Object.entries(ROUTES).map(([screen, hash]) => ({ look, screen, hash })));

for (const { look, screen, hash } of WALKS)
  test(`every element that Tab reaches is visible and shows its focus, ${look.name}: ${screen}`, async ({
    page,
    ui,
  }) => {
    await page.emulateMedia({ forcedColors: look.forced ? 'active' : 'none', reducedMotion: 'reduce' });
    await ui.open(hash);
    await fillScreens(page);
    await page.setViewportSize({ width: look.width, height: look.height });
    const faults: string[] = [];
    const passed = new Set<string>();
    let left = 0;
    for (let presses = 0; presses < 90; presses += 1) {
      await page.keyboard.press('Tab');
      let seen = await faultOfFocus(page);
      // A slow machine may still be scrolling.
      for (let looks = 0; seen.fault !== '' && looks < 5; looks += 1) {
        await page.waitForTimeout(200);
        seen = await faultOfFocus(page);
      }
      // After the last element the focus leaves the page once and returns to the first; the second time ends the walk.
      if (seen.name === '') left += 1;
      if (left > 1) break;
      if (seen.name === '') continue;
      passed.add(seen.name);
      if (seen.fault !== '') faults.push(`${seen.name}: ${seen.fault}`);
    }
    expect(faults).toEqual([]);
    expect(passed.size).toBeGreaterThan(5);
  });
