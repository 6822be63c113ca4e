import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session, SessionSnapshot } from '../../app/session/session-contract.ts';
import type { PhaseKind } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { base } from '../styles/styles.ts';

type Line = Exclude<keyof ReturnType<typeof drillWords>['guide'], 'label'>;

const LINES: Readonly<Partial<Record<PhaseKind, Line>>> = {
  passive: 'passive',
  pails: 'pails',
  rails: 'rails',
  sink: 'sink',
};

/** What somebody who watches the demo is told now. A cue counts more than the phase. */
const lineOf = ({ gauge }: SessionSnapshot): Line =>
  gauge?.cue ? 'caught' : ((gauge?.phase && LINES[gauge.phase.kind]) ?? 'start');

/** Tells whoever watches the demo what there is to see: over the picture's lower edge, in the grid of `th-session`. */
@customElement('th-demo-guide')
export class ThDemoGuide extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        grid-area: stage;
        align-self: end;
        z-index: 2;
        display: block;
        pointer-events: none;
      }
      p {
        margin: var(--s3);
        padding: var(--s3) var(--s4);
        border-radius: var(--radius-s);
        border-inline-start: 4px solid var(--accent);
        background: var(--bg);
        font-size: max(1.0625rem, 1.5vw);
        line-height: 1.3;
        text-wrap: balance;
      }
      strong {
        color: var(--accent);
      }
      /* On a phone the picture is small: it should cover the floor and not the person. */
      @media (orientation: portrait) {
        p {
          margin: 0;
          padding: var(--s2) var(--s3);
          border-radius: 0;
          font-size: 0.875rem;
        }
      }
      /* At 200 % zoom too. */
      @media (max-height: 480px) {
        p {
          margin: 0;
          padding: var(--s1) var(--s2);
          font-size: 0.8125rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  @state() private _line: Line = 'start';
  #unsubscribe: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  /** An element that is fetched late gets its properties only now. */
  protected override firstUpdated(): void {
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  override render() {
    const { guide } = drillWords();
    return html`<p role="status"><strong>${guide.label}:</strong> ${guide[this._line]}</p>`;
  }

  #follow(): void {
    if (!this.session || this.#unsubscribe) return;
    const take = () => {
      const { snapshot } = this.session;
      // Only the set has a place for it in the grid.
      this.hidden = snapshot.stage !== 'running';
      this._line = lineOf(snapshot);
    };
    this.#unsubscribe = this.session.subscribe(take);
    take();
  }
}
