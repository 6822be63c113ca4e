import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { DRILLS } from '../../src/drills/index.ts';
import type { Side } from '../../src/instrument/geometry/units.ts';
import { cameraArgs } from '../../tools/browser/fake-camera.ts';
import { chromiumArgs, ensureChromium, FUNCTION_NAMES } from '../../tools/browser/find-chromium.ts';
import { fakeVoice, phrasesSpoken } from '../../tools/browser/fake-voice.ts';
import { serveDist } from '../../tools/browser/serve-dist.ts';
import { defineCommand, names } from '../../tools/shared/command.ts';
import { root } from '../../tools/shared/paths.mjs';
import { say } from '../../tools/shared/progress.ts';
import type { ThApp } from '../../src/ui/shell/th-app.ts';

declare global {
  interface HTMLElementTagNameMap {
    'th-app': ThApp;
  }
}

const CLIPS = join(root, 'tests', 'clips');
const command = defineCommand({
  name: 'lab -- first-number',
  about: `Starts a set of each drill with a clip as the camera, whose person holds the start. It prints the seconds from the permission
to the first number, the words said and shown until then, and the seconds from the stop of the set to its first words.`,
  options: {
    clips: names('CLIP,…', 'all clips whose name has one of these words, instead of a clean one of each drill'),
  },
});

/** Seconds of a clip in which its person still holds the start. */
const HELD = 3;
/** Speed of a voice, in words a second: English at its usual rate. */
const PACE = 2.6;
/** Seconds after which a set counts as not begun. */
const PATIENCE = 60;

type Clip = { readonly name: string; readonly drill: string; readonly side: Side | 'both' };
type Truth = Pick<Clip, 'drill' | 'side'> & { readonly variant: string };
type Seen = {
  readonly allowed: number | null;
  readonly first: number | null;
  readonly stopped: number | null;
  readonly spoken: ReturnType<typeof phrasesSpoken>;
  readonly shown: readonly string[];
};

/** @param words the clips whose name has one of them; null: a clean one of each drill, with the most usual body and place */
function chosenClips(words: readonly string[] | null): readonly Clip[] {
  const found = new Map<string, Clip>();
  const files = readdirSync(CLIPS).filter((one) => one.endsWith('.truth.json'));
  for (const file of files.toSorted((a, b) => Number(a.includes('-short')) - Number(b.includes('-short')))) {
    if (!(words ?? ['-clean']).some((word) => file.includes(word))) continue;
    const { drill: family, variant, side } = JSON.parse(readFileSync(join(CLIPS, file), 'utf8')) as Truth;
    const drill = variant === 'default' ? family : `${family}-${variant}`;
    const name = file.replace('.truth.json', '');
    const key = words === null ? drill : name;
    // A check from the side is no drill of its own.
    if (!DRILLS.some(({ id }) => id === drill) || found.has(key)) continue;
    found.set(key, { name, drill, side });
  }
  return [...found.values()];
}

/** Runs in the page before the app: notes the permission, the first number, and all that is said and shown until then. */
function watch(): void {
  const now = (): number => performance.now() / 1000;
  const shown = new Set<string>();
  const seen = { allowed: null as number | null, first: null as number | null, stopped: null as number | null };
  Object.assign(window, { seen, shown });
  const devices = navigator.mediaDevices;
  const real = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish) => {
    const stream = await real(wish);
    seen.allowed ??= now();
    return stream;
  };
  const linesOf = (node: Node): void => {
    if (
      node instanceof HTMLElement &&
      (node.matches('button, style, [hidden], .visually-hidden') || !node.checkVisibility())
    )
      return;
    if (node instanceof Text && /\p{L}{2}/u.test(node.data))
      shown.add(node.data.trim().replace(/[\d.]+( [kM]?B)?/g, '0'));
    const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
    for (const child of inside.childNodes) linesOf(child);
  };
  window.setInterval(() => {
    const session = document.querySelector('th-app')?.services.session;
    if (!session || seen.allowed === null || seen.first !== null) return;
    const { stage, gauge } = session.snapshot;
    // A ring stands in the place of the number until the work begins.
    const isWork = gauge?.phase != null && !['ready', 'neutral', 'turn'].includes(gauge.phase.kind);
    const screen = document.querySelector('th-app')?.shadowRoot?.querySelector('.screen');
    if (stage === 'running' && isWork && gauge.angle) seen.first = now();
    else if (screen) linesOf(screen);
  }, 100);
}

async function openSet(context: BrowserContext, url: string, { drill, side }: Clip): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(FUNCTION_NAMES);
  await page.addInitScript(fakeVoice, { language: 'en-GB', pace: PACE });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(() => 'services' in (document.querySelector('th-app') ?? {}));
  await page.evaluate(
    (hip) => {
      const me = { askedAt: new Date().toISOString(), flags: [], seen: [], endFeel: {} };
      return document.querySelector('th-app')?.services.settings.change({ safety: { me }, side: hip });
    },
    side === 'right' ? side : ('left' as const),
  );
  await page.goto(`${url}/#/drill/${drill}`);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  return page;
}

async function measure(url: string, clip: Clip): Promise<Seen> {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...chromiumArgs, ...(await cameraArgs(join(CLIPS, `${clip.name}.webm`), HELD))],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
    const page = await openSet(context, url, clip);
    const hasNumber = () => (Reflect.get(window, 'seen') as Seen).first !== null;
    await page.waitForFunction(hasNumber, undefined, { timeout: 1000 * PATIENCE }).catch(() => null);
    await page.waitForTimeout(4000);
    await page.evaluate(() => {
      Object.assign(Reflect.get(window, 'seen') as object, { stopped: performance.now() / 1000 });
      document.querySelector('th-app')?.services.session.stop('stopped');
    });
    await page.waitForTimeout(6000);
    const spoken = await page.evaluate(phrasesSpoken);
    return await page.evaluate((said) => {
      const { seen, shown } = window as unknown as { seen: Seen; shown: Set<string> };
      return { ...seen, spoken: said, shown: [...shown] };
    }, spoken);
  } finally {
    await browser.close();
  }
}

const wordsIn = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).filter(Boolean).length;
const figure = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '–' : seconds.toFixed(1);

function rowOf({ name }: Clip, { allowed, first, stopped, spoken, shown }: Seen): string {
  const said = spoken.filter(({ at }) => first === null || at < first).map(({ text }) => text);
  const result = spoken.find(({ at }) => stopped !== null && at > stopped);
  const waited = first === null || allowed === null ? null : first - allowed;
  const told = result && stopped !== null ? result.at - stopped : null;
  say(
    `${name}\n  said: ${said.join(' | ')}\n  shown: ${shown.join(' | ')}\n  after the end: ${result?.text ?? 'nothing'}`,
  );
  return `| ${name} | ${figure(waited)} | ${wordsIn(said)} | ${wordsIn(shown)} | ${figure(told)} |`;
}

/** `npm run lab -- first-number`. */
export async function main(args: readonly string[]): Promise<void> {
  const asked = command.read(args);
  if (asked === 'help') return command.printHelp();
  const server = await serveDist();
  const rows: string[] = [];
  try {
    for (const clip of chosenClips(asked.values.clips)) rows.push(rowOf(clip, await measure(server.url, clip)));
  } finally {
    await server.close();
  }
  console.log(
    [
      '| clip | first number s | words said | words shown | words after the stop s |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n'),
  );
}
