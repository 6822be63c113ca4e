import { expect } from '@playwright/test';
import { test } from '../../lib/ui-test.ts';

test('a goal is set, changed and deleted by keyboard, and is kept among your data', async ({ page, ui }) => {
  await ui.open();
  await page.getByRole('link', { name: 'Goals', exact: true }).press('Enter');
  await expect(page).toHaveTitle('Progress · Truehip');
  await expect(page.locator('th-goals summary')).toBeFocused();
  await expect(page.getByText('You have no goal yet.')).toBeVisible();
  await page.getByLabel('Goal', { exact: true }).fill('45');
  await page.getByRole('button', { name: 'Set this goal' }).press('Enter');
  await expect(page.getByText('The goal is set.')).toBeVisible();
  await expect(page.getByText(/^Left hip, .*: 45°$/)).toBeVisible();

  const yours = page.getByRole('region', { name: 'Your goals' });
  await yours.getByRole('button', { name: /^More/ }).press('Enter');
  await expect(page.getByText(/^Left hip, .*: 46°$/)).toBeVisible();
  await page.evaluate(() => (location.hash = '#/your-data'));
  await expect(page.getByRole('row', { name: /^Goals/ })).toContainText(/\b1\b/);
  await page.evaluate(() => (location.hash = '#/goals'));

  await page.getByRole('button', { name: /^Delete goal/ }).press('Enter');
  await expect(page.getByText('You have no goal yet.')).toBeVisible();
});

test('the question about squats is asked once a week on the first page', async ({ page, ui }) => {
  await ui.open('#/goals');
  await page.getByLabel('What for').selectOption('squat');
  await page.getByRole('button', { name: 'Set this goal' }).press('Enter');
  await page.evaluate(() => (location.hash = '#/'));
  const question = page.getByRole('group', { name: 'This week: did your left hip pinch in a squat?' });
  await question.getByRole('button', { name: 'No pinch' }).press('Enter');
  await expect(question).toHaveCount(0);
  await expect(page.getByText('By your own word, nothing pinched last time.')).toBeVisible();
  await page.evaluate(() => (location.hash = '#/history'));
  await expect(page.getByText('By your own word, nothing pinched last time.')).toBeVisible();
});

test('the goal is the mark on the bar of a set', async ({ page, ui }) => {
  await ui.open('#/');
  await ui.startSet();
  await page.evaluate(async () => {
    const { services, session } = window.harness;
    const side = session.snapshot.plan?.sides[0] === 'right' ? 'right' : 'left';
    const drill = session.snapshot.plan?.drill.id ?? '';
    await services.settings.change({
      hipGoals: [{ kind: 'range', id: 'a', side, drill, degrees: 45, since: 0 }],
    });
    session.show({ source: 'camera' });
  });
  await expect(page.getByText('goal 45°')).toBeVisible();
});
