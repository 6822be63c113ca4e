import { expect, type Page } from '@playwright/test';
import { ALL_STATES } from '../../lib/more-states.ts';
import { inSight } from '../../lib/in-sight.ts';
import { test } from '../../lib/ui-test.ts';

/** Buttons, links and fields that reach beyond the sides of the window or cannot be scrolled into it, with the pixels outside. */
const outside = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('button, a, input, select, summary') || element.closest('.visually-hidden, .skip'))
          continue;
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width < 3 || height < 3) continue;
        // Scrolling may also be sideways, so the sides are looked at before.
        element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const { top, bottom } = element.getBoundingClientRect();
        const by = Math.max(-left, right - innerWidth, -top, height < innerHeight ? bottom - innerHeight : 0);
        if (by > 1)
          found.push(`${element.localName} "${element.textContent?.trim().slice(0, 30)}" by ${Math.round(by)}`);
      }
    };
    visit(document);
    return found;
  });

for (const { name, show } of ALL_STATES)
  test(`with text of twice its size every button can be brought into a window 720 high: ${name}`, async ({
    page,
    ui,
  }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.enable');
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await show(ui);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    if (name.startsWith('placing-'))
      expect(await inSight(page.getByRole('button', { name: 'Start', exact: true })), 'Start without scrolling').toBe(
        true,
      );
    expect(await outside(page)).toEqual([]);
    await ui.speakGerman();
    expect(await outside(page), 'in German').toEqual([]);
  });
