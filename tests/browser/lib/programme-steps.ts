import { expect, type Page } from '@playwright/test';
import type { UiPage } from './ui-page.ts';

/** Ends the running set with one of the fake records. */
export const finish = (page: Page, ended: 'finished' | 'stopped' | 'pinch' = 'finished', recordId = 'set-1') =>
  page.evaluate(
    ([why, id]) => {
      const { session, gaugeOf } = window.harness;
      session.show({ stage: 'running', gauge: gaugeOf() });
      session.show({ stage: 'finished', recordId: id, gauge: { ...gaugeOf(), finished: why } });
    },
    [ended, recordId] as const,
  );

/** The stored progress in programmes. */
export const runs = (page: Page) => page.evaluate(() => window.harness.services.settings.current.programmeRuns);

export const beginStrength = async (page: Page, ui: UiPage): Promise<void> => {
  await ui.open('#/programme/hip-ir-strength');
  await page.getByRole('button', { name: 'Start with Supine rotation pulses' }).click();
  await expect(ui.heading).toHaveText('Supine rotation pulses, feet lifted');
};
