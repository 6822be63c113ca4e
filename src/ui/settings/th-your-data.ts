import '../history/th-transfer.ts';
import './th-offline.ts';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keptFiles, type KeptFiles } from '../../app/kept-files.ts';
import { yourDataWords } from '../../i18n/en/diagnostics.ts';
import type { Settings, StorageReport } from '../../storage/storage-contract.ts';
import { section } from '../elements/page-parts.ts';
import { acts, dataTable, numbers, plain, rowHead } from '../elements/data-table.ts';
import { formatBytes, formatDateAlone } from '../elements/format.ts';
import { numbered } from '../elements/in-steps.ts';
import { ask } from '../elements/th-confirm.ts';
import { nameOf } from '../people/change-person.ts';
import { fire, type Services, Served } from '../shell/services.ts';
import { applySettings } from '../shell/take-language.ts';
import { commonStyles, readable, sentences } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

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

/** Shows everything that is stored, by kind, and exports and deletes it; and what is never stored. */
@customElement('th-your-data')
export class ThYourData extends Served {
  static override styles = [
    commonStyles,
    tables,
    readable,
    sentences,
    css`
      .what {
        display: block;
        max-inline-size: 44ch;
        font-weight: 400;
      }
      @media (max-width: 640px) {
        .stacked tbody tr > td.none {
          display: none;
        }
      }
      td button {
        min-block-size: 44px;
      }
    `,
  ];

  /** The files for offline use; tests put in their own. */
  @property({ attribute: false }) files: OfflineFiles = keptFiles();
  @state() private _stored: Readonly<Record<Kind, Stored>> | null = null;
  @state() private _report: StorageReport | null = null;
  @state() private _message = '';

  protected override firstUpdated(): void {
    this.#read().catch(this.#failed);
  }

  override render() {
    const words = yourDataWords();
    return html`<div class="page">
      <h1 tabindex="-1">${commonWords().yourData}</h1>
      <p>${words.lead}</p>
      <section class="panel stack" aria-label=${commonWords().yourData} @th-imported=${() => this.#read().catch(this.#failed)}>
        ${this._stored ? this.#table(this._stored) : html`<p class="muted">${words.looking}</p>`} ${this.#room()}
        <th-transfer .services=${this.services}></th-transfer>
        <div class="row"><button class="danger" @click=${this.#forgetAll}>${commonWords().deleteAll}</button></div>
        <p role="status">${this._message}</p>
      </section>
      <section class="stack" aria-labelledby="offline">
        <h2 id="offline" tabindex="-1" data-part="offline">${commonWords().offline}</h2>
        <th-offline></th-offline>
      </section>
      ${section('privacy', words.privacy.heading)`
        ${numbered(words.privacy.lines, 'sentences')}`}
    </div>`;
  }

  #table(stored: Readonly<Record<Kind, Stored>>) {
    const { columns, ...words } = yourDataWords();
    // Only earlier versions kept pictures.
    const shown = KINDS.filter((kind) => kind !== 'pictures' || stored.pictures.count);
    return dataTable(shown, [
      rowHead(
        commonWords().what,
        (kind) => html`${words.kinds[kind].name}<span class="what small muted">${words.kinds[kind].what}</span>`,
      ),
      numbers(columns.count, (kind) => stored[kind].count ?? '–'),
      numbers(columns.size, (kind) => (stored[kind].bytes === 0 ? '–' : formatBytes(stored[kind].bytes))),
      plain(columns.since, (kind) => (stored[kind].since === null ? '–' : formatDateAlone(stored[kind].since))),
      acts(commonWords().delete, (kind) =>
        stored[kind].bytes === 0
          ? html`<span class="small muted">${words.empty}</span>`
          : html`<button class="danger" aria-label=${words.removeKind(words.kinds[kind].name)} @click=${() => this.#forget(kind)}>${commonWords().delete}</button>`,
      ),
    ]);
  }

  #room() {
    const report = this._report;
    const words = yourDataWords();
    if (!report) return null;
    if (!report.available) return html`<p class="note">${words.memory}</p>`;
    const { usedBytes, quotaBytes, persisted } = report;
    return html`${
      usedBytes === null || quotaBytes === null
        ? null
        : html`<p class="small muted">${words.used(formatBytes(usedBytes), formatBytes(quotaBytes))}</p>`
    }
    ${persisted === true ? html`<p>${words.safe}</p>` : null}
    ${
      persisted === false
        ? html`<p>${words.unsafe}</p>
          <div class="row"><button @click=${this.#askSafe}>${words.askSafe}</button></div>`
        : null
    }`;
  }

  async #read(): Promise<void> {
    [this._stored, this._report] = await Promise.all([
      allStored(this.services, this.files),
      this.services.storage.report(),
    ]);
  }

  readonly #failed = (): void => {
    this._message = yourDataWords().notRemoved;
  };

  async #forget(kind: Kind): Promise<void> {
    const { kinds, ask: about, removed } = yourDataWords();
    const { name, what } = kinds[kind];
    const question = { ...about, title: about.title(name), text: about.text(what, EXPORTED.has(kind)) };
    if (!(await ask(this, question))) return;
    await this.#carryOut([kind], removed(name));
  }

  readonly #forgetAll = async (): Promise<void> => {
    const { sets, askAll, removedAll } = yourDataWords();
    const { people } = this.services;
    const question = {
      ...askAll,
      text: askAll.text(sets(this._stored?.sets.count ?? 0), people.several ? nameOf(this.services, people.here) : ''),
    };
    if (!(await ask(this, question))) return;
    await this.#carryOut(KINDS, removedAll);
  };

  /** The programmes and goals survive a reset of the settings alone, so they go first. */
  async #carryOut(kinds: readonly Kind[], done: string): Promise<void> {
    // What was deleted before does not come back either.
    fire(this, 'th-deleted', null);
    try {
      for (const kind of kinds) await forget(kind, this.services, this.files);
      this._message = done;
    } catch {
      this._message = yourDataWords().notRemoved;
    }
    await this.#read().catch(this.#failed);
    if (kinds.includes('settings')) await applySettings(this, this.services);
    await this.updateComplete;
    // The button that was pressed may be gone.
    if (!this.renderRoot.contains(this.shadowRoot?.activeElement ?? null)) this.renderRoot.querySelector('h1')?.focus();
  }

  readonly #askSafe = async (): Promise<void> => {
    const promised = await navigator.storage.persist().catch(() => false);
    this._message = promised ? yourDataWords().safe : yourDataWords().refused;
    await this.#read().catch(this.#failed);
  };
}
