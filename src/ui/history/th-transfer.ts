import '../shell/th-error-card.ts';
import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { toldNote, fileField } from '../elements/page-parts.ts';
import { type AppErrorCode, errorCode } from '../../app/app-error.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isSameName } from '../../coach/plain-name.ts';
import { peopleWords } from '../../i18n/en/settings.ts';
import { transferWords } from '../../i18n/en/transfer.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { Imported, SetOverview, Settings } from '../../storage/storage-contract.ts';
import { drillFamily, type SymptomLock } from '../../training/planning/symptom-lock.ts';
import { dayText, formatShare } from '../elements/format.ts';
import { ask } from '../elements/th-confirm.ts';
import { download } from './download.ts';
import { nameOf } from '../people/change-person.ts';
import { bring } from '../prescription/brought.ts';
import { lockOf } from '../safety/person-now.ts';
import { fire, goTo, Served } from '../shell/services.ts';
import { symptomName } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

type Confirmed = Settings['symptomChecked'];

const newestOf = (confirmed: Confirmed): string | null =>
  Object.values(confirmed).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;

/**
 * The holds that the confirmations of an imported file would lift. A confirmation in the future counts for nothing. `family` is the id of
 * the drill's family, `checked` when, says the file, the symptom was checked (ISO 8601).
 * @param mine the confirmations that hold now
 */
export function importedLocks(
  drills: readonly DrillDefinition[],
  sets: readonly SetOverview[],
  mine: Confirmed,
  { symptomChecked = {} }: Partial<Settings>,
  now: Milliseconds,
) {
  const past = Object.entries(symptomChecked).filter(([, at]) => Date.parse(at) <= now);
  return [...new Set(drills.map(drillFamily))].flatMap((family) => {
    const members = drills.filter((one) => drillFamily(one) === family);
    const drill = members.find(({ id }) => id === family) ?? members[0];
    const ids = new Set([family, ...members.map(({ id }) => id)]);
    // Of the drill as in old files, or of its single stops.
    const isNew = ([key, at]: readonly [string, string]) => Date.parse(at) > Date.parse(mine[key] ?? '1970-01-01');
    const confirmed = Object.fromEntries(past.filter((one) => ids.has(one[0].split('@')[0] ?? '') && isNew(one)));
    const checked = newestOf(confirmed);
    if (drill === undefined || checked === null) return [];
    const lockWith = (all: Confirmed): SymptomLock | null => {
      const answered = { safety: {}, hipPlan: null, prescription: null, symptomChecked: all };
      return lockOf(drill, drills, sets, answered, now);
    };
    const lock = lockWith(mine);
    const isLifted = lock !== null && lockWith({ ...mine, ...confirmed }) === null;
    return isLifted ? [{ family, title: drill.title, lock, checked, confirmed }] : [];
  });
}

const importWords = ({ added, updated, skipped, selfChecks }: Imported): string => {
  const words = transferWords();
  return [
    words.added(added),
    ...(updated > 0 ? [words.updated(updated)] : []),
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
    ...(selfChecks > 0 ? [words.checks(selfChecks)] : []),
  ].join(', ');
};

const differs = (settings: Partial<Settings>, current: Settings): boolean =>
  (Object.keys(settings) as (keyof Settings)[]).some(
    (key) => key !== 'symptomChecked' && JSON.stringify(settings[key]) !== JSON.stringify(current[key]),
  );

/** Exports all sets and settings to files and imports them again. Fires `th-imported` when something was added. */
@customElement('th-transfer')
export class ThTransfer extends Served {
  static override styles = [
    commonStyles,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      button[aria-disabled='true'] {
        opacity: 0.55;
        cursor: default;
      }
      progress {
        inline-size: 12rem;
        accent-color: var(--accent);
      }
    `,
  ];

  @state() private _message = '';
  @state() private _error: AppErrorCode | null = null;
  /** What is going on; an import with the share that has been read. */
  @state() private _doing: 'export' | { readonly read: number } | null = null;
  @query('input[type=file]') private _file!: HTMLInputElement;
  #cancel = new AbortController();

  /** Whoever leaves the page cancels the import: nobody would see its end. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel.abort();
  }

  /** Whose data they are; undefined: only one person trains here. */
  get #whose(): string | undefined {
    const { people } = this.services;
    return people.several ? nameOf(this.services, people.here) : undefined;
  }

  override render() {
    const words = transferWords();
    const busy = this._doing !== null;
    return html`<div class="row" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${this.#dropped}>
        <button aria-disabled=${busy} @click=${this.#export}>${this.#whose === undefined ? words.exportAll : words.exportOf(this.#whose)}</button>
        <button aria-disabled=${busy} @click=${() => this._doing === null && this._file.click()}>${words.import}</button>
        ${fileField('application/json,.json', words.file, this.#take)}
        <span class="small muted">${words.drop}</span>
      </div>
      ${this.#whose === undefined ? null : html`<p class="small muted">${peopleWords().goesTo(this.#whose)}</p>`}
      <p class="small muted">${words.hint}</p>
      ${this.#progress()}
      ${toldNote(this._message, 'note good')}
      ${this._error ? html`<th-error-card .code=${this._error} .without=${['retry']}></th-error-card>` : null}`;
  }

  #progress() {
    const words = transferWords();
    if (this._doing === null) return null;
    if (this._doing === 'export') return html`<p class="muted">${words.collecting}</p>`;
    const { read } = this._doing;
    const text = read < 1 ? words.reading(formatShare(read)) : words.storing;
    return html`<div class="row">
      <progress max="1" .value=${read} aria-label=${words.file}></progress>
      <span class="muted num">${text}</span>
      <button class="quiet" ?disabled=${read >= 1} @click=${() => this.#cancel.abort()}>${commonWords().cancel}</button>
    </div>`;
  }

  // A disabled button would lose the focus, so it stays enabled and does nothing while something goes on.
  readonly #export = async (): Promise<void> => {
    if (this._doing !== null) return;
    this._doing = 'export';
    try {
      download(await this.services.storage.exportFile(null, this.#whose));
      this._error = null;
    } catch (error) {
      this.#failed(error);
    } finally {
      this._doing = null;
    }
  };

  readonly #take = (file: File): void => {
    this.#import(file).catch(this.#failed);
  };

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file && this._doing === null) this.#take(file);
  };

  async #import(file: File): Promise<void> {
    this._message = '';
    this._error = null;
    let imported: Imported | null = null;
    try {
      // A prescription is no data of the person: a page of its own asks about it.
      const { readPrescriptionFile } = await this.services.prescriptions();
      const prescription = await readPrescriptionFile(file);
      if (prescription !== null) {
        bring(prescription);
        return goTo(this, { screen: 'prescription' });
      }
      imported = await this.#read(file);
      this._message = imported ? `${importWords(imported)}.` : transferWords().cancelled;
      if (imported === null) return;
      fire(this, 'th-imported');
      await this.#importSettings(imported);
    } catch (error) {
      this.#failed(error);
      if (imported === null && this._error !== 'import-invalid') this._message = transferWords().nothing;
    }
  }

  async #read(file: File): Promise<Imported | null> {
    this.#cancel = new AbortController();
    this._doing = { read: 0 };
    try {
      const progress = (read: number) => {
        this._doing = { read };
      };
      const { signal } = this.#cancel;
      return await this.services.storage.importFile(file, { signal, progress, isFor: this.#isFor });
    } finally {
      this._doing = null;
    }
  }

  readonly #isFor = async (person: string): Promise<boolean> => {
    const here = this.#whose ?? this.services.people.here.name;
    if (here === '' || isSameName(here, person)) return true;
    const words = transferWords().another;
    return ask(this, { ...words, title: words.title(person, here), text: words.text(here), yes: words.yes(here) });
  };

  /** Asks before it takes over the settings of the file, which may come from another person, and then about each hold. */
  async #importSettings({ settings }: Imported): Promise<void> {
    if (settings === null) return;
    const access = this.services.settings;
    const { symptomChecked: _confirmed, ...rest } = settings;
    if (differs(settings, access.current)) {
      const accepted = await ask(this, transferWords().ask);
      if (accepted) await access.change(rest, true);
      if (accepted && settings.muted !== undefined) this.services.session.setMuted(settings.muted);
      if (accepted) fire(this, 'th-theme', access.current.theme);
      this._message += ` ${accepted ? transferWords().taken : transferWords().kept}`;
      if (!accepted) return;
    }
    await this.#importLocks(settings);
    fire(this, 'th-imported');
  }

  /** A hold is for the hip of the person here, so it is lifted only by name. */
  async #importLocks(settings: Partial<Settings>): Promise<void> {
    const { services } = this;
    const words = transferWords();
    const mine = services.settings.current.symptomChecked;
    const holds = importedLocks(services.drills, await services.sets.list(), mine, settings, Date.now());
    for (const { title, lock, checked, confirmed } of holds) {
      const text = words.hold.text(symptomName(lock.symptom), dayText(Date.parse(checked)));
      const lift = await ask(this, { ...words.hold, title: words.hold.title(title), text });
      const { symptomChecked } = services.settings.current;
      if (lift) await services.settings.change({ symptomChecked: { ...symptomChecked, ...confirmed } });
      this._message += ` ${lift ? words.lifted(title) : words.held(title)}`;
    }
  }

  readonly #failed = (error: unknown): void => {
    this._error = errorCode(error);
  };
}
