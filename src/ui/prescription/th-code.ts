import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { codeRows } from '../../app/qr-code.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { base } from '../styles/styles.ts';

/** The dark modules as one path. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');

/** A QR code, dark on white in every theme. */
@customElement('th-code')
export class ThCode extends LitElement {
  static override styles = [
    base,
    css`
      svg {
        display: block;
        inline-size: min(100%, 34rem);
        block-size: auto;
        forced-color-adjust: none;
        background: #fff;
        shape-rendering: crispEdges;
      }
    `,
  ];

  @property() text = '';

  override render() {
    const rows = codeRows(this.text);
    return html`<svg viewBox="0 0 ${rows.length} ${rows.length}" role="img" aria-label=${prescriptionWords().code.label}>
      ${svg`<path fill="#000" d=${pathOf(rows)} />`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-code': ThCode;
  }
}
