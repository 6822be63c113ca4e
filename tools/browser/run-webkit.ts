import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { defineCommand } from '../shared/command.ts';
import { PlainError } from '../shared/plain-error.mjs';
import { serveDist } from './serve-dist.ts';

const command = defineCommand({
  name: 'webkit',
  about:
    'Opens the pages in WebKit, the engine of Safari, and plays the demo. Needs webkit2gtk-driver and xvfb of Debian.',
  options: {},
  more: 'Exit status: 0 no fault; 1 a fault; 2 wrong use.',
});
const BROWSERS = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
const PAGES =
  `drill/supine-sleeper drill/soft-tissue-ball programmes programme/hip-ir-breakout week history trends goals passport test
settings diagnostics licences your-data offline self-check/supine-sleeper`.split(/\s/);
/** Scripts in the page: its complaints, as soon as the heading of the screen is there; the demo; what it measured. */
const LOOK = `if (!window.faults) { window.faults = []; for (const kind of ['error', 'unhandledrejection'])
  addEventListener(kind, (event) => window.faults.push(String(event.reason ?? event.message))); }
const app = document.querySelector('th-app'), find = (root) => root?.querySelector('.screen')?.shadowRoot, screen = find(app?.shadowRoot);
const error = app?.services.session.snapshot.error, banner = app?.shadowRoot?.querySelector('.banner')?.textContent;
const all = [...window.faults.splice(0), error, banner].filter(Boolean);
return all.length > 0 || (location.hash.startsWith(arguments[0]) && (screen?.querySelector('h1') ?? find(screen)?.querySelector('h1'))) ? all : null;`;
const DEMO = `const app = document.querySelector('th-app'), me = { askedAt: new Date().toISOString(), flags: [], seen: [], endFeel: {} };
await app.services.settings.change({ model: 'lite', safety: { me } });
app.shadowRoot.querySelector('div').dispatchEvent(new CustomEvent('th-demo'));`;
const MEASURED = `const { sets } = document.querySelector('th-app').services, [{ id }] = await sets.list(), { summary } = await sets.load(id);
return summary.sets[0]?.gross ?? null;`;

/** Sends a command to the driver, once it listens, and returns the value of its answer. */
async function send(url: string, body: object | null, tries = 50): Promise<unknown> {
  const request = body ? { method: 'POST', body: JSON.stringify(body) } : { method: 'DELETE' };
  const answer = await fetch(url, request).catch(() => null);
  if (answer === null && tries === 0) throw new PlainError('the driver of WebKit does not start');
  if (answer === null) return wait(200).then(() => send(url, body, tries - 1));
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error) throw new PlainError(`the driver of WebKit says: ${value.error}, ${value.message}`);
  return value;
}

async function drive(driver: string, url: string, binary: string): Promise<readonly string[]> {
  const alwaysMatch = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const opened = await send(`${driver}/session`, { capabilities: { alwaysMatch } });
  const { sessionId, capabilities } = opened as { sessionId: string; capabilities: { browserVersion: string } };
  const session = `${driver}/session/${sessionId}`;
  const run = (script: string, ...args: string[]) =>
    send(`${session}/execute/sync`, { script: `return (async () => { ${script} })()`, args });
  const look = async (hash: string, seconds: number): Promise<readonly string[]> => {
    for (let tries = 0; tries < 4 * seconds; tries += 1, await wait(250)) {
      const faults = (await run(LOOK, hash)) as readonly string[] | null;
      if (faults !== null) return faults.map((fault) => `${hash}: ${fault}`);
    }
    return [`${hash}: not there after ${seconds} s`];
  };
  await send(`${session}/url`, { url });
  const faults = [...(await look('', 60))];
  for (const page of PAGES) {
    await run('location.hash = arguments[0]', `#/${page}`);
    faults.push(...(await wait(500).then(() => look(`#/${page}`, 20))));
  }
  await run(DEMO);
  faults.push(...(await look('#/set/', 240)));
  const measured = await run(MEASURED);
  await send(session, null);
  console.log(`WebKit ${capabilities.browserVersion}: ${PAGES.length} pages; the demo measured ${String(measured)}°`);
  return measured === null ? [...faults, 'the demo measured nothing: is the machine busy?'] : faults;
}

export async function main(args: readonly string[]): Promise<number | void> {
  if (command.read(args) === 'help') return command.printHelp();
  const binary = BROWSERS.find((path) => existsSync(path));
  if (binary === undefined) throw new PlainError('there is no WebKit here; sudo apt install webkit2gtk-driver xvfb');
  const server = await serveDist();
  const port = 20_000 + (process.pid % 10_000);
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { detached: true, stdio: 'ignore' });
  try {
    const faults = await drive(`http://127.0.0.1:${port}`, server.url, binary);
    for (const fault of faults) console.log(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    if (driver.pid) process.kill(-driver.pid);
    await server.close();
  }
}
