import { expect, type Page } from '@playwright/test';
import type { Settings } from '../../../../src/storage/storage-contract.ts';
import { test } from '../../lib/ui-test.ts';

const current = (page: Page): Promise<Settings> => page.evaluate(() => window.harness.services.settings.current);

/** Fakes three voices, one of them German, and records what is spoken. */
const withVoices = (page: Page, which: readonly string[] = ['Far', 'Near', 'Nah']) =>
  page.addInitScript((names) => {
    const spoken: unknown[] = [];
    const voice = (name: string, lang: string, localService: boolean) => ({
      name,
      voiceURI: name,
      lang,
      localService,
      default: false,
    });
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () =>
        [voice('Far', 'en-GB', false), voice('Near', 'en-US', true), voice('Nah', 'de-DE', true)].filter(({ name }) =>
          names.includes(name),
        ),
      speak: ({ text, volume, rate, voice: by }: SpeechSynthesisUtterance) =>
        spoken.push({ text, volume, rate: Math.round(rate * 100), by: by?.name }),
      cancel: () => undefined,
      pending: false,
    });
    class Utterance {
      volume = 1;
      rate = 1;
      voice = null;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken });
  }, which);

test('settings can be reached from the home page, from the header and with a key', async ({ page, ui }) => {
  await ui.open();
  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await expect(ui.heading).toHaveText('Settings');
  await expect(ui.heading).toBeFocused();
  await page.getByRole('navigation').getByRole('link', { name: 'Past sets' }).click();
  await expect(ui.heading).toHaveText('Past sets');
  await page.keyboard.press(',');
  await expect(ui.heading).toHaveText('Settings');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Settings' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('the licences are one link away, as a plain file', async ({ page, ui }) => {
  await page.route('**/THIRD-PARTY.txt', (route) =>
    route.fulfill({ contentType: 'text/plain', body: 'one 1.0.0: MIT' }),
  );
  await ui.open('#/settings');
  await page.getByRole('link', { name: /^Licences/ }).press('Enter');
  await expect(page.getByText('one 1.0.0: MIT')).toBeVisible();
  await page.goBack();
  await expect(ui.heading).toHaveText('Settings');
});

test('the settings key does nothing in a field, in a set, and with single keys switched off', async ({ page, ui }) => {
  await ui.open('#/drill/supine-sleeper');
  await page.getByRole('spinbutton', { name: 'Your height' }).focus();
  await page.keyboard.press(',');
  await expect(ui.heading).toHaveText('Supine sleeper');
  await ui.startSet();
  await page.keyboard.press(',');
  await expect(ui.heading).toHaveText(/The set is running/);
  await ui.open('#/settings');
  await page.getByRole('checkbox', { name: /Letters and numbers/ }).uncheck();
  await page.getByRole('link', { name: 'Truehip, home' }).click();
  await page.keyboard.press(',');
  await expect(ui.heading).toHaveText('Today');
});

test('voices from the internet are offered only once the person agrees, local ones first, and can be tried', async ({
  page,
  ui,
}) => {
  await withVoices(page);
  await ui.open('#/settings');
  const voices = page.getByRole('combobox', { name: 'Voice', exact: true });
  await expect(voices.getByRole('option')).toHaveText(['Best voice on this device', 'Near']);
  await page.getByRole('button', { name: 'More: Speaking speed' }).click();
  await page.getByRole('button', { name: 'Less: Volume' }).click();
  await page.getByRole('button', { name: 'Voice', exact: true }).click();
  const agree = page.getByRole('checkbox', { name: 'Also use voices from the internet' });
  await expect(agree).not.toBeChecked();
  await expect(agree).toHaveAccessibleDescription(/each phrase I say goes there as text.*No picture does/);
  await agree.check();
  await expect(voices.getByRole('option')).toHaveText(['Best voice on this device', 'Near', 'Far (needs internet)']);
  await voices.selectOption('Far (needs internet)');
  await page.getByRole('button', { name: 'Voice', exact: true }).click();
  const spoken = await page.evaluate(() => Reflect.get(window, 'spoken') as { text: string }[]);
  expect(spoken.filter(({ text }) => text.trim() !== '')).toMatchObject([
    { by: 'Near', volume: 0.9, rate: 110 },
    { by: 'Far', volume: 0.9, rate: 110 },
  ]);
  expect(await current(page)).toMatchObject({ volume: 0.9, voiceRate: 1.1, voiceName: 'Far' });

  // Taken back: the voice of this device speaks again.
  await agree.uncheck();
  await page.getByRole('button', { name: 'Voice', exact: true }).click();
  const last = await page.evaluate(() => Reflect.get(window, 'spoken') as { by: string }[]);
  expect(last.at(-1)?.by).toBe('Near');
});

test('with only a voice from the internet nothing is spoken, the first page says so, and a sample tells of tones', async ({
  page,
  ui,
}) => {
  await withVoices(page, ['Far']);
  await ui.open();
  await expect(page.getByText('This device has no English voice: nothing is spoken.')).toHaveCount(1);
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('button', { name: 'Voice', exact: true }).click();
  await expect(page.getByRole('status').getByText('You will hear beeps instead.')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'spoken') as unknown[])).toEqual([]);
  await page.getByRole('checkbox', { name: 'Also use voices from the internet' }).check();
  await page.getByRole('button', { name: 'Voice', exact: true }).click();
  expect(await page.evaluate(() => (Reflect.get(window, 'spoken') as { by: string }[]).at(-1)?.by)).toBe('Far');
});

test('switching the sound off also mutes the session', async ({ page, ui }) => {
  await ui.open('#/settings');
  await page.getByRole('checkbox', { name: 'Sound on' }).uncheck();
  await page.getByRole('checkbox', { name: 'Spoken coaching' }).uncheck();
  await expect.poll(() => ui.calls()).toEqual(['mute true']);
  expect(await current(page)).toMatchObject({ muted: true, voice: false });
});

test('heights and lifts can be shown in inches and are stored in metres', async ({ page, ui }) => {
  await ui.open('#/settings');
  await page.getByRole('radio', { name: 'Inches' }).check();
  const height = page.getByRole('spinbutton', { name: 'Your height' });
  await expect(height).toHaveValue('69');
  await height.fill('70');
  await height.press('Tab');
  expect((await current(page)).subjectHeight).toBeCloseTo(1.778, 6);
  await page.evaluate(() => (location.hash = '#/set/set-1'));
  await ui.unfold();
  await expect(page.getByRole('row', { name: /Pelvis lifts/ })).toContainText('1.0 in');
  await expect(page.getByRole('row', { name: /Pelvis twist/ })).toContainText('13°');
});

test('with the picture hidden, neither picture nor body is drawn', async ({ page, ui }) => {
  await ui.open('#/settings');
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await page.evaluate(async () => {
    const { session, services, sleeperPlan, goodReading, gaugeOf } = window.harness;
    location.hash = '#/drill/supine-sleeper';
    await new Promise((resolve) => setTimeout(resolve, 300));
    document
      .querySelector('th-app')
      ?.shadowRoot?.querySelector('th-drill')
      ?.dispatchEvent(
        new CustomEvent('th-open', {
          detail: { plan: sleeperPlan, source: { kind: 'camera', deviceId: null } },
          bubbles: true,
          composed: true,
        }),
      );
    session.show({
      stage: 'running',
      source: 'camera',
      plan: sleeperPlan,
      reading: goodReading,
      gauge: gaugeOf(),
    });
    void services;
  });
  await expect(page.getByText('Your picture is hidden.')).toBeVisible();
  const inked = () =>
    page.locator('th-stage canvas').evaluate((canvas: HTMLCanvasElement) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return data?.some((value, i) => i % 4 === 3 && value > 0);
    });
  expect(await inked()).toBe(false);
  const cover = () => page.locator('th-stage canvas').evaluate((canvas) => getComputedStyle(canvas).backgroundColor);
  expect(await cover()).toBe('rgb(11, 15, 20)');
});

test('light or dark is one press away, is told in the settings, and holds from the first paint of the next start', async ({
  page,
  ui,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await ui.open('#/settings');
  const ground = () => page.locator('th-app').evaluate((app) => getComputedStyle(app).backgroundColor);
  const [dark, light] = ['rgb(20, 17, 14)', 'rgb(250, 246, 240)'];
  expect(await ground()).toBe(dark);
  const button = page.getByRole('button', { name: 'Dark colours' });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.press('Enter');
  expect(await ground()).toBe(light);
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  // The built app, before any of its own code has come.
  await page.evaluate(() => localStorage.getItem('truehip-theme')).then((kept) => expect(kept).toBe('light'));
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('truehip-theme', 'light'));
  await page.reload();
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(paper).toBe(light);
});
