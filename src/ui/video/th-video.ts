import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { goalField, legField } from '../home-and-drill/preset-fields.ts';
import { type AppErrorCode, errorCode, WAYS_TO_A_SET } from '../../app/app-error.ts';
import { isoAtPlace } from '../../app/session/set-plans.ts';
import { closeClipClient } from '../../app/worker-client/pose-client.ts';
import type { DrillDefinition, Goal } from '../../coach/drill-definition.ts';
import { commonWords } from '../../i18n/en/common.ts';
import { videoWords } from '../../i18n/en/transfer.ts';
import type { Share } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { choiceStyles } from '../elements/choice-field.ts';
import { selectField } from '../elements/fields.ts';
import { formatBytes, formatDateAlone, formatLength, formatShare, sentence } from '../elements/format.ts';
import { fileField, pageHead, section } from '../elements/page-parts.ts';
import { planFor, type SideChoice } from '../home-and-drill/plan-choice.ts';
import { routeHash } from '../shell/router.ts';
import { goTo, Served } from '../shell/services.ts';
import { commonStyles, readable, selects } from '../styles/styles.ts';
import { type ChosenVideo, lookAt, onDay, readVideo, storeVideoSet } from './read-video.ts';
import '../shell/th-error-card.ts';

/** Makes a set of a recorded video: which file, which drill, the wait. Then the page of the set is shown. */
@customElement('th-video')
export class ThVideo extends Served {
  static override styles = [
    commonStyles,
    selects,
    readable,
    choiceStyles,
    css`
      .name {
        overflow-wrap: anywhere;
        font-weight: 580;
      }
      .choice,
      .plain {
        max-inline-size: 36rem;
      }
      progress {
        inline-size: 100%;
        block-size: 1rem;
        accent-color: var(--accent);
      }
    `,
  ];

  /** The drill that is chosen at first; null: none. */
  @property({ attribute: false }) drillId: string | null = null;
  @state() private _video: ChosenVideo | null = null;
  @state() private _known: SetOverview | null = null;
  @state() private _looking = false;
  @state() private _drill: DrillDefinition | null = null;
  @state() private _side: SideChoice = 'left';
  @state() private _goal: Goal = 'prep';
  /** What is read; null: nothing is being read. */
  @state() private _read: Share | null = null;
  @state() private _error: AppErrorCode | null = null;
  @state() private _unmeasured: string | null = null;
  @state() private _message = '';
  @query('input[type=file]') private _file!: HTMLInputElement;
  #cancel = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel.abort();
    if (this._read === null) closeClipClient();
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { side, goal } = this.services.settings.current;
    this._side = side === 'both' ? 'each' : side;
    this._goal = goal;
    this.#takeDrill(this.drillId);
  }

  /** Those that a camera can watch, side checks and the hip test included: each has a page that leads here. */
  get #drills(): readonly DrillDefinition[] {
    return this.services.drills.filter(({ camera }) => camera !== 'none');
  }

  override render() {
    const words = videoWords();
    return html`<div class="page">
      ${pageHead(words.heading, words.lead)}
      ${this._read === null ? this.#choice() : this.#reading(this._read)}
      <p class="visually-hidden" role="status">${this._message}</p>
    </div>`;
  }

  #choice() {
    const words = videoWords();
    const video = this._video;
    return html`${this.#trouble()}
      ${section('video', words.title, 'stack')`
        ${video === null ? html`<p class="small muted">${words.needs}</p>` : this.#chosen(video)}
        <p class="row">
          <button class=${video ? '' : 'primary large'} ?disabled=${this._looking} @click=${() => this._file.click()}>
            ${video ? words.another : words.choose}
          </button>
          <span role="status">${this._looking ? words.looking : ''}</span>
        </p>
        ${fileField('video/*,.mkv', words.choose, this.#take)}`}
      ${this.#drillChoice()} ${this.#start()}`;
  }

  #trouble() {
    const words = videoWords();
    if (this._unmeasured !== null)
      return html`<div class="note" role="alert">
        <strong>${words.nothing}</strong><span>${sentence(this._unmeasured)}</span><span>${words.change}</span>
      </div>`;
    if (this._error === null) return this._message ? html`<p class="note">${this._message}</p>` : null;
    return html`<th-error-card .code=${this._error} .without=${WAYS_TO_A_SET}></th-error-card>`;
  }

  #chosen(video: ChosenVideo) {
    const words = videoWords();
    const { file, length, filmedAt } = video;
    const facts = [length === null ? [] : formatLength(length), formatBytes(file.size)];
    const latest = isoAtPlace(new Date()).slice(0, 10);
    const changed = ({ target }: Event): void => {
      const { value } = target as HTMLInputElement;
      if (value) this._video = { ...video, filmedAt: onDay(filmedAt, value) };
    };
    return html`<p class="name">${file.name}</p>
      <p class="muted num">${facts.flat().join(' · ')}</p>
      ${this.#knownNote()}
      <label class="plain">${words.day}
        <input type="date" .value=${filmedAt.slice(0, 10)} max=${latest} @change=${changed} />
      </label>
      <p class="small muted">${words.dayFrom}</p>`;
  }

  #knownNote() {
    const known = this._known;
    if (known === null) return null;
    const words = videoWords();
    return html`<div class="note">
      <span>${words.known(formatDateAlone(known.startedAt))}</span>
      <a href=${routeHash({ screen: 'set', id: known.id })}>${words.open}</a>
    </div>`;
  }

  #drillChoice() {
    const drill = this._drill;
    const drills = this.#drills.map(({ id, title }) => ({ value: id, label: title }));
    return html`${selectField<string | null>(videoWords().drill, drills, drill?.id ?? null, this.#takeDrill, { otherwise: '–' })}
      ${drill === null || drill.bilateral ? null : legField(this._side, (side) => (this._side = side))}
      ${drill === null || drill.hipTest ? null : goalField(this._goal, (goal) => (this._goal = goal))}`;
  }

  #start() {
    const words = videoWords();
    const isReady = this._video !== null && this._drill !== null;
    const missing = this._video === null ? words.first : this._drill === null ? words.drillToo : '';
    return html`<p class="row">
      <button class=${isReady ? 'primary large' : 'large'} ?disabled=${!isReady} @click=${() => this.#readNow()}>${words.start}</button>
      <span class="muted">${missing}</span>
    </p>`;
  }

  #reading(read: Share) {
    const words = videoWords();
    return html`<section class="panel stack">
      <h2 id="reading">${words.reading(this._drill?.title ?? '')}</h2>
      <progress max="1" .value=${read} aria-labelledby="reading"></progress>
      <p class="num">${read === 0 ? words.loading : formatShare(read)}</p>
      <p class="muted">${words.stay}</p>
      <p><button @click=${() => this.#cancel.abort()}>${commonWords().cancel}</button></p>
    </section>`;
  }

  readonly #takeDrill = (id: string | null): void => {
    this._drill = this.#drills.find((drill) => drill.id === id) ?? null;
    this._unmeasured = null;
  };

  readonly #take = (file: File): void => {
    this.#look(file).catch(() => undefined);
  };

  /** Opens the file at once: what cannot be read is said before anything else is chosen. */
  async #look(file: File): Promise<void> {
    this.#clear();
    this._video = null;
    this._looking = true;
    try {
      const video = await lookAt(file);
      this._known = (await this.services.sets.list()).find(({ id }) => id === video.id) ?? null;
      this._video = video;
    } catch (error) {
      this._error = errorCode(error);
    } finally {
      this._looking = false;
    }
  }

  #clear(): void {
    this._error = null;
    this._unmeasured = null;
    this._message = '';
  }

  async #readNow(): Promise<void> {
    const [video, drill] = [this._video, this._drill];
    if (video === null || drill === null || this._read !== null) return;
    this.#clear();
    this.#cancel = new AbortController();
    const { signal } = this.#cancel;
    const settings: Settings = { ...this.services.settings.current, side: this._side, goal: this._goal };
    const onProgress = (read: Share) => (this._read = read);
    try {
      onProgress(0);
      const { subjectHeight, model } = settings;
      const plan = planFor(drill, settings);
      const { record, unmeasured } = await readVideo({ video, plan, subjectHeight, model, signal, onProgress });
      this._unmeasured = unmeasured;
      if (unmeasured !== null) return;
      await storeVideoSet(this.services.sets, record);
      goTo(this, { screen: 'set', id: record.id });
    } catch (error) {
      if (signal.aborted) this._message = videoWords().cancelled;
      else this._error = errorCode(error);
    } finally {
      this._read = null;
      if (!this.isConnected) closeClipClient();
    }
  }
}
