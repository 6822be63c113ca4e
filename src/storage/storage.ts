import type { AppError } from '../app/app-error.ts';
import type { CompleteRecord } from './later/when-needed.ts';
import type { MarkOptions, SafetyMark, TellNews } from './accidents/safety-mark.ts';
import { Connection, type Database, type OpenDatabaseOptions, storageError } from './connection.ts';
import { whenIdle } from './when-idle.ts';
import { MemorySets } from './memory-sets.ts';
import { MemorySelfChecks, SelfCheckRepository } from './self-check-repository.ts';
import { jsonBytes } from './set-header.ts';
import { SetRepository } from './set-repository.ts';
import { SettingsRepository } from './settings-repository.ts';
import type { AppStorage, Stores } from './storage-contract.ts';

export interface OpenStorageOptions extends MarkOptions, Pick<OpenDatabaseOptions, 'timeLimit'> {
  /** Computes the summary of a set that a closed tab left unfinished, from the stored frames. */
  readonly complete?: CompleteRecord;
  /** A set may be open, so a late database is not taken yet. Absent: none is. */
  readonly isBusy?: () => boolean;
}

/**
 * Opens the storage and completes sets that a closed tab left unfinished. Never rejects: without a database everything
 * is kept in memory, and `trouble` says why.
 */
export const openStorage = async (options: OpenStorageOptions = {}): Promise<AppStorage> => {
  const storage = new OpenedStorage(options);
  await storage.open();
  return storage;
};

const whenNeeded = () => import('./later/when-needed.ts');

/** The stores of a database, whose frames are packed once the browser is idle. */
function storesIn(connection: Connection, tell: TellNews) {
  let asked: Promise<void> | null = null;
  // Not needed before the page is idle, so it is no part of the first load.
  const packer = async () => new (await import('./frames/frame-packer.ts')).FramePacker(connection);
  let made: ReturnType<typeof packer> | null = null;
  let packing: Promise<void> | null = null;
  const packAll = () => {
    packing ??= whenIdle(async () => (await (made ??= packer())).packNext()).finally(() => (packing = null));
  };
  const onSaved = () => {
    // Once there is something to keep.
    asked ??= whenNeeded().then(
      ({ askToPersist }) => askToPersist(),
      () => undefined,
    );
    packAll();
  };
  return {
    sets: new SetRepository(connection, { onSaved, tell }),
    selfChecks: new SelfCheckRepository(connection),
    settings: new SettingsRepository(connection),
    packAll,
  };
}

type DatabaseStores = Omit<ReturnType<typeof storesIn>, 'packAll'>;

function storesInMemory(tell: TellNews): Stores {
  const selfChecks = new MemorySelfChecks();
  return { sets: new MemorySets(selfChecks, tell), selfChecks, settings: new SettingsRepository(null) };
}

class OpenedStorage implements AppStorage {
  kind: AppStorage['kind'] = 'memory';
  readonly bytesOf = jsonBytes;
  readonly #options: OpenStorageOptions;
  readonly #connection: Connection;
  /** Null: it cannot be loaded. */
  readonly #marking: Promise<SafetyMark | null>;
  #mark: SafetyMark | null = null;
  #trouble: AppError | null = null;
  #stores: Stores;

  constructor(options: OpenStorageOptions) {
    this.#options = options;
    const onLate = (opening: Promise<Database>) => {
      if (this.kind === 'memory') this.#takeLate(opening).catch(this.#failed);
    };
    this.#connection = new Connection({ ...options, onLate });
    this.#marking = this.#loadMark().catch(() => null);
    this.#stores = storesInMemory(this.#tell);
  }

  get trouble() {
    return this.#trouble ?? this.#mark?.trouble ?? null;
  }

  get limitsUnknown() {
    return this.#mark?.limitsUnknown ?? null;
  }

  get sets() {
    return this.#stores.sets;
  }

  get selfChecks() {
    return this.#stores.selfChecks;
  }

  get settings() {
    return this.#stores.settings;
  }

  async open(): Promise<void> {
    try {
      await this.#connection.open();
    } catch (error) {
      this.#trouble = storageError(error);
      // The mark may tell of sets that cannot be read.
      await this.sets.list();
      return;
    }
    await this.#use();
  }

  endTrouble(): void {
    this.#mark?.knowLoss();
  }

  confirmLimits(): void {
    this.#mark?.confirmLimits();
  }

  readonly exportFile: AppStorage['exportFile'] = async (...what) => (await whenNeeded()).exportFile(this, what);

  readonly importFile: AppStorage['importFile'] = async (...what) => (await whenNeeded()).importFile(this, what);

  readonly report = async () => (await whenNeeded()).storageReport(this.kind === 'database');

  readonly #tell: TellNews = async (news) => (await this.#marking)?.tell(news).catch(() => undefined);

  readonly #failed = (error: unknown): void => {
    this.#trouble = storageError(error);
    this.#options.onChange?.(false);
  };

  /** @param before what is to be done before the stores of the database take the place of those in memory */
  async #use(before?: (stores: DatabaseStores) => Promise<void>): Promise<void> {
    const { packAll, ...stores } = storesIn(this.#connection, this.#tell);
    await stores.settings.read();
    const trouble = await stores.sets.settleInterrupted(this.#options.complete).then(
      () => null,
      (error: unknown) => storageError(error),
    );
    packAll();
    await before?.(stores);
    [this.kind, this.#stores, this.#trouble] = ['database', stores, trouble];
  }

  async #takeLate(opening: Promise<Database>): Promise<void> {
    await opening;
    const { moveInto } = await import('./accidents/late-database.ts');
    const isBusy = this.#options.isBusy ?? (() => false);
    await this.#use((stores) => moveInto(stores, this.#connection, this.#stores, isBusy));
    this.#options.onChange?.(true);
  }

  /** Not needed before the sets are read, so it is no part of the first load. */
  async #loadMark(): Promise<SafetyMark> {
    const { SafetyMark } = await import('./accidents/safety-mark.ts');
    this.#mark = new SafetyMark(this.#options, this.#connection, () => this.settings.current);
    return this.#mark;
  }
}
