import { expect, type Page } from '@playwright/test';
import { safety } from '../../../../src/i18n/en/hip/safety.ts';
import { makeItem, takenPrescription } from '../../../training/prescription/make-prescription.ts';
import { makeOverview } from '../../../ui/make-overview.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';

/** Adds a set stopped for a pinch, two days before the second fake record, which was also stopped for a pinch. */
const pinchBefore = (page: Page) =>
  page.evaluate(
    async (item) => {
      const { sets } = window.harness;
      // In both hips, so that neither goes on.
      await sets.keepAfter('set-2', { effort: null, pain: null, side: 'both' });
      sets.items.push(item);
    },
    makeOverview({ id: 'pinch', startedAt: '2026-11-17T18:40:00Z', drill: 'quadruped-band-ir', painSide: 'both' }),
  );

test('effort and pain are asked after a set, can be answered with the keyboard, and are stored with it', async ({
  page,
  ui,
}) => {
  await ui.open('#/set/set-1');
  const effort = page.getByRole('group', { name: /^How hard did you work/ });
  await effort.getByRole('radio', { name: '9', exact: true }).check();
  await expect(page.getByRole('status')).toContainText('more than eight of ten');
  await effort.getByRole('radio', { name: '6', exact: true }).focus();
  await page.keyboard.press('Space');
  const pain = page.getByRole('group', { name: /^Did anything hurt/ });
  await pain.getByRole('radio', { name: '2', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('status')).toContainText('All right');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status')).toContainText('Less next time');
  await pain.getByRole('radio', { name: '7', exact: true }).check();
  await expect(page.getByRole('status')).toContainText(/That is too much\s*Stop for today/);
  expect(await page.evaluate(() => window.harness.sets.records.find(({ id }) => id === 'set-1')?.after)).toEqual({
    effort: 6,
    pain: 7,
  });
  await page.evaluate(() => (location.hash = '#/history'));
  await page.evaluate(() => (location.hash = '#/set/set-1'));
  await expect(pain.getByRole('radio', { name: '7', exact: true })).toBeChecked();
});

test('after the demo nothing is asked', async ({ page, ui }) => {
  await ui.open('#/');
  await page.evaluate(() => {
    const { sets } = window.harness;
    const [first] = sets.records;
    if (first) sets.records.push({ ...first, id: 'demo', source: { ...first.source, kind: 'demo' } });
    location.hash = '#/set/demo';
  });
  await expect(ui.heading).toHaveText('Supine sleeper');
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('group', { name: /^Did anything hurt/ })).toHaveCount(0);
});

test('a drill on hold is marked everywhere, and a programme does not bypass the hold', async ({ page, ui }) => {
  await ui.open('#/diagnostics');
  await pinchBefore(page);
  await page.evaluate(() => (location.hash = '#/set/set-2'));
  await expect(page.getByRole('alert')).toContainText('This drill is on hold');
  await expect(page.getByRole('alert')).toContainText('a physiotherapist or a doctor');
  await page.evaluate(() => (location.hash = '#/'));
  await expect(page.getByRole('article').filter({ hasText: 'Hands-and-knees band rotation' })).toContainText(
    'Not now: its page says why',
  );
  await page.getByRole('button', { name: 'Which drill is for me?' }).click();
  for (const name of ['Get ready to train', 'On hands and knees', 'A band'])
    await page.getByRole('radio', { name }).check({ force: true });
  await expect(page.locator('th-drill-finder [role=status]')).toContainText('Not now: its page says why');
  await page.evaluate(() => (location.hash = '#/programme/hip-ir-breakout'));
  const first = page.getByRole('region', { name: 'In this order' }).getByRole('listitem').first();
  await expect(first).toContainText('Not now: its page says why');
  await page.getByRole('button', { name: /^Start with/ }).click();
  await expect(page.getByRole('alert')).toContainText('This drill is on hold');
  const camera = page.getByRole('button', { name: 'Turn on the camera' });
  await expect(camera).toBeDisabled();
  await page.getByRole('checkbox', { name: /^I have had it checked/ }).focus();
  await page.keyboard.press('Space');
  await expect(camera).toBeEnabled();
  await page.evaluate(() => (location.hash = '#/'));
  await expect(page.getByText('Not now')).toHaveCount(0);
});

test('a large range brings the note that this drill may not be needed', async ({ page, ui }) => {
  await ui.open('#/');
  await page.evaluate(() => {
    const { sets } = window.harness;
    const [first] = sets.records;
    const range = first?.summary.sets[0];
    if (!first || !range) return;
    const large = (['left', 'right'] as const).map((side) => ({ ...range, side, round: 1, clean: 53 }));
    sets.records.push({
      ...first,
      id: 'large',
      drill: 'knee-to-knee-wall',
      summary: { ...first.summary, sets: large },
    });
    location.hash = '#/set/large';
  });
  await expect(page.getByRole('note').filter({ hasText: 'You may not need this drill' })).toContainText('53°');
});

test('after a set stopped for a symptom, the drill is gentle for a week', async ({ page, ui }) => {
  // The day after the stop.
  await page.clock.setFixedTime('2026-11-21T07:00:00Z');
  await ui.open('#/drill/quadruped-band-ir');
  const note = page.getByRole('note').filter({ hasText: 'Within limits' });
  await expect(note).toContainText('Gentle for a week.');
  await expect(page.getByRole('region', { name: /start/i })).toContainText('Warm-up');
  await expect(page.getByRole('button', { name: 'Turn on the camera' })).toBeEnabled();
  await note.getByRole('checkbox', { name: /I may train/ }).click();
  await expect(note).toHaveCount(0);
});

/** The safety questions, as before the first set. @param side the legs that are chosen */
async function asked({ page, ui }: { readonly page: Page; readonly ui: UiPage }, side: 'left' | 'each' = 'left') {
  await ui.open('#/drill/supine-sleeper');
  await page.evaluate((chosen) => window.harness.services.settings.change({ safety: {}, side: chosen }), side);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  return page.getByRole('dialog', { name: 'Does any of these apply to you?' });
}

test('the safety questions come once, before the first set, and one press is enough when none applies', async ({
  page,
  ui,
}) => {
  const dialog = await asked({ page, ui });
  await expect(dialog.getByRole('checkbox')).toHaveCount(9);
  await expect(dialog.getByRole('button', { name: 'None of these' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/session/);
  const stored = await page.evaluate(() => window.harness.services.settings.current.safety['me']);
  expect(stored).toMatchObject({ flags: [], askedAt: expect.any(String), pain: { left: 0, right: 0 } });
});

test('a yes opens its second line, "I don’t know" among its answers, and holds until one is given', async ({
  page,
  ui,
}) => {
  const dialog = await asked({ page, ui });
  const flags = () => page.evaluate(() => window.harness.services.settings.current.safety['me']?.flags);
  await dialog.getByRole('checkbox', { name: safety.rows.bones }).check();
  expect(await flags()).toEqual(['unsure-bones']);
  await expect(dialog.getByRole('checkbox', { name: 'I don’t know' })).toBeChecked();
  await dialog.getByRole('checkbox', { name: safety.flags['thin-bones'].name, exact: true }).check();
  expect(await flags()).toEqual(['thin-bones']);
  await expect(dialog.getByRole('status')).toContainText('Nothing that folds or twists your back');
  await dialog.getByRole('checkbox', { name: safety.rows.bones }).uncheck();
  expect(await flags()).toEqual([]);
});

test('what a tick opens is in sight above the buttons, on a phone too', async ({ page, ui }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const dialog = await asked({ page, ui });
  await dialog.getByRole('checkbox', { name: /^Under 16/ }).check();
  const last = dialog.getByRole('checkbox', { name: 'I don’t know' });
  // Nothing covers it: a press in its middle meets it.
  await last.click({ trial: true });
  const end = await dialog.getByRole('button', { name: 'Continue' }).boundingBox();
  const box = await last.boundingBox();
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(end?.y ?? 0);
});

test('whoever somebody should look at first is told so above the programmes', async ({ page, ui }) => {
  await ui.open('#/programmes');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.evaluate(() =>
    window.harness.services.settings.change({
      safety: { me: { askedAt: '2026-11-20T08:00:00Z', flags: ['numb-saddle'], seen: [], endFeel: {} } },
    }),
  );
  await page.evaluate(() => (location.hash = '#/'));
  await page.evaluate(() => (location.hash = '#/programmes'));
  await expect(page.getByRole('alert')).toContainText(safety.titleNo);
});

test('a hip that hurts much now is left out, and the other one goes on', async ({ page, ui }) => {
  const dialog = await asked({ page, ui }, 'each');
  await dialog.getByRole('checkbox', { name: 'A hip hurts now' }).check();
  await expect(dialog.getByRole('radio', { name: '5 or more' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Left' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/#\/session/);
  const sides = await page.evaluate(() => window.harness.session.snapshot.plan?.sides);
  expect(sides).toEqual(['right']);
});

test('before a hip test pain is asked each day, and where it is 5 or more the test does not open', async ({
  page,
  ui,
}) => {
  await ui.open('#/test');
  const camera = page.getByRole('button', { name: 'Turn on the camera' }).first();
  await camera.click();
  const dialog = page.getByRole('dialog', { name: 'Does a hip hurt now?' });
  await dialog.getByRole('checkbox', { name: 'A hip hurts now' }).check();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/#\/test/);
  await expect(page.getByRole('alert')).toContainText(safety.pain.red);
  await expect(camera).toBeDisabled();
});

test('whoever has pain at night is asked to have it looked at first, and no set opens before', async ({ page, ui }) => {
  const dialog = await asked({ page, ui });
  await dialog.getByRole('checkbox', { name: safety.rows.pain }).check();
  await dialog.getByRole('checkbox', { name: safety.flags['night-pain'].name }).check();
  await expect(dialog.getByRole('status')).toContainText('Have a doctor look at it first');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/#\/drill\/supine-sleeper/);
  const calls = await page.evaluate(() => window.harness.session.calls);
  expect(calls.filter((call) => call.startsWith('open'))).toEqual([]);
});

test('a limit from the questions holds in the set that opens', async ({ page, ui }) => {
  await ui.open('#/drill/standing-hamstring');
  await page.evaluate(() => window.harness.services.settings.change({ safety: {}, goal: 'strength' }));
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await page.getByRole('checkbox', { name: /^Under 16, pregnant/ }).check();
  await page.getByRole('checkbox', { name: 'Pregnant', exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/#\/session/);
  const calls = await page.evaluate(() => window.harness.session.calls);
  expect(calls).toContainEqual(expect.stringMatching(/^open standing-hamstring \w+ prep camera$/));
});

test('a limit of a prescription holds in a hip test too, where only pain is asked', async ({ page, ui }) => {
  await ui.open('#/test');
  const taken = { ...takenPrescription, takenAt: new Date().toISOString() };
  await page.evaluate((prescription) => window.harness.services.settings.change({ prescription }), taken);
  await page.getByRole('button', { name: 'Turn on the camera' }).first().click();
  await page.getByRole('button', { name: 'No, nothing hurts' }).click();
  const limits = () =>
    page.evaluate(
      () => window.harness.session.snapshot.plan?.drill.rules.map(({ id, limitOf, enter }) => [id, limitOf, enter])[0],
    );
  await expect.poll(limits).toEqual(['past-limit', 'left', 25]);
});

test('a prescription is told on the first page, and its drill opens with both hips and one length', async ({
  page,
  ui,
}) => {
  await ui.open('#/week');
  const items = [makeItem({ side: 'both' })];
  const taken = { ...takenPrescription, items, takenAt: new Date().toISOString() };
  await page.evaluate(async (prescription) => {
    await window.harness.services.settings.change({ prescription });
    location.hash = '#/';
  }, taken);
  await expect(page.getByRole('heading', { name: /^From Anna Berg, Praxis am Markt, until / })).toBeVisible();
  await expect(
    page.getByText(/each hip at 25° from the start\. Turning further is not a goal for now\./),
  ).toBeVisible();
  await page.evaluate(() => (location.hash = '#/drill/supine-sleeper'));
  await expect(page.getByText(/^Limit from Anna Berg.*each hip at 25° from the start\.$/)).toBeVisible();
  const chosen = page.getByRole('region', { name: 'Start' }).locator('.chosen span').first();
  await expect(chosen).toContainText('Both');
  const length = (await chosen.innerText()).split(', ').at(-1);
  await expect(page.locator('th-drill .setup')).toContainText(`About ${length}.`);
  await page.getByRole('radio', { name: 'Right' }).check();
  await expect(chosen).toContainText('right');
});
