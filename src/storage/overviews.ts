import type { Connection, Transaction } from './connection.ts';
import type { OverviewRow } from './schema.ts';
import { overviewOf } from './set-header.ts';
import type { DamagedSet, SetOverview } from './storage-contract.ts';
import { validateRow } from './validate-record.ts';

/** To be raised whenever `SetOverview` or what it is computed from changes. */
const OVERVIEW_VERSION = 1;

/** Rows that are read and summed up at a time, so that the page stays responsive. */
const PORTION = 100;

export interface Overviews {
  /** Newest first; sets without a date last. */
  readonly sets: readonly SetOverview[];
  readonly damaged: readonly DamagedSet[];
}

/** To be called in the transaction that changes or removes the row of a set. */
export const forgetOverview = (transaction: Pick<Transaction<['overviews'], 'readwrite'>, 'objectStore'>, id: string) =>
  transaction.objectStore('overviews').delete(id);

/**
 * What the list shows of all sets. Overviews are kept beside the rows, because a row with its flags and phases is about twenty times
 * as large. Those that are missing are made first.
 */
export async function readOverviews(connection: Connection): Promise<Overviews> {
  const { ids, kept } = await connection.run(['sets', 'overviews'], 'readonly', async (transaction) => ({
    ids: await transaction.objectStore('sets').getAllKeys(),
    kept: await transaction.objectStore('overviews').getAll(),
  }));
  const known = new Map(kept.flatMap((row) => (row.version === OVERVIEW_VERSION ? [[row.id, row] as const] : [])));
  const missing = ids.filter((id) => !known.has(id));
  for (let from = 0; from < missing.length; from += PORTION) {
    for (const row of await makeOverviews(connection, missing.slice(from, from + PORTION))) known.set(row.id, row);
  }
  const rows = ids.flatMap((id) => known.get(id) ?? []);
  return {
    sets: rows.flatMap(({ overview }) => overview ?? []).toSorted((a, b) => startOf(b) - startOf(a)),
    damaged: rows.flatMap(({ id, overview, problem }) => (overview ? [] : [{ id, problem }])),
  };
}

const startOf = ({ startedAt }: SetOverview): number => (startedAt === null ? 0 : Date.parse(startedAt));

const makeOverviews = (connection: Connection, ids: readonly string[]): Promise<readonly OverviewRow[]> =>
  connection.run(['sets', 'overviews'], 'readwrite', async (transaction) => {
    const made: OverviewRow[] = [];
    for (const id of ids) {
      const row = await transaction.objectStore('sets').get(id);
      if (row === undefined) continue;
      const valid = validateRow(row);
      const overview = valid.ok ? overviewOf(valid.value.head, valid.value.frames, true) : null;
      const problem = valid.ok ? '' : valid.faults.join('; ');
      made.push({ id, version: OVERVIEW_VERSION, overview, problem });
    }
    // That of a running set would be out of date with its next frames.
    const lasting = made.filter(({ overview }) => overview?.ended !== 'running');
    for (const row of lasting) await transaction.objectStore('overviews').put(row);
    return made;
  });
