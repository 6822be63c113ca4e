import type { Connection } from './connection.ts';
import { SETTINGS_KEY } from './schema.ts';
import type { Settings, SettingsStore } from './storage-contract.ts';
import { DEFAULT_SETTINGS, mergedSettings } from './validate-settings.ts';

/** The person's settings: one row, read once at the start and written field by field; lists are written item by item. */
export class SettingsRepository implements SettingsStore {
  readonly #connection: Connection | null;
  #current: Settings = DEFAULT_SETTINGS;
  /** What this tab last saw in the database, with its own changes that are being written. */
  #known: Settings = DEFAULT_SETTINGS;
  #changes = 0;

  /** @param connection null: the settings are kept only until the tab closes */
  constructor(connection: Connection | null) {
    this.#connection = connection;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Reads the stored settings. Never rejects: an unreadable or invalid field keeps its default. */
  async read(): Promise<void> {
    const stored = await this.#connection
      ?.run(['settings'], 'readonly', (transaction) => transaction.objectStore('settings').get(SETTINGS_KEY))
      .catch(() => undefined);
    this.#known = this.#current = mergedSettings(DEFAULT_SETTINGS, stored);
  }

  async reset(): Promise<void> {
    await this.change(DEFAULT_SETTINGS, true);
  }

  async change(part: Partial<Settings>, whole = false): Promise<void> {
    const known = this.#known;
    this.#known = mergedSettings(known, part);
    this.#current = mergedSettings(this.#current, part);
    this.#changes += 1;
    const change = this.#changes;
    try {
      const written = await this.#connection?.run(['settings'], 'readwrite', async (transaction) => {
        const settings = transaction.objectStore('settings');
        // Another tab may have changed other fields, or other items of a list, since this one read them.
        const stored = mergedSettings(DEFAULT_SETTINGS, await settings.get(SETTINGS_KEY));
        const merged = mergedSettings(stored, whole ? part : besideOthers(known, part, stored));
        await settings.put(merged, SETTINGS_KEY);
        return merged;
      });
      if (written && change === this.#changes) this.#known = this.#current = written;
    } catch (error) {
      if (change === this.#changes) this.#known = known;
      throw error;
    }
  }
}

type Items = ReadonlyMap<string, unknown>;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What tells an item of a list from the others: its id, or the programme that it plans, or all of it. */
const keyOf = (item: unknown): string => {
  const { id, programme } = Object(item) as { readonly id?: unknown; readonly programme?: unknown };
  return JSON.stringify(id ?? programme ?? item);
};

/** Null: the value is no list and no table. */
const itemsOf = (value: unknown): Items | null => {
  if (Array.isArray(value)) return new Map(value.map((item) => [keyOf(item), item]));
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
};

/** The fields that hold a list, or a table by id. Each item stands for itself. */
const LISTS = [
  'blindSpotsTold',
  'presets',
  'symptomChecked',
  'safety',
  'programmes',
  'programmeChoices',
  'programmeRuns',
  'hipGoals',
  'week',
] as const satisfies readonly (keyof Settings)[];

/** The change, with lists that keep what another tab has added or changed, and that do not bring back what it has removed. */
function besideOthers(known: Settings, part: Partial<Settings>, stored: Settings): Partial<Settings> {
  const lists = LISTS.flatMap((key) => {
    const [old, mine, theirs] = [known[key], part[key], stored[key]].map(itemsOf);
    if (!old || !mine || !theirs) return [];
    const own = [...mine].flatMap(([id, item]): [string, unknown][] => {
      if (!isSame(item, old.get(id))) return [[id, item]];
      return theirs.has(id) ? [[id, theirs.get(id)]] : [];
    });
    const added = [...theirs].filter(([id]) => !old.has(id) && !mine.has(id));
    const items = [...own, ...added];
    return [[key, Array.isArray(part[key]) ? items.map(([, item]) => item) : Object.fromEntries(items)]];
  });
  return { ...part, ...Object.fromEntries(lists) };
}
