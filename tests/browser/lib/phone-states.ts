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
  await ui.page.evaluate(
    ([text, isGreeted]) => {
      const { phone } = window.harness;
      phone.link().read(text);
      if (!isGreeted) return phone.peer?.becomes('gone');
      phone.peer?.becomes('open');
      phone.peer?.says({ say: 'hello', nonce: '0123456789abcdef' });
      phone.peer?.says({ say: 'battery', level: 0.12, charging: false });
    },
    [answerText(cardWith({ setup: 'active' })), greets] as const,
  );
}

export const PHONE_STATES: readonly UiState[] = [
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
