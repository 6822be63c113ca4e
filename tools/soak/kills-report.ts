import { largest, median, percentile } from '../shared/statistics.ts';

/** What one kill of the browser did to the set that was running. */
export interface Kill {
  /** Who did the set. */
  person: string;
  /** Seconds of the set before the kill. */
  after: number;
  /** That the app had recorded. */
  readings: number;
  /** Readings that the app had recorded and that were not found afterwards. */
  gone: number;
  /** Time in the set of the last frame that the app had recorded, in seconds; null: none. */
  lastSeen: number | null;
  /** Time in the set of the last frame found afterwards; null: no frame. */
  lastKept: number | null;
  /** The database could be opened, read and completed. */
  opened: boolean;
  /** The set is in the list, can be read and says that it was broken off. */
  kept: boolean;
  /** Sets that can no longer be read. */
  damaged: number;
  /** Sets in the list without a frame. */
  empty: number;
  /** Sets that came into the list of somebody else, or went out of it. */
  elsewhere: number;
}

/** What a person's database has, as `storedState` finds it. */
export interface Stored {
  opened: boolean;
  damaged: number;
  ids: readonly string[];
  empty: number;
  newest: { readable: boolean; ended: string; frames: number; last: number | null } | null;
}

/** A set at the moment of the kill. */
export type Running = Pick<Kill, 'person' | 'after' | 'readings' | 'lastSeen'>;

/**
 * What the kill did.
 * @param before by person, before the set
 * @param now by person, at the next start
 */
export function killOf(running: Running, before: ReadonlyMap<string, Stored>, now: ReadonlyMap<string, Stored>): Kill {
  const own = now.get(running.person);
  const added = (own?.ids.length ?? 0) - (before.get(running.person)?.ids.length ?? 0);
  const newest = added > 0 ? (own?.newest ?? null) : null;
  const all = [...now.values()];
  const others = [...now].filter(([person]) => person !== running.person);
  return {
    ...running,
    gone: Math.max(0, running.readings - (newest?.frames ?? 0)),
    lastKept: newest?.last ?? null,
    opened: all.every(({ opened }) => opened),
    kept: added === 1 && newest?.readable === true && newest.ended === 'interrupted',
    damaged: all.reduce((sum, { damaged }) => sum + damaged, 0),
    empty: all.reduce((sum, { empty }) => sum + empty, 0),
    elsewhere: others.reduce((sum, [person, { ids }]) => sum + unlike(before.get(person)?.ids ?? [], ids), 0),
  };
}

/** How many ids are in one of the lists only. */
const unlike = (one: readonly string[], other: readonly string[]): number =>
  [...one, ...other].filter((id) => !one.includes(id) || !other.includes(id)).length;

/**
 * A loss over this many seconds counts if it is of more than one reading. Where the machine is so busy that readings are over a second
 * apart, the newest may die on its way to the disk.
 */
const LONGEST_LOSS = 1;
/** Share of the kills that may lose more. */
const MAY_LOSE_MORE = 0.01;
/** Seconds that were recorded and are gone. */
export const lossOf = ({ lastSeen, lastKept }: Pick<Kill, 'lastSeen' | 'lastKept'>): number =>
  Math.max(0, (lastSeen ?? 0) - (lastKept ?? 0));

export function judgeKills(kills: readonly Kill[]) {
  const losses = kills.map(lossOf);
  const over = kills.filter((kill) => lossOf(kill) > LONGEST_LOSS && kill.gone > 1).length;
  const unreadable = kills.filter(({ opened }) => !opened).length;
  const damaged = largest(kills.map((kill) => kill.damaged)) ?? 0;
  const lost = kills.filter((kill) => !kill.kept && lossOf(kill) > LONGEST_LOSS).length;
  const empty = largest(kills.map((kill) => kill.empty)) ?? 0;
  const elsewhere = kills.reduce((sum, kill) => sum + kill.elsewhere, 0);
  const complaints = [
    kills.length === 0 && 'nothing was killed',
    unreadable > 0 && `${unreadable} times the database could not be read`,
    damaged > 0 && `${damaged} sets cannot be read any more`,
    lost > 0 && `${lost} sets are gone`,
    empty > 0 && `${empty} empty sets are in the list`,
    elsewhere > 0 && `${elsewhere} sets changed the list of another person`,
    over > Math.floor(kills.length * MAY_LOSE_MORE) &&
      `${over} of ${kills.length} kills lost more than ${LONGEST_LOSS} s`,
  ].filter((one) => one !== false);
  return {
    kills: kills.length,
    over,
    withoutFrame: kills.filter(({ lastSeen }) => lastSeen === null).length,
    loss: [median(losses), percentile(losses, 0.99), largest(losses)].map((one) => one ?? 0),
    complaints,
  };
}

export const killLines = ({ kills, over, withoutFrame, loss, complaints }: ReturnType<typeof judgeKills>): string[] => [
  `${kills} kills of the whole browser; ${withoutFrame} came before the first recorded frame`,
  `lost of the recorded time in s, median, 99 % and longest: ${loss.map((one) => one.toFixed(2)).join(', ')}; over ${LONGEST_LOSS} s: ${over}`,
  ...(complaints.length === 0 ? ['all is well'] : complaints.map((one) => `WRONG: ${one}`)),
];
