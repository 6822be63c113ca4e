import { css, html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import { POSITIONS } from '../../training/self-check/self-check-record.ts';
import { listenWhileShown } from '../elements/while-shown.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { phoneWords } from '../../i18n/en/phone/phone.ts';
import { setWords } from '../../i18n/en/set.ts';
import { voiceIsHeard } from '../live-set/session-controllers.ts';
import { unitStyles } from '../live-set/session-styles.ts';
import type { CheckRequest } from '../shell/app-flow.ts';
import { isField, type KeyTarget, ownsKey, setActionFor, startsSet } from '../shell/key-map.ts';
import { base, buttons, fields } from '../styles/styles.ts';
import { CheckRecorder } from './check-recorder.ts';
import { typedAngle } from './check-texts.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Actions of a set that a check does not have: they would end or pause it while an angle is typed. */
const NOT_HERE: ReadonlySet<string> = new Set(['pause', 'skip', 'pinch', 'pain', 'numb', 'number']);

/**
 * The board of a check: which position is asked for, what the app does, and the field for the angle. Fires `th-action` with
 * `stop` and `mute`.
 */
@customElement('th-check-run')
export class ThCheckRun extends Served {
  static override styles = [
    base,
    buttons,
    fields,
    unitStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        gap: var(--s4);
        line-height: 1.3;
      }
      .board {
        display: grid;
        align-content: center;
        gap: var(--s4);
        padding: var(--s4);
        border: calc(0.4 * var(--u)) solid var(--line);
        border-radius: var(--radius);
        overflow: auto;
      }
      .measure {
        border-color: var(--accent);
      }
      .count {
        color: var(--muted);
        font-size: max(1.125rem, calc(2.4 * var(--u)));
      }
      .what {
        font-size: max(1.5rem, calc(4.6 * var(--u)));
        font-weight: 680;
        line-height: 1.1;
        text-wrap: balance;
      }
      ol {
        display: flex;
        gap: var(--s2);
        list-style: none;
      }
      li {
        flex: 1;
        block-size: 0.75rem;
        border: 2px solid var(--edge);
        border-radius: 0.5rem;
      }
      li.held {
        forced-color-adjust: none;
        background: var(--accent);
        border-color: var(--accent);
      }
      li.now {
        border-color: var(--text);
      }
      form {
        display: grid;
        gap: var(--s3);
      }
      label {
        display: grid;
        gap: var(--s1);
        font-size: max(1.0625rem, calc(1.8 * var(--u)));
      }
      input {
        inline-size: min(100%, 12rem);
        min-block-size: 56px;
        font-size: 1.5rem;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) check!: CheckRequest;
  /** True: the start is being held or counted in; only the buttons show. */
  @property({ type: Boolean }) waiting = false;
  /** True: there is no valid reading now. */
  @property({ type: Boolean }) unseen = false;
  @property({ type: Boolean }) muted = false;
  /** What to do after leaving the position; null: in position. */
  @property({ attribute: false }) away: string | null = null;
  /** True: the next press of Stop ends the check. */
  @property({ type: Boolean }) stopping = false;
  @state() private _unstored = false;
  @query('input') private _field!: HTMLInputElement | null;
  #recorder: CheckRecorder | null = null;

  constructor() {
    super();
    // Before the session's own keys, so that a key of the check does not end it.
    listenWhileShown(this, 'keydown', (event) => this.#onKey(event), { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#recorder?.close();
    this.#recorder = null;
  }

  protected override willUpdate(): void {
    const { session, selfChecks, appVersion, phoneNow } = this.services;
    const isByPhone = this.check.instrument === 'paired-phone' && phoneNow !== null;
    this.#recorder ??= new CheckRecorder({
      session,
      store: selfChecks,
      request: this.check,
      appVersion,
      now: () => new Date(),
      phone: isByPhone ? { link: phoneNow, now: () => performance.now() / 1000 } : null,
      onChange: () => this.requestUpdate(),
      onTrouble: () => {
        this._unstored = true;
      },
    });
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (this.#asks && this.renderRoot.querySelector(':focus') === null) this._field?.focus();
  }

  override render() {
    return html`${this.waiting ? null : this.#board()}
      <div class="row">${this.#buttons()}</div>`;
  }

  #board() {
    const words = selfCheckWords().run;
    const { stage = 'seek', held = [] } = this.#recorder?.state ?? {};
    const position = Math.min(POSITIONS, stage === 'kept' || stage === 'done' ? held.length : held.length + 1);
    return html`<section class="board ${stage}" aria-label=${words.heading}>
        <p class="count" translate="no" .textContent=${words.count(position, POSITIONS)}></p>
        <p class="what" role="status" aria-live=${voiceIsHeard(this.services) ? 'off' : 'polite'} translate="no" .textContent=${this.#what()}></p>
        <ol aria-hidden="true">
          ${Array.from({ length: POSITIONS }, (_, index) => html`<li class=${index < held.length ? 'held' : index === position - 1 ? 'now' : ''}></li>`)}
        </ol>
        ${this.#asks ? this.#form(position) : html`<p>${this.#note()}</p>`}
        <p class="muted">${this.#whenShown()}</p>
        ${this._unstored ? html`<p role="alert">${words.notKept}</p>` : null}
      </section>`;
  }

  /** True: the field for the angle is open. */
  get #asks(): boolean {
    return !this.check.handsFree && this.#recorder?.state.stage === 'kept';
  }

  #what(): string {
    const words = selfCheckWords().run;
    const { state: now, last } = this.#recorder ?? {};
    switch (now?.stage) {
      case 'count':
        return words.counting;
      case 'measure':
        return words.measuring;
      case 'kept':
        return this.#recorder?.phone ? words.phone.lost : words.kept;
      case 'done':
        return words.done;
      default:
        if (this.away !== null) return this.away;
        if (this.#recorder?.lack) return this.#recorder.lack;
        if (last?.kind === 'moved' || last?.kind === 'unseen') return words[last.kind];
        return words.positions[now?.held.length ?? 0] ?? '';
    }
  }

  /** When the app's number comes, and how the phone is doing, where one is read. */
  #whenShown(): string {
    const words = selfCheckWords().run;
    const phone = this.#recorder?.phone ?? null;
    if (phone === null) return words.hidden;
    if (phone.state === 'connected') return words.phone.reads;
    const { states, refused } = phoneWords();
    const { what, todo } = phone.state === 'refused' ? refused.unreadable : states[phone.state];
    return `${what} ${todo} ${words.phone.orType}`;
  }

  #note(): string {
    const words = selfCheckWords().run;
    const { plan, source } = this.services.session.snapshot;
    if (this.#recorder?.state.stage !== 'seek') return '';
    if (this.unseen) return words.noNumber;
    const arm =
      source === 'camera' && this.services.drills.find(({ id }) => id === plan?.drill.id)?.armSignal === undefined;
    return arm ? words.seek : words.seekNoArm;
  }

  #form(position: number) {
    const words = selfCheckWords().run;
    return html`<form @submit=${this.#submit}>
      <label>${words.typed(position)}<input inputmode="decimal" autocomplete="off" maxlength="7" /></label>
      <div class="row">
        <button class="primary">${words.take}</button>
        <button type="button" class="quiet" @click=${() => this.#recorder?.type(null)}>${words.later}</button>
      </div>
    </form>`;
  }

  #buttons() {
    const words = selfCheckWords().run;
    const { keyNames, buttons: names } = setWords();
    const stage = this.#recorder?.state.stage;
    return html`${
      !this.waiting && (stage === 'seek' || stage === 'count')
        ? html`<button class="primary large" @click=${this.#measure}>${words.measure} <kbd aria-hidden="true">${keyNames.space}</kbd></button>`
        : null
    }
      ${stage === 'kept' ? html`<button @click=${() => this.#recorder?.act({ kind: 'again' })}>${words.again}</button>` : null}
      <button class=${this.stopping ? 'really' : ''} @click=${() => this.#fire('stop')}>
        ${this.stopping ? words.stopAgain : words.stop} <kbd aria-hidden="true">${keyNames.escape}</kbd>
      </button>
      <button class="quiet" aria-pressed=${!this.muted} @click=${() => this.#fire('mute')}>${commonWords().sound}: ${this.muted ? names.off : names.on}</button>`;
  }

  readonly #measure = (): void => this.#recorder?.act({ kind: 'measure' });

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const field = this._field;
    const angle = typedAngle(field?.value ?? '');
    if (angle === null) {
      field?.focus();
      field?.select();
    } else this.#recorder?.type(angle);
  };

  #fire(action: 'stop' | 'mute'): void {
    this.dispatchEvent(new CustomEvent('th-action', { detail: action }));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as KeyTarget | undefined;
    const inDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement);
    if (inDialog || isField(target) || ownsKey(target, event.key)) return;
    const action = setActionFor(event, this.services.settings.current.singleKeys);
    if (action === null || !NOT_HERE.has(action)) return;
    event.preventDefault();
    if (!this.waiting && startsSet(event.key)) this.#measure();
  };
}
