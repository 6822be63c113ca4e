import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { goalField, legField } from '../home-and-drill/preset-fields.ts';
import { answerTools } from '../../app/analyze/answer-tools.ts';
import { type AppErrorCode, errorCode, WAYS_TO_A_SET } from '../../app/app-error.ts';
import { closeClipClient } from '../../app/worker-client/pose-client.ts';
import type { DrillDefinition, Goal } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { videoWords } from '../../i18n/en/transfer.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { section, pageHead, fileField } from '../elements/page-parts.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { formatAbout, formatBytes, formatDateAlone, formatLength, formatShare, sentence } from '../elements/format.ts';
import { listenWhileShown } from '../elements/while-shown.ts';
import { csvFiles } from '../history/csv-files.ts';
import { download } from '../history/download.ts';
import { planFor, type SideChoice, usualWays, waysOf } from '../home-and-drill/plan-choice.ts';
import { startBarStyles } from '../home-and-drill/start-bar-styles.ts';
import { routeHash } from '../shell/router.ts';
import { focusLater, goTo, loadPart, Served } from '../shell/services.ts';
import { commonStyles, fields, readable } from '../styles/styles.ts';
import { isoAtPlace } from '../../app/session/set-plans.ts';
import { type ChosenVideo, lookAt, onDay } from './chosen-video.ts';
import { readVideo, type VideoProgress } from './read-video.ts';
import { holdUnkept, keepUnkept, unkeptSet, withUnkept } from './unkept-set.ts';
import { videoStyles } from './video-styles.ts';
import '../home-and-drill/th-drill-still.ts';
import '../shell/th-error-card.ts';
import '../summary/th-summary.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** A set takes a few minutes; a longer video has much before it. */
const LONG: Seconds = 20 * 60;

/** Makes a set of a recorded video: which file, which drill, the wait, the summary, kept or not. */
@customElement('th-video')
export class ThVideo extends Served {
  static override styles = [commonStyles, fields, readable, choiceStyles, startBarStyles, videoStyles];

  /** The drill that is chosen at first; null: none. */
  @property({ attribute: false }) drillId: string | null = null;
  @state() private _video: ChosenVideo | null = null;
  @state() private _known: SetOverview | null = null;
  @state() private _looking = false;
  @state() private _over = false;
  @state() private _drill: DrillDefinition | null = null;
  @state() private _side: SideChoice = 'left';
  @state() private _goal: Goal = 'prep';
  @state() private _progress: VideoProgress | null = null;
  @state() private _error: AppErrorCode | null = null;
  @state() private _unmeasured: string | null = null;
  @state() private _message = '';
  @query('input[type=file]') private _file!: HTMLInputElement;
  #cancel = new AbortController();
  /** The reading that goes on, or went on last: two at once would share one worker. */
  #last: Promise<unknown> = Promise.resolve();
  /** Counts the chosen files: only the newest may show what was found in it. */
  #choices = 0;

  constructor() {
    super();
    listenWhileShown(this, 'beforeunload', (event) => {
      if (this._progress !== null || unkeptSet() !== null) event.preventDefault();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    answerTools();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel.abort();
    this.#last.catch(() => undefined).finally(() => !this.isConnected && closeClipClient());
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { side, goal } = this.services.settings.current;
    this._side = side === 'both' ? 'each' : side;
    this._goal = goal;
    this._drill = this.#drills.find(({ id }) => id === this.drillId) ?? null;
  }

  /** Those that a camera can watch, side checks and the hip test included: each has a page that leads here. */
  get #drills(): readonly DrillDefinition[] {
    return this.services.drills.filter(({ camera }) => camera !== 'none');
  }

  override render() {
    const record = unkeptSet();
    if (record !== null) return this.#result(record);
    const words = videoWords();
    return html`<div class="page" @dragover=${this.#dragged} @dragleave=${this.#draggedOut} @drop=${this.#dropped}>
      ${pageHead(words.heading, words.lead)}
      ${this._progress === null ? this.#choice() : this.#reading(this._progress)}
      <p class="visually-hidden" role="status">${this._message}</p>
    </div>`;
  }

  #choice() {
    return html`${this.#trouble()}
      ${section('video', videoWords().title, 'stack')`
        ${this.#chosen()}
        ${fileField('video/*,.mkv', videoWords().choose, this.#take)}`}
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

  #chosen() {
    const words = videoWords();
    const video = this._video;
    const kind = `file ${this._over ? 'over' : ''} ${video ? 'chosen' : ''}`;
    const choose = html`<p class="row">
      <button class=${video ? '' : 'primary large'} ?disabled=${this._looking} @click=${() => this._file.click()}>
        ${video ? words.another : words.choose}
      </button>
      <span class="muted">${words.drop}</span>
    </p>`;
    if (this._looking) return html`<div class=${kind}>${choose}<p role="status">${words.looking}</p></div>`;
    if (video === null) return html`<div class=${kind}>${choose}<p class="small muted">${words.needs}</p></div>`;
    const { file, length, picture } = video;
    const facts = [
      length === null ? [] : formatLength(length),
      formatBytes(file.size),
      formatDateAlone(video.filmedAt),
    ];
    picture?.setAttribute('role', 'img');
    picture?.setAttribute('aria-label', words.picture);
    return html`<div class=${kind}>
        <div>${picture}</div>
        <div class="stack-s">
          <p class="name">${file.name}</p>
          <p class="muted num">${facts.flat().join(' · ')}</p>
          ${choose}
        </div>
      </div>
      ${length !== null && length > LONG ? html`<p class="note">${words.long(formatAbout(length))}</p>` : null}
      ${this.#knownNote()}`;
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
    const words = videoWords();
    const drill = this._drill;
    const usual = usualWays(this.#drills);
    // A side check or test is reached from its own page only.
    const offered =
      drill === null || usual.some((one) => waysOf(this.#drills, one).includes(drill)) ? usual : [...usual, drill];
    const ways = drill === null ? [] : waysOf(this.#drills, drill);
    const named = ways.map(({ id, variant, title }) => ({ value: id, label: variant?.name ?? title }));
    return html`<fieldset>
        <legend class="title">${words.drill}</legend>
        <div class="drills faces">
          ${offered.map((one) => this.#drillFace(one, ways.includes(one) || one === drill))}
        </div>
      </fieldset>
      ${ways.length > 1 ? choiceField(words.way, 'way', named, drill?.id ?? null, this.#takeDrill) : null}
      ${drill === null || drill.bilateral ? null : legField(this._side, (side) => (this._side = side))}
      ${drill === null || drill.hipTest ? null : goalField(this._goal, (goal) => (this._goal = goal))}`;
  }

  #drillFace(drill: DrillDefinition, chosen: boolean) {
    return html`<label>
      <input type="radio" name="drill" .value=${drill.id} .checked=${chosen} @change=${() => this.#takeDrill(drill.id)} />
      <span class="face"><th-drill-still .drill=${drill}></th-drill-still><b>${drill.title}</b></span>
    </label>`;
  }

  #start() {
    const words = videoWords();
    const isReady = this._video !== null && this._drill !== null;
    const missing = this._video === null ? words.first : this._drill === null ? words.drillToo : '';
    return html`<p class="row">
      <button class=${isReady ? 'primary large' : 'large'} ?disabled=${!isReady} @click=${() => (this.#last = this.#last.catch(() => undefined).then(() => this.#readNow()))}>${words.start}</button>
      <span class="muted">${missing}</span>
    </p>`;
  }

  #reading({ read, left }: VideoProgress) {
    const words = videoWords();
    const title = words.reading(this._drill?.title ?? '');
    return html`<section class="panel reading">
      <h2 id="reading" tabindex="-1">${title}</h2>
      ${
        read === null
          ? html`<progress aria-labelledby="reading"></progress>`
          : html`<progress max="1" .value=${read} aria-labelledby="reading"></progress>`
      }
      <p class="row">
        <span class="num">${read === null ? words.loading : formatShare(read)}</span>
        <span class="num" role="status">${left === null ? '' : words.left(formatAbout(left))}</span>
      </p>
      <p class="muted">${words.stay}</p>
      <button @click=${() => this.#cancel.abort()}>${commonWords().cancel}</button>
    </section>`;
  }

  /** The page after a set, and below it whether to keep the set. */
  #result(record: SetRecord) {
    const services = { ...this.services, sets: withUnkept(this.services) };
    return html`<div @th-export=${this.#export} @th-csv=${this.#csv} @th-delete=${this.#drop} @click=${this.#clicked}>
        ${keyed(record.startedAt, html`<th-summary class="screen" .services=${services} setId=${record.id}></th-summary>`)}
      </div>
      ${this.#keepBar(record)}`;
  }

  #keepBar({ startedAt }: SetRecord) {
    const { keep } = videoWords();
    const day = (startedAt ?? '').slice(0, 10);
    const latest = isoAtPlace(new Date()).slice(0, 10);
    return html`<section class="start-bar keep screen-only" aria-label=${keep.label}>
      <div>
        <p class="stack-s">
          <strong>${keep.title}</strong>
          <span class="small muted counts" role="status">${this._message || keep.counts}</span>
        </p>
        <label class="small">${keep.day}
          <input type="date" .value=${day} max=${latest} @change=${this.#dayChanged} />
        </label>
        <p class="row">
          <button class="primary large" id="keep" @click=${this.#keep}>${this._known ? keep.instead : commonWords().keep}</button>
          <button class="large" @click=${this.#drop}>${keep.no}</button>
        </p>
      </div>
    </section>`;
  }

  readonly #takeDrill = (id: string): void => {
    this._drill = this.#drills.find((drill) => drill.id === id) ?? null;
    this._unmeasured = null;
  };

  readonly #take = (file: File): void => {
    this.#look(file).catch(() => undefined);
  };

  readonly #dragged = (event: DragEvent): void => {
    event.preventDefault();
    this._over = true;
  };

  readonly #draggedOut = () => (this._over = false);

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this._over = false;
    const file = event.dataTransfer?.files[0];
    if (file && this._progress === null) this.#take(file);
  };

  /** Opens the file at once: what cannot be read is said before anything else is chosen. */
  async #look(file: File): Promise<void> {
    const choice = ++this.#choices;
    this.#clear();
    this._video = null;
    this._known = null;
    this._looking = true;
    try {
      const video = await lookAt(file);
      const known = (await this.services.sets.list()).find(({ id }) => id === video.id) ?? null;
      if (choice !== this.#choices) return;
      this._video = video;
      this._known = known;
    } catch (error) {
      if (choice === this.#choices) this._error = errorCode(error);
    } finally {
      if (choice === this.#choices) this._looking = false;
    }
  }

  #clear(): void {
    this._error = null;
    this._unmeasured = null;
    this._message = '';
  }

  async #readNow(): Promise<void> {
    const [video, drill] = [this._video, this._drill];
    if (video === null || drill === null || this._progress !== null) return;
    this.#clear();
    this.#cancel = new AbortController();
    const { signal } = this.#cancel;
    const settings: Settings = { ...this.services.settings.current, side: this._side, goal: this._goal };
    const onProgress = (progress: VideoProgress) => (this._progress = progress);
    try {
      const { subjectHeight, model } = settings;
      const plan = planFor(drill, settings);
      const { record, unmeasured } = await readVideo({ video, plan, subjectHeight, model, signal, onProgress });
      if (unmeasured === null) holdUnkept(record);
      this._unmeasured = unmeasured;
    } catch (error) {
      if (signal.aborted) this._message = videoWords().cancelled;
      else this._error = errorCode(error);
    } finally {
      this._progress = null;
    }
  }

  readonly #dayChanged = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const record = unkeptSet();
    if (record?.startedAt && value) holdUnkept({ ...record, startedAt: onDay(record.startedAt, value) });
    this.requestUpdate();
  };

  readonly #keep = async (): Promise<void> => {
    const id = await keepUnkept(this.services.sets);
    if (id !== null) goTo(this, { screen: 'set', id });
  };

  readonly #drop = (event: Event): void => {
    event.stopPropagation();
    holdUnkept(null);
    this.#clear();
    this.requestUpdate();
    focusLater(this);
  };

  /** The files of a set that is not stored are made here. */
  readonly #export = (event: Event): void => {
    event.stopPropagation();
    const record = unkeptSet();
    if (record) loadPart(this, this.services.storage.exportFile(record).then(download));
  };

  readonly #csv = (event: Event): void => {
    event.stopPropagation();
    const record = unkeptSet();
    for (const file of record ? csvFiles(record) : []) download(file);
  };

  /** The report is a page of its own, which knows stored sets only. */
  readonly #clicked = (event: Event): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link?.hash.startsWith('#/report/')) return;
    event.preventDefault();
    this._message = videoWords().keep.first;
    this.renderRoot.querySelector<HTMLElement>('#keep')?.focus();
  };
}
