import { expect, type Locator } from '@playwright/test';
import { inSight } from '../../lib/in-sight.ts';
import { ROUTES } from '../../lib/ui-states.ts';
import { test } from '../../lib/ui-test.ts';

const boxOf = async (one: Locator) => {
  const box = await one.boundingBox();
  if (!box) throw new Error('it is drawn');
  return box;
};

const SMALL = { width: 320, height: 640 };

test('on the smallest phone the text and key of a button fit into it', async ({ page, ui }) => {
  await ui.startPlacing();
  await page.setViewportSize(SMALL);
  for (const name of ['Back', 'Start']) {
    const button = page.getByRole('button', { name, exact: true });
    const key = await boxOf(button.locator('kbd'));
    const own = await boxOf(button);
    expect(key.x + key.width, name).toBeLessThanOrEqual(own.x + own.width - 4);
    // The text of the key is not wider than its frame.
    expect(await button.locator('kbd').evaluate((one) => one.scrollWidth <= one.clientWidth + 1)).toBe(true);
  }
});

test('on the smallest phone every answer after a set is wide enough for a finger', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await page.setViewportSize(SMALL);
  const answers = page.locator('th-after-set .scale label');
  await expect(answers).toHaveCount(25);
  for (const answer of await answers.all()) expect((await boxOf(answer)).width).toBeGreaterThanOrEqual(32);
});

test('on the smallest phone the plot is drawn at the width of the page, not scaled down', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await ui.unfold();
  await page.setViewportSize(SMALL);
  const drawing = page.locator('th-plot .area svg');
  await expect
    .poll(() => drawing.evaluate((svg: SVGSVGElement) => svg.viewBox.baseVal.width - svg.getBoundingClientRect().width))
    .toBeLessThan(1);
  expect((await boxOf(drawing.locator('.tick').first())).height).toBeGreaterThan(12);
});

test('with forced colours the filled part of a progress bar stands out', async ({ page, ui }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await ui.startSet();
  const bar = page.locator('th-set-head .bar');
  const brightness = (of: Locator) =>
    of.evaluate((one) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('a canvas');
      context.fillStyle = getComputedStyle(one).backgroundColor;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return 0.21 * red + 0.72 * green + 0.07 * blue;
    });
  expect(await brightness(bar.locator('span'))).toBeGreaterThan(1.5 * (await brightness(bar)));
});

/** Telephones whose browser shows its bars, upright and on the side. */
const BARS = [
  { width: 390, height: 664 },
  { width: 844, height: 340 },
] as const;

for (const german of [false, true])
  test(`each question after a set fits into the window of a phone, and no bar lies over its answers, German: ${german}`, async ({
    page,
    ui,
  }) => {
    await ui.open('#/set/set-1');
    if (german) await ui.speakGerman();
    for (const size of BARS) {
      await page.setViewportSize(size);
      for (const question of await page.locator('th-after-set fieldset').all()) {
        await question.evaluate((one) => one.scrollIntoView({ block: 'center' }));
        await expect.poll(() => inSight(question), { message: `at ${size.width}` }).toBe(true);
        const covered = await question.evaluate((one) => {
          const root = one.getRootNode() as ShadowRoot;
          return [...one.querySelectorAll('label')].filter((label) => {
            const { x, y, width, height } = label.getBoundingClientRect();
            return !label.contains(root.elementFromPoint(x + width / 2, y + height / 2));
          }).length;
        });
        expect(covered, `answers covered at ${size.width}`).toBe(0);
      }
    }
  });

test('on a phone no table of history and summary scrolls sideways', async ({ page, ui }) => {
  for (const hash of [ROUTES.history, ROUTES.summary, ROUTES['summary-repetitions']]) {
    await ui.open(hash);
    if (hash !== ROUTES.history) await ui.unfold();
    await page.waitForLoadState('networkidle');
    await page.setViewportSize({ width: 320, height: 640 });
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
