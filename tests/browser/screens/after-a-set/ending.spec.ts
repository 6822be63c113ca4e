import { expect, type Locator, type Page } from '@playwright/test';
import type { SetRecord } from '../../../../src/coach/record/set-record.ts';
import { finish } from '../../lib/programme-steps.ts';
import { bandRecord, sleeperRecord } from '../../lib/fake-record.ts';
import { inSight, SIZES } from '../../lib/in-sight.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';

const VERDICT = 'Nothing to compare with yet.';

/** A set of the sleeper before the camera, as it ended. */
async function finishSleeper(ui: UiPage, ...how: Parameters<typeof finish> extends [unknown, ...infer T] ? T : never) {
  await ui.open('#/drill/supine-sleeper');
  await ui.page.getByRole('button', { name: 'Turn on the camera' }).click();
  await finish(ui.page, ...how);
}

/** The letters in pixels. */
const sizeOf = (one: Locator): Promise<number> =>
  one.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

/** Shows the ending of a set of another drill, as if it had just ended. */
async function endWith(page: Page, ui: UiPage, record: SetRecord): Promise<Locator> {
  await ui.open(`#/drill/${record.drill}`);
  await page.evaluate((one) => window.harness.sets.finishSet(one), record);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await finish(page, 'finished', record.id);
  const ending = page.getByRole('region', { name: 'How it went' });
  await ending.waitFor();
  return ending;
}

test('a set ends with its result in large letters, and the desk page follows when the person is done', async ({
  page,
  ui,
}) => {
  await finishSleeper(ui);
  const ending = page.getByRole('region', { name: 'How it went' });
  await expect(ending).toContainText('Hip alone: 28°');
  await expect(ending).toContainText(VERDICT);
  await expect(ending).toContainText('Next time');
  await expect(ending.getByRole('timer')).toHaveText(/Resting 0:0\d/);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expect.poll(() => inSight(ending.getByRole('button', { name: 'Done' })), `${size.width}`).toBe(true);
  }
  // Legible from 2.5 m on a laptop: a twentieth of the height of its screen, which is 1 cm.
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const one of ['.hip', '.how', '.next'])
    expect(await sizeOf(ending.locator(one).first()), one).toBeGreaterThanOrEqual(720 / 20);
  // What to do now is the headline, and its buttons are no smaller than those of the set: 61 px with letters of 18 px.
  const now = ending.getByText('Now the right leg.');
  expect(await sizeOf(now)).toBeGreaterThanOrEqual(720 / 10);
  for (const button of await ending.getByRole('button').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(61);
    expect(await sizeOf(button)).toBeGreaterThanOrEqual(18);
  }
  // The keyboard starts there, and Enter or Esc goes on.
  await expect(ending.getByRole('heading', { name: 'How it went' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(ending).toBeHidden();
  await expect(ui.heading).toBeFocused();
  // The page says the same.
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(VERDICT);
});

test('the other leg is one press away from the end of a set', async ({ page, ui }) => {
  await finishSleeper(ui);
  await page.getByRole('button', { name: 'Other leg: the right one' }).click();
  const calls = () => page.evaluate(() => window.harness.session.calls.filter((call) => call.startsWith('open')));
  await expect.poll(calls).toContain('open supine-sleeper right build camera');
});

test('who lies still hears which leg is next, and the key that goes on in a set goes on with that leg', async ({
  page,
  ui,
}) => {
  await finishSleeper(ui);
  const calls = () => page.evaluate(() => window.harness.session.calls);
  await page.keyboard.press('n');
  expect((await calls()).filter((call) => call.startsWith('open'))).toHaveLength(1);
  await expect.poll(calls, { timeout: 15_000 }).toContain('say Now the right leg.');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  expect((await calls()).filter((call) => call.startsWith('open'))).toHaveLength(1);
  expect((await calls()).filter((call) => call === 'say Now the right leg.')).toHaveLength(1);
  await page.keyboard.press('n');
  await expect.poll(calls).toContain('open supine-sleeper right build camera');
});

test('the other leg is the main button until it has done the same drill, however late this screen is loaded', async ({
  page,
  ui,
}) => {
  // The past sets are read before the file is there.
  await page.route(/th-ending[^/]*\.js/, async (route) => {
    await new Promise((go) => setTimeout(go, 1500));
    await route.continue();
  });
  await finishSleeper(ui);
  await expect(page.getByRole('button', { name: 'Other leg: the right one' })).toHaveClass(/primary/);
  await expect(page.getByRole('button', { name: 'Done' })).not.toHaveClass(/primary/);
});

test('the page after the ending offers the other leg as well, and the ending shows its key', async ({ page, ui }) => {
  await finishSleeper(ui);
  const other = page.getByRole('button', { name: 'Other leg: the right one' });
  await other.waitFor();
  await expect(page.getByRole('button', { name: 'Done' }).locator('kbd')).toHaveText('Esc');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'How it went' })).toBeHidden();
  await expect(other).toHaveClass(/primary/);
  await expect(page.getByRole('button', { name: 'Do it again' })).not.toHaveClass(/primary/);
  await other.click();
  await expect(ui.heading).toHaveText('Supine sleeper');
  await expect(page.getByRole('radio', { name: 'Right' })).toBeChecked();
});

test('once both legs have trained, the German ending says to rest', async ({ page, ui }) => {
  const minuteBefore = new Date(Date.parse(sleeperRecord.startedAt ?? '') - 60_000).toISOString();
  await ui.open('#/drill/supine-sleeper');
  await page.evaluate((one) => window.harness.sets.finishSet(one), {
    ...sleeperRecord,
    id: 'set-right',
    side: 'right',
    startedAt: minuteBefore,
  } as const);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await ui.speakGerman();
  await finish(page);
  await expect(page.getByText('Fertig. Ruh dich aus.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Zum Ergebnis' })).toHaveClass(/primary/);
});

test('a side check ends as a set does: what the back did, and the other leg', async ({ page, ui }) => {
  const ending = await endWith(page, ui, {
    ...sleeperRecord,
    id: 'set-side',
    drill: 'supine-sleeper-side',
    range: 'back-arch',
    flags: [],
    summary: { ...sleeperRecord.summary, sets: [], phases: [], muted: [] },
  });
  await expect(ending).toContainText('The line of your back was not in clear view');
  await expect(ending).toContainText('Now the right leg.');
  await expect(ending.getByRole('button', { name: 'Other leg: the right one' })).toHaveClass(/primary/);
});

test('at 200 % zoom nothing of the ending of two hips is cut, and what both share is said once', async ({
  page,
  ui,
}) => {
  const [first] = sleeperRecord.summary.sets;
  if (first === undefined) throw new Error('the record has a range');
  const ending = await endWith(page, ui, {
    ...bandRecord,
    id: 'set-both',
    drill: 'knee-to-knee-floor',
    side: 'both',
    ended: 'finished',
    reps: [],
    summary: {
      ...bandRecord.summary,
      sets: [
        { ...first, side: 'left' },
        { ...first, side: 'right' },
      ],
      repsAll: 0,
      repsGood: 0,
    },
  });
  await page.setViewportSize({ width: 640, height: 360 });
  await expect(ending.locator('.hip')).toHaveText(/^Both hips: hip alone: 26° \(± \d+°\)/);
  await expect(ending).toContainText('Done. Rest now.');
  for (const part of await ending.locator('.now, .hip, .how, .next, button').all())
    expect(await inSight(part), (await part.textContent()) ?? '').toBe(true);
});

test('pain that is told below the ending ends the day, and the other leg is not offered any more', async ({
  page,
  ui,
}) => {
  await finishSleeper(ui);
  await page.getByRole('button', { name: 'Other leg: the right one' }).waitFor();
  await page
    .getByRole('group', { name: /^Did anything hurt/ })
    .getByRole('radio', { name: '8', exact: true })
    .check();
  await expect(page.getByRole('region', { name: 'How it went' })).toBeHidden();
});

test('after a symptom its advice comes first', async ({ page, ui }) => {
  await finishSleeper(ui, 'pinch', 'set-2');
  await expect(page).toHaveURL(/#\/set\/set-2$/);
  await expect(page.getByRole('region', { name: 'How it went' })).toBeHidden();
});
