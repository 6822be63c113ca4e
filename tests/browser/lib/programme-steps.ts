import { expect, type Page } from '@playwright/test';
import type { UiPage } from './ui-page.ts';

/** The set that is running ends, and its record is one of the fake ones. */
export const finish = (page: Page, ended: 'finished' | 'stopped' | 'pinch' = 'finished', recordId = 'set-1') =>
  page.evaluate(
    ([why, id]) => {
      const { session, gaugeOf } = window.harness;
      session.show({ stage: 'running', gauge: gaugeOf() });
      session.show({ stage: 'finished', recordId: id, gauge: { ...gaugeOf(), finished: why } });
    },
    [ended, recordId] as const,
  );

/** How far the person is, as it is kept. */
export const runs = (page: Page) => page.evaluate(() => window.harness.services.settings.current.programmeRuns);

export const beginStrength = async (page: Page, ui: UiPage): Promise<void> => {
  await ui.open('#/programme/hip-ir-strength');
  await page.getByRole('button', { name: 'Start with Supine sleeper' }).click();
  await expect(ui.heading).toHaveText('Supine sleeper');
};
