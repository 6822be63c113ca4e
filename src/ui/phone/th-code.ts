import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { codePath, codeRows } from '../../app/qr-code.ts';
import { base } from '../styles/styles.ts';

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
  @property() label = '';

  override render() {
    const rows = codeRows(this.text);
    return html`<svg viewBox="0 0 ${rows.length} ${rows.length}" role="img" aria-label=${this.label}>
      ${svg`<path fill="#000" d=${codePath(rows)} />`}
    </svg>`;
  }
}
