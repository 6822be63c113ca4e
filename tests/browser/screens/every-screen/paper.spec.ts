import { expect, type Page } from '@playwright/test';
import { ALL_STATES } from '../../lib/more-states.ts';
import { ROUTES } from '../../lib/ui-states.ts';
import { test } from '../../lib/ui-test.ts';

/** Texts that are too pale on what is printed behind them: a ground only where an element asks for it, else white paper. */
const paleTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const rgb = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = rgb(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string): number => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const groundOf = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const { backgroundColor, printColorAdjust } = getComputedStyle(element);
      const isOpaque = (rgb(backgroundColor)[3] ?? 1) === 1;
      if (printColorAdjust === 'exact' && isOpaque) return backgroundColor;
      const root = element.getRootNode();
      return groundOf(element.parentElement ?? (root instanceof ShadowRoot ? root.host : null));
    };
    /** A number in a drawing is written on the shape before it, which is always printed. */
    const shapeUnder = (element: Element): string | null => {
      const shape = element instanceof SVGElement ? element.previousElementSibling : null;
      return shape?.matches('circle, rect, path, polygon') ? getComputedStyle(shape).fill : null;
    };
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const text = [...element.childNodes].find((node) => node instanceof Text && node.data.trim() !== '');
        const isSeen = element.checkVisibility() && element.getBoundingClientRect().height > 0;
        if (text === undefined || !isSeen || element.matches('style, :disabled, .visually-hidden')) continue;
        const { color, fill } = getComputedStyle(element);
        const ink = element instanceof SVGElement ? fill : color;
        const grounds = [groundOf(element), shapeUnder(element) ?? 'none'].filter((one) => one.startsWith('rgb'));
        if (grounds.every((ground) => contrast(ink, ground) < 4.5))
          found.push(`${element.localName} ${ink} on ${grounds.join()}: ${text.textContent?.trim().slice(0, 40)}`);
      }
    };
    visit(document);
    return found;
  });

/** What people print or keep as a file, and every other page in which they read. */
const PRINTED = ALL_STATES.filter(
  ({ name }) => name in ROUTES || /^(summary|report|passport|prescri|check|trends|agreement)/.test(name),
);

for (const { name, show } of PRINTED)
  test(`on paper the colours are light, also where the screen is dark: ${name}`, async ({ page, ui }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await show(ui);
    for (const theme of ['auto', 'dark'] as const) {
      await page.evaluate((chosen) => {
        document
          .querySelector('th-app')
          ?.shadowRoot?.querySelector('*')
          ?.dispatchEvent(new CustomEvent('th-theme', { detail: chosen, bubbles: true, composed: true }));
      }, theme);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(await paleTexts(page), theme).toEqual([]);
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark', reducedMotion: 'reduce' });
    }
  });
