import { newId } from '../app/new-id.ts';
import type { Connection, Transaction } from './connection.ts';
import { nextTask, whenIdle } from './when-idle.ts';
import { ALL_OVERVIEWS, type OverviewRow, OVERVIEWS_TEXT, type TruehipSchema } from './schema.ts';
import { startOf } from './set-header.ts';
import type { DamagedSet, SetOverview } from './storage-contract.ts';

/** To be raised whenever `SetOverview` or what it is computed from changes. */
export const OVERVIEW_VERSION = 9;

/** Rows that are summed up at a time, and kept overviews that are read at a time, so that the page stays responsive. */
const PORTION = 100;
const READ_PORTION = 500;
/** Sets in one line of the text of many overviews: such a line is read or written in some milliseconds. */
const LINE = 2000;

/** From this number of sets on, all overviews are also kept together in one row. Below it, reading them one by one is as fast. */
const MANY = 500;

export interface Overviews {
  /** Newest first; sets without a date last. */
  readonly sets: readonly SetOverview[];
  readonly damaged: readonly DamagedSet[];
}

/** To be called in the transaction that changes, adds or removes the rows of sets, once for all of them. */
export async function forgetOverviews(
  transaction: Pick<Transaction<['overviews'], 'readwrite'>, 'objectStore'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  for (const id of [...ids, ALL_OVERVIEWS, OVERVIEWS_TEXT]) await transaction.objectStore('overviews').delete(id);
}

/**
 * What the list shows of all sets. Overviews are kept beside the rows, because a row with its flags and phases is about twenty times
 * as large; those that are missing are made first. Of many sets, all overviews together are kept as one text, which is read in
 * a fifth of the time, line by line in tasks of their own, and only once as long as it stays the same. This text leaves out running sets,
 * whose overviews change several times a second.
 */
export async function readOverviews(connection: Connection): Promise<Overviews> {
  // Asked at once: each answer waits its turn in a busy page.
  const [count, running, all] = await connection.run(['sets', 'overviews'], 'readonly', (transaction) => {
    const sets = transaction.objectStore('sets');
    return Promise.all([
      sets.count(),
      sets.index('ended').getAllKeys('running'),
      transaction.objectStore('overviews').get(ALL_OVERVIEWS),
    ]);
  });
  const mark = markOf(all, count - running.length);
  const kept = mark === null ? null : await keptTogether(connection, mark);
  if (kept !== null) return withRunning(kept, await makeOverviews(connection, running));
  const read = await readOneByOne(connection);
  if (read.sets.length < MANY) return read;
  void whenIdle(() => keepAll(connection));
  // Whoever asked for the sets shows them next, in a task of its own.
  await nextTask();
  return read;
}

/** Null: no text is kept, another version made it, or a tab with an older version has added or removed sets since. */
const markOf = (row: TruehipSchema['overviews']['value'] | undefined, count: number): string | null =>
  row && 'mark' in row && 'count' in row && row.version === OVERVIEW_VERSION && row.count === count ? row.mark : null;

/** What each text said that was read or written last, so that one screen after another need not read it again. */
const lastKept = new WeakMap<Connection, { readonly mark: string; readonly read: Promise<Overviews | null> }>();

/** The overviews in the text with this mark; null: another text has taken its place. */
async function keptTogether(connection: Connection, mark: string): Promise<Overviews | null> {
  const known = lastKept.get(connection);
  if (known?.mark === mark) return known.read;
  const read = connection
    .run(['overviews'], 'readonly', (transaction) => transaction.objectStore('overviews').get(OVERVIEWS_TEXT))
    .then((row) => (row && 'text' in row && row.mark === mark ? overviewsIn(row.text) : null));
  lastKept.set(connection, { mark, read });
  read.catch(() => lastKept.delete(connection));
  return read;
}

/**
 * The damaged sets in the first line, then up to `LINE` sets in each line.
 * @param ask asks the database: resolves in a task of its own, and keeps the transaction open
 */
async function inLines({ sets, damaged }: Overviews, ask: () => Promise<unknown>): Promise<string> {
  const lines = [JSON.stringify(damaged)];
  for (let from = 0; from < sets.length; from += LINE) {
    await ask();
    lines.push(JSON.stringify(sets.slice(from, from + LINE)));
  }
  return lines.join('\n');
}

async function overviewsIn(text: string): Promise<Overviews> {
  const [first = '[]', ...lines] = text.split('\n');
  const sets: SetOverview[] = [];
  for (const line of lines) {
    for (const set of JSON.parse(line) as SetOverview[]) sets.push(set);
    // Whoever asked for the sets shows them next, in a task of its own.
    await nextTask();
  }
  return { sets, damaged: JSON.parse(first) as DamagedSet[] };
}

function withRunning({ sets, damaged }: Overviews, running: readonly OverviewRow[]): Overviews {
  if (running.length === 0) return { sets, damaged };
  const added = overviewsOf(running);
  return { sets: newestFirst([...added.sets, ...sets]), damaged: [...damaged, ...added.damaged] };
}

async function readOneByOne(connection: Connection): Promise<Overviews> {
  const { ids, known } = await connection.run(['sets', 'overviews'], 'readonly', keptOverviews);
  const missing = ids.filter((id) => !known.has(id));
  for (let from = 0; from < missing.length; from += PORTION) {
    for (const row of await makeOverviews(connection, missing.slice(from, from + PORTION))) known.set(row.id, row);
  }
  return overviewsOf(ids.flatMap((id) => known.get(id) ?? []));
}

/** Ids of all sets, and the overviews that are kept and up to date. */
async function keptOverviews<Mode extends IDBTransactionMode>(
  transaction: Pick<Transaction<('sets' | 'overviews')[], Mode>, 'objectStore'>,
) {
  const ids = await transaction.objectStore('sets').getAllKeys();
  const known = new Map<string, OverviewRow>();
  let from: IDBKeyRange | null = null;
  for (;;) {
    const rows = await transaction.objectStore('overviews').getAll(from, READ_PORTION);
    for (const row of rows) if ('overview' in row && row.version === OVERVIEW_VERSION) known.set(row.id, row);
    const last = rows[READ_PORTION - 1];
    if (!last) return { ids, known };
    from = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** Keeps all overviews in one text, unless one is missing. In one transaction, so that no change is missed. Resolves to false: done. */
async function keepAll(connection: Connection): Promise<boolean> {
  const mark = newId();
  const kept = await connection.run(['sets', 'overviews'], 'readwrite', async (transaction) => {
    const { ids, known } = await keptOverviews(transaction);
    const running = new Set(await transaction.objectStore('sets').index('ended').getAllKeys('running'));
    const rows = ids.flatMap((id) => (running.has(id) ? [] : (known.get(id) ?? [])));
    if (rows.length !== ids.length - running.size) return null;
    const all = overviewsOf(rows);
    const text = await inLines(all, () => transaction.objectStore('sets').count());
    const store = transaction.objectStore('overviews');
    await store.put({ id: OVERVIEWS_TEXT, mark, text });
    await store.put({ id: ALL_OVERVIEWS, version: OVERVIEW_VERSION, count: rows.length, mark });
    return all;
  });
  if (kept !== null) lastKept.set(connection, { mark, read: Promise.resolve(kept) });
  return false;
}

const overviewsOf = (rows: readonly OverviewRow[]): Overviews => ({
  sets: newestFirst(rows.flatMap(({ overview }) => overview ?? [])),
  damaged: rows.flatMap(({ id, overview, problem }) => (overview ? [] : [{ id, problem }])),
});

/** Each date is parsed once; parsing inside the comparison would repeat it for every pair. */
const newestFirst = (sets: readonly SetOverview[]): readonly SetOverview[] =>
  sets
    .map((set) => ({ set, at: startOf(set) }))
    .sort((a, b) => b.at - a.at)
    .map(({ set }) => set);

async function makeOverviews(connection: Connection, ids: readonly string[]): Promise<readonly OverviewRow[]> {
  return ids.length === 0 ? [] : (await import('./later/when-needed.ts')).makeOverviews(connection, ids);
}
