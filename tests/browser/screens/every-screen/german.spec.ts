import { expect, type Page } from '@playwright/test';
import { englishIn } from '../../../i18n/texts-of.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';

/** Every text on the screen and every name for screen readers, also in shadow trees. */
const textsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof HTMLStyleElement || (node instanceof HTMLElement && node.lang === 'en')) return;
      if (node instanceof Text) found.push(node.data.trim());
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'aria-valuetext']) found.push(node.getAttribute(name)?.trim() ?? '');
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(document.body);
    return found.filter((text) => text !== '');
  });

async function expectGerman(page: Page): Promise<void> {
  const texts = await textsOn(page);
  expect(texts.length).toBeGreaterThan(5);
  // A stored cue stays in the language in which it was spoken.
  const left = texts.filter((text) => englishIn(text) !== null && !/^Hinweis: „|^[^:]*: Hold longer/.test(text));
  expect(left).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
}

/** Every screen has its German heading, all texts in German, and no table that is cut off. Headings by address. */
async function expectGermanScreens(page: Page, ui: UiPage, screens: Readonly<Record<string, string>>): Promise<void> {
  for (const [hash, heading] of Object.entries(screens)) {
    await page.evaluate((to) => (location.hash = `#/${to}`), hash);
    await expect(ui.heading).toHaveText(heading);
    await expect(page.getByText('Wird geladen …')).toHaveCount(0);
    await expectGerman(page);
    const cut = await page
      .locator('.table-wrap')
      .evaluateAll((tables) => tables.map((table) => table.scrollWidth - table.clientWidth));
    expect(Math.max(0, ...cut), hash).toBeLessThanOrEqual(1);
  }
}

async function chooseGerman(page: Page, ui: UiPage): Promise<void> {
  await ui.open();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(ui.heading).toHaveText('Heute');
}

test('the language changes at once, without a reload, and the control keeps the focus', async ({ page, ui }) => {
  await ui.open();
  await page.evaluate(() => (document.title = 'the same page'));
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(ui.heading).toHaveText('Heute');
  await expect(page).toHaveTitle('Truehip');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused();
  expect(await page.evaluate(() => window.harness.services.settings.current.language)).toBe('de');
  await expectGerman(page);
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await expect(ui.heading).toHaveText('Today');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('the page of every drill is in German', async ({ page, ui }) => {
  await chooseGerman(page, ui);
  const drills = await page.evaluate(() =>
    window.harness.services.drills.map(({ id, hipTest }) => ({ id, isTest: hipTest !== undefined })),
  );
  for (const { id, isTest } of drills) {
    await page.evaluate((drill) => (location.hash = `#/drill/${drill}`), id);
    const heading = isTest ? 'Wozu er gut ist' : 'Dein Durchgang';
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByText('Bevor du anfängst')).toBeVisible();
    await expectGerman(page);
  }
});

test('placing and the set are in German, readable from 2.5 m, and nothing is cut off', async ({ page, ui }) => {
  await chooseGerman(page, ui);
  await page.getByRole('button', { name: /Demo von 20 Sekunden/ }).click();
  await page.evaluate(() => {
    const { session, sleeperPlan, spokenPlan, goodReading } = window.harness;
    session.show({ stage: 'placing', plan: spokenPlan(sleeperPlan), reading: goodReading });
  });
  await expect(page.getByText('Ich sehe dich ganz')).toBeVisible();
  await expectGerman(page);
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    // As a set with a camera: the demo gives its picture the room.
    session.show({ stage: 'running', source: 'camera', gauge: gaugeOf() });
  });
  await expect(page.getByRole('button', { name: 'Hüfte zwickt' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Hüftrotation 23 Grad, plus oder minus 4' })).toBeVisible();
  await expectGerman(page);
  expect(await ui.fontSize('th-set-say .now')).toBeGreaterThanOrEqual(112);
  for (const part of ['th-set-say', 'th-set-gauge', 'th-set-head', 'th-set-controls']) {
    expect(await ui.cutOff(part), part).toBeLessThanOrEqual(1);
  }
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    const text = 'Gürtelschnalle zur Decke. Dreh aus der Hüfte.';
    session.show({ gauge: gaugeOf({ cue: { rule: 'pelvis-twist', text, severity: 'red' } }) });
  });
  await page.locator('th-set-cue').waitFor();
  expect(await ui.fontSize('th-set-cue p')).toBeGreaterThanOrEqual(90);
  const controls = await page.locator('th-set-controls').boundingBox();
  expect((controls?.y ?? 0) + (controls?.height ?? 0)).toBeLessThanOrEqual(720);
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Tasten' })).toBeVisible();
  await expectGerman(page);
});

test('every reason fits into the space of the number in German too', async ({ page, ui }) => {
  await chooseGerman(page, ui);
  await page.getByRole('button', { name: /Demo von 20 Sekunden/ }).click();
  for (const angleReason of [
    'already-stretched',
    'implausible-body',
    'left-right-mixed',
    'joints-hidden',
    'lens-covered',
    'no-picture',
  ]) {
    await page.evaluate((reason) => {
      const { session, sleeperPlan, spokenPlan, gaugeOf, phaseOf } = window.harness;
      const phase = phaseOf('reps', { instruction: 'Heb das Bein und halte es.' });
      const gauge = gaugeOf({ phase, angle: null, angleReason: reason });
      session.show({ stage: 'running', plan: spokenPlan(sleeperPlan), gauge });
    }, angleReason);
    expect(await ui.cutOff('th-set-gauge'), angleReason).toBeLessThanOrEqual(1);
    await expectGerman(page);
  }
});

test('the summary is in German, with the cue in its own language', async ({ page, ui }) => {
  await chooseGerman(page, ui);
  for (const id of ['set-1', 'set-2']) {
    await page.evaluate((set) => (location.hash = `#/set/${set}`), id);
    await expect(page.getByRole('heading', { name: 'Was der Durchgang zeigt' })).toBeVisible();
    await ui.unfold();
    await expect(page.getByText('Wie sehr hast du dich angestrengt?')).toBeVisible();
    await expectGerman(page);
  }
});

test('history, day, trends, settings and diagnostics are in German, and no table is cut off', async ({ page, ui }) => {
  await chooseGerman(page, ui);
  await page.evaluate(() => {
    const { sets } = window.harness;
    const [first] = sets.records;
    if (first) sets.records = [...sets.records, { ...first, id: 'earlier', startedAt: '2026-10-30T09:12:00.000Z' }];
  });
  const screens = {
    history: 'Frühere Durchgänge',
    'day/2026-11-20': '20. November 2026',
    trends: 'Verlauf',
    settings: 'Einstellungen',
    diagnostics: 'Technische Angaben',
  };
  await expectGermanScreens(page, ui, screens);
});

test('a check against your own instrument is in German, and no table is cut off', async ({ page, ui }) => {
  await chooseGerman(page, ui);
  const screens = {
    'self-check/supine-sleeper': 'Prüf die App mit deinem eigenen Messgerät',
    'self-check/quadruped-band-ir': 'Prüf die App mit deinem eigenen Messgerät',
    'check/check-1': 'Prüfung: Innenrotation in Rückenlage, links',
    'check/never-was': 'Prüf die App mit deinem eigenen Messgerät',
  };
  await expectGermanScreens(page, ui, screens);
});
