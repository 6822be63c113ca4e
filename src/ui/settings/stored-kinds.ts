import type { KeptFiles } from '../../app/kept-files.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import type { Services } from '../shell/services.ts';

export const KINDS = ['sets', 'selfChecks', 'programmes', 'goals', 'pictures', 'settings', 'offline'] as const;

export type Kind = (typeof KINDS)[number];

/** What an export brings back whole, so that it is worth one before it is deleted. */
export const EXPORTED: ReadonlySet<Kind> = new Set(['sets', 'selfChecks', 'programmes', 'goals']);

export interface Stored {
  /** Null: it has no parts to count. */
  readonly count: number | null;
  /** By the app's own counting. 0: nothing is stored. */
  readonly bytes: number;
  /** ISO 8601 time or day of the oldest part; null: not known. */
  readonly since: string | null;
}

type Source = Pick<Services, 'sets' | 'selfChecks' | 'settings' | 'oldPictures' | 'people'> & {
  readonly storage: Pick<Services['storage'], 'bytesOf'>;
};

/** The offline files, as far as this page needs them. Null: this browser stores none. */
export type OfflineFiles = Pick<KeptFiles, 'count' | 'status' | 'remove'> | null;

const NOTHING: Stored = { count: 0, bytes: 0, since: null };

/** The parts of the settings that are kinds of their own. */
const programmesOf = ({ programmes, programmeChoices, programmeRuns, week }: Settings) => ({
  programmes,
  programmeChoices,
  programmeRuns,
  week,
});

const NO_PROGRAMMES: Partial<Settings> = { programmes: [], programmeChoices: {}, programmeRuns: {}, week: [] };

function storedProgrammes({ settings, storage }: Source): Stored {
  const kept = programmesOf(settings.current);
  const count = kept.programmes.length + Object.keys(kept.programmeRuns).length + kept.week.length;
  const chosen = Object.keys(kept.programmeChoices).length;
  return count + chosen === 0 ? NOTHING : { count, bytes: storage.bytesOf(kept), since: null };
}

function storedGoals({ settings, storage }: Source): Stored {
  const { hipGoals } = settings.current;
  if (hipGoals.length === 0) return NOTHING;
  const first = Math.min(...hipGoals.map(({ since }) => since));
  return { count: hipGoals.length, bytes: storage.bytesOf(hipGoals), since: new Date(first).toISOString() };
}

/** @param all each with its time, ISO 8601 */
const storedList = <One extends { readonly at: string }>(
  all: readonly One[],
  bytesOf: (one: One) => number,
): Stored => ({
  count: all.length,
  bytes: all.reduce((sum, one) => sum + bytesOf(one), 0),
  since: all.map(({ at }) => at).toSorted()[0] ?? null,
});

/** The development server has no list of files, so nothing of it can be counted there. */
async function storedOffline(files: OfflineFiles): Promise<Stored> {
  if (files === null) return NOTHING;
  try {
    const [count, { kept }] = await Promise.all([files.count(), files.status()]);
    return { count, bytes: kept, since: null };
  } catch {
    return NOTHING;
  }
}

/** Everything that is stored, by kind. Rejects with an `AppError` where the database cannot be read. */
export async function allStored(source: Source, files: OfflineFiles): Promise<Readonly<Record<Kind, Stored>>> {
  const { hipGoals: _goals, ...others } = source.settings.current;
  const rest = Object.entries(others).filter(([key]) => !Object.hasOwn(NO_PROGRAMMES, key));
  return {
    sets: await source.sets.size(),
    selfChecks: storedList(await source.selfChecks.list(), (one) => source.storage.bytesOf(one)),
    programmes: storedProgrammes(source),
    goals: storedGoals(source),
    pictures: { ...(await (await source.oldPictures()).stored()), since: null },
    settings: { count: null, bytes: source.storage.bytesOf(Object.fromEntries(rest)), since: null },
    offline: await storedOffline(files),
  };
}

/** Deletes one kind, and with the sets the pictures that were taken in them. Rejects where it cannot be deleted. */
export async function forget(kind: Kind, source: Source, files: OfflineFiles): Promise<void> {
  const { sets, selfChecks, settings } = source;
  if (kind === 'sets' || kind === 'pictures') await (await source.oldPictures()).removeAll();
  if (kind === 'sets') await sets.removeAll();
  else if (kind === 'selfChecks') await selfChecks.removeAll();
  else if (kind === 'programmes') await settings.change(NO_PROGRAMMES, true);
  else if (kind === 'goals') await settings.change({ hipGoals: [] }, true);
  else if (kind === 'offline') await files?.remove();
  else if (kind === 'settings') {
    const { current } = settings;
    await settings.reset();
    source.people.forgetHere();
    await settings.change({ ...programmesOf(current), hipGoals: current.hipGoals });
  }
}
