import type { Connection } from './connection.ts';
import type { OverviewRow } from './schema.ts';
import { startOf } from './set-header.ts';
import type { DamagedSet, SetOverview } from './storage-contract.ts';

/** To be raised whenever `SetOverview` or what it is computed from changes. */
export const OVERVIEW_VERSION = 9;

/** Rows that are summed up at a time, so that the page stays responsive. */
const PORTION = 100;

export interface Overviews {
  /** Newest first; sets without a date last. */
  readonly sets: readonly SetOverview[];
  readonly damaged: readonly DamagedSet[];
}

/**
 * What the list shows of all sets. Overviews are kept beside the rows, because a row with its flags and phases is about twenty times
 * as large. Whatever changes, adds or removes a set deletes its overview in the same transaction; those that are missing are made here.
 */
export async function readOverviews(connection: Connection): Promise<Overviews> {
  const [ids, kept] = await connection.run(['sets', 'overviews'], 'readonly', (transaction) =>
    Promise.all([transaction.objectStore('sets').getAllKeys(), transaction.objectStore('overviews').getAll()]),
  );
  const known = new Map(kept.filter(({ version }) => version === OVERVIEW_VERSION).map((row) => [row.id, row]));
  const missing = ids.filter((id) => !known.has(id));
  for (let from = 0; from < missing.length; from += PORTION) {
    const { makeOverviews } = await import('./later/when-needed.ts');
    for (const row of await makeOverviews(connection, missing.slice(from, from + PORTION))) known.set(row.id, row);
  }
  return overviewsOf(ids.flatMap((id) => known.get(id) ?? []));
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
