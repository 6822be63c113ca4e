import { expect, type Page } from '@playwright/test';
import type { UiPage } from './ui-page.ts';

/** Ends the set that was begun with one of the fake records, once the safety of it was looked at and it has opened. */
export const finish = async (
  page: Page,
  ended: 'finished' | 'stopped' | 'pinch' = 'finished',
  recordId = 'set-1',
): Promise<void> => {
  await page.waitForFunction(() => !['idle', 'finished'].includes(window.harness.session.snapshot.stage));
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
  await page.getByRole('button', { name: 'Start with Supine rotation pulses' }).click();
  await expect(ui.heading).toHaveText('Supine rotation pulses, feet lifted');
};
