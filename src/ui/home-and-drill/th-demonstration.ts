import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { LoopKind } from '../../app/loops.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { loopWords } from '../../i18n/en/loops.ts';
import { keepFocus } from '../elements/keep-focus.ts';
import { loopMark, loopMarkStyles, loopName } from './loop-mark.ts';
import { afterItsPlays, PLAYS, shownLoop, startOfTurns, takesTurns, withoutLoop } from './loop-state.ts';
import { base, buttons } from '../styles/styles.ts';
import './th-loop.ts';

const KINDS: readonly LoopKind[] = ['right', 'cheat'];

/** A drill's movement done right and the usual cheat: side by side, or large and in turns for someone who stands back. */
@customElement('th-demonstration')
export class ThDemonstration extends LitElement {
  static override styles = [
    base,
    buttons,
    loopMarkStyles,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: var(--s4);
      }
      [role='group'] {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
      button {
        padding: var(--s1) var(--s3);
        background: transparent;
      }
      [aria-pressed='true'] {
        border: 2px solid var(--text);
        background: var(--surface-2);
        font-size: 1.3em;
        line-height: 1.2;
      }
      [aria-pressed='false'] {
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) drill!: DrillDefinition;
  @property({ attribute: false }) side: WorkingSide = 'left';
  @property() layout: 'pair' | 'turns' = 'pair';
  /** As in a mirror: for a place beside a mirrored live picture. */
  @property({ type: Boolean }) reflected = false;
  @state() private _turns = startOfTurns;

  override render() {
    return keyed(this.drill.id, this.layout === 'pair' ? this.#pair() : this.#inTurns());
  }

  #pair() {
    return html`<div class="pair">
      ${KINDS.map((kind) => html`<th-loop .drill=${this.drill} kind=${kind} .side=${this.side}></th-loop>`)}
    </div>`;
  }

  #inTurns() {
    const shown = shownLoop(this._turns);
    const endless = !takesTurns(this._turns);
    return html`<div role="group" aria-label=${loopWords().which}>
        ${KINDS.map(
          (
            kind,
          ) => html`<button aria-pressed=${kind === shown} @click=${() => this.#choose(kind)} @mousedown=${keepFocus}>
            ${loopMark(kind)}${loopName(kind)}
          </button>`,
        )}
      </div>
      ${KINDS.map(
        (kind) => html`<th-loop
          .drill=${this.drill}
          kind=${kind}
          .side=${this.side}
          .reflected=${this.reflected}
          .times=${endless ? null : PLAYS[kind]}
          ?hidden=${kind !== shown}
          @th-ended=${() => this.#ended(kind)}
          @th-unplayable=${() => this.#unplayable(kind)}
        ></th-loop>`,
      )}`;
  }

  #ended(kind: LoopKind): void {
    this._turns = afterItsPlays(this._turns, kind);
  }

  #unplayable(kind: LoopKind): void {
    this._turns = withoutLoop(this._turns, kind);
  }

  #choose(kind: LoopKind): void {
    this._turns = { ...this._turns, chosen: kind };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-demonstration': ThDemonstration;
  }
}
