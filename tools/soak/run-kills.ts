import { setTimeout as wait } from 'node:timers/promises';
import { seededChance } from '../shared/seeded-chance.ts';
import { defineCommand, whole } from '../shared/command.ts';
import { judgeKills, killLines, killOf, lossOf, type Kill, type Running, type Stored } from './kills-report.ts';
import {
  addPeople,
  changePerson,
  isRecorded,
  noteReadings,
  openApp,
  startSet,
  storedState,
  visitApp,
  type AppBrowser,
  type ReadingNote,
} from './app-browser.ts';
import type { Page } from 'puppeteer-core';
import type { Trainee } from '../../src/storage/people/people.ts';

const command = defineCommand({
  name: 'kills',
  about: `Kills the whole browser in the middle of a set and starts it again, many times, while three people train in turns: every set must
be there, without its last second at most, and in nobody else's list.`,
  options: {
    count: whole('N', 'kills', 100),
    seed: whole('S', 'other moments with every seed', 1),
  },
  more: 'Exit status: 0 nothing was lost; 1 something was; 2 wrong use.',
});
const DRILL = 'supine-sleeper';
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

/** What each person has, one after the other. The page stays with the last. */
async function storedOf(page: Page, people: readonly Trainee[]): Promise<ReadonlyMap<string, Stored>> {
  const all = new Map<string, Stored>();
  for (const { id, name } of people) {
    await changePerson(page, id);
    all.set(name, await storedState(page));
  }
  return all;
}

/** Records a set until a random moment, and kills the browser in it. */
async function killInSet(
  { kill }: AppBrowser,
  page: Page,
  person: string,
  { isLate, latest }: { readonly isLate: boolean; readonly latest: number },
): Promise<Running> {
  const notes: ReadingNote[] = [];
  const listen = await noteReadings(page, (note) => notes.push(note));
  await listen();
  await startSet(page, DRILL);
  const begun = Date.now();
  for (let left = isLate ? 600 : 0; left > 0 && !notes.some(isRecorded); left -= 1) await wait(100);
  await wait(latest);
  await kill();
  const after = (Date.now() - begun) / 1000;
  await wait(LAST_WORDS);
  const recorded = notes.filter(isRecorded);
  return { person, after, readings: recorded.length, lastSeen: recorded.at(-1)?.time ?? null };
}

/** Kills the whole browser again and again in the middle of a set, and looks at what is left of each person at the next start. */
export const killBrowsers = ({ count, seed, url, onKill }: KillWish): Promise<readonly Kill[]> =>
  visitApp(url, async (address, openBrowser) => {
    const chance = seededChance(seed);
    const kills: Kill[] = [];
    let running: Running | null = null;
    let people: readonly Trainee[] = [];
    let before: ReadonlyMap<string, Stored> = new Map();
    for (let at = 0; at <= count; at += 1) {
      const open = await openBrowser(3);
      const page = await open.newPage();
      await openApp(page, address);
      if (at === 0) people = await addPeople(page);
      // Whose set was killed comes first, who trains next comes last.
      const inTurn = people.flatMap((_, i) => people.at((at - 1 - i) % people.length) ?? []);
      const now = await storedOf(page, inTurn);
      if (running) {
        const kill = killOf(running, before, now);
        kills.push(kill);
        onKill?.(kill, at);
      }
      before = now;
      if (at === count) break;
      // Every second kill waits for the first recorded reading, or half of them would come too early on a busy machine.
      const moment = { isLate: at % 2 === 0, latest: 1000 * LATEST * chance() };
      running = await killInSet(open, page, inTurn.at(-1)?.name ?? '', moment);
    }
    return kills;
  });

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
        `${at} of ${count}, ${kill.person}: after ${kill.after.toFixed(1)} s, ${kill.readings} readings, lost ${lossOf(kill).toFixed(2)} s`,
      ),
  });
  const verdict = judgeKills(kills);
  for (const line of killLines(verdict)) console.log(line);
  return verdict.complaints.length === 0 ? 0 : 1;
}
