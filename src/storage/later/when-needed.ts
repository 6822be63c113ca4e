import { type HipTest, isHipTestDrill } from '../../training/assessment/hip-test.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Connection } from '../connection.ts';
import { chunksOf, framesIdOf } from '../frames/frame-keys.ts';
import { loadStored } from '../frames/stored-record.ts';
import { OVERVIEW_VERSION } from '../overviews.ts';
import { type OverviewRow, SET_STORES, type SetRow } from '../schema.ts';
import { headerOf, hipTestIn, overviewOf } from '../set-header.ts';
import type { AppStorage, SetHeader, StorageReport, Stores } from '../storage-contract.ts';
import { validateRow } from '../validate-record.ts';

export { loadStored };

/** Computes the summary of a set from its frames. */
export type CompleteRecord = (record: SetRecord) => SetRecord | Promise<SetRecord>;

/** The part of `navigator.storage` that is used. Absent in insecure contexts; Safari before 17 does not estimate. */
export type QuotaManager = Pick<StorageManager, 'persist' | 'persisted'> & Partial<Pick<StorageManager, 'estimate'>>;

const browserStorage = (): QuotaManager | undefined => globalThis.navigator?.storage;

/**
 * Asks the browser not to clear the data when the disk is nearly full. Call it when there is something to keep, because
 * some browsers ask the person. Never throws.
 */
export const askToPersist = async (manager = browserStorage()): Promise<void> => {
  try {
    if ((await manager?.persisted()) === false) await manager?.persist();
  } catch {
    // Without the promise the browser may clear the data, as before.
  }
};

/** How full the storage is. Fields are null where the browser does not say. */
export const storageReport = async (available: boolean, manager = browserStorage()): Promise<StorageReport> => {
  const persisted = await manager?.persisted().catch(() => null);
  const estimate = await manager?.estimate?.().catch(() => null);
  return {
    available,
    persisted: persisted ?? null,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
};

/** `exportFile` of `AppStorage`. */
export async function exportFile(
  stores: Stores,
  [of, person]: Parameters<AppStorage['exportFile']>,
): ReturnType<AppStorage['exportFile']> {
  const { exportAll, exportRecord, exportSet } = await import('../export-json.ts');
  if (of === null) return exportAll(stores, new Date(), person);
  return typeof of === 'string' ? exportSet(stores.sets, of) : exportRecord(of);
}

/** `importFile` of `AppStorage`. */
export async function importFile(
  { sets }: Stores,
  [file, options]: Parameters<AppStorage['importFile']>,
): ReturnType<AppStorage['importFile']> {
  return (await import('../import-file.ts')).importFile(sets, file, options);
}

/** Removes a stored set. Resolves with what brings it back, as it was. */
export async function removeStored(connection: Connection, id: string): Promise<() => Promise<void>> {
  const { row, chunks } = await connection.run(SET_STORES, 'readwrite', async (transaction) => {
    const sets = transaction.objectStore('sets');
    const frames = transaction.objectStore('frames');
    const stored = await sets.get(id);
    const range = chunksOf(framesIdOf(id, stored));
    const its = await frames.getAll(range);
    await transaction.objectStore('overviews').delete(id);
    await sets.delete(id);
    await frames.delete(range);
    return { row: stored, chunks: its };
  });
  return async () => {
    if (row === undefined) return;
    await connection.run(SET_STORES, 'readwrite', async (transaction) => {
      await transaction.objectStore('overviews').delete(id);
      await transaction.objectStore('sets').put(row);
      for (const chunk of chunks) await transaction.objectStore('frames').put(chunk);
    });
  };
}

/** Null: it cannot be computed. */
async function completed({ id, ending }: SetRow, of: Connection, complete: CompleteRecord): Promise<SetHeader | null> {
  try {
    const record = await loadStored(of, id);
    if (record === null) return null;
    return headerOf(await complete(ending === undefined ? record : { ...record, ended: ending }));
  } catch {
    return null;
  }
}

/** Ends a set that a closed tab left running, with the ending that it had, or as interrupted. */
export async function endLeftSet(connection: Connection, id: string, complete: CompleteRecord): Promise<void> {
  const left = await connection.run(['sets'], 'readonly', (transaction) => transaction.objectStore('sets').get(id));
  const head = left === undefined ? null : await completed(left, connection, complete);
  await connection.run(['sets', 'overviews'], 'readwrite', async (transaction) => {
    const row = await transaction.objectStore('sets').get(id);
    if (row?.head.ended !== 'running') return;
    await transaction.objectStore('overviews').delete(id);
    const { ending = 'interrupted', ...whole } = row;
    await transaction.objectStore('sets').put({ ...whole, head: { ...(head ?? row.head), ended: ending } });
  });
}

/** Of a set that was a hip test the overview has the result, for which its frames are read. */
export async function makeOverviews(connection: Connection, ids: readonly string[]): Promise<readonly OverviewRow[]> {
  const made = await sumUp(connection, ids, new Map());
  const tests = new Map<string, HipTest | null>();
  for (const { id } of made.filter(isTestRow)) {
    const record = await loadStored(connection, id).catch(() => null);
    tests.set(id, record && (await hipTestIn(record)));
  }
  if (tests.size === 0) return made;
  const tested = new Map((await sumUp(connection, [...tests.keys()], tests)).map((row) => [row.id, row]));
  return made.map((row) => tested.get(row.id) ?? row);
}

const isTestRow = ({ overview }: OverviewRow): boolean => overview !== null && isHipTestDrill(overview.drill);

/** @param tests results of hip tests. The overview of a test without its result is not kept */
const sumUp = (
  connection: Connection,
  ids: readonly string[],
  tests: ReadonlyMap<string, HipTest | null>,
): Promise<readonly OverviewRow[]> =>
  connection.run(['sets', 'overviews'], 'readwrite', async (transaction) => {
    const made: OverviewRow[] = [];
    for (const id of ids) {
      const row = await transaction.objectStore('sets').get(id);
      if (row === undefined) continue;
      const valid = validateRow(row);
      const imported = row.framesId === undefined ? {} : { imported: true };
      const overview = valid.ok
        ? { ...overviewOf(valid.value.head, valid.value.frames, true, tests.get(id)), ...imported }
        : null;
      const problem = valid.ok ? '' : valid.faults.join('; ');
      made.push({ id, version: OVERVIEW_VERSION, overview, problem });
    }
    // The overview of a running set is not kept: the next frames would make it out of date.
    const lasting = made.filter((row) => row.overview?.ended !== 'running' && (tests.has(row.id) || !isTestRow(row)));
    for (const row of lasting) await transaction.objectStore('overviews').put(row);
    return made;
  });
