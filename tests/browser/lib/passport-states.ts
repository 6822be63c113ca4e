import type { UiPage } from './ui-page.ts';
import type { UiState } from './ui-states.ts';

/** The passport of a person with two tests. */
export async function openPassport(ui: UiPage): Promise<void> {
  await ui.open();
  await ui.page.evaluate(() => {
    // Without the sets of other tests: one of them was sore.
    window.harness.sets.records = [...window.harness.hipRecords];
    location.hash = '#/passport';
  });
  await ui.page.getByRole('table').waitFor();
}

/** Answers the three questions. */
/** @param hip where it hurts; absent: nowhere */
export async function answerQuestions(
  ui: UiPage,
  goal: string,
  pain: string,
  minutes: string,
  hip?: string,
): Promise<void> {
  for (const name of [goal, pain, ...(hip === undefined ? [] : [hip]), minutes])
    await ui.page.getByRole('radio', { name, exact: true }).check();
}

export const PASSPORT_STATES: readonly UiState[] = [
  { name: 'passport-tests', show: openPassport },
  {
    name: 'passport-programme',
    async show(ui) {
      await openPassport(ui);
      await answerQuestions(ui, 'Turn further', 'No (0)', '35 minutes');
    },
  },
];
