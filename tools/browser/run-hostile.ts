import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { connect as connectSecurely } from 'node:tls';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { defineCommand, flag, whole } from '../shared/command.ts';
import { hostileRequests, type HostileRequest } from './hostile-requests.ts';

const command = defineCommand({
  name: 'hostile',
  about:
    'Hostile requests against the server of npm start: it must live, leave no file open and serve nothing from outside.',
  options: {
    count: whole('N', 'requests', 20_000),
    seed: whole('S', 'other requests with every seed', 1),
    lan: flag('against the server that --lan opens on the network, over HTTPS'),
  },
  more: 'Exit status: 0 it held; 1 it did not; 2 wrong use.',
});
/** In a file outside the served folder. No answer may hold it. */
const SECRET = 'outside-the-folder-5f1c';
/** Connections at once. */
const atOnce = 24;
/** A sender to whom nothing comes any more gives up after this many milliseconds: many requests are not even finished. */
const patience = 300;
/** How long the honest question may take on a busy machine, in milliseconds. */
const longPatience = 20_000;

/** Statuses that a static server may give: Node's own for broken requests included. */
const expected = new Set([100, 200, 206, 304, 400, 404, 405, 413, 414, 416, 417, 431, 503]);

type Outcome = { statuses: Map<number | 'none', number>; wrong: string[] };

/** A folder like a built app, with everything in it that could lead outside. */
async function trap(top: string) {
  const folder = join(top, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>alive');
  writeFileSync(join(folder, 'big.bin'), Buffer.alloc(300_000, 'b'));
  writeFileSync(join(folder, 'assets', 'a.js'), 'script');
  writeFileSync(join(folder, 'assets', 'a.js.br'), 'packed');
  writeFileSync(join(folder, '.built-from'), SECRET);
  writeFileSync(join(top, 'secret.txt'), SECRET);
  symlinkSync(join(top, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(top, join(folder, 'out'));
  await runCommand('mkfifo', [join(folder, 'pipe')]);
  return folder;
}

/** Starts the server in a process of its own, whose open files can be counted. */
async function startServer(folder: string, lan: boolean) {
  const code = `import { serveDist } from './tools/browser/serve-dist.ts';
    import { lanCertificate } from './tools/build/lan-certificate.ts';
    const [folder, kept] = process.argv.slice(1);
    const tls = kept ? { tls: await lanCertificate(['127.0.0.1'], { folder: kept }) } : {};
    console.log((await serveDist({ folder, ...tls })).url);`;
  const kept = lan ? [join(folder, '..', 'lan')] : [];
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code, folder, ...kept], {
    cwd: root,
  });
  let said = '';
  child.stderr.on('data', (part) => (said += String(part)));
  const url = await new Promise<string>((done, failed) => {
    child.stdout.once('data', (part) => done(String(part).trim()));
    child.once('exit', (status) => failed(new PlainError(`the server did not start (status ${status}): ${said}`)));
  });
  return { child, place: { port: Number(new URL(url).port), lan }, said: () => said };
}

/** Where the server is, and whether it speaks HTTPS. */
interface Place {
  port: number;
  lan: boolean;
}

/** Over HTTPS these come without a handshake too: what is no HTTPS at all. */
const PLAIN = new Set(['noise', 'unfinished']);

/** Open files of a process; null where the system has no /proc. */
const openFiles = (pid: number | undefined) =>
  existsSync(`/proc/${pid}/fd`) ? readdirSync(`/proc/${pid}/fd`).length : null;

/**
 * Sends one request and reads what comes.
 * @param wait milliseconds without a byte after which the sender gives up
 * @returns the start of what came; empty: nothing
 */
function exchange(
  { port, lan }: Place,
  { bytes, hangUpAfter, kind = '' }: Pick<HostileRequest, 'bytes' | 'hangUpAfter'> & { kind?: string },
  wait: number = patience,
): Promise<string> {
  return new Promise((done) => {
    const secure = lan && !PLAIN.has(kind);
    const socket = secure
      ? connectSecurely({ port, host: '127.0.0.1', rejectUnauthorized: false })
      : connect(port, '127.0.0.1');
    let text = '';
    socket.setTimeout(wait, () => socket.destroy());
    socket.on(secure ? 'secureConnect' : 'connect', () => {
      socket.write(bytes);
      if (hangUpAfter === 0) setImmediate(() => socket.destroy());
    });
    socket.on('data', (part) => {
      text += part.toString('latin1');
      if (hangUpAfter !== null && text.length > hangUpAfter) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(text));
  });
}

async function isAlive(place: Place) {
  const bytes = Buffer.from('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  return (await exchange(place, { bytes, hangUpAfter: null }, longPatience)).endsWith('alive');
}

async function attack(place: Place, { count, seed }: { count: number; seed: number }): Promise<Outcome> {
  const requests = hostileRequests(count, seed);
  const outcome: Outcome = { statuses: new Map(), wrong: [] };
  let at = 0;
  const sender = async () => {
    for (const request of requests) {
      at += 1;
      const name = `request ${at} of seed ${seed} (${request.kind})`;
      const text = await exchange(place, request);
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? NaN) || 'none';
      outcome.statuses.set(status, (outcome.statuses.get(status) ?? 0) + 1);
      if (text.includes(SECRET)) outcome.wrong.push(`${name}: got a file from outside`);
      if (text !== '' && (status === 'none' || !expected.has(status))) outcome.wrong.push(`${name}: status ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return outcome;
}

/** Waits until the process has as few open files as before; connections take a moment to close. */
async function leftOpen(pid: number | undefined, before: number | null) {
  for (let tries = 0; tries < 100; tries += 1) {
    const now = openFiles(pid);
    if (now === null || before === null) return null;
    if (now <= before) return 0;
    await new Promise((done) => setTimeout(done, 100));
  }
  return (openFiles(pid) ?? 0) - (before ?? 0);
}

/**
 * Attacks the server of `npm start` with requests from a seed.
 * @returns `leftOpen` is null where open files cannot be counted
 */
export async function attackServer(wish: {
  count: number;
  seed: number;
  lan: boolean;
}): Promise<{ statuses: Record<string, number>; wrong: string[]; alive: boolean; leftOpen: number | null }> {
  const top = mkdtempSync(join(tmpdir(), 'truehip-hostile-'));
  const server = await startServer(await trap(top), wish.lan);
  const { child, place } = server;
  try {
    const first = await isAlive(place);
    const before = openFiles(child.pid);
    const { statuses, wrong } = await attack(place, wish);
    const alive = first && child.exitCode === null && (await isAlive(place));
    const open = await leftOpen(child.pid, before);
    if (server.said()) wrong.push(`the server complained: ${server.said().split('\n')[0]}`);
    const sorted = [...statuses].sort(([a], [b]) => String(a).localeCompare(String(b), 'en'));
    return { statuses: Object.fromEntries(sorted), wrong, alive, leftOpen: open };
  } finally {
    child.kill();
    rmSync(top, { recursive: true, force: true });
  }
}

/** `npm run hostile`. */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const wish = given.values;
  const { statuses, wrong, alive, leftOpen: open } = await attackServer(wish);
  console.log(`${wish.count} hostile requests, seed ${wish.seed}${wish.lan ? ', over HTTPS' : ''}`);
  console.log(
    `answers: ${Object.entries(statuses)
      .map(([status, n]) => `${status}: ${n}`)
      .join(', ')}`,
  );
  console.log(
    `server alive: ${alive ? 'yes' : 'NO'}; files left open: ${open ?? 'not countable here'}; wrong answers: ${wrong.length}`,
  );
  for (const line of wrong.slice(0, 10)) console.log(`  ${line}`);
  return alive && !open && wrong.length === 0 ? 0 : 1;
}
