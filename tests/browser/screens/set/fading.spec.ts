import { expect } from '@playwright/test';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';

/** A running set of a person who has finished `done` sets of this drill. */
async function practised(ui: UiPage, done: number): Promise<void> {
  await ui.startPlacing();
  await ui.page.evaluate((count) => {
    const { session, sets, sleeperPlan, gaugeOf } = window.harness;
    const [one] = sets.records;
    if (!one) throw new Error('there is a set to copy');
    const finished = { ...one, ended: 'finished' } as const;
    sets.records = Array.from({ length: count }, (_, index) => ({ ...finished, id: `past-${index}` }));
    session.show({ stage: 'starting', source: 'camera', plan: sleeperPlan });
    // The screen reads the past sets one frame after it begins placing.
    requestAnimationFrame(() => {
      session.show({ stage: 'placing' });
      requestAnimationFrame(() =>
        session.show({ stage: 'running', gauge: gaugeOf({ angle: { value: 24, sd: 2 }, best: 24 }) }),
      );
    });
  }, done);
  await ui.page.getByRole('button', { name: 'Pause' }).waitFor();
}

test('with few sets of a drill the number is shown, without a key for it', async ({ page, ui }) => {
  await practised(ui, 2);
  await expect(page.getByRole('img', { name: /Hip rotation 24 degrees/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Number/ })).toHaveCount(0);
});

test('after three sets a band replaces the number, and a key or a button shows it again', async ({ page, ui }) => {
  await practised(ui, 3);
  const number = page.getByRole('img', { name: /Hip rotation 24 degrees/ });
  await expect(page.getByText('At your best')).toBeVisible();
  await expect(number).toHaveCount(0);
  await page.keyboard.press('d');
  await expect(number).toBeVisible();
  await page.keyboard.press('d');
  await expect(number).toHaveCount(0);
  await page.getByRole('button', { name: 'Number' }).click();
  await expect(number).toBeVisible();
});

test('after six sets the number comes after the set, and cues are still shown', async ({ page, ui }) => {
  await practised(ui, 6);
  await expect(page.getByText('Feel it')).toBeVisible();
  await expect(page.getByText(/after the set/)).toBeVisible();
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    const cue = { rule: 'pelvis-lift', text: 'Both back pockets heavy.', severity: 'amber' } as const;
    session.show({ gauge: gaugeOf({ angle: { value: 24, sd: 2 }, cue }) });
  });
  await expect(page.locator('th-set-cue')).toHaveText(/Both back pockets heavy/);
});
