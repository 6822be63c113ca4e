import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createVoice, type Voice } from '../../app/sound/voice.ts';
import type { Transition } from '../../coach/planning/transition.ts';
import { countdownWords } from '../../i18n/en/countdown.ts';
import { formatLength } from '../elements/format.ts';
import { isField, type KeyTarget, ownsKey } from '../shell/key-map.ts';
import {
  type Countdown,
  countdownCalls,
  countdownLength,
  dueCall,
  secondsLeft,
  startCountdown,
  toggled,
} from './next-countdown.ts';
import { base, buttons } from '../styles/styles.ts';

/** Often enough that no second is skipped on the screen. */
const STEP_MS = 200;

/**
 * Counts down to the next part of a programme, on the screen and aloud, and fires `th-due` at its end. Space holds it and lets it
 * go on; so does whoever uses anything else on the page: who reads or answers is not to be carried off.
 */
@customElement('th-next-countdown')
export class ThNextCountdown extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .left {
        font-size: 2rem;
        font-variant-numeric: tabular-nums;
        font-weight: 650;
      }
    `,
  ];

  /** Of the next part. */
  @property() partTitle = '';
  @property({ attribute: false }) transition!: Transition;
  @property({ type: Boolean }) muted = false;
  @state() private _countdown: Countdown | null = null;
  @state() private _left = 0;
  #voice: Voice | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#onKey);
    window.addEventListener('pointerdown', this.#onElsewhere);
    this.#timer = setInterval(this.#step, STEP_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKey);
    window.removeEventListener('pointerdown', this.#onElsewhere);
    clearInterval(this.#timer);
    this.#voice?.close();
    this.#voice = null;
  }

  protected override firstUpdated(): void {
    this._left = countdownLength(this.transition);
    this._countdown = startCountdown(this._left, performance.now());
    this.#voice = createVoice();
    this.#voice.setMuted(this.muted);
    this.#say(this._left + 1);
  }

  override render() {
    const held = this._countdown?.endsAt === null;
    const words = countdownWords();
    return html`<div class="stack-s">
      <p class="row">
        <span class="left" role="timer" aria-label=${words.label}>${formatLength(Math.ceil(this._left))}</span>
        <button aria-pressed=${held ? 'true' : 'false'} @click=${this.#toggle}>
          ${words.hold} <kbd aria-hidden="true">${words.space}</kbd>
        </button>
      </p>
      <p class="muted" role="status">
        ${held ? words.held : words.running}
      </p>
    </div>`;
  }

  readonly #step = (): void => {
    const countdown = this._countdown;
    if (!countdown || countdown.endsAt === null) return;
    const before = this._left;
    this._left = secondsLeft(countdown, performance.now());
    this.#say(before);
    if (this._left > 0) return;
    this._countdown = null;
    this.dispatchEvent(new CustomEvent('th-due'));
  };

  /** The voice is waiting for its words in some browsers; then the screen alone has them. */
  #say(before: number): void {
    const text = dueCall(countdownCalls(this.partTitle, this.transition), before, this._left);
    if (text !== null) this.#voice?.say(text, false);
  }

  readonly #toggle = (): void => {
    if (this._countdown) this._countdown = toggled(this._countdown, performance.now());
  };

  readonly #hold = (): void => {
    if (this._countdown && this._countdown.endsAt !== null) this.#toggle();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as KeyTarget | undefined;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === ' ' && !event.repeat && !isField(target) && !ownsKey(target, ' ')) {
      event.preventDefault();
      this.#toggle();
    } else if (event.key === 'Tab' || isField(target)) this.#hold();
  };

  readonly #onElsewhere = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.#hold();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'th-next-countdown': ThNextCountdown;
  }
}
