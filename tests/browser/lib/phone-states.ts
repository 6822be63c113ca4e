import type { Page } from '@playwright/test';
import { answerText } from '../../../src/app/phone/card-text.ts';
import { cardWith } from '../../app/phone/fake-peer.ts';
import type { UiPage } from './ui-page.ts';
import type { UiState } from './ui-states.ts';

/** In German by the same place: the button has other words. */
const useButton = (page: Page) => page.getByRole('button', { name: /^(Use my phone|Mein Handy benutzen)$/ });

/** A laptop with a camera, and a server that names the address for the phone. */
export async function readyForPhone(page: Page, addresses: readonly string[]): Promise<void> {
  await page.route('**/phone-address.json', (route) => route.fulfill({ json: addresses }));
  await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const draw = (): void => {
      const context = canvas.getContext('2d');
      if (context === null) return;
      context.fillStyle = '#345';
      context.fillRect(0, 0, 640, 360);
    };
    setInterval(draw, 50);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
  });
}

const ADDRESSES = ['https://192.168.178.23:4174', 'https://10.0.0.3:4174'];

/** The page of a drill with the laptop's code. */
export async function showPhoneCode(ui: UiPage): Promise<void> {
  await ui.open('#/drill/supine-sleeper');
  await readyForPhone(ui.page, ADDRESSES);
  await useButton(ui.page).click();
  await ui.page.locator('th-code svg').waitFor();
}

const again = async ({ page }: UiPage): Promise<void> => {
  if (await useButton(page).isVisible()) await useButton(page).click();
  await page.locator('th-phone h2').waitFor();
};

/** The phone's code was read. @param greets and the phone has greeted */
export async function readPhoneCode(ui: UiPage, greets: boolean): Promise<void> {
  await showPhoneCode(ui);
  await answerCode(ui, greets);
}

/** The check of the sleeper with the phone on the shin, connected. In German by the same place: the choice has other words. */
export async function chooseShinPhone(ui: UiPage): Promise<void> {
  await ui.open('#/self-check/supine-sleeper');
  await readyForPhone(ui.page, ADDRESSES);
  await ui.page.getByRole('radio', { name: /^(My phone, read by the app|Mein Handy, von der App gelesen)$/ }).check({
    force: true,
  });
  await useButton(ui.page).press('Enter');
  await ui.page.locator('th-code svg').waitFor();
  await answerCode(ui, true);
}

async function answerCode(ui: UiPage, greets: boolean): Promise<void> {
  await ui.page.evaluate(
    ([text, isGreeted]) => {
      const { phone } = window.harness;
      phone.link().read(text);
      if (!isGreeted) return phone.peer?.becomes('gone');
      phone.peer?.becomes('open');
      phone.peer?.says({ say: 'hello', nonce: '0123456789abcdef' });
    },
    [answerText(cardWith({ setup: 'active' })), greets] as const,
  );
}

/** The stored check as one by phone: a position where the thigh was not level, and one that is to be typed. */
async function showCheckByPhone(ui: UiPage): Promise<void> {
  await ui.open('#/');
  await ui.page.evaluate(async () => {
    const { selfChecks } = window.harness.services;
    const check = await selfChecks.load('check-1');
    if (!check) throw new Error('the harness has a check');
    const positions = check.positions.map((held, index) =>
      index === 4
        ? { ...held, typed: null }
        : { ...held, phone: { sd: 1, ...(index === 3 ? { askew: true as const } : {}) } },
    );
    await selfChecks.keep({ ...check, instrument: 'paired-phone', positions });
    location.hash = '#/check/check-1';
  });
  await ui.page.locator('th-check table').waitFor();
}

export const PHONE_STATES: readonly UiState[] = [
  { name: 'self-check-by-phone', show: chooseShinPhone },
  { name: 'check-by-phone', show: showCheckByPhone },
  { name: 'drill-phone-code', show: showPhoneCode, again },
  { name: 'drill-phone-connected', show: (ui) => readPhoneCode(ui, true) },
  { name: 'drill-phone-apart', show: (ui) => readPhoneCode(ui, false), again },
  {
    name: 'drill-phone-unreachable',
    async show(ui) {
      await ui.open('#/drill/supine-sleeper');
      await readyForPhone(ui.page, []);
      await useButton(ui.page).click();
      await ui.page.getByText('npm start -- --lan').waitFor();
    },
    again,
  },
];
