import { expect, type Page } from '@playwright/test';
import type { UiPage } from './ui-page.ts';

/** A set opens once the safety of it was looked at. */
export const untilOpened = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !['idle', 'finished'].includes(window.harness.session.snapshot.stage));

/** Six sets of Build a month ago, borne well: Strength is earned. What is read of the sets from now on shows it. */
export const earnStrength = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { sets } = window.harness;
    const [item] = await sets.list();
    if (!item) throw new Error('the harness has sets');
    const done = { ended: 'finished', side: 'both', goal: 'build', effort: 4, pain: 1, source: 'camera' } as const;
    for (let week = 5; week < 11; week += 1) {
      const startedAt = new Date(Date.now() - week * 7 * 24 * 3600 * 1000).toISOString();
      sets.items.push({
        ...item,
        ...done,
        id: `earned ${week}`,
        drill: 'supine-sleeper',
        painSide: undefined,
        startedAt,
      });
    }
  });

/** Ends the set that was begun with one of the fake records, once the safety of it was looked at and it has opened. */
export const finish = async (
  page: Page,
  ended: 'finished' | 'stopped' | 'pinch' = 'finished',
  recordId = 'set-1',
): Promise<void> => {
  await untilOpened(page);
  await page.evaluate(
    ([why, id]) => {
      const { session, gaugeOf } = window.harness;
      session.show({ stage: 'running', gauge: gaugeOf() });
      session.show({ stage: 'finished', recordId: id, gauge: { ...gaugeOf(), finished: why } });
    },
    [ended, recordId] as const,
  );
};

/** The stored progress in programmes. */
export const runs = (page: Page) => page.evaluate(() => window.harness.services.settings.current.programmeRuns);

export const beginStrength = async (page: Page, ui: UiPage): Promise<void> => {
  await ui.open('#/programme/hip-ir-strength');
  await earnStrength(page);
  await page.getByRole('button', { name: 'Start with Supine rotation pulses' }).click();
  await expect(ui.heading).toHaveText('Supine rotation pulses, feet lifted');
};
