import type { SetRecord } from '../../coach/record/set-record.ts';
import type { PastSets, Services } from '../shell/services.ts';

/** A set that was read from a video and is neither kept nor thrown away yet. It exists in this tab only. */
let waiting: SetRecord | null = null;

/** It outlives the page, so that nothing is lost by a look at another one. */
export const unkeptSet = (): SetRecord | null => waiting;

export const holdUnkept = (record: SetRecord | null): void => {
  waiting = record;
};

/**
 * The past sets as the summary of the waiting set sees them: it is one of them, and answers and note go into it.
 */
export function withUnkept({ sets: past, overviewOf }: Pick<Services, 'sets' | 'overviewOf'>): PastSets {
  const add = (id: string, part: Partial<SetRecord>): boolean => {
    if (waiting?.id !== id) return false;
    waiting = { ...waiting, ...part };
    return true;
  };
  return {
    get unsaved() {
      return past.unsaved;
    },
    list: async () => {
      const sets = await past.list();
      if (waiting === null) return sets;
      const own = overviewOf(waiting);
      const others = sets.filter(({ id }) => id !== own.id);
      // Newest first, as the store has them. A video may be older than the last set.
      const later = others.filter(({ startedAt }) => Date.parse(startedAt ?? '') > Date.parse(own.startedAt ?? ''));
      return [...later, own, ...others.filter((set) => !later.includes(set))];
    },
    damaged: () => past.damaged(),
    size: () => past.size(),
    load: async (id) => (waiting?.id === id ? waiting : past.load(id)),
    keepAfter: async (id, answers) => {
      const after = { effort: null, pain: null, ...waiting?.after, ...answers };
      return add(id, { after }) ? undefined : past.keepAfter(id, answers);
    },
    keepNote: async (id, note) => (add(id, { note }) ? undefined : past.keepNote(id, note)),
    finishSet: (record) => past.finishSet(record),
    remove: (id) => past.remove(id),
    removeAll: () => past.removeAll(),
  };
}

/** Stores the waiting set. One that was kept from the same video before is replaced; its answers stay where there are no new ones. */
export async function keepUnkept(past: PastSets): Promise<string | null> {
  if (waiting === null) return null;
  const before = await past.load(waiting.id).catch(() => null);
  const { after = before?.after, note = before?.note } = waiting;
  const record: SetRecord = { ...waiting, ...(after ? { after } : {}), ...(note ? { note } : {}) };
  waiting = null;
  // What cannot be stored stays in memory, and the summary says so.
  await past.finishSet(record).catch(() => undefined);
  return record.id;
}
