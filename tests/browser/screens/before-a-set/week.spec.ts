import { expect, type Page } from '@playwright/test';
import { takenPrescription } from '../../../training/prescription/make-prescription.ts';
import { readCalendar } from '../../../training/planning/read-calendar.ts';
import { makeOverview } from '../../../ui/make-overview.ts';
import { fillScreens } from '../../lib/ui-states.ts';
import { test } from '../../lib/ui-test.ts';

test.use({ timezoneId: 'Europe/Berlin', locale: 'en-GB' });

/** A Friday in November, noon in Berlin. */
const FRIDAY = '2026-11-20T11:00:00Z';

/** Leaves the week and returns, because the sets are read when a screen opens. */
const showWeek = async (page: Page): Promise<void> => {
  await page.evaluate(() => (location.hash = '#/diagnostics'));
  await page.getByRole('heading', { name: 'Technical details' }).waitFor();
  await page.evaluate(() => (location.hash = '#/week'));
  await page.getByRole('heading', { name: 'Your week' }).waitFor();
};

const planStrength = (page: Page, days: readonly (0 | 1 | 2 | 3 | 4 | 5 | 6)[]) =>
  page.evaluate(
    (given) =>
      window.harness.services.settings.change({
        week: [{ programme: 'hip-ir-strength', days: given, at: [1080] }],
      }),
    days,
  );

test('a week is planned with one press on Friday: today shows what is due, and the days before are not missed', async ({
  page,
  ui,
}) => {
  await page.clock.setFixedTime(FRIDAY);
  await ui.open('#/week');
  await page.getByRole('button', { name: 'Loosening on three days' }).click();
  const today = page.getByRole('region', { name: 'Today' });
  await expect(today.getByRole('listitem').filter({ hasText: 'Hip loosening' })).toContainText('Due');
  const days = page.getByRole('region', { name: 'This week' }).getByRole('listitem');
  await expect(days).toHaveCount(7);
  await expect(days.nth(4)).toContainText('Friday today');
  await expect(days.nth(4)).toContainText('Hip loosening');
  await expect(days.nth(5)).not.toContainText('Hip loosening');
  for (const day of [0, 1, 2, 3]) await expect(days.nth(day)).toContainText('Before your plan');
  await expect(page.getByText('Not done')).toHaveCount(0);
  await expect(page.getByText('No set')).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#/'));
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('Hip loosening');
});

test('today changes at midnight by itself, and what was missed is not carried over', async ({ page, ui }) => {
  await page.clock.install({ time: '2026-11-20T22:58:00Z' });
  await ui.open('#/week');
  await planStrength(page, [4]);
  await showWeek(page);
  const today = page.getByRole('region', { name: 'Today' });
  await expect(today.getByRole('button', { name: /^Start, about/ })).toBeVisible();
  await page.clock.runFor('03:00');
  await expect(today).toContainText(/A day off\. Nothing is planned\. Next, on \w+day: \w/);
});

test('what a prescription planned leaves the plan when it ends', async ({ page, ui }) => {
  await page.clock.setFixedTime(FRIDAY);
  await ui.open('#/week');
  const take = (takenAt: string) =>
    page.evaluate(
      (prescription) =>
        window.harness.services.settings.change({
          prescription,
          week: ['own-rx-3', 'hip-ir-strength'].map((programme) => ({ programme, days: [0], at: [1080] })),
        }),
      { ...takenPrescription, takenAt },
    );
  await take('2026-11-19T08:00:00.000Z');
  await showWeek(page);
  await expect(page.locator('th-week .entry')).toHaveCount(2);
  await take('2026-10-19T08:00:00.000Z');
  await showWeek(page);
  await expect(page.locator('th-week .entry')).toHaveCount(1);
});

test('two strength days in a row are named in the plan and on the day itself', async ({ page, ui }) => {
  await page.clock.setFixedTime(FRIDAY);
  await ui.open('#/week');
  await planStrength(page, [3, 4]);
  await page.evaluate(
    (item) => void window.harness.sets.items.push(item),
    makeOverview({
      id: 'strength',
      startedAt: '2026-11-19T17:00:00Z',
      drill: 'supine-sleeper',
      side: 'both',
      goal: 'strength',
      ended: 'finished',
      source: 'camera',
    }),
  );
  await showWeek(page);
  await expect(page.getByRole('note')).toContainText('Strength days in a row: Thursday and Friday.');
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('until 21 Nov 2026, 18:00');
});

test('days and times can be changed with the keyboard and are stored', async ({ page, ui }) => {
  await page.clock.setFixedTime(FRIDAY);
  await ui.open('#/week');
  await page.getByRole('button', { name: 'Add a programme' }).click();
  const entry = page.getByRole('group', { name: 'Hip loosening' });
  await entry.getByRole('checkbox', { name: 'Sunday' }).focus();
  await page.keyboard.press('Space');
  await entry.getByLabel('Time 1').fill('07:15');
  await entry.getByRole('button', { name: 'Add a time' }).click();
  expect(await page.evaluate(() => window.harness.services.settings.current.week)).toEqual([
    { programme: 'hip-ir-breakout', days: [0, 2, 4, 6], at: [435, 495], since: 20_777 },
  ]);
  const remove = entry.getByRole('button', { name: 'Remove Hip loosening from the week' });
  await remove.click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await remove.click();
  expect(await page.evaluate(() => window.harness.services.settings.current.week)).toEqual([]);
});

test('the exported calendar file holds the planned week', async ({ page, ui }) => {
  await page.clock.setFixedTime(FRIDAY);
  await ui.open('#/week');
  await page.getByRole('button', { name: 'Loosening on three days' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export to your calendar/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('truehip-week.ics');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const { events, alarms } = readCalendar(Buffer.concat(chunks).toString());
  expect(events.map(({ UID, DTSTART, RRULE }) => [UID, DTSTART, RRULE])).toEqual([
    ['week-movement-sequence-1@truehip', '20261120T073000', 'FREQ=WEEKLY;WKST=MO;BYDAY=MO,TU,WE,TH,FR,SA,SU'],
    ['week-movement-sequence-2@truehip', '20261120T190000', 'FREQ=WEEKLY;WKST=MO;BYDAY=MO,TU,WE,TH,FR,SA,SU'],
    ['week-hip-ir-breakout-1@truehip', '20261120T190000', 'FREQ=WEEKLY;WKST=MO;BYDAY=MO,WE,FR'],
  ]);
  expect(alarms.map(({ TRIGGER }) => TRIGGER)).toEqual(['-PT15M', '-PT15M', '-PT15M']);
});

test('the reminder is chosen by keyboard, and the browser is asked only on a press', async ({ page, ui }) => {
  await page.addInitScript(() => {
    const asked = { times: 0 };
    Object.assign(window, { asked });
    const refusing = {
      permission: 'default',
      requestPermission: (): Promise<string> => {
        asked.times += 1;
        refusing.permission = 'denied';
        return Promise.resolve('denied');
      },
    };
    Object.assign(window, { Notification: refusing });
  });
  await ui.open('#/');
  await fillScreens(page);
  await page.evaluate(() => (location.hash = '#/week'));
  await page.getByLabel('Remind me').selectOption('30');
  const kept = () => page.evaluate(() => window.harness.services.settings.current.remindBefore);
  expect(await kept()).toBe(30);
  const asked = () => page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times);
  expect(await asked()).toBe(0);
  await page.getByRole('button', { name: 'Remind me in this browser too' }).press('Enter');
  await expect(page.getByText('The browser does not allow it.')).toBeVisible();
  expect(await asked()).toBe(1);
  expect(await page.evaluate(() => window.harness.services.settings.current.notify)).toBe(false);
  await page.getByLabel('Remind me').selectOption('none');
  expect(await kept()).toBeNull();
  await expect(page.getByRole('button', { name: 'Remind me in this browser too' })).toHaveCount(0);
});
