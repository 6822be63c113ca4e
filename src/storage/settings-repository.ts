import type { Connection } from './connection.ts';
import { SETTINGS_KEY } from './schema.ts';
import type { Settings, SettingsStore } from './storage-contract.ts';
import { DEFAULT_SETTINGS, mergedSettings } from './validate-settings.ts';

/** The person's settings: one row, read once at the start and written field by field. */
export class SettingsRepository implements SettingsStore {
  readonly #connection: Connection | null;
  #current: Settings = DEFAULT_SETTINGS;

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
