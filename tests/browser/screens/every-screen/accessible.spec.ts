import { expect } from '@playwright/test';
import { isShortRun } from '../../../../tools/checks/short-run.ts';
import { axeFaults } from '../../lib/axe.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';
import { ALL_STATES } from '../../lib/more-states.ts';
import { ROUTES } from '../../lib/ui-states.ts';

/** Pixels by which the page is wider than the window. */
const overflow = ({ page }: UiPage) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Links that stand alone and are lower than the 24 CSS pixels of WCAG 2.5.8: not those inside a sentence, and not those whose card is
 * the target.
 */
const lowLinks = ({ page }: UiPage) =>
  page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    const isInText = ({ parentNode }: Element) =>
      [...(parentNode?.childNodes ?? [])].some((node) => node instanceof Text && node.data.trim() !== '');
    return all(document)
      .filter((one) => one.matches('a') && one.checkVisibility() && !isInText(one))
      .filter((one) => getComputedStyle(one, '::after').position !== 'absolute')
      .map((one) => ({ text: one.textContent.trim(), height: one.getBoundingClientRect().height }))
      .filter(({ height }) => height < 24);
  });

/** States that the short run checks, in the dark look only. */
const SHORT = new Set([...Object.keys(ROUTES), 'loading', 'placing-good', 'set-calm', 'set-red', 'set-keys-dialog']);

/** WCAG 2.2 AA and good practice as far as axe-core can check them, with reduced motion. */
for (const state of isShortRun ? ALL_STATES.filter(({ name }) => SHORT.has(name)) : ALL_STATES)
  test(`axe-core finds no fault: ${state.name}`, async ({ page, ui }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await state.show(ui);
    expect(await axeFaults(page), 'dark').toEqual([]);
    if (isShortRun) return;
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await axeFaults(page, ['color-contrast']), 'light').toEqual([]);
    // 200 % zoom of a window of 1280, and a small phone.
    await page.setViewportSize({ width: 640, height: 360 });
    expect(await overflow(ui), 'at 200 %').toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(ui), 'on a phone').toBeLessThanOrEqual(0);
    // The colours are those of the wide window.
    expect(await axeFaults(page, ['target-size']), 'on a phone').toEqual([]);
    expect(await lowLinks(ui), 'on a phone').toEqual([]);
    for (const width of [360, 390, 1920]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overflow(ui), `${width} wide`).toBeLessThanOrEqual(0);
    }
  });

test('on a phone, history and summary do not scroll sideways, nor do their tables', async ({ page, ui }) => {
  for (const hash of [ROUTES.history, ROUTES.summary, ROUTES['summary-repetitions']]) {
    await ui.open(hash);
    if (hash !== ROUTES.history) await ui.unfold();
    await page.waitForLoadState('networkidle');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(ui), hash).toBeLessThanOrEqual(0);
    const wide = await page
      .locator('.table-wrap')
      .evaluateAll((wraps) =>
        wraps
          .filter((wrap) => wrap.scrollWidth > wrap.clientWidth + 1)
          .map((wrap) => `${wrap.getAttribute('aria-label')} ${wrap.scrollWidth} in ${wrap.clientWidth}`),
      );
    expect(wide, hash).toEqual([]);
  }
});

test('with forced colours, chosen options and filled bars still stand out', async ({ page, ui }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await ui.open(ROUTES.drill);
  await page.getByRole('radio', { name: 'Build' }).waitFor();
  const faces = await page.evaluate(() => {
    const setup = document
      .querySelector('th-app')
      ?.shadowRoot?.querySelector('th-drill')
      ?.shadowRoot?.querySelector('.setup');
    const face = (input: Element | null | undefined) =>
      input?.nextElementSibling ? getComputedStyle(input.nextElementSibling).backgroundColor : null;
    return [face(setup?.querySelector('input:checked')), face(setup?.querySelector('input:not(:checked)'))];
  });
  expect(faces[0]).not.toBeNull();
  expect(faces[0]).not.toBe(faces[1]);
  await ui.open(ROUTES.summary);
  const bar = page.locator('th-range-bars .clean').first();
  const track = page.locator('th-range-bars .track').first();
  const colour = (element: Element) => getComputedStyle(element).backgroundColor;
  expect(await bar.evaluate(colour)).not.toBe(await track.evaluate(colour));
});
