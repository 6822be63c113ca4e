import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { drillWords } from '../../i18n/en/drill.ts';
import { loadPart, Served } from '../shell/services.ts';
import { base, buttons } from '../styles/styles.ts';
import type { PhonePlace, ThPhone } from './th-phone.ts';

/** The button that connects a phone, and in its place then how the phone is doing. Its code is loaded by the press. */
@customElement('th-use-phone')
export class ThUsePhone extends Served {
  static override styles = [base, buttons];

  /** Where the phone will lie; null: not known. */
  @property({ attribute: false }) place: PhonePlace | null = null;
  @state() private _used = false;

  override render() {
    if (this._used || this.services.phoneNow?.isPaired) {
      loadPart(this, import('./th-phone.ts'));
      return html`<th-phone .services=${this.services} .place=${this.place}></th-phone>`;
    }
    return html`<div><button @click=${this.#use}>${drillWords().usePhone}</button></div>`;
  }

  readonly #use = (): void => {
    this._used = true;
    loadPart(
      this,
      import('./th-phone.ts').then(async () => {
        await this.updateComplete;
        const phone = this.renderRoot.querySelector<ThPhone>('th-phone');
        await phone?.updateComplete;
        phone?.takeFocus();
      }),
    );
  };
}
