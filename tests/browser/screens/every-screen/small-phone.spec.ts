import { expect, type Locator } from '@playwright/test';
import type { UiPage } from '../../lib/ui-page.ts';
import { placing } from '../../lib/ui-states.ts';
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

test('the buttons of a card have space between them', async ({ page, ui }) => {
  await ui.open('#/your-data');
  const exporting = await boxOf(page.getByRole('button', { name: 'Export all' }));
  const deleting = await boxOf(page.getByRole('button', { name: 'Delete everything' }));
  expect(deleting.y - exporting.y - exporting.height).toBeGreaterThanOrEqual(8);
});

test('a drawn start position is below its caption', async ({ page, ui }) => {
  await ui.open('#/drill/soft-tissue-ball');
  const word = await boxOf(page.getByText('Start position', { exact: true }));
  const head = await boxOf(page.locator('th-loop .drawn .figure-head').first());
  expect(head.y).toBeGreaterThan(word.y + word.height - 4);
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
  { width: 375, height: 553 },
  { width: 360, height: 560 },
  { width: 844, height: 340 },
] as const;

/** A camera set in its busiest state, or a set without a camera. */
const startSet = async (ui: UiPage, source: 'camera' | 'none', paused: boolean) => {
  await ui.startSet();
  await ui.page.evaluate(
    (given) => {
      const { session, gaugeOf, phaseOf } = window.harness;
      const phase = phaseOf('passive');
      session.show({ source: given.source, gauge: gaugeOf({ phase, paused: given.paused }) });
    },
    { source, paused },
  );
};

/** How far the element reaches beyond the window as it is scrolled at first, CSS pixels. */
const beyond = async (one: Locator): Promise<number> => {
  const { x, y, width, height } = await boxOf(one);
  const window = one.page().viewportSize() ?? SMALL;
  return Math.max(-x, -y, x + width - window.width, y + height - window.height);
};

for (const german of [false, true])
  test.describe(`with the bars of the browser, in ${german ? 'German' : 'English'}`, () => {
    test.use({ hasTouch: true, isMobile: true });

    /** Every button of the part is in the window, at each size, and not cut. */
    const expectInView = async (ui: UiPage, part: string, state: string) => {
      if (german) await ui.speakGerman();
      for (const size of BARS) {
        await ui.page.setViewportSize(size);
        const buttons = ui.page.locator(`${part} button:visible`);
        expect(await buttons.count()).toBeGreaterThan(1);
        for (const button of await buttons.all()) {
          const name = `${state} at ${size.width} × ${size.height}: ${await button.textContent()}`;
          await expect.poll(() => beyond(button), { message: name }).toBeLessThanOrEqual(0);
          expect(await button.evaluate((one) => one.scrollWidth <= one.clientWidth + 1), name).toBe(true);
        }
      }
    };

    test('Start and Back are in view while placing', async ({ ui }) => {
      await ui.startPlacing();
      await expectInView(ui, '.start', 'placing');
      await placing('view', { view: 'poor', problem: 'bad-view' }).show(ui);
      await expectInView(ui, '.start', 'placing from a poor place');
    });

    for (const source of ['camera', 'none'] as const)
      test(`the buttons of a set are in view, camera: ${source}`, async ({ ui }) => {
        for (const paused of [false, true]) {
          await startSet(ui, source, paused);
          await expectInView(ui, 'th-set-controls', paused ? 'paused' : 'running');
        }
      });

    test('what a set asks and says leaves room for its text', async ({ page, ui }) => {
      await startSet(ui, 'camera', false);
      if (german) await ui.speakGerman();
      for (const size of BARS) {
        await page.setViewportSize(size);
        for (const part of ['th-set-say', 'th-set-head', 'th-set-gauge'])
          await expect.poll(() => ui.cutOff(part), { message: `${part} at ${size.width}` }).toBeLessThanOrEqual(1);
      }
    });

    test('each question after a set fits into the window, and no bar lies over its answers', async ({ page, ui }) => {
      await ui.open('#/set/set-1');
      if (german) await ui.speakGerman();
      for (const size of BARS) {
        await page.setViewportSize(size);
        for (const question of await page.locator('th-after-set fieldset').all()) {
          await question.evaluate((one) => one.scrollIntoView({ block: 'center' }));
          await expect.poll(() => beyond(question), { message: `at ${size.width}` }).toBeLessThanOrEqual(0);
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
  });

/** A laptop, a small one, and the first at 200 % zoom. */
const LAPTOPS = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 640, height: 360 },
] as const;

for (const german of [false, true])
  test(`on a laptop nothing is cut or wrapped while getting ready and before, German: ${german}`, async ({
    page,
    ui,
  }) => {
    await ui.open('#/drill/supine-sleeper');
    if (german) await ui.speakGerman();
    const tops = (part: string) =>
      page
        .locator(part)
        .evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top))).size);
    for (const size of LAPTOPS.slice(0, 2)) {
      await page.setViewportSize(size);
      await expect.poll(() => tops('.start-bar th-source-panel button:visible'), { message: `${size.width}` }).toBe(1);
      expect((await boxOf(page.locator('.chosen span').first())).height, `${size.width}`).toBeLessThan(30);
    }
    await startSet(ui, 'camera', false);
    if (german) await ui.speakGerman();
    await page.evaluate(() => {
      const { session, services, gaugeOf, phaseOf } = window.harness;
      const instruction = services.drills[0]?.steps[0] ?? '';
      const phase = phaseOf('ready', { instruction, length: 15 });
      session.show({ gauge: gaugeOf({ phase, left: 12, angle: null, angleReason: 'no-neutral', best: null }) });
    });
    for (const size of LAPTOPS) {
      await page.setViewportSize(size);
      for (const button of await page.locator('th-set-controls button:visible').all())
        await expect
          .poll(() => beyond(button), { message: `${size.width}: ${await button.textContent()}` })
          .toBeLessThanOrEqual(0);
      const rows = await tops('th-set-controls button:visible');
      expect(rows, `${size.width}`).toBe(1);
    }
  });
