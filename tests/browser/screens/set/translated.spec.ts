import { expect } from '@playwright/test';
import { test } from '../../lib/ui-test.ts';

/** What a translator does: each text becomes nested elements with other words, through open shadow roots as well. */
function translate(): void {
  const texts: Text[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text && node.data.trim() !== '') texts.push(node);
    if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return;
    node.childNodes.forEach(visit);
    if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
  };
  visit(document.body);
  for (const text of texts) {
    const outer = document.createElement('font');
    const inner = outer.appendChild(document.createElement('font'));
    inner.textContent = `[${text.data}]`;
    text.replaceWith(outer);
  }
}

test('time, title, instruction and number go on after a translator has replaced every text', async ({ page, ui }) => {
  await ui.startSet();
  const head = page.locator('th-set-head');
  const say = page.locator('th-set-say');
  await expect(head.getByRole('timer')).toHaveText('0:43');
  await page.evaluate(translate);
  await expect(head.getByRole('timer')).toHaveText('[0:43]');
  await expect(say.locator('.instruction')).toContainText('[');
  await page.evaluate(() => {
    const { session, gaugeOf, phaseOf } = window.harness;
    const phase = phaseOf('pails', { length: 15, effort: [0.1, 0.3], ramp: 5 });
    const next = phaseOf('rails', { length: 20 });
    session.show({ gauge: gaugeOf({ phase, next, left: 12, angle: { value: 31, sd: 2 }, best: 33 }) });
  });
  await expect(head.getByRole('timer')).toHaveText('0:12');
  await expect(head.locator('.next')).toContainText('Next (0:20)');
  await expect(head.locator('.next strong')).not.toContainText('[');
  await expect(say.locator('.now')).toHaveText('Push out');
  await expect(say.locator('.instruction')).toHaveText(
    await page.evaluate(() => window.harness.phaseOf('pails').instruction),
  );
  await expect(page.locator('th-set-gauge .value')).toContainText('31');

  await page.keyboard.press(' ');
  await expect(head.locator('.caption')).toHaveText('Paused');
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Really stop?' })).toBeVisible();
});

test('the count-in and the start go on after a translator', async ({ page, ui }) => {
  await ui.startSet();
  const count = (left: number) =>
    page.evaluate((seconds) => {
      const { session, gaugeOf, phaseOf } = window.harness;
      session.show({ gauge: gaugeOf({ phase: phaseOf('ready'), left: seconds, angle: null }) });
    }, left);
  await count(9);
  await page.evaluate(translate);
  await count(8);
  await expect(page.locator('th-set-ring .figure')).toHaveText('8');
});

test('what changes in a set is marked as not to be translated', async ({ page, ui }) => {
  await ui.startSet();
  for (const part of ['th-set-head .clock', 'th-set-head .next', 'th-set-say .instruction', 'th-set-say .line'])
    await expect(page.locator(part)).toHaveAttribute('translate', 'no');
});
