import { expect, type Page } from '@playwright/test';
import type { SetRecord } from '../../../../src/coach/record/set-record.ts';
import { exportOf, sleeperRecord } from '../../lib/fake-record.ts';
import { test } from '../../lib/ui-test.ts';

interface Made {
  readonly id: string;
  readonly day: string;
  readonly clean: number;
  readonly side?: 'left' | 'right';
  readonly azimuth?: number;
}

/** Sets of a few days, newest first, without the frames. */
const made = ({ id, day, clean, side = 'left', azimuth = 256 }: Made): SetRecord => ({
  ...sleeperRecord,
  id,
  startedAt: `${day}T09:12:00.000Z`,
  side,
  frames: [],
  neutrals: sleeperRecord.neutrals.map((held) => ({ ...held, side, azimuth })),
  summary: {
    ...sleeperRecord.summary,
    sets: sleeperRecord.summary.sets.map((one) => ({ ...one, side, clean, gross: clean + (one.borrowed ?? 0) })),
  },
});

const SETS = [
  made({ id: 'r2', day: '2026-11-20', clean: 36, side: 'right', azimuth: 104 }),
  made({ id: 'l4', day: '2026-11-20', clean: 28 }),
  made({ id: 'l3', day: '2026-11-10', clean: 22 }),
  made({ id: 'r1', day: '2026-11-10', clean: 35, side: 'right', azimuth: 104 }),
  made({ id: 'l2', day: '2026-11-05', clean: 20 }),
  made({ id: 'l1', day: '2026-10-30', clean: 33, azimuth: 200 }),
];

const keep = async (page: Page, hash: string, sets: readonly SetRecord[] = SETS): Promise<void> => {
  await page.evaluate((records) => {
    window.harness.sets.records = [...records];
  }, sets);
  await page.evaluate((to) => (location.hash = to), hash);
};

const give = (page: Page, sets: readonly SetRecord[]): Promise<void> =>
  page.getByLabel('Import', { exact: true }).setInputFiles({
    name: 'all.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(exportOf(sets))),
  });

test('past sets stand by week, newest first, and are searched and filtered with the keyboard alone', async ({
  page,
  ui,
}) => {
  await ui.open();
  const note = { text: 'Block too high', at: '2026-11-10T10:00:00.000Z' };
  const hurt = { effort: 5, pain: 6 };
  const sets = SETS.map((set) => (set.id === 'l3' ? { ...set, note, after: hurt } : set));
  await keep(page, '#/history', sets);
  const region = page.getByRole('region', { name: 'Past sets' });
  await expect(region.getByRole('rowheader')).toHaveText([
    'Week from Nov 16, 2026: 2 sets',
    'Week from Nov 9, 2026: 2 sets',
    'Week from Nov 2, 2026: 1 set',
    'Week from Oct 26, 2026: 1 set',
  ]);
  const rows = region.locator('tbody tr:not(.above)');
  // Against the first week of this hip in this place, as home and progress tell it.
  await expect(rows.nth(1).getByRole('cell', { name: '7° more' })).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search drill or note' }).pressSequentially('BLOCK sleeper');
  await expect(rows).toHaveCount(1);
  await expect(page.getByText('1 of 6 sets')).toHaveRole('status');
  await expect(region.getByRole('row', { name: /Block too high/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).press('Enter');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(rows).toHaveCount(6);
  await page.getByRole('combobox', { name: 'Hip' }).selectOption('Right');
  await expect(rows).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Hip' }).selectOption('Either hip');
  await page.getByRole('combobox', { name: 'Pain' }).selectOption('It hurt');
  await expect(rows).toHaveCount(1);
  await region.getByRole('button', { name: 'Tue, Nov 10' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'November 10, 2026' })).toBeFocused();
});

test('progress opens on the drill that was trained most and tells of each hip: a line, and what mattered, in words', async ({
  page,
  ui,
}) => {
  await ui.open();
  const other = { ...made({ id: 'n', day: '2026-11-21', clean: 30 }), drill: 'quadruped-band-ir' };
  await keep(page, '#/trends', [other, ...SETS]);
  await expect(page.getByRole('combobox', { name: 'Drill' })).toHaveValue('supine-sleeper');
  await expect(
    page.getByText(
      /^Your left hip goes 7° further than in your first week \(from Nov 5\), more than the measuring error/,
    ),
  ).toBeVisible();
  const left = page.getByRole('region', { name: 'Left hip', exact: true });
  await expect(left.getByRole('img', { name: /Your left hip goes 7° further than in your first week/ })).toBeVisible();
  await expect(left.getByRole('listitem').filter({ hasText: /Nov/ })).toHaveText([
    /^Nov 5 First day: 20° ± 4°\.$/,
    /^Nov 20 Back after 9 days off\.$/,
  ]);
  await expect(left.locator('th-trend-chart .mark')).toHaveCount(2);
  await expect(page.getByText('1 set is not on this line: laptop in a different place.')).toBeVisible();
});

test('a day sums up its sets, left beside right, without a judgement; its address of before leads to all sets', async ({
  page,
  ui,
}) => {
  await ui.open();
  await keep(page, '#/day/2026-11-20');
  await expect(ui.heading).toHaveText('Past sets');
  await page.getByRole('button', { name: 'Fri, Nov 20' }).first().press('Enter');
  const day = page.getByRole('region', { name: 'November 20, 2026' });
  await expect(day.getByRole('heading', { name: 'November 20, 2026' })).toBeFocused();
  await expect(day).toContainText('2 sets, 1 drill.');
  await expect(day).toContainText(
    'The right hip went 8° further than the left. A difference between the sides is common.',
  );
  // The head, the week and two sets.
  await expect(page.getByRole('region', { name: 'Past sets' }).getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(day).toHaveCount(0);
});

test('a note is kept with its set and shown in the list', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  const field = page.getByRole('textbox', { name: 'Your note on this set' });
  await field.fill('Block too high.\nLeft felt easy.');
  await field.press('Tab');
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => window.harness.sets.records[0]?.note?.text)).toBe(
    'Block too high.\nLeft felt easy.',
  );
  await page.evaluate(() => (location.hash = '#/history'));
  await expect(page.getByRole('row', { name: /Block too high/ })).toBeVisible();
});

test('importing a file twice adds nothing twice, takes newer notes and keeps other sets', async ({ page, ui }) => {
  await ui.open('#/history');
  const rows = page.getByRole('region', { name: 'Past sets' }).getByRole('row');
  const theirs = { ...sleeperRecord, id: 'theirs' };
  await give(page, [sleeperRecord, theirs]);
  await expect(page.getByText('1 set added, 1 already here.')).toBeVisible();
  await give(page, [sleeperRecord, theirs]);
  await expect(page.getByText('0 sets added, 2 already here.')).toBeVisible();
  await expect(rows).toHaveCount(5);
  const note = { text: 'From the other laptop', at: '2026-11-21T08:00:00.000Z' };
  await give(page, [
    { ...theirs, note },
    { ...sleeperRecord, note },
  ]);
  await expect(page.getByText('0 sets added, 2 got a newer note or answer.')).toBeVisible();
  await give(page, [{ ...theirs, note: { text: 'An old word', at: '2026-11-20T08:00:00.000Z' } }]);
  await expect(page.getByText('0 sets added, 1 already here.')).toBeVisible();
  await expect(rows).toHaveCount(5);
  await expect(page.getByText('From the other laptop')).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Hands-and-knees' })).toHaveCount(1);
});

test('where several train, pages and the export have the name, and the file of another person asks first', async ({
  page,
  ui,
}) => {
  await ui.open('#/history');
  await page.evaluate(() => {
    const { people } = window.harness.services;
    people.rename('', 'Ben');
    people.add('anna', 'Anna');
  });
  for (const [hash, heading] of [
    ['#/trends', 'Progress: Ben'],
    ['#/week', 'Your week: Ben'],
    ['#/history', 'Past sets: Ben'],
  ] as const) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(ui.heading).toHaveText(heading);
  }
  await expect(page.getByRole('link', { name: 'Ben', exact: true })).toHaveAttribute('href', '#/people');
  await expect(page.getByRole('button', { name: 'Export Ben’s sets' })).toBeVisible();
  const file = { ...exportOf([{ ...sleeperRecord, id: 'theirs' }]), person: 'Anna' };
  const buffer = Buffer.from(JSON.stringify(file));
  const choose = () =>
    page.getByLabel('Import', { exact: true }).setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
  await choose();
  const question = page.getByRole('alertdialog', { name: 'This file was saved for Anna. Put it with Ben’s sets?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing was imported.')).toBeVisible();
  await choose();
  await question.getByRole('button', { name: 'Put it with Ben’s' }).click();
  await expect(page.getByText(/^1 set added/)).toBeVisible();
});
