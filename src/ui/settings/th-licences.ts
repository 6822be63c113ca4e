import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { licencesWords } from '../../i18n/en/diagnostics.ts';
import { commonStyles, readable } from '../styles/styles.ts';

/** One row of `third-party.json`, which the build writes (`tools/build/third-party.ts`). */
interface Part {
  readonly name: string;
  /** Empty: it has none. */
  readonly version: string;
  readonly licence: string;
  /** Empty: the text names the makers. */
  readonly by: string;
  /** Index in `texts`. */
  readonly text: number;
}

interface Shipped {
  readonly parts: readonly Part[];
  readonly texts: readonly string[];
}

/** Shows what the app ships and the licence of each part. The list comes with the built app. */
@customElement('th-licences')
export class ThLicences extends LitElement {
  static override styles = [
    commonStyles,
    readable,
    css`
      ul {
        list-style: none;
        padding: 0;
      }
      summary {
        min-block-size: 44px;
        padding-block: var(--s3);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      pre {
        font-size: 0.875rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-inline-size: 80ch;
        padding-block-end: var(--s4);
      }
    `,
  ];

  /** Null: not read yet. */
  @state() private _shipped: Shipped | 'absent' | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  override render() {
    const words = licencesWords();
    return html`<div class="page">
      <h1 tabindex="-1">${words.heading}</h1>
      <p>${words.lead}</p>
      <div class="stack" role="status">${this.#status()}</div>
      ${this._shipped === null || this._shipped === 'absent' ? null : this.#list(this._shipped)}
    </div>`;
  }

  #status() {
    const words = licencesWords();
    if (this._shipped === null) return html`<p class="muted">${words.looking}</p>`;
    if (this._shipped !== 'absent') return null;
    return html`<p class="note">${words.absent}</p>
      <p><button @click=${() => this.#read()}>${words.again}</button></p>`;
  }

  #list({ parts, texts }: Shipped) {
    return html`<ul>
      ${parts.map(
        ({ name, version, licence, by, text }) => html`<li>
          <details>
            <summary><strong>${name}</strong> ${version} ${by ? licencesWords().by(by) : null} · ${licence}</summary>
            <pre lang="en">${texts[text]}</pre>
          </details>
        </li>`,
      )}
    </ul>`;
  }

  #read(): void {
    this._shipped = null;
    const read = async (): Promise<Shipped> => {
      const answer = await fetch('third-party.json');
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()) as Shipped;
    };
    read().then(
      (shipped) => (this._shipped = shipped),
      () => (this._shipped = 'absent'),
    );
  }
}
