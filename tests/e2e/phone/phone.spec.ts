import { type Browser, expect, type Page, type PlaywrightWorkerArgs, test } from '@playwright/test';
import { codePath, codeRows } from '../../../src/app/qr-code.ts';
import {
  holdUp,
  lanSite,
  laptopWires,
  launchPair,
  lieDown,
  openLaptop,
  openPhone,
  phoneSays,
  phoneWires,
  processOf,
  readCode,
  samplesFor,
  showPicture,
  tap,
} from '../lib/phone-pair.ts';
import { Tab } from '../lib/tabs.ts';

/** Closed after each test. */
const open: (() => Promise<unknown>)[] = [];
test.afterEach(() => Promise.all(open.splice(0).map((close) => close())));

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

interface Pair {
  readonly browser: Browser;
  readonly laptop: Page;
  readonly phone: Tab;
  readonly offer: string;
}

/** The laptop shows its code and the phone has read it. */
async function beginPairing(playwright: PlaywrightWorkerArgs['playwright'], locale?: string): Promise<Pair> {
  const site = await lanSite();
  open.push(site.close);
  const browser = await launchPair(playwright);
  open.unshift(() => browser.close());
  const laptop = await openLaptop(browser, site.laptop, locale);
  await laptop.getByRole('button', { name: locale === 'de-DE' ? 'Mein Handy benutzen' : 'Use my phone' }).click();
  await laptop.locator('th-code svg').waitFor();
  const offer = await readCode(laptop, 'th-code');
  expect(offer).toMatch(new RegExp(`^${site.phone}/phone\\.html#[A-Za-z0-9_-]{80,200}$`));
  return { browser, laptop, offer, phone: await openPhone(browser, offer) };
}

async function pair(playwright: PlaywrightWorkerArgs['playwright']): Promise<Pair> {
  const begun = await beginPairing(playwright);
  await tap(begun.phone);
  await holdUp(begun.phone, begun.laptop);
  await expect(begun.laptop.getByText('Your phone is connected.')).toBeVisible();
  return begun;
}

/** How far a sample's time on the laptop is off: the phone's beta is its time, see `turningSensor`. Milliseconds. */
function timeErrors({ samples, origin }: Awaited<ReturnType<typeof samplesFor>>): number[] {
  return samples.map(({ time, orientation: [w = 0, x = 0] }) => {
    const told = ((2 * Math.atan2(x, w) * 180) / Math.PI) * 100;
    const here = (origin + 1000 * time) % 10_000;
    return Math.abs(((told - here + 15_000) % 10_000) - 5000);
  });
}

/** 19 of 20 are no larger. A busy page repeats its last orientation, whose time is then over. */
const mostOf = (errors: readonly number[]): number =>
  errors.toSorted((a, b) => a - b)[Math.floor(0.95 * errors.length)] ?? Number.NaN;

test('a laptop and a phone pair by two looks, stream on one clock, sleep, wake and part', async ({ playwright }) => {
  test.setTimeout(180_000);
  const { browser, laptop, phone } = await pair(playwright);
  expect(await phoneSays(phone)).toContain('Connected');
  expect(await phone.evaluate(() => location.hash, null)).toBe('');

  // Round trips have met by now.
  await wait(2);
  const stream = await samplesFor(laptop, 3000);
  const most = mostOf(timeErrors(stream));
  test.info().annotations.push({
    type: 'samples',
    description: `${(stream.samples.length / 3).toFixed(0)} a second, 95 % off by ${most.toFixed(1)} ms at most`,
  });
  expect(stream.samples.length).toBeGreaterThan(3 * 25);
  expect(most).toBeLessThan(20);
  expect(stream.samples.every(({ time }, i) => i === 0 || time > (stream.samples[i - 1]?.time ?? 0))).toBe(true);

  // Nobody is asked for addresses, and only this machine's own are told.
  for (const { configuration, servers, candidates } of [...(await laptopWires(laptop)), ...(await phoneWires(phone))]) {
    expect([configuration, servers]).toEqual([{ iceServers: [] }, []]);
    expect(candidates.length).toBeGreaterThan(0);
    for (const candidate of candidates) expect(candidate).toMatch(/ typ host( |$)/);
  }

  // It sleeps: another page is in front.
  const other = await Tab.open(browser, 'about:blank');
  await other.toFront();
  await expect(laptop.getByText('Your phone is asleep.')).toBeVisible();
  await wait(5);
  expect((await samplesFor(laptop, 500)).samples).toHaveLength(0);
  await phone.toFront();
  await expect(laptop.getByText('Your phone is connected.')).toBeVisible();
  await wait(1);
  expect((await samplesFor(laptop, 1000)).samples.length).toBeGreaterThan(20);

  // The page goes on with the connection on another screen, and the person ends it there.
  await laptop.evaluate(() => (location.hash = '#/settings'));
  await laptop.evaluate(() => (location.hash = '#/drill/quadruped-band-ir'));
  await expect(laptop.getByText('Your phone is connected.')).toBeVisible();
  await laptop.getByRole('button', { name: 'Disconnect' }).click();
  await expect.poll(() => phoneSays(phone)).toContain('Done');
});

test('what a phone sends reaches the measurement, and the set-up asks for it', async ({ playwright }) => {
  test.setTimeout(180_000);
  const { laptop } = await pair(playwright);
  await laptop.evaluate(() => document.querySelector('th-app')?.services.settings.change({ model: 'lite' }));
  await lieDown(laptop, 'supine-sleeper-clean-far');
  await laptop.getByRole('button', { name: 'Turn on the camera' }).click();
  const seen = () =>
    laptop.evaluate(() => {
      const { reading, gate } = document.querySelector('th-app')?.services.session.snapshot ?? {};
      return { phone: reading?.phone?.state, checks: gate?.checks.map(({ id }) => id) ?? [] };
    });
  await expect.poll(seen, { timeout: 90_000 }).toMatchObject({ checks: expect.arrayContaining(['phone']) });
  // It turns to and fro all the time, so nobody lies still.
  expect((await seen()).phone).toBe('asks-still');
  await expect(laptop.getByText('Phone', { exact: true })).toBeVisible();
});

test('a phone whose page stands still for half a minute, as in a pocket, comes back by itself', async ({
  playwright,
}) => {
  test.skip(process.platform === 'win32', 'a process cannot be stopped there');
  test.setTimeout(180_000);
  const { browser, laptop, phone } = await pair(playwright);
  const id = await processOf(browser, phone);
  process.kill(id, 'SIGSTOP');
  try {
    await expect(laptop.getByText('I get nothing from your phone.')).toBeVisible();
    await wait(30);
    expect((await laptopWires(laptop)).at(-1)?.ice).toMatch(/^(?:disconnected|failed)$/);
  } finally {
    process.kill(id, 'SIGCONT');
  }
  await expect(laptop.getByText('Your phone is connected.')).toBeVisible({ timeout: 25_000 });
  await wait(1);
  const stream = await samplesFor(laptop, 1000);
  expect(stream.samples.length).toBeGreaterThan(20);
  expect(mostOf(timeErrors(stream))).toBeLessThan(20);
  expect(await phoneSays(phone)).toContain('Connected');
});

test('other codes are named and change nothing, and a closed phone is lost and found by one new look', async ({
  playwright,
}) => {
  test.setTimeout(180_000);
  const { browser, laptop, phone, offer } = await beginPairing(playwright);
  const show = (text: string): Promise<void> => {
    const rows = codeRows(text);
    const box = `0 0 ${rows.length} ${rows.length}`;
    return showPicture(
      laptop,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path d="${codePath(rows)}"/></svg>`,
    );
  };
  await show('https://example.com/menu');
  await expect(laptop.getByText('That is another code.')).toBeVisible();

  // A phone that read an older code of the laptop.
  await tap(phone);
  await laptop.getByRole('button', { name: 'Cancel' }).click();
  await laptop.getByRole('button', { name: 'Show a new code' }).click();
  await laptop.locator('th-code svg').waitFor();
  await holdUp(phone, laptop);
  await expect(laptop.getByText('That code belongs to an older one of mine.')).toBeVisible();

  const fresh = await readCode(laptop, 'th-code');
  expect(fresh).not.toBe(offer);
  const second = await openPhone(browser, fresh);
  await tap(second);
  await holdUp(second, laptop);
  await expect(laptop.getByText('Your phone is connected.')).toBeVisible();

  // What nobody can read changes nothing.
  await second.evaluate(() => {
    const { connections } = window as unknown as { connections: { channels: RTCDataChannel[] }[] };
    const [samples, control] = connections.at(-1)?.channels ?? [];
    samples?.send(new ArrayBuffer(27));
    control?.send('{"say":"format"}');
  }, null);
  await wait(2);
  await expect(laptop.getByText('Your phone is connected.')).toBeVisible();
  await second.evaluate(() => {
    const { connections } = window as unknown as { connections: { connection: RTCPeerConnection }[] };
    connections.at(-1)?.connection.close();
  }, null);
  await expect(laptop.getByText('The connection to your phone is gone.')).toBeVisible({ timeout: 90_000 });
  await expect(laptop.getByRole('heading', { level: 1, name: 'Supine sleeper' })).toBeVisible();

  await laptop.getByRole('button', { name: 'Show a new code' }).click();
  await laptop.locator('th-code svg').waitFor();
  const third = await openPhone(browser, await readCode(laptop, 'th-code'));
  await tap(third);
  await holdUp(third, laptop);
  await expect(laptop.getByText('Your phone is connected.')).toBeVisible();
});

test('the phone’s page says what to do without a code, and without motion', async ({ playwright }) => {
  const { browser, offer } = await beginPairing(playwright);
  const lost = await openPhone(browser, offer.replace(/#.*/, ''));
  expect(await phoneSays(lost)).toContain('Scan the code on your laptop');
  const still = await Tab.open(browser, 'about:blank');
  await still.send('Page.navigate', { url: offer });
  await still.until(() => document.querySelector('main button') !== null, null);
  await tap(still);
  await expect.poll(() => phoneSays(still), { timeout: 10_000 }).toContain('This phone gives no motion');
});
