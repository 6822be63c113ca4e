import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { setWords } from '../../i18n/en/set.ts';
import type { SetAction } from '../shell/key-map.ts';
import { keyName } from '../shell/key-name.ts';
import { unitStyles } from './session-styles.ts';
import { base, buttons } from '../styles/styles.ts';

/** Fired as `th-action`. */
export type ActionEvent = CustomEvent<SetAction>;

/** A button for each key of the set screen. The symptom buttons, which end the set, always show. Fires `th-action`. */
@customElement('th-set-controls')
export class ThSetControls extends LitElement {
  static override styles = [
    base,
    buttons,
    unitStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: calc(0.7 * var(--u));
      }
      .group {
        display: flex;
        flex-wrap: wrap;
        gap: calc(0.6 * var(--u));
      }
      button {
        min-block-size: max(44px, calc(4.8 * var(--u)));
        padding: 0 calc(0.95 * var(--u));
        gap: calc(0.6 * var(--u));
        font-size: max(14px, calc(1.4 * var(--u)));
        line-height: 1.15;
        white-space: nowrap;
      }
      .stop-now button {
        border: 2px solid var(--danger);
        background: var(--danger-dim);
        color: var(--text);
      }
      .stop-now button:hover {
        background: var(--danger-hover);
      }
      /* By touch: no keys, and buttons of one width in two rows. */
      @media (hover: none) {
        kbd,
        .keys {
          display: none;
        }
      }
      @media (hover: none) and (orientation: portrait) {
        .group {
          display: grid;
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
          inline-size: 100%;
        }
        button {
          min-block-size: max(52px, calc(4.8 * var(--u)));
          padding-inline: 4px;
          font-size: max(15px, calc(1.4 * var(--u)));
          white-space: normal;
          hyphens: auto;
        }
      }
      .really:hover {
        background: var(--warn-hover);
      }
    `,
  ];

  @property({ type: Boolean }) paused = false;
  @property({ type: Boolean }) muted = false;
  /** True: the next press of Stop ends the set. */
  @property({ type: Boolean }) stopping = false;
  @property({ type: Boolean }) singleKeys = true;

  override render() {
    const { paused, muted, stopping } = this;
    const words = setWords().buttons;
    return html`<div class="group" role="group" aria-label=${words.group}>
        ${this.#button('pause', paused ? words.goOn : words.pause, 'Space', paused ? 'primary' : '')}
        ${this.#button('skip', words.next, this.singleKeys ? 'N' : '→')}
        ${this.#button('stop', stopping ? words.reallyStop : words.stop, 'Esc', stopping ? 'really' : '')}
        ${this.#button('mute', muted ? words.soundOn : words.soundOff, 'M')}
        ${this.#button('keys', words.keys, '?', 'keys')}
      </div>
      <div class="group stop-now" role="group" aria-label=${words.stopNow}>
        ${this.#button('pinch', words.pinch, '1')}
        ${this.#button('pain', words.pain, '2')}
        ${this.#button('numb', words.numb, '3')}
      </div>`;
  }

  #button(action: SetAction, label: string, key: string, kind = '') {
    const press = () => this.dispatchEvent(new CustomEvent('th-action', { detail: action }));
    const shown = this.singleKeys || key.length > 1 || key === '→';
    return html`<button class=${kind} @click=${press}>
      <span translate="no" .textContent=${label}></span>${shown ? html` <kbd aria-hidden="true">${keyName(key)}</kbd>` : null}
    </button>`;
  }
}
