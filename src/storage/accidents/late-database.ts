import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { Connection } from '../connection.ts';
import { importedSet } from '../set-header.ts';
import { SettingsRepository } from '../settings-repository.ts';
import type { SetStore, Settings, Stores } from '../storage-contract.ts';
import { DEFAULT_SETTINGS } from '../validate-settings.ts';

/** How often it is looked whether a set is still open. */
const LOOK_EVERY: Milliseconds = 500;

/** What was set since the start of the page. */
const changedSettings = (now: Settings): Partial<Settings> => {
  const before = new Map(Object.entries(DEFAULT_SETTINGS));
  const isChanged = ([key, value]: [string, unknown]) => JSON.stringify(before.get(key)) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(now).filter(isChanged));
};

async function recordsIn(sets: SetStore): Promise<readonly SetRecord[]> {
  const found = await Promise.all((await sets.list()).map(({ id }) => sets.load(id)));
  return found.flatMap((record) => record ?? []);
}

/** Sets are moved once. One for which there is no room stays in memory in the other store. */
async function moveSets(from: Stores, into: Stores, moved: Set<string>): Promise<void> {
  const records = (await recordsIn(from.sets)).filter(({ id, ended }) => ended !== 'running' && !moved.has(id));
  const own = new Set(from.sets.unsaved);
  const isOwn = ({ id, source }: SetRecord): boolean => own.has(id) || source.kind === 'demo';
  // Sets that were imported go the way of an import, so that the database merges them with its own.
  const imported = records.filter((record) => !isOwn(record)).map((record) => importedSet(record));
  if (imported.length > 0) await into.sets.addImported({ sets: imported, checks: [] });
  for (const record of records.filter(isOwn)) await into.sets.finishSet(record).catch(() => undefined);
  for (const { id } of records) moved.add(id);
}

/**
 * Moves what was done in memory into the stores of a database that opened late.
 * @param isBusy a set may be open. Resolves when none is, and all is moved
 */
export async function moveInto(
  into: Stores & { readonly settings: SettingsRepository },
  connection: Connection,
  from: Stores,
  isBusy: () => boolean,
): Promise<void> {
  const moved = new Set<string>();
  do {
    while (isBusy()) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    await moveSets(from, into, moved);
  } while (isBusy());
  for (const check of await from.selfChecks.list()) await into.selfChecks.keep(check);
  const changed = changedSettings(from.settings.current);
  if (Object.keys(changed).length === 0) return;
  // As from a tab that knows nothing of what is stored, so that lists are added to.
  await new SettingsRepository(connection).change(changed);
  await into.settings.read();
}
