import { expect, type Page } from '@playwright/test';
import { axeFaults } from '../../lib/axe.ts';
import { tabTo } from '../../lib/tab-to.ts';
import { test } from '../../lib/ui-test.ts';

const kept = (page: Page) => page.evaluate(async () => (await window.harness.services.pictures()).list());

/** Keeps a red picture of the left hip, made by the browser. */
const keepOne = (page: Page) =>
  page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 64, height: 36 });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#c00000';
    context.fillRect(0, 0, 64, 36);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'));
    const jpeg = await blob?.arrayBuffer();
    if (!jpeg) throw new Error('no picture');
    const store = await window.harness.services.pictures();
    await store.keepBetter({
      drill: 'supine-sleeper',
      side: 'left',
      degrees: 31,
      at: '2026-11-20T07:00:00.000Z',
      set: 'set-1',
      jpeg,
    });
  });

test('the switch is off at first, says what is kept and where, and changes what the drill promises', async ({
  page,
  ui,
}) => {
  await ui.open('#/settings');
  const box = page.getByRole('checkbox', { name: 'Keep a picture of my best position' });
  await expect(box).not.toBeChecked();
  await expect(page.getByText('It stays in this browser on this device, not encrypted')).toBeVisible();
  await page.evaluate(() => (location.hash = '#/drill/supine-sleeper'));
  await expect(page.getByText('It is not recorded and not sent anywhere.')).toBeVisible();

  await page.evaluate(() => (location.hash = '#/settings'));
  await tabTo(page, box);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await page.evaluate(() => (location.hash = '#/drill/supine-sleeper'));
  await expect(page.getByText('One of your best position is kept in this browser')).toBeVisible();
  await expect(page.getByText('It is not recorded and not sent anywhere.')).toHaveCount(0);
  await ui.speakGerman();
  await expect(page.getByText('Eins von deiner besten Position bleibt in diesem Browser')).toBeVisible();
});

test('the picture is drawn in the trends, and deleted by keyboard', async ({ page, ui }) => {
  await ui.open();
  await keepOne(page);
  await page.evaluate(() => (location.hash = '#/trends'));
  const picture = page.getByRole('img', { name: /^Left hip, best position: 31° on / });
  await expect(picture).toBeVisible();
  const colour = (canvas: HTMLCanvasElement | SVGElement) =>
    canvas instanceof HTMLCanvasElement ? [...(canvas.getContext('2d')?.getImageData(9, 9, 1, 1).data ?? [])] : [];
  await expect.poll(async () => (await picture.evaluate(colour))[0]).toBeGreaterThan(170);
  expect((await picture.evaluate(colour))[1]).toBeLessThan(30);
  expect(await axeFaults(page)).toEqual([]);

  const button = page.getByRole('button', { name: 'Delete this picture' });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(picture).toHaveCount(0);
  expect(await kept(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(picture).toBeVisible();
  expect(await kept(page)).toHaveLength(1);
});

test('it goes with its set, and has its own line among your data', async ({ page, ui }) => {
  await ui.open('#/your-data');
  const row = page.getByRole('row', { name: /^Pictures of your best positions/ });
  await expect(row).toContainText('Nothing stored');
  await keepOne(page);
  await page.evaluate(() => (location.hash = '#/set/set-1'));
  const tools = page.getByRole('group', { name: 'Keep or delete this set' });
  await tools.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(ui.heading).toHaveText('Past sets');
  expect(await kept(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => kept(page)).toHaveLength(1);
  await keepOne(page);
  await page.evaluate(() => (location.hash = '#/your-data'));
  await expect(row).toContainText(/\b1\b/);
  await row.getByRole('button').press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(row).toContainText('Nothing stored');
  expect(await kept(page)).toEqual([]);
});
