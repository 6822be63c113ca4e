import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import { POSITIONS } from '../../training/self-check/self-check-record.ts';
import { listenWhileShown } from '../elements/while-shown.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { phoneWords } from '../../i18n/en/phone/phone.ts';
import { setWords } from '../../i18n/en/set.ts';
import { voiceIsHeard } from '../live-set/session-controllers.ts';
import { unitStyles } from '../live-set/session-styles.ts';
import type { CheckRequest } from '../shell/app-flow.ts';
import { type KeyTarget, ownsKey, setActionFor, startsSet } from '../shell/key-map.ts';
import { base, buttons } from '../styles/styles.ts';
import { CheckRecorder } from './check-recorder.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Actions of a set that a check does not have. Pause measures at once instead. */
const NOT_HERE: ReadonlySet<string> = new Set(['pause', 'skip', 'pinch', 'pain', 'numb', 'number']);

/**
 * The board of a check: which position is asked for, and what the app does. Fires `th-action` with
 * `stop` and `mute`.
 */
@customElement('th-check-run')
export class ThCheckRun extends Served {
  static override styles = [
    base,
    buttons,
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
        <p>${this.#note()}</p>
        <p class="muted">${this.#whenShown()}</p>
        ${this._unstored ? html`<p role="alert">${words.notKept}</p>` : null}
      </section>`;
  }

  #what(): string {
    const words = selfCheckWords().run;
    const { state: now, last } = this.#recorder ?? {};
    switch (now?.stage) {
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
    if (this.#recorder?.state.stage !== 'seek') return '';
    return this.unseen ? words.noNumber : words.seek;
  }

  #buttons() {
    const words = selfCheckWords().run;
    const { keyNames, buttons: names } = setWords();
    const stage = this.#recorder?.state.stage;
    return html`${
      !this.waiting && stage === 'seek'
        ? html`<button class="primary large" @click=${this.#measure}>${words.measure} <kbd aria-hidden="true">${keyNames.space}</kbd></button>`
        : null
    }
      <button class=${this.stopping ? 'really' : ''} @click=${() => this.#fire('stop')}>
        ${this.stopping ? words.stopAgain : words.stop} <kbd aria-hidden="true">${keyNames.escape}</kbd>
      </button>
      <button class="quiet" aria-pressed=${!this.muted} @click=${() => this.#fire('mute')}>${commonWords().sound}: ${this.muted ? names.off : names.on}</button>`;
  }

  readonly #measure = (): void => this.#recorder?.measure();

  #fire(action: 'stop' | 'mute'): void {
    this.dispatchEvent(new CustomEvent('th-action', { detail: action }));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as KeyTarget | undefined;
    const inDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement);
    if (inDialog || ownsKey(target, event.key)) return;
    const action = setActionFor(event, this.services.settings.current.singleKeys);
    if (action === null || !NOT_HERE.has(action)) return;
    event.preventDefault();
    if (!this.waiting && startsSet(event.key)) this.#measure();
  };
}
