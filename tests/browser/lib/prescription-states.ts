import { prescriptionFile } from '../../../src/storage/prescription/prescription-files.ts';
import { makePrescription, takenPrescription } from '../../training/prescription/make-prescription.ts';
import type { UiPage } from './ui-page.ts';
import type { UiState } from './ui-states.ts';

const give = async (ui: UiPage, { name, content }: { name: string; content: string }): Promise<void> => {
  const buffer = Buffer.from(content);
  await ui.page
    .locator('th-prescription input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer });
};

/** Before the sets that are stored: a report without a set has no tables. */
const taken = { ...takenPrescription, takenAt: '2026-11-19T10:00:00.000Z' };

/** The page of a patient who has taken a prescription. */
export async function openTaken(ui: UiPage): Promise<void> {
  await ui.open('#/history');
  await ui.page.evaluate(async (prescription) => {
    await window.harness.services.settings.change({ prescription });
    location.hash = '#/prescription';
  }, taken);
  await ui.page.getByRole('table').first().waitFor();
}

export const PRESCRIPTION_STATES: readonly UiState[] = [
  {
    name: 'prescription-asked',
    async show(ui) {
      await ui.open('#/prescription');
      await give(ui, prescriptionFile(makePrescription()));
      await ui.page.locator('section[aria-labelledby=asked]').waitFor();
    },
  },
  { name: 'prescription-taken', show: openTaken },
  {
    name: 'prescribe-written',
    async show(ui) {
      await ui.open('#/prescribe');
      await ui.page.locator('.plain input').first().fill('Anna Berg');
      await ui.page.locator('article input[type=checkbox]').first().check();
      await ui.page.locator('article .plain input[inputmode=numeric]').first().fill('25');
    },
  },
];
