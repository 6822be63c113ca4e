import { expect, type Page } from '@playwright/test';
import { axeFaults } from '../../lib/axe.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { placing } from '../../lib/ui-states.ts';
import { test } from '../../lib/ui-test.ts';

/** Presses the button of the first screen. */
const openSecond = async (ui: UiPage): Promise<Page> => {
  const opening = ui.page.waitForEvent('popup');
  await ui.page.getByRole('button', { name: 'On a second screen' }).click();
  const second = await opening;
  await second.setViewportSize({ width: 1920, height: 1080 });
  return second;
};

/** A window of the running set, as the fake session has it. */
const startBoth = async (ui: UiPage): Promise<Page> => {
  await ui.startSet();
  const second = await openSecond(ui);
  await expect(second.locator('th-now-word')).toHaveText('Let it fall in');
  return second;
};

/** What both screens must tell alike. */
const PARTS = ['th-now-word p', '.instruction', '.line', '.clock', '.caption', '.next', '.angle'];

const expectAlike = async (first: Page, second: Page): Promise<void> => {
  for (const part of PARTS) {
    const own = await first.locator(part).allTextContents();
    await expect(second.locator(part), part).toHaveText(own.map((text) => text.replaceAll(/\s+/g, ' ').trim()));
  }
};

test('a second window shows the phase, the clock, the number and the cue of the first', async ({ page, ui }) => {
  const second = await startBoth(ui);
  await expectAlike(page, second);
  await page.evaluate(() => {
    const { session, gaugeOf, phaseOf } = window.harness;
    const cue = { rule: 'pelvis-lift', text: 'Both back pockets heavy on the floor.', severity: 'red' } as const;
    const phase = phaseOf('pails', { length: 15, effort: [0.1, 0.3], ramp: 5 });
    session.show({ gauge: gaugeOf({ phase, next: phaseOf('rails', { length: 20 }), left: 12, borrows: true, cue }) });
  });
  await expect(second.locator('th-set-cue p')).toHaveText('Both back pockets heavy on the floor.');
  await expect(second.locator('.value')).toHaveAttribute('data-fault', '');
  await expectAlike(page, second);
  await expect(second.locator('video[aria-label="Live picture"], canvas')).toHaveCount(0);
  await expect(second.locator('th-loop')).toBeVisible();
  await expect(page.getByRole('button', { name: 'On a second screen' })).toHaveAttribute('aria-pressed', 'true');
});

test('a key on the second screen acts on the first, and asks there too', async ({ page, ui }) => {
  const second = await startBoth(ui);
  await second.keyboard.press(' ');
  await expect(second.locator('.caption')).toHaveText('Paused');
  expect(await ui.calls()).toContain('pause');
  await second.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Really stop?' })).toBeVisible();
  await expect(second.locator('th-set-cue')).toHaveText('Press Esc again to stop');
  await second.keyboard.press('2');
  await expect.poll(() => ui.calls()).toContain('stop pain');
  await expect(second.getByText('The set is over')).toBeVisible();
});

test('the second screen picks up again after a reload, and the first says when it is gone', async ({ page, ui }) => {
  const second = await startBoth(ui);
  await second.reload();
  await expectAlike(page, second);
  await expect(page.getByText('The second screen is gone.')).toBeHidden();
  await second.close();
  await expect(page.getByText('The second screen is gone.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(page.getByText('The second screen is gone.')).toBeHidden();
});

test('a second press opens no second window, and a closed first screen is said', async ({ page, ui, context }) => {
  const second = await startBoth(ui);
  const all = context.pages().length;
  await page.getByRole('button', { name: 'On a second screen' }).click();
  await page.waitForTimeout(500);
  expect(context.pages()).toHaveLength(all);
  await page.goto('about:blank');
  await expect(second.getByText('The laptop is not there')).toBeVisible();
});

test('where the browser blocks the window the first screen says so', async ({ page, ui }) => {
  await ui.startSet();
  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.getByRole('button', { name: 'On a second screen' }).click();
  await expect(page.getByText('The browser has blocked the window.')).toBeVisible();
});

test('where the browser finds a television it gets the same, by its own line', async ({ page, ui }) => {
  await page.addInitScript(() => {
    const television = Object.assign(new EventTarget(), { state: 'connected', sent: [] as string[] });
    const send = (text: string) => television.sent.push(text);
    const found = Object.assign(new EventTarget(), { value: true });
    Object.assign(window, {
      television: Object.assign(television, { send }),
      PresentationRequest: class {
        getAvailability = async () => found;
        start = async () => television;
      },
    });
  });
  await ui.startSet();
  await page.getByRole('button', { name: 'On a second screen' }).click();
  await page.waitForTimeout(200);
  const kinds = await page.evaluate(async () => {
    const { television } = window as unknown as { television: EventTarget & { sent: string[] } };
    television.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ kind: 'hello', truehip: 1 }) }));
    await new Promise((done) => setTimeout(done, 200));
    return television.sent.map((text) => (JSON.parse(text) as { kind: string }).kind);
  });
  expect(new Set(kinds)).toEqual(new Set(['plan', 'show']));
  await expect(page.getByRole('button', { name: 'On a second screen' })).toHaveAttribute('aria-pressed', 'true');
  await page.evaluate(() => {
    const { television } = window as unknown as { television: EventTarget };
    television.dispatchEvent(new Event('close'));
  });
  await expect(page.getByText('The second screen is gone.')).toBeVisible();
});

test('while placing the second screen says what to change, and Space there starts the set', async ({ page, ui }) => {
  await ui.startPlacing();
  const second = await openSecond(ui);
  await placing('view', { view: 'poor', problem: 'bad-view' }).show(ui);
  const what = await page.locator('.headline .what').textContent();
  await expect(second.locator('.headline .what')).toHaveText(what ?? '');
  await second.keyboard.press(' ');
  await expect.poll(() => ui.calls()).toContain('start');
});

for (const german of [false, true])
  for (const source of ['camera', 'none'] as const)
    test(`nothing is cut and no fault of accessibility, source: ${source}, German: ${german}`, async ({ page, ui }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      const second = await startBoth(ui);
      await page.evaluate((given) => {
        const { session, gaugeOf, phaseOf } = window.harness;
        const whole = { left: 100, progress: 0.4, marks: [0.5] };
        session.show({ source: given, gauge: gaugeOf({ phase: phaseOf('passive'), whole }) });
      }, source);
      if (german) {
        await ui.speakGerman();
        await expect(second.locator('html')).toHaveAttribute('lang', 'de');
        await expect(second.getByRole('button', { name: 'Vollbild' })).toBeVisible();
      }
      await expect(second.locator(source === 'none' ? 'th-guided' : 'th-set-gauge')).toBeVisible();
      for (const [width, height] of [
        [1280, 720],
        [1920, 1080],
        [3840, 2160],
      ] as const) {
        await second.setViewportSize({ width, height });
        const parts = ['th-set-say', 'th-set-head', source === 'none' ? 'th-guided' : 'th-set-gauge', 'main'];
        for (const part of parts)
          await expect
            .poll(
              () =>
                second
                  .locator(part)
                  .evaluate((one) => Math.max(one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth)),
              { message: `${part} at ${width}` },
            )
            .toBeLessThanOrEqual(1);
        expect(await second.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
      }
      expect(await axeFaults(second)).toEqual([]);
    });
