import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serveDist } from '../browser/serve-dist.ts';
import { root } from '../shared/paths.mjs';
import { seededChance } from '../shared/seeded-chance.ts';
import { defineCommand, whole } from '../shared/command.ts';
import { judgeKills, killLines, lossOf, type Kill } from './kills-report.ts';
import {
  isRecorded,
  noteReadings,
  openApp,
  openBrowser,
  startSet,
  storedState,
  type ReadingNote,
} from './app-browser.ts';

const command = defineCommand({
  name: 'kills',
  about: `Kills the whole browser in the middle of a set and starts it again, many times: every set must be there, without its last second
at most.`,
  options: {
    count: whole('N', 'kills', 100),
    seed: whole('S', 'other moments with every seed', 1),
  },
  more: 'Exit status: 0 nothing was lost; 1 something was; 2 wrong use.',
});
const DRILL = 'supine-sleeper';
const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-clean-far.webm');
/** A kill comes at a random moment of so many seconds. */
const LATEST = 12;
/** Milliseconds for what the dead browser had sent already. */
const LAST_WORDS = 300;

interface KillWish {
  readonly count: number;
  readonly seed: number;
  /** Of the served app; absent: it is served here. */
  readonly url?: string;
  readonly onKill?: (kill: Kill, at: number) => void;
}

/** Kills the whole browser again and again in the middle of a set, and looks at what is left at the next start. */
export async function killBrowsers({ count, seed, url, onKill }: KillWish): Promise<readonly Kill[]> {
  const server = url === undefined ? await serveDist() : null;
  const address = url ?? server?.url ?? '';
  const profile = mkdtempSync(join(tmpdir(), 'truehip-kills-'));
  const chance = seededChance(seed);
  const kills: Kill[] = [];
  let open: Awaited<ReturnType<typeof openBrowser>> | null = null;
  let before: Pick<Kill, 'after' | 'readings' | 'lastSeen'> | null = null;
  let known = 0;
  try {
    for (let at = 0; at <= count; at += 1) {
      open = await openBrowser({ profile, clip: CLIP, cameraUntil: 3 });
      const page = await open.newPage();
      await openApp(page, address);
      const state = await storedState(page);
      if (before) {
        const added = state.ids.length - known;
        const newest = added > 0 ? state.newest : null;
        const kill = {
          ...before,
          gone: Math.max(0, before.readings - (newest?.frames ?? 0)),
          lastKept: newest?.last ?? null,
          opened: state.opened,
          kept: added === 1 && newest?.readable === true && newest.ended === 'interrupted',
          damaged: state.damaged,
          empty: state.empty,
        };
        kills.push(kill);
        onKill?.(kill, at);
      }
      known = state.ids.length;
      if (at === count) break;
      const notes: ReadingNote[] = [];
      const listen = await noteReadings(page, (note) => notes.push(note));
      await listen();
      await startSet(page, DRILL);
      const begun = Date.now();
      // Every second kill waits for the first recorded reading, or half of them would come too early on a busy machine.
      for (let left = at % 2 === 0 ? 600 : 0; left > 0 && !notes.some(isRecorded); left -= 1) await wait(100);
      await wait(1000 * LATEST * chance());
      await open.kill();
      const after = (Date.now() - begun) / 1000;
      await wait(LAST_WORDS);
      const recorded = notes.filter(isRecorded);
      before = { after, readings: recorded.length, lastSeen: recorded.at(-1)?.time ?? null };
      open = null;
    }
  } finally {
    await open?.kill();
    await server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return kills;
}

/** `npm run kills`. */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { count, seed } = given.values;
  const kills = await killBrowsers({
    count,
    seed,
    onKill: (kill, at) =>
      console.log(
        `${at} of ${count}: after ${kill.after.toFixed(1)} s, ${kill.readings} readings, lost ${lossOf(kill).toFixed(2)} s`,
      ),
  });
  const verdict = judgeKills(kills);
  for (const line of killLines(verdict)) console.log(line);
  return verdict.complaints.length === 0 ? 0 : 1;
}
