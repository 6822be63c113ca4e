import { type Browser, expect, type PlaywrightWorkerArgs, test } from '@playwright/test';
import { clip } from './lib/app.ts';
import {
  clickButton,
  heardNotes,
  launchThrottling,
  listenToTones,
  openApp,
  spokenIn,
  storedIn,
  Tab,
} from './lib/tabs.ts';

/** A sleeper of one round. */
const SHORT = {
  passive: 15,
  pailsRamp: 5,
  pailsHold: 5,
  rails: 10,
  sink: 10,
  rest: 0,
  rounds: 1,
  reps: 1,
  effort: [0.4, 0.5],
} as const;
/** So long that a browser slows the timers of a hidden page. */
const LONG = { ...SHORT, passive: 60 } as const;
const settingsWith = (preset: typeof SHORT | typeof LONG) =>
  ({
    countIn: 5,
    side: 'left',
    subjectHeight: 1.75,
    model: 'lite',
    presets: { 'supine-sleeper/prep': preset },
  }) as const;
/** Milliseconds. On an idle machine a tone is off by at most 33; a busy one of two cores may stall its fake loudspeaker. */
const MOST_OFF = 300;
const START_TONE = 880;
const FINISH_TONE = 523;

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
const untilPassive = (app: Tab, seconds = 30) =>
  app.until(
    () => document.querySelector('th-app')?.services.session.snapshot.gauge?.phase?.kind === 'passive',
    null,
    seconds,
  );

/** How far each tone that begins a phase, and the last, is from its time, counted from the first; milliseconds. */
async function errorsOf(app: Tab, after: readonly number[]): Promise<number[]> {
  const heard = (await heardNotes(app)).filter(({ hertz }) => hertz === START_TONE || hertz === FINISH_TONE);
  const errors = heard.map(({ at }, index) => Math.round(1000 * (at - (heard[0]?.at ?? 0) - (after[index] ?? 0))));
  test.info().annotations.push({ type: 'errors of the tones, ms', description: errors.join(' ') });
  expect(heard).toHaveLength(after.length);
  return errors;
}

const lengthsOf = (phases: readonly { readonly kind: string; readonly start: number; readonly end: number }[] = []) =>
  phases.map(({ kind, start, end }) => [kind, Math.round(10 * (end - start)) / 10]);

/** Closed after each test. */
const browsers: Browser[] = [];
test.afterEach(() => Promise.all(browsers.splice(0).map((one) => one.close())));

async function throttling(
  playwright: PlaywrightWorkerArgs['playwright'],
  camera: string | null = null,
): Promise<Browser> {
  const browser = await launchThrottling(playwright, camera);
  browsers.push(browser);
  return browser;
}

interface TimerSet {
  readonly isBehind: boolean;
  readonly voice: boolean;
  readonly preset: typeof SHORT | typeof LONG;
}

/** A whole set without a camera, in a browser of its own. */
async function keepsTime(
  playwright: PlaywrightWorkerArgs['playwright'],
  { isBehind, voice, preset }: TimerSet,
): Promise<void> {
  const browser = await throttling(playwright);
  const app = await openApp(browser, settingsWith(preset), voice);
  await listenToTones(app);
  await app.evaluate(() => void (location.hash = '#/drill/supine-sleeper'), null);
  await clickButton(app, 'Without a camera');
  await untilPassive(app);
  if (isBehind) await (await Tab.open(browser, 'about:blank')).toFront();
  await wait(preset.passive / 2);
  expect(await app.evaluate(() => document.visibilityState, null)).toBe(isBehind ? 'hidden' : 'visible');
  await wait(preset.passive / 2 + 38);

  const { passive } = preset;
  const errors = await errorsOf(app, [0, passive, passive + 10, passive + 23, passive + 33]);
  for (const error of errors) expect(Math.abs(error)).toBeLessThan(MOST_OFF);
  const record = await storedIn(app);
  expect(record?.ended).toBe('finished');
  expect(lengthsOf(record?.phases)).toEqual([
    ['ready', 5],
    ['passive', passive],
    ['pails', 10],
    ['rails', 13],
    ['sink', 10],
  ]);
  if (voice) expect(await spokenIn(app)).toContainEqual(expect.stringContaining('Push out'));
}

// Side by side, because each waits for the time of a set.
test('a set without a camera keeps its time, in front and behind another tab, with and without a voice', async ({
  playwright,
}) => {
  test.setTimeout(240_000);
  await Promise.all([
    keepsTime(playwright, { isBehind: false, voice: true, preset: SHORT }),
    keepsTime(playwright, { isBehind: true, voice: false, preset: LONG }),
    keepsTime(playwright, { isBehind: true, voice: true, preset: SHORT }),
  ]);
});

test('a camera set behind another tab goes on by tones, without numbers, and asks for the tab', async ({
  playwright,
}) => {
  test.setTimeout(240_000);
  const browser = await throttling(playwright, clip('supine-sleeper-clean-far'));
  const app = await openApp(browser, settingsWith(SHORT), true);
  await listenToTones(app);
  await app.evaluate(() => void (location.hash = '#/drill/supine-sleeper'), null);
  await clickButton(app, 'Turn on the camera');
  // The set begins by itself when the start is held.
  await untilPassive(app, 120);
  await (await Tab.open(browser, 'about:blank')).toFront();
  await wait(12);
  const gauge = await app.evaluate(() => document.querySelector('th-app')?.services.session.snapshot.gauge, null);
  expect(gauge).toMatchObject({ angle: null, angleReason: 'no-picture' });
  await wait(42);
  expect(await spokenIn(app)).toContainEqual(expect.stringContaining('Bring this tab to the front'));
  for (const error of await errorsOf(app, [0, 15, 25, 38, 48])) expect(Math.abs(error)).toBeLessThan(MOST_OFF);
  const record = await storedIn(app);
  expect(record?.ended).toBe('finished');
  const behind = record?.phases.find(({ kind }) => kind === 'pails')?.start ?? 0;
  expect(record?.frames.filter(({ t }) => t > behind)).toEqual([]);
});

test('a frozen page is told, and a sound that the system takes away is waited for until a key brings it back', async ({
  playwright,
}) => {
  test.setTimeout(180_000);
  const browser = await throttling(playwright);
  const app = await openApp(browser, settingsWith(SHORT), false);
  await listenToTones(app);
  await app.evaluate(() => void (location.hash = '#/drill/supine-sleeper'), null);
  await clickButton(app, 'Without a camera');
  await untilPassive(app);
  await app.send('Page.setWebLifecycleState', { state: 'frozen' });
  await wait(10);
  await app.send('Page.setWebLifecycleState', { state: 'active' });
  await wait(1);
  const left = await app.evaluate(() => document.querySelector('th-app')?.services.session.snapshot.gauge?.left, null);
  expect(left).toBeGreaterThan(9);

  // The system takes the sound away, and gives it back to whoever asks.
  await app.evaluate(() => {
    const { notes } = window as unknown as { notes: Map<OscillatorNode, number> };
    const context = [...notes.keys()][0]?.context as AudioContext;
    Object.assign(window, { context });
    return context.suspend();
  }, null);
  await app.until(() => (window as unknown as { context: AudioContext }).context.state === 'running', null, 3);

  // It does so again, and refuses.
  await app.evaluate(() => {
    const { context } = window as unknown as { context: AudioContext };
    context.resume = () => Promise.reject(new DOMException('a call', 'NotAllowedError'));
    return context.suspend();
  }, null);
  await wait(22);
  const snapshot = await app.evaluate(() => document.querySelector('th-app')?.services.session.snapshot, null);
  expect(snapshot?.gauge).toMatchObject({ phase: { kind: 'passive' }, left: 0, paused: true, unheard: true });
  expect(snapshot?.notice).toContain('The sound was taken away');

  await app.evaluate(() => {
    const { context } = window as unknown as { context: AudioContext };
    Reflect.deleteProperty(context, 'resume');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
  }, null);
  await app.until(
    () => document.querySelector('th-app')?.services.session.snapshot.gauge?.phase?.kind === 'pails',
    null,
    4,
  );
  await app.evaluate(() => document.querySelector('th-app')?.services.session.stop('stopped'), null);
  await expect.poll(async () => (await storedIn(app))?.ended).toBe('stopped');
  const record = await storedIn(app);
  const passive = record?.phases.filter(({ kind }) => kind === 'passive') ?? [];
  expect(passive).toHaveLength(2);
  expect(passive.reduce((sum, { start, end }) => sum + end - start, 0)).toBeCloseTo(15, 1);
  const pails = record?.phases.find(({ kind }) => kind === 'pails');
  expect((pails?.start ?? 0) - (passive[1]?.end ?? 0)).toBeGreaterThan(2);
});
