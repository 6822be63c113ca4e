import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../app/session/session-contract.ts';
import type { Transition } from '../../training/planning/transition.ts';
import { countdownWords } from '../../i18n/en/programmes.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import { formatLength } from '../elements/format.ts';
import { isField, type KeyTarget, ownsKey } from '../shell/key-map.ts';
import {
  type Countdown,
  countdownAnnouncements,
  countdownLength,
  dueAnnouncement,
  secondsLeft,
  startCountdown,
  toggleCountdown,
} from './next-countdown.ts';
import { listenWhileShown, repeatWhileShown } from '../elements/while-shown.ts';
import { base, buttons } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Short enough that the screen skips no second. */
const TICK_MS = 200;

/**
 * Counts down to the next part of a programme, on the screen and by voice, and fires `th-due` at the end. The space bar
 * pauses it and lets it continue. Using anything else on the page pauses it too, because the person is then reading or
 * answering.
 */
@customElement('th-next-countdown')
export class ThNextCountdown extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .line {
        gap: var(--s1) var(--s4);
      }
      .left {
        font-size: 2rem;
        font-variant-numeric: tabular-nums;
        font-weight: 650;
      }
    `,
  ];

  @property() partTitle = '';
  @property({ attribute: false }) transition!: Transition;
  @property({ attribute: false }) said: Seconds = 0;
  /** Speaks with the voice of the set, which may still be saying its result. */
  @property({ attribute: false }) session!: Pick<Session, 'announce'>;
  @state() private _countdown: Countdown | null = null;
  @state() private _left = 0;

  constructor() {
    super();
    listenWhileShown(this, 'keydown', this.#onKey);
    listenWhileShown(this, 'pointerdown', this.#onPointerDown);
    repeatWhileShown(this, TICK_MS, this.#tick);
  }

  protected override firstUpdated(): void {
    this._left = countdownLength(this.transition, this.said);
    this._countdown = startCountdown(this._left, performance.now());
  }

  override render() {
    const held = this._countdown?.endsAt === null;
    const words = countdownWords();
    return html`<div class="row line">
      <p class="row">
        <span class="left" role="timer" translate="no" aria-label=${words.label} .textContent=${formatLength(Math.ceil(this._left))}></span>
        <button aria-pressed=${held ? 'true' : 'false'} @click=${this.#toggle}>
          ${commonWords().pause} <kbd aria-hidden="true">${commonWords().space}</kbd>
        </button>
      </p>
      <p class="muted" role="status">
        ${held ? words.held : words.running}
      </p>
    </div>`;
  }

  readonly #tick = (): void => {
    const countdown = this._countdown;
    if (!countdown || countdown.endsAt === null) return;
    const before = this._left;
    this._left = secondsLeft(countdown, performance.now());
    this.#say(before);
    if (this._left > 0) return;
    this._countdown = null;
    this.dispatchEvent(new CustomEvent('th-due'));
  };

  /** Some browsers speak only after a first touch of the page; then the screen alone shows the text. */
  #say(before: number): void {
    const text = dueAnnouncement(
      countdownAnnouncements(this.partTitle, this.transition, this.said),
      before,
      this._left,
    );
    if (text !== null) this.session.announce({ kind: 'say', text, urgent: false });
  }

  readonly #toggle = (): void => {
    if (this._countdown) this._countdown = toggleCountdown(this._countdown, performance.now());
  };

  readonly #pause = (): void => {
    if (this._countdown && this._countdown.endsAt !== null) this.#toggle();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as KeyTarget | undefined;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === ' ' && !event.repeat && !isField(target) && !ownsKey(target, ' ')) {
      event.preventDefault();
      this.#toggle();
    } else if (event.key === 'Tab' || isField(target)) this.#pause();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.#pause();
  };
}
