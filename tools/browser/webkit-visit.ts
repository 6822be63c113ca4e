import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../shared/paths.mjs';
import { axeLines, axeOptions, axeSource, runAxe } from './axe-faults.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import type { SessionSnapshot } from '../../src/app/session/session-contract.ts';
import type { Settings } from '../../src/storage/storage-contract.ts';
import { screenAddresses } from './screen-addresses.ts';
import type { WebKit } from './webkit-driver.ts';

/** What this visit leaves in the page as `window.visit`. */
interface InPage {
  /** Unhandled errors and rejections. */
  readonly errors: string[];
  /** Every element, those of shadow trees too. */
  readonly all: () => HTMLElement[];
}
declare const visit: InPage;

/** A sleeper of one round. */
const PRESET = {
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
const SETTINGS = {
  countIn: 5,
  side: 'left',
  subjectHeight: 1.75,
  model: 'lite',
  language: 'en',
  presets: { 'supine-sleeper/prep': PRESET },
  safety: { me: { askedAt: '2026-11-01T08:00:00Z', flags: [], seen: [], endFeel: {} } },
} as const satisfies Partial<Settings>;
/** Seconds. */
const PATIENCE = 60;
/** How far from its time a phase may begin on a busy machine, seconds: later than that the app itself says that it waited. */
const LATE = 2;
/** Pictures a second below which a demo in real time measures nothing. */
const TOO_SLOW = 4;
const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-short-passive-twist-43.webm');

export const PARTS = ['demo', 'set', 'clip', 'files', 'pages'] as const;
export type Part = (typeof PARTS)[number];
/** Each takes what it needs from the app, and returns what is wrong. */
type Step = (webkit: WebKit) => Promise<readonly string[]>;

function leaveVisit(): null {
  const errors: string[] = [];
  for (const kind of ['error', 'unhandledrejection'])
    addEventListener(kind, (event) => {
      const { reason, message } = event as unknown as { reason?: Error; message?: string };
      errors.push(reason?.stack ?? reason?.message ?? message ?? kind);
    });
  const within = (node: ParentNode): HTMLElement[] =>
    [...node.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
      one,
      ...(one.shadowRoot ? within(one.shadowRoot) : []),
    ]);
  const handle: InPage = { errors, all: () => within(document) };
  Object.assign(window, { visit: handle });
  return null;
}

export async function openApp(webkit: WebKit, url: string): Promise<readonly string[]> {
  await webkit.goTo(url);
  const there = () => document.querySelector('th-app')?.services.settings !== undefined;
  if (!(await webkit.until(there, null, PATIENCE))) return ['the app does not start'];
  await webkit.run(leaveVisit);
  await webkit.run(async (part) => {
    await document.querySelector('th-app')?.services.settings.change(part);
  }, SETTINGS);
  return [];
}

/** What has been complained about since the last call. */
async function complaints(webkit: WebKit, where: string): Promise<readonly string[]> {
  const said = await webkit.run(() => {
    const app = document.querySelector('th-app');
    const banner = app?.shadowRoot?.querySelector('.banner')?.textContent.trim();
    return [...visit.errors.splice(0), app?.services.session.snapshot.error, banner].filter((one) => !!one);
  });
  return said.map((one) => `${where}: ${String(one)}`);
}

const show = (webkit: WebKit, hash: string) =>
  webkit.run((to) => {
    location.hash = to;
  }, hash);

/** Clicks the button with these words, once it can be clicked. */
async function click(webkit: WebKit, words: string, seconds = PATIENCE): Promise<readonly string[]> {
  const clicked = await webkit.until(
    (text) => {
      const button = visit
        .all()
        .find((one) => one.matches('button:not(:disabled), a') && one.textContent.trim().startsWith(text));
      button?.click();
      return button !== undefined;
    },
    words,
    seconds,
  );
  return clicked ? [] : [`there is no button "${words}"`];
}

/** Gives a file to the field of an element. */
async function chooseIn(webkit: WebKit, name: string, path: string): Promise<void> {
  const find = (wanted: string) =>
    visit
      .all()
      .find(({ localName }) => localName === wanted)
      ?.shadowRoot?.querySelector('input[type=file]') ?? null;
  await webkit.until(find, name, PATIENCE);
  await webkit.chooseFile(find, name, path);
}

/** The set whose page is shown. */
const shownSet = (webkit: WebKit): Promise<SetRecord | null> =>
  webkit.run(
    async () =>
      (await document.querySelector('th-app')?.services.sets.load(decodeURIComponent(location.hash.slice(6)))) ?? null,
  );

const snapshot = (webkit: WebKit) =>
  webkit.run(() => document.querySelector('th-app')?.services.session.snapshot as SessionSnapshot);

const untilPhase = (webkit: WebKit, kind: string, seconds: number) =>
  webkit.until(
    (wanted) => document.querySelector('th-app')?.services.session.snapshot.gauge?.phase?.kind === wanted,
    kind,
    seconds,
  );

const untilHash = (webkit: WebKit, start: string, seconds: number) =>
  webkit.until((wanted) => location.hash.startsWith(wanted) && location.hash, start, seconds);

const degrees = (value: number | null | undefined) => (value == null ? 'nothing' : `${value.toFixed(1)}°`);

/** In real time, so that a slow machine sees too little of it; the recorded clip is read at the pace of the machine. */
async function playDemo(webkit: WebKit): Promise<readonly string[]> {
  await webkit.run(() =>
    document.querySelector('th-app')?.shadowRoot?.querySelector('div')?.dispatchEvent(new CustomEvent('th-demo')),
  );
  if (!(await untilHash(webkit, '#/set/', 240))) return ['the demo does not end'];
  const record = await shownSet(webkit);
  const gross = record?.summary.sets[0]?.gross ?? null;
  const rate = (record?.frames.length ?? 0) / (record?.phases.at(-1)?.end ?? Infinity);
  const isSlow = rate < TOO_SLOW;
  const judged = isSlow ? `; too slow to judge it, which needs ${TOO_SLOW}; the recorded clip is read at any pace` : '';
  console.log(`demo: measured ${degrees(gross)} at ${rate.toFixed(1)} pictures a second${judged}`);
  return isSlow || (gross ?? 0) > 5 ? [] : [`the demo measured ${degrees(gross)}`];
}

/** A set by its keys: pause, go on, sound, help, the next phase, the end. */
async function setWithoutCamera(webkit: WebKit): Promise<readonly string[]> {
  await show(webkit, '#/drill/supine-sleeper');
  const faults = [...(await click(webkit, 'Without a camera'))];
  if (!(await untilPhase(webkit, 'passive', PATIENCE))) return [...faults, 'a set without a camera does not begin'];
  const begun = Date.now();
  const left = (await snapshot(webkit)).gauge?.left ?? 0;
  const pressed = async (key: string, what: string, isSo: (now: SessionSnapshot) => boolean) => {
    await webkit.press(key);
    for (let tries = 0; tries < 8; tries += 1, await wait(250)) if (isSo(await snapshot(webkit))) return;
    faults.push(`the key ${key === ' ' ? 'Space' : key} does not ${what}`);
  };
  const pausedAt = Date.now();
  await pressed(' ', 'pause', ({ gauge }) => gauge?.paused === true);
  await wait(1000);
  await pressed(' ', 'go on', ({ gauge }) => gauge?.paused === false);
  const paused = (Date.now() - pausedAt) / 1000;
  await pressed('m', 'mute', ({ muted }) => muted);
  await pressed('m', 'unmute', ({ muted }) => !muted);
  const isHelped = () => visit.all().some((one) => one instanceof HTMLDialogElement && one.open);
  await webkit.press('?');
  if (!(await webkit.until(isHelped, null, 5))) faults.push('the key ? shows no help');
  await webkit.press('Escape');
  if (!(await untilPhase(webkit, 'pails', 60))) return [...faults, 'the push does not begin'];
  const off = (Date.now() - begun) / 1000 - left - paused;
  if (Math.abs(off) > LATE) faults.push(`the push begins ${off.toFixed(1)} s from its time`);
  await pressed('ArrowRight', 'skip', ({ gauge }) => gauge?.phase?.kind === 'rails');
  await webkit.press('Escape');
  await webkit.press('Escape');
  if (!(await untilHash(webkit, '#/set/', PATIENCE))) return [...faults, 'Escape twice does not end a set'];
  const record = await shownSet(webkit);
  const lasted = (record?.phases ?? []).filter(({ kind }) => kind === 'passive').map(({ start, end }) => end - start);
  const passive = lasted.reduce((sum, one) => sum + one, 0);
  const { sound } = await snapshot(webkit);
  console.log(
    `set without a camera: the stretch lasted ${passive.toFixed(1)} of ${PRESET.passive} s, the push came ${off.toFixed(1)} s from its time; ${JSON.stringify(sound)}`,
  );
  if (record?.ended !== 'stopped') faults.push(`the set ended as ${record?.ended}`);
  return Math.abs(passive - PRESET.passive) < 0.2 ? faults : [...faults, `the stretch lasted ${passive.toFixed(1)} s`];
}

async function readClip(webkit: WebKit): Promise<readonly string[]> {
  await show(webkit, '#/video/supine-sleeper');
  await chooseIn(webkit, 'th-video', CLIP);
  const from = Date.now();
  const faults = [...(await click(webkit, 'Read the video')), ...(await click(webkit, 'Keep it', 300))];
  if (!(await untilHash(webkit, '#/set/video-', PATIENCE))) return [...faults, 'a recorded clip becomes no set'];
  const gross = (await shownSet(webkit))?.summary.sets[0]?.gross ?? null;
  console.log(`recorded clip: measured ${degrees(gross)} in ${Math.round((Date.now() - from) / 1000)} s`);
  return (gross ?? 0) > 5 ? faults : [...faults, `the clip measured ${degrees(gross)}`];
}

/** All sets to a file and back into an empty history. @param folder into which the browser saves */
async function exportAndImport(webkit: WebKit, folder: string): Promise<readonly string[]> {
  await show(webkit, '#/history');
  const faults = [...(await click(webkit, 'Export all'))];
  const isSaved = (name: string) => name.endsWith('.json');
  for (let tries = 0; tries < 80 && !readdirSync(folder).some(isSaved); tries += 1) await wait(250);
  const name = readdirSync(folder).find(isSaved);
  if (name === undefined) return [...faults, 'nothing is exported'];
  const file = join(folder, name);
  const idsOf = () => document.querySelector('th-app')?.services.sets.list();
  const before = (await webkit.run(idsOf))?.map(({ id }) => id) ?? [];
  await webkit.run(async () => {
    const sets = document.querySelector('th-app')?.services.sets;
    for (const { id } of (await sets?.list()) ?? []) await sets?.remove(id);
  });
  await show(webkit, '#/');
  await show(webkit, '#/history');
  await chooseIn(webkit, 'th-transfer', file);
  const isBack = (many: number) =>
    document
      .querySelector('th-app')
      ?.services.sets.list()
      .then((sets) => sets.length === many) ?? false;
  await webkit.until(isBack, before.length, PATIENCE);
  const after = (await webkit.run(idsOf))?.map(({ id }) => id) ?? [];
  console.log(`export and import: ${after.length} of ${before.length} sets, by ${name}`);
  return before.length > 0 && String(after) === String(before) ? faults : [...faults, `imported ${after.length} sets`];
}

/** Every page, with sets in it: does it come, does it complain, can everybody use it? */
async function openPages(webkit: WebKit): Promise<readonly string[]> {
  const sets = await webkit.run(() => document.querySelector('th-app')?.services.sets.list());
  const { id = 'none', startedAt = null } = sets?.[0] ?? {};
  // A set is no page that an address opens.
  const { session: _session, ...screens } = screenAddresses(id, (startedAt ?? '2026-11-01').slice(0, 10));
  const pages = Object.values(screens);
  await webkit.load(axeSource);
  const faults: string[] = [];
  for (const page of pages) {
    await show(webkit, page);
    await wait(500);
    const isThere = (hash: string) =>
      location.hash === hash && visit.all().some((one) => one.localName === 'h1' && one.checkVisibility());
    if (!(await webkit.until(isThere, page, PATIENCE))) faults.push(`${page}: no heading, or another page`);
    faults.push(...(await complaints(webkit, page)));
    const seen = axeLines(await webkit.run(runAxe, axeOptions()));
    faults.push(...seen.map((line) => `${page}: ${line}`));
  }
  console.log(`pages: ${pages.length}, with axe`);
  return faults;
}

/** In this order: the pages then have sets to show. @param folder for files, of the browser's own */
export const stepsOf = (folder: string): Readonly<Record<Part, Step>> => ({
  demo: playDemo,
  set: setWithoutCamera,
  clip: readClip,
  files: (webkit) => exportAndImport(webkit, folder),
  pages: openPages,
});

/** Takes one step. Whatever it throws is a fault of it. */
export async function take(webkit: WebKit, name: string, step: Step): Promise<readonly string[]> {
  const faults = await step(webkit).catch((error: unknown) => [String(error)]);
  const said = await complaints(webkit, name).catch(() => [`${name}: the page does not answer`]);
  return [...faults.map((fault) => `${name}: ${fault}`), ...said];
}
