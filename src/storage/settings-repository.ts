import type { Connection } from './connection.ts';
import { SETTINGS_KEY } from './schema.ts';
import type { Settings, SettingsStore } from './storage-contract.ts';
import { DEFAULT_SETTINGS, mergedSettings } from './validate-settings.ts';

/** The person's settings: one record, read once at the start, written field by field. */
export class SettingsRepository implements SettingsStore {
  readonly #connection: Connection | null;
  #current: Settings = DEFAULT_SETTINGS;

  /** Without a connection the settings last as long as the tab. */
  constructor(connection: Connection | null) {
    this.#connection = connection;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Reads what is stored. Never rejects: what cannot be read or believed keeps its default. */
  async read(): Promise<void> {
    const stored = await this.#connection
      ?.run(['settings'], 'readonly', (transaction) => transaction.objectStore('settings').get(SETTINGS_KEY))
      .catch(() => undefined);
    this.#current = mergedSettings(DEFAULT_SETTINGS, stored);
  }

  async reset(): Promise<void> {
    await this.change(DEFAULT_SETTINGS);
  }

  async change(part: Partial<Settings>): Promise<void> {
    this.#current = mergedSettings(this.#current, part);
    await this.#connection?.run(['settings'], 'readwrite', async (transaction) => {
      const settings = transaction.objectStore('settings');
      // Another tab may have changed other fields since this one read them.
      const stored = mergedSettings(DEFAULT_SETTINGS, await settings.get(SETTINGS_KEY));
      await settings.put(mergedSettings(stored, part), SETTINGS_KEY);
    });
  }
}
