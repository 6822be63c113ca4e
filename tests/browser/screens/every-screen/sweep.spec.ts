import { join } from 'node:path';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { isShortRun } from '../../../../tools/checks/short-run.ts';
import { root } from '../../../../tools/shared/paths.mjs';
import { axeFaults } from '../../lib/axe.ts';
import { layoutFaults, paleOnPaper } from '../../lib/layout-faults.ts';
import { leftInEnglish, type Look, LOOKS, retellSession } from '../../lib/looks.ts';
import { ALL_STATES } from '../../lib/more-states.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { fillScreens, ROUTES, type UiState } from '../../lib/ui-states.ts';
import { test } from '../../lib/ui-test.ts';

/** `TRUEHIP_PICTURES=1 npm test -- ui sweep` leaves a picture of every state in every look in `tests/out/pictures`. */
const folder = process.env['TRUEHIP_PICTURES'] ? join(root, 'tests', 'out', 'pictures') : null;

/** States in which words and number are read from the mat, 2.5 m away. */
const FROM_THE_MAT = new Set(
  ['neutral', 'neutral-posture', 'calm', 'amber', 'red', 'paused'].map((one) => `set-${one}`),
);

/** What people print or keep as a file, and every other page in which they read. */
const isPrinted = ({ name }: UiState) => name in ROUTES || /^(summary|report|passport|prescri|check|trends)/.test(name);

const wait = (page: Page, time: number) => page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), time);

/** Words and number that are too small to be read from the mat. */
const smallWords = async (ui: UiPage, { width }: Look): Promise<readonly string[]> => {
  // 70 px are 16 minutes of arc at 2.5 m; a phone lies nearer.
  const least = width >= 1280 ? 70 : width >= 390 ? 32 : 24;
  const cue = (await ui.page.locator('th-set-cue p').count()) > 0;
  const parts = [cue ? 'th-set-cue p' : 'th-set-say .now', 'th-set-gauge .value'];
  const there = await Promise.all(parts.map((part) => ui.page.locator(part).count()));
  const sizes = await Promise.all(parts.filter((_, index) => there[index]).map((part) => ui.fontSize(part)));
  return sizes.filter((size) => size < least).map((size) => `${size} px, at least ${least}`);
};

async function takeLook(ui: UiPage, state: UiState, look: Look): Promise<readonly string[]> {
  await ui.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', ...look.media });
  await ui.page.setViewportSize(look);
  await wait(ui.page, 100);
  const fullPage = !/^(set|placing)-/.test(state.name);
  if (folder) await ui.page.screenshot({ path: join(folder, look.name, `${state.name}.png`), fullPage });
  return [
    ...(FROM_THE_MAT.has(state.name) ? await smallWords(ui, look) : []),
    // In the narrowest window, because the colours are those of the wide one.
    ...(look.width === 320 ? await axeFaults(ui.page, ['target-size']) : []),
    ...(await layoutFaults(ui.page)),
  ];
}

async function speakGerman(ui: UiPage, state: UiState): Promise<void> {
  await ui.speakGerman();
  await retellSession(ui.page);
  if (state.name === 'summary') await ui.unfold();
  await state.again?.(ui);
}

async function takeLooks(ui: UiPage, state: UiState): Promise<void> {
  const devtools: CDPSession = await ui.page.context().newCDPSession(ui.page);
  let language = 'en';
  for (const look of LOOKS) {
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: look.touch });
    if (look.language !== language) {
      await speakGerman(ui, state);
      expect.soft(await leftInEnglish(ui.page), 'in English').toEqual([]);
      language = look.language;
    }
    expect.soft(await takeLook(ui, state, look), look.name).toEqual([]);
  }
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await ui.page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark', reducedMotion: 'reduce' });
  await devtools.send('Page.enable');
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  // Anew, because the widths at which a screen changes are read with the page.
  await state.show(ui);
  await speakGerman(ui, state);
  await wait(ui.page, 100);
  expect.soft(await layoutFaults(ui.page), 'with text of twice its size').toEqual([]);
}

/** Whether the system or the person asks for dark. */
async function print(ui: UiPage): Promise<void> {
  for (const theme of ['auto', 'dark'] as const) {
    await ui.page.evaluate((chosen) => {
      document
        .querySelector('th-app')
        ?.shadowRoot?.querySelector('*')
        ?.dispatchEvent(new CustomEvent('th-theme', { detail: chosen, bubbles: true, composed: true }));
    }, theme);
    await ui.page.emulateMedia({ media: 'print', colorScheme: 'dark', reducedMotion: 'reduce' });
    expect.soft(await paleOnPaper(ui.page), `on paper, ${theme}`).toEqual([]);
    await ui.page.emulateMedia({ media: 'screen', colorScheme: 'dark', reducedMotion: 'reduce' });
  }
}

for (const state of isShortRun ? [] : ALL_STATES)
  test(`contrast, names, sizes, layout, German and print have no fault in any window: ${state.name}`, async ({
    page,
    ui,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await state.show(ui);
    expect.soft(await axeFaults(page), 'dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect.soft(await axeFaults(page, ['color-contrast']), 'light').toEqual([]);
    if (isPrinted(state)) await print(ui);
    await takeLooks(ui, state);
  });

/** Screens a few at a time, in one page each: a load of the page costs more than a look at it. */
const WALKS = [0, 1, 2, 3].map((turn) => Object.values(ROUTES).filter((_, index) => index % 4 === turn));

for (const [turn, hashes] of WALKS.entries())
  test(`no screen on a walk has a fault that axe-core finds, or is wider than a small phone: walk ${turn + 1}`, async ({
    page,
    ui,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await ui.open();
    await fillScreens(page);
    for (const hash of hashes) {
      await ui.goTo(hash);
      if (hash === ROUTES.summary) await ui.unfold();
      expect.soft(await axeFaults(page), hash).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect.soft(await layoutFaults(page), hash).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  });

const SHORT = new Set(['loading', 'placing-good', 'set-calm', 'set-red', 'set-keys-dialog']);

for (const { name, show } of isShortRun ? ALL_STATES.filter((state) => SHORT.has(state.name)) : [])
  test(`axe-core finds no fault: ${name}`, async ({ page, ui }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await show(ui);
    expect(await axeFaults(page)).toEqual([]);
  });
