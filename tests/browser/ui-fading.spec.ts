import { expect } from '@playwright/test';
import type { UiPage } from './lib/ui-page.ts';
import { test } from './lib/ui-test.ts';

/** A running set before the camera of somebody who has done so many of this drill. */
async function practised(ui: UiPage, done: number): Promise<void> {
  await ui.startPlacing();
  await ui.page.evaluate((count) => {
    const { session, sets, sleeperPlan, gaugeOf } = window.harness;
    const [one] = sets.records;
    if (!one) throw new Error('there is a set to copy');
    const finished = { ...one, ended: 'finished' } as const;
    sets.records = Array.from({ length: count }, (_, index) => ({ ...finished, id: `past-${index}` }));
    session.show({ stage: 'starting', source: 'camera', plan: sleeperPlan });
    // The screen asks for the past sets as it begins to place: one frame later.
    requestAnimationFrame(() => {
      session.show({ stage: 'placing' });
      requestAnimationFrame(() =>
        session.show({ stage: 'running', gauge: gaugeOf({ angle: { value: 24, sd: 2 }, best: 24 }) }),
      );
    });
  }, done);
  await ui.page.getByRole('button', { name: 'Pause' }).waitFor();
}

test('who is new to a drill sees the number, and no key for it', async ({ page, ui }) => {
  await practised(ui, 2);
  await expect(page.getByRole('img', { name: /Hip rotation 24 degrees/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Number/ })).toHaveCount(0);
});

test('after three sets a band takes its place, and a key or a button calls it back', async ({ page, ui }) => {
  await practised(ui, 3);
  const number = page.getByRole('img', { name: /Hip rotation 24 degrees/ });
  await expect(page.getByText('At your best')).toBeVisible();
  await expect(number).toHaveCount(0);
  await page.keyboard.press('f');
  await expect(number).toBeVisible();
  await page.keyboard.press('f');
  await expect(number).toHaveCount(0);
  await page.getByRole('button', { name: 'Number' }).click();
  await expect(number).toBeVisible();
});

test('after six it comes when the set is over, and what is wrong is said all the same', async ({ page, ui }) => {
  await practised(ui, 6);
  await expect(page.getByText('Feel it')).toBeVisible();
  await expect(page.getByText(/after the set/)).toBeVisible();
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    const cue = { rule: 'pelvis-lift', text: 'Both sit bones heavy.', severity: 'amber' } as const;
    session.show({ gauge: gaugeOf({ angle: { value: 24, sd: 2 }, cue }) });
  });
  await expect(page.locator('th-set-cue')).toHaveText(/Both sit bones heavy/);
});

test('the summary says one thing to do next time', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  const lessons = page.getByRole('region', { name: 'What to take from it' });
  await expect(lessons.getByText(/^Next time, .*\.$/)).toBeVisible();
  await expect(lessons.getByRole('listitem').first()).toBeVisible();
});
