import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { frameWords } from '../../i18n/en/frame.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { isField, type KeyTarget } from './key-map.ts';
import { fire } from './services.ts';
import { base, buttons } from '../styles/styles.ts';
import { whileShown, listenWhileShown } from '../elements/while-shown.ts';

export type Undo = () => Promise<unknown>;

/** As long as the bar can be used, unless the keyboard or a pointer is on it. */
const SHOWN: Milliseconds = 10_000;
/** A new screen takes the focus first; a focus that is lost is given back later than this. */
const AFTER_SCREEN: Milliseconds = 100;

/**
 * "Deleted. Undo": what was deleted is gone at once, and kept in this page's memory as long as the bar is shown. Closing the page
 * makes it final. Fires `th-undone` once it is back, and `th-missing` with the error where that failed.
 */
@customElement('th-undo')
export class ThUndo extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      section {
        position: fixed;
        inset: auto 0 calc(var(--s4) + env(safe-area-inset-bottom)) 0;
        z-index: 20;
        inline-size: fit-content;
        max-inline-size: calc(100vw - 2 * var(--s4));
        margin-inline: auto;
        padding: var(--s2) var(--s3) var(--s2) var(--s5);
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--surface-2);
      }
    `,
  ];

  @state() private _undo: Undo | null = null;
  @query('button') private _button!: HTMLButtonElement | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shownAt: Milliseconds = 0;

  constructor() {
    super();
    // The screen of a set needs its buttons.
    listenWhileShown(this, 'hashchange', () => location.hash === '#/session' && this.offer(null));
    listenWhileShown(this, 'keydown', this.#onKey);
    whileShown(this, () => () => this.offer(null));
  }

  /** Offers to bring back what was just deleted, in place of what was offered before. @param undo null: nothing any more */
  offer(undo: Undo | null): void {
    clearTimeout(this.#timer);
    this._undo = undo;
    if (undo === null) return;
    this.#shownAt = performance.now();
    this.#timer = setTimeout(() => this.#mayClose(), SHOWN);
    // What was pressed is often gone with what it deleted.
    setTimeout(() => this._button?.focus(), AFTER_SCREEN);
  }

  override render() {
    const words = frameWords().undo;
    const isShown = this._undo !== null;
    return html`<section class="screen-only" aria-label=${words.label} ?hidden=${!isShown} @focusout=${this.#left} @pointerleave=${this.#left}>
      <div class="row">
        <span role="status">${isShown ? words.deleted : ''}</span>
        ${isShown ? html`<button @click=${this.#press}>${words.undo}</button>` : null}
      </div>
    </section>`;
  }

  /** Control and Z, outside of a field, where they undo what was typed. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || this._undo === null || isField(target as KeyTarget | undefined)) return;
    event.preventDefault();
    this.#press();
  };

  readonly #press = (): void => {
    const undo = this._undo;
    this.offer(null);
    undo?.().then(
      () => fire(this, 'th-undone'),
      (error: unknown) => {
        // It is still in memory, and the disk may have room in a moment.
        this.offer(undo);
        fire(this, 'th-missing', error);
      },
    );
  };

  readonly #left = (): void => {
    if (performance.now() - this.#shownAt > SHOWN) setTimeout(() => this.#mayClose(), 0);
  };

  /** Stays open while it has the focus or the pointer. */
  #mayClose(): void {
    if (this.isConnected && !this.renderRoot.querySelector(':focus-visible, section:hover')) this.offer(null);
  }
}
