import { expect, type Page } from '@playwright/test';
import { DRILLS } from '../../../../src/drills/index.ts';
import { exercises } from '../../../../src/ui/home-and-drill/plan-choice.ts';
import { beginStrength, finish, runs, untilOpened } from '../../lib/programme-steps.ts';
import { test } from '../../lib/ui-test.ts';

/** Puts a set that was done without a camera among the stored ones. */
const keepWithoutCamera = (page: Page, id: string, drill: string): Promise<void> =>
  page.evaluate(
    (made) => {
      const { sets } = window.harness;
      const [first] = sets.records;
      if (first) sets.records.push({ ...first, ...made, source: { ...first.source, kind: 'none' } });
    },
    { id, drill },
  );

test('the home page links to the programmes, which show their sets and duration', async ({ page, ui }) => {
  await ui.open();
  await page.locator('main').getByRole('link', { name: 'Programmes', exact: true }).click();
  await expect(ui.heading).toHaveText('Programmes');
  await expect(ui.heading).toBeFocused();
  for (const title of [
    'Hip loosening',
    'Hip strength',
    'Squat or run warm-up',
    'Hamstring care',
    'Hip movement sequence',
  ])
    await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'Hip strength' })).toContainText(/4 sets, about \d+ min/);
});

test('a drill that several parts offer is chosen once for all of them', async ({ page, ui }) => {
  await ui.open();
  await page.evaluate(async () => {
    const leg = (side: 'left' | 'right', rounds: number) => ({
      drills: [
        { drill: 'supine-sleeper', variant: null },
        { drill: 'ninety-ninety-pails-rails', variant: null },
      ],
      goal: null,
      side,
      rounds,
      reps: null,
      rest: 30,
    });
    const items = [leg('left', 3), leg('right', 2)];
    const programmes = [{ id: 'own-1', title: 'Mine', summary: '', blocks: [{ times: 1, items }] }];
    await window.harness.services.settings.change({ programmes });
    location.hash = '#/programme/own-1';
  });
  await expect(ui.heading).toHaveText('Mine');
  await expect(page.getByRole('radio')).toHaveCount(2);
  await page.getByRole('radio', { name: '90/90 press and pull' }).check();
  const parts = page.getByRole('region', { name: 'In this order' }).getByRole('listitem');
  await expect(parts.filter({ hasText: '90/90 press and pull' })).toHaveCount(2);
});

test('a programme lists its sets, the equipment, and the laptop place of each set', async ({ page, ui }) => {
  await ui.open('#/programme/hip-ir-strength');
  await expect(page.getByText('Mat, yoga block and strap or stick.', { exact: true })).toBeVisible();
  const parts = page.getByRole('region', { name: 'In this order' }).getByRole('listitem');
  await expect(parts).toHaveCount(4);
  await expect(parts.nth(0)).toContainText('Have ready: mat, yoga block and strap or stick. The laptop goes ');
  await expect(parts.nth(1)).toContainText('The laptop goes beside the leg that stays still');
  await expect(parts.nth(3)).toContainText('The laptop stays.');
  await page.getByRole('radio', { name: '90/90 fold and lift-off' }).check();
  await expect(parts.nth(3)).toContainText('90/90 fold and lift-off');
});

test('a whole programme can be done with the keyboard, from summary to summary', async ({ page, ui }) => {
  await beginStrength(page, ui);
  await expect(ui.heading).toBeFocused();
  await expect(page.getByText('both legs together · 1 round')).toBeVisible();
  const titles = ['Supine rotation pulses, feet lifted', 'Supine sleeper', '90/90 press and pull', '90/90 lift-offs'];
  for (const [index, title] of titles.entries()) {
    await expect(ui.heading).toHaveText(title);
    await page.getByRole('button', { name: 'Turn on the camera' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/session$/);
    await finish(page, 'finished', index === 0 ? 'set-1' : 'set-2');
    await expect(page).toHaveURL(/#\/set\/set-/);
    const next = titles[index + 1];
    if (next === undefined) continue;
    // There are only two fake records, so the address of the next part is opened directly.
    await page.evaluate((at) => {
      location.hash = `#/programme/hip-ir-strength/${at}`;
    }, index + 2);
  }
  expect((await ui.calls()).filter((call) => call.startsWith('open'))).toEqual([
    'open supine-ir-pulses-feet-lifted both prep camera',
    'open supine-sleeper left+right strength camera',
    'open ninety-ninety-pails-rails left+right strength camera',
    'open ninety-ninety-lift-off left+right strength camera',
  ]);
  await page.evaluate(() => (location.hash = '#/programme/hip-ir-strength'));
  await expect(page.getByText('All parts are done.')).toBeVisible();
});

test('the summary links to the next part and says what to do before it', async ({ page, ui }) => {
  await beginStrength(page, ui);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await finish(page);
  // The set ends as any other: in large letters, until the next part begins.
  await expect(page.getByRole('heading', { name: 'How it went' })).toBeFocused();
  await expect(page.locator('th-ending')).toContainText('Hip alone: 28° (± 4°)');
  const next = page.getByRole('link', { name: 'Next: Supine sleeper' });
  await expect(next).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('th-ending')).toHaveCount(0);
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.getByText('Rest about 15 s. The laptop goes beside the leg that stays still')).toBeVisible();
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(ui.heading).toHaveText('Supine sleeper');
  await expect(ui.heading).toBeFocused();
});

test('after a stopped set its part stays unfinished, and both repeating and going on are offered', async ({
  page,
  ui,
}) => {
  await beginStrength(page, ui);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await finish(page, 'stopped');
  await expect(page.getByText('part 1 of 4 not finished')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Next: Supine sleeper' })).toBeVisible();
  await page.getByRole('link', { name: 'This part once more' }).click();
  await expect(page).toHaveURL(/#\/programme\/hip-ir-strength\/1$/);
});

test('after a symptom the programme offers no next part', async ({ page, ui }) => {
  await beginStrength(page, ui);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  // The second fake record was ended by a pinch.
  await finish(page, 'pinch', 'set-2');
  await expect(page.getByText('The rest of Hip strength can wait')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Next/ })).toHaveCount(0);
});

test('the demo does not count in a programme', async ({ page, ui }) => {
  await beginStrength(page, ui);
  await page.getByRole('button', { name: 'Watch the demo' }).click();
  await finish(page);
  expect((await runs(page))['hip-ir-strength']?.sets).toEqual([]);
});

test('a part can be left out, and leaving a set leads back to its part', async ({ page, ui }) => {
  await beginStrength(page, ui);
  await page.getByRole('button', { name: 'Skip to part 2' }).click();
  await expect(ui.heading).toHaveText('Supine sleeper');
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilOpened(page);
  await ui.show({ stage: 'placing' });
  await expect(page.locator('th-session')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/programme\/hip-ir-strength\/2$/);
  await page.getByRole('link', { name: 'Hip strength' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Skipped' })).toContainText('Supine rotation pulses');
  await expect(page.getByRole('button', { name: /^Carry on with part 2/ })).toBeVisible();
});

test('a person’s own programme can be made, changed, started and deleted', async ({ page, ui }) => {
  await ui.open('#/programmes');
  await page.getByRole('button', { name: 'Make your own programme' }).click();
  await expect(ui.heading).toHaveText('Your programme');
  await page.getByLabel('Name').fill('Evening hips');
  await page.getByLabel('Name').press('Enter');
  await page.getByRole('button', { name: 'Add a drill' }).click();
  const second = page.getByRole('group', { name: 'Part 2' });
  await expect(second.getByLabel('Drill').locator('option')).toHaveCount(exercises(DRILLS).length);
  await second.getByLabel('Drill').selectOption('quadruped-band-ir');
  await second.getByLabel('Goal').selectOption('build');
  await second.getByLabel('Leg').selectOption('right');
  await second.getByLabel('Rounds').selectOption('1');
  await second.getByRole('button', { name: 'More: Rest after it' }).click();
  await page.getByRole('button', { name: 'Part 2 earlier' }).click();
  await page.getByRole('button', { name: 'More: Laps' }).click();
  await expect(page.getByRole('status')).toContainText('4 sets, about');
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(ui.heading).toHaveText('Evening hips');
  const parts = page.getByRole('region', { name: 'In this order' }).getByRole('listitem');
  await expect(parts).toHaveCount(4);
  await expect(parts.nth(0)).toContainText('Hands-and-knees band rotation');
  await expect(parts.nth(0)).toContainText('Build · right leg · 1 round · lap 1 of 2');
  await expect(parts.nth(1)).toContainText('Rest about 45 s. The laptop goes ');
  await page.getByRole('button', { name: /^Start with Hands-and-knees/ }).click();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await expect.poll(() => ui.calls()).toEqual(['open quadruped-band-ir right build camera']);
  await page.evaluate(() => (location.hash = '#/programmes'));
  await page.getByRole('link', { name: 'Evening hips' }).click();
  await page.getByRole('link', { name: 'Change it' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(ui.heading).toHaveText('Programmes');
  await expect(page.getByRole('link', { name: 'Evening hips' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Evening hips' })).toHaveCount(1);
});

test('an unknown programme or part shows an error with a link', async ({ page, ui }) => {
  await ui.open('#/programme/nonsense');
  await expect(ui.heading).toHaveText('No such programme');
  await ui.open('#/programme/hip-ir-strength/99');
  await expect(ui.heading).toHaveText('No such part');
  await page.getByRole('link', { name: 'To the programme' }).click();
  await expect(ui.heading).toHaveText('Hip strength');
  await ui.open('#/edit/own-nothing');
  await expect(ui.heading).toHaveText('No such programme');
});

test('a programme that is carried on another day begins with placing the laptop', async ({ page, ui }) => {
  await ui.open('#/programme/hip-ir-strength/3');
  await expect(page.getByRole('listitem').filter({ hasText: 'The laptop goes ' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Have ready: mat' })).toBeVisible();
});

test('a part without a camera is timed, counts, and leads to the next part', async ({ page, ui }) => {
  await ui.open('#/programme/squat-run-primer');
  await page.getByRole('button', { name: /^Start with/ }).click();
  await expect(page.getByText('No camera needed.')).toBeVisible();
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await expect.poll(() => ui.calls()).toEqual(['open soft-tissue-ball left+right prep none']);
  await keepWithoutCamera(page, 'timed', 'soft-tissue-ball');
  await finish(page, 'finished', 'timed');
  await expect(page.getByRole('link', { name: 'Next: Knee to knee, feet on the wall' })).toBeVisible();
  await expect(page.getByText('The laptop goes ')).toBeVisible();
  expect((await runs(page))['squat-run-primer']?.sets).toEqual([{ at: 0, set: 'timed', finished: true }]);
});

test('a measured part that was done without a camera counts, and nobody has to move the laptop', async ({
  page,
  ui,
}) => {
  await ui.open('#/programme/squat-run-primer');
  await page.getByRole('button', { name: /^Start with/ }).click();
  await page.evaluate(() => (location.hash = '#/programme/squat-run-primer/2'));
  await page.getByRole('button', { name: 'Without a camera' }).press('Enter');
  expect((await ui.calls()).at(-1)).toMatch(/^open knee-to-knee-wall .* none$/);
  await keepWithoutCamera(page, 'bare', 'knee-to-knee-wall');
  await finish(page, 'finished', 'bare');
  const next = page.locator('th-next-part');
  await expect(next.getByRole('link', { name: /^Next: / })).toBeVisible();
  await expect(next.getByText(/laptop/i)).toHaveCount(0);
  expect((await runs(page))['squat-run-primer']?.sets).toEqual([{ at: 1, set: 'bare', finished: true }]);
});
