import type { Page } from '@playwright/test';
import type { OutsideSeries } from '../../../src/training/review/outside-series.ts';
import type { UiState } from './ui-states.ts';

/** Three days of November 2026 with a goniometer. */
export const GONIOMETER_CSV =
  'Datum;IR links (°);IR rechts (°)\r\n12.11.2026;22,5;26\r\n16.11.2026;24;\r\n19.11.2026;25;28\r\n';

export const giveFile = (page: Page, content: string | Buffer, name = 'hips.csv'): Promise<void> =>
  page
    .locator('th-transfer input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

const series: OutsideSeries = {
  id: 'own',
  name: 'Goniometer, seated',
  values: [0, 9, 18, 24].flatMap((day) => [
    { day: 20_752 + day, side: 'left', degrees: 20 + day / 4 },
    { day: 20_752 + day, side: 'right', degrees: 24 + day / 6 },
  ]),
};

export const OUTSIDE_STATES: readonly UiState[] = [
  {
    name: 'your-data-values',
    async show(ui) {
      await ui.open('#/your-data');
      await giveFile(ui.page, 'date,left\n03/04/2026,30\n04/05/2026,32\n');
      await ui.page.locator('th-outside-file input[type=radio]').first().check({ force: true });
      await ui.page.locator('th-outside-file form').waitFor();
    },
    async again(ui) {
      await giveFile(ui.page, GONIOMETER_CSV);
      await ui.page.locator('th-outside-file form').waitFor();
    },
  },
  {
    name: 'your-data-values-refused',
    async show(ui) {
      await ui.open('#/your-data');
      await giveFile(ui.page, 'date,left\n2026-03-03,abc\n');
      await ui.page.locator('th-transfer [role=alert]').waitFor();
    },
  },
  {
    name: 'trends-outside',
    async show(ui) {
      await ui.open();
      await ui.page.evaluate(async (one) => {
        await window.harness.services.settings.change({ outside: [one] });
        location.hash = '#/trends';
      }, series);
      await ui.page.locator('th-outside-series li').waitFor();
    },
  },
];
