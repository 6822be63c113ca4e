import type { StorageReport } from './storage-contract.ts';

/** `navigator.storage`, as far as it is needed; absent in old browsers and insecure contexts. */
export type QuotaManager = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>;

const browserStorage = (): QuotaManager | undefined => globalThis.navigator?.storage;

/**
 * Asks the browser not to clear the data by itself when the disk runs short. To be called once there is something to
 * keep: a browser may put the question to the person. What it answers changes nothing, so nothing is thrown.
 */
export const askToPersist = async (manager = browserStorage()): Promise<void> => {
  try {
    if ((await manager?.persisted()) === false) await manager?.persist();
  } catch {
    // The data is kept as long as the browser pleases, as before.
  }
};

/** How full the storage is. Null where the browser does not say. */
export const storageReport = async (available: boolean, manager = browserStorage()): Promise<StorageReport> => {
  const persisted = await manager?.persisted().catch(() => null);
  const estimate = await manager?.estimate().catch(() => null);
  return {
    available,
    persisted: persisted ?? null,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
};
