import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { whileShown } from '../elements/while-shown.ts';
import { setWords } from '../../i18n/en/set.ts';
import type { Share } from '../../instrument/geometry/units.ts';
import type { SetAction } from '../shell/key-map.ts';
import { keyName } from '../shell/th-keys-dialog.ts';
import { unitStyles } from './session-styles.ts';
import { base, buttons } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Fired as `th-action`. */
export type ActionEvent = CustomEvent<SetAction>;

/** Signs in a box of 24 × 24. The waves of the loudspeaker become a cross when the sound is off. */
const SIGNS = {
  sound: 'M4 9.5v5h3.5l4.5 4V5.5l-4.5 4zM15.5 9a4 4 0 0 1 0 6M18 6a8 8 0 0 1 0 12',
  silence: 'M4 9.5v5h3.5l4.5 4V5.5l-4.5 4zM16 9.5l5 5M21 9.5l-5 5',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  window: 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5',
} as const;

const sign = (name: keyof typeof SIGNS) =>
  html`<svg class="lines" viewBox="0 0 24 24" aria-hidden="true"><path d=${SIGNS[name]} /></svg>`;

/** Whether the whole screen can be filled. Safari on a telephone cannot. */
const canFill = (): boolean => document.fullscreenEnabled;

/** Fingers, and neither mouse nor keys. */
export const isTouch = (): boolean => matchMedia('(hover: none)').matches;

/** Fills the screen with the page, or gives it back. A refusal changes nothing. */
export function switchFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : canFill()
      ? document.documentElement.requestFullscreen()
      : Promise.resolve();
  done.catch(() => undefined);
}

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
        gap: calc(0.5 * var(--u));
      }
      button {
        min-block-size: max(44px, calc(4.8 * var(--u)));
        padding: 0 calc(0.7 * var(--u));
        gap: calc(0.5 * var(--u));
        font-size: max(14px, calc(1.4 * var(--u)));
        line-height: 1.15;
        white-space: nowrap;
      }
      svg {
        inline-size: 1.5em;
        block-size: 1.5em;
      }
      .sign,
      .step {
        min-inline-size: 44px;
      }
      .sound {
        display: flex;
        gap: 2px;
      }
      /* It keeps its width: the buttons beside it stay where they are. */
      .level {
        min-inline-size: 2.9em;
        text-align: start;
        font-variant-numeric: tabular-nums;
      }
      /* Where the window is narrow the buttons come first; the help has the keys. */
      @media (max-width: 1100px) {
        kbd {
          display: none;
        }
      }
      /* In a low window, as at 200 % zoom, all stand in one row. */
      @media (orientation: landscape) and (max-height: 420px) {
        :host,
        .group {
          gap: 4px;
        }
        button {
          min-block-size: 40px;
          padding-inline: 5px;
          font-size: 13px;
        }
        .sign,
        .step {
          min-inline-size: 32px;
        }
        .level {
          display: none;
        }
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
        .step,
        .level {
          display: none;
        }
      }
      @media (hover: none) and (orientation: portrait) {
        .sound {
          display: grid;
        }
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
  @property({ type: Number }) volume: Share = 1;
  /** True: the next press of Stop ends the set. */
  @property({ type: Boolean }) stopping = false;
  @property({ type: Boolean }) singleKeys = true;

  constructor() {
    super();
    whileShown(this, () => {
      const again = () => this.requestUpdate();
      document.addEventListener('fullscreenchange', again);
      return () => document.removeEventListener('fullscreenchange', again);
    });
  }

  override render() {
    const { paused, stopping } = this;
    const words = setWords().buttons;
    return html`<div class="group" role="group" aria-label=${commonWords().set}>
        ${this.#button('pause', paused ? words.goOn : commonWords().pause, 'Space', paused ? 'primary' : '')}
        ${this.#button('skip', words.next, this.singleKeys ? 'N' : '→')}
        ${this.#button('stop', stopping ? words.reallyStop : words.stop, 'Esc', stopping ? 'really' : '')}
        ${this.#sound()}
        ${canFill() ? this.#fill() : null}
        <button class="sign keys" aria-label=${commonWords().keys} title=${commonWords().keys} @click=${() => this.#press('keys')}>?</button>
      </div>
      <div class="group stop-now" role="group" aria-label=${words.stopNow}>
        ${this.#button('pinch', words.pinch, '1')}
        ${this.#button('pain', commonWords().pain, '2')}
        ${this.#button('numb', words.numb, '3')}
      </div>`;
  }

  /** How loud it is, or that it is off, between the steps. At volume 0 the sound is off. */
  #sound() {
    const { muted, volume } = this;
    const words = setWords().buttons;
    const isOn = !muted && volume > 0;
    const level = isOn ? `${Math.round(100 * volume)} %` : words.off;
    return html`<div class="sound">
      <button class="step" aria-label=${words.quieter} title=${words.quieter} @click=${() => this.#press('quieter')}>−</button>
      <button class="sign" aria-label="${commonWords().sound} ${level}" aria-pressed=${isOn} title=${this.#named(commonWords().sound, 'M')} @click=${() => this.#press('mute')}>
        ${sign(isOn ? 'sound' : 'silence')}<span class="level" translate="no" .textContent=${level}></span>
      </button>
      <button class="step" aria-label=${words.louder} title=${words.louder} @click=${() => this.#press('louder')}>+</button>
    </div>`;
  }

  #fill() {
    const words = setWords().buttons;
    const isFull = document.fullscreenElement !== null;
    return html`<button class="sign" aria-label=${words.full} aria-pressed=${isFull} title=${this.#named(words.full, 'F')} @click=${() => this.#press('full')}>
      ${sign(isFull ? 'window' : 'full')}
    </button>`;
  }

  /** A sign has no room for its key. */
  #named(name: string, key: string): string {
    return this.singleKeys ? `${name} (${key})` : name;
  }

  #press(action: SetAction): void {
    this.dispatchEvent(new CustomEvent('th-action', { detail: action }));
  }

  #button(action: SetAction, label: string, key: string, kind = '') {
    const isShown = this.singleKeys || key.length > 1 || key === '→';
    return html`<button class=${kind} @click=${() => this.#press(action)}>
      <span translate="no" .textContent=${label}></span>${isShown ? html` <kbd aria-hidden="true">${keyName(key)}</kbd>` : null}
    </button>`;
  }
}
