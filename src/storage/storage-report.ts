import type { StorageReport } from './storage-contract.ts';

/** The part of `navigator.storage` that is used. Absent in old browsers and insecure contexts. */
export type QuotaManager = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>;

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
  const estimate = await manager?.estimate().catch(() => null);
  return {
    available,
    persisted: persisted ?? null,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
};
