import { expect, type Page } from '@playwright/test';
import { outAndBack, setOf, turnsTo } from '../../../training/assessment/made-test-set.ts';
import { test } from '../../lib/ui-test.ts';

const performed = setOf([
  { step: 'internal-passive-1', hip: turnsTo(31) },
  { step: 'internal-passive-2', hip: turnsTo(34), pelvis: outAndBack(8, 2.8, 1, 4.5) },
  { step: 'internal-active-1', hip: turnsTo(24) },
  { step: 'external-passive-1', hip: turnsTo(-41) },
]);

/** Opens the page of a finished test. @param finished what it has in place of the usual record */
const openTest = (page: Page, finished: object): Promise<void> =>
  page.evaluate((part) => {
    const { sets } = window.harness.services;
    const [usual] = (sets as unknown as { records: object[] }).records;
    (sets as unknown as { records: object[] }).records.push({
      ...usual,
      ...part,
      id: 'test-1',
      side: 'both',
      flags: [],
    });
    location.hash = '#/set/test-1';
  }, finished);

test('the hip test says what it is for and what it needs, and starts with both hips', async ({ page, ui }) => {
  await ui.open('#/test');
  await expect(ui.heading).toHaveText('Hip test, seated');
  await expect(page.getByRole('heading', { name: 'What it is for' })).toBeVisible();
  await expect(page.getByText('a strap or a band, a towel to roll up, and about twelve minutes')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  // Nothing would be tested.
  await expect(page.getByText('Without a camera')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Watch the demo' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'No, nothing hurts' }).click();
  await expect.poll(async () => (await ui.calls()).at(-1)).toBe('open hip-test-seated left+right prep camera');
});

test('no list of drills offers the hip test', async ({ page, ui }) => {
  await ui.open();
  const drills = page.getByRole('region', { name: 'All drills' });
  await expect(drills.getByRole('listitem').first()).toBeVisible();
  await expect(drills.getByText('Hip test')).toHaveCount(0);
  await ui.open('#/edit/new');
  await expect(page.getByText('Hip test')).toHaveCount(0);
});

test('the page of a finished test says first what each hip did, and has every figure folded up behind it', async ({
  page,
  ui,
}) => {
  await ui.open();
  await openTest(page, performed);
  await expect(ui.heading).toHaveText('Hip test, seated');
  const result = page.getByRole('region', { name: 'Your hip test' });
  await expect(result).toContainText('Your left hip turns in by 31°.');
  await expect(result.getByRole('figure', { name: 'Left hip' })).toContainText('31° ± 2°');
  const table = page.getByRole('table', { name: 'left' });
  await expect(table).toBeHidden();
  await page.locator('summary', { hasText: 'All figures' }).press('Enter');
  await expect(table.getByRole('row', { name: /Turning in, with help/ })).toContainText(
    'The pelvis moved first in 1 of 2',
  );
  await expect(table.getByRole('row', { name: /Turning out, by itself/ })).toContainText('not read');
  await expect(page.getByRole('table', { name: 'right' })).toHaveCount(0);
  // Nothing was pushed, but something may have hurt.
  await expect(page.getByRole('group', { name: /^Did anything hurt/ })).toBeVisible();
  await expect(page.getByRole('group', { name: /^How hard did you work/ })).toHaveCount(0);
  await expect(page.getByRole('group', { name: /lower back/ })).toHaveCount(0);
  await expect(page.locator('th-summary details.fold > summary')).toHaveText([
    'Rotation over time',
    'How well you were seen',
    'All figures',
  ]);
  await expect(page.getByText('Warm-up')).toHaveCount(0);
  await page.getByRole('link', { name: 'Report' }).press('Enter');
  await expect(page.getByRole('row', { name: /Turning in, with help/ })).toContainText('31° ± 2°');
  await expect(page.getByText('there is no number')).toHaveCount(0);
  await expect(page.getByText('What moved besides the hip')).toHaveCount(0);
  await page.goBack();
  await page.getByRole('link', { name: 'What follows: your hip passport' }).press('Enter');
  await expect(ui.heading).toHaveText('Hip passport');
});
