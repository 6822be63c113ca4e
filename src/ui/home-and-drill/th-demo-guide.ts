import { isWorking } from '../../coach/drill-definition.ts';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session, SessionSnapshot } from '../../app/session/session-contract.ts';
import { demoWords } from '../../i18n/en/loops.ts';
import { midSentence } from '../../i18n/speaking.ts';
import { ruleName } from '../shell/words.ts';
import { base } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** What somebody who watches the demo is told now. A cue counts more than the phase. */
export function demoLine({ gauge, plan }: Pick<SessionSnapshot, 'gauge' | 'plan'>): string {
  const words = demoWords();
  const { phase, cue } = gauge ?? {};
  if (cue) return words.caught(midSentence(ruleName(cue.rule)));
  const drill = plan?.drill.id ?? '';
  if (phase?.kind === 'pails') return words.push;
  if (phase?.kind === 'rails') return words.pull;
  if (phase?.kind === 'sink') return words.sink;
  const lines = phase && isWorking(phase.kind) ? (words.moves[drill] ?? []) : [];
  return lines[Math.floor((gauge?.progress ?? 0) * lines.length)] ?? lines.at(-1) ?? words.start;
}

/** Tells whoever watches the demo what there is to see: in a row of its own in the grid of `th-session`, so that it covers nothing. */
@customElement('th-demo-guide')
export class ThDemoGuide extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        grid-area: guide;
        min-inline-size: 0;
      }
      p {
        padding: var(--s2) var(--s4);
        border-inline-start: 4px solid var(--accent);
        background: var(--surface);
        font-size: max(1.0625rem, 1.6vmin);
        line-height: 1.3;
      }
      strong {
        color: var(--accent);
      }
      /* On a phone two lines have the same height as one, so that nothing moves. */
      @media (orientation: portrait), (max-height: 480px) {
        p {
          padding: var(--s1) var(--s3);
          min-block-size: 2.6em;
          font-size: 0.9375rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  @state() private _line = '';
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
    return html`<p role="status"><strong>${commonWords().demo}:</strong> ${this._line}</p>`;
  }

  #follow(): void {
    if (!this.session || this.#unsubscribe) return;
    const take = () => {
      const { snapshot } = this.session;
      // Only the set has a place for it in the grid.
      this.hidden = snapshot.stage !== 'running' || snapshot.source !== 'demo';
      this._line = demoLine(snapshot);
    };
    this.#unsubscribe = this.session.subscribe(take);
    take();
  }
}
