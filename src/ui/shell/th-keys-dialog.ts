import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { setWords } from '../../i18n/en/set.ts';
import { checkField } from '../elements/fields.ts';
import { SET_KEYS } from './key-map.ts';
import { base, buttons, dialogs } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

export function keyName(shown: string): string {
  const { space, escape, pageUp, pageDown, enter } = setWords().keyNames;
  return shown
    .replace('Space', space)
    .replace('Esc', escape)
    .replace('Page Up', pageUp)
    .replace('Page Down', pageDown)
    .replace('Enter', enter);
}

/** Shows the keys of the set screen. Fires `th-single-keys` when keys of one character are switched on or off. */
@customElement('th-keys-dialog')
export class ThKeysDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      /* Wide enough for each key to stay on one line, so that all fit into a window 720 px high. */
      dialog {
        inline-size: min(38rem, calc(100vw - 2 * var(--s4)));
      }
      dialog[open] {
        gap: var(--s3);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--s2) var(--s4);
        align-items: center;
      }
      kbd {
        font-size: 1rem;
        padding: 2px var(--s2);
      }
      /* On a small phone an action is below its keys. */
      @media (max-width: 420px) {
        dl {
          grid-template-columns: 1fr;
          gap: var(--s1);
        }
        dd {
          margin-block-end: var(--s2);
        }
      }
      .off {
        opacity: 0.5;
      }
    `,
  ];

  @property({ type: Boolean }) singleKeys = true;
  @query('dialog') private _dialog!: HTMLDialogElement;

  show(): void {
    if (!this._dialog.open) this._dialog.showModal();
  }

  override render() {
    const words = setWords();
    return html`<dialog aria-labelledby="title">
      <h2 id="title" tabindex="-1" autofocus>${commonWords().keys}</h2>
      <dl>
        ${SET_KEYS.map(
          ({
            shown,
            action,
            single,
          }) => html`<dt class=${single && !this.singleKeys ? 'off' : ''}><kbd>${keyName(shown)}</kbd></dt>
            <dd class=${single && !this.singleKeys ? 'off' : ''}>${words.keys[action]}</dd>`,
        )}
      </dl>
      <p class="muted small">${words.keysNote}</p>
      ${checkField(words.singleKeys, this.singleKeys, (detail) => this.dispatchEvent(new CustomEvent('th-single-keys', { detail })))}
      <form method="dialog" class="row end"><button class="primary">${words.buttons.close}</button></form>
    </dialog>`;
  }
}
