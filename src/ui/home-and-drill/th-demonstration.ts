import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { LoopKind } from '../../app/loops.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { loopWords } from '../../i18n/en/loops.ts';
import { keepFocus } from './loop-playback.ts';
import { afterPlays, alternates, firstLoop, PLAYS, shownLoop, withoutLoop } from './loop-state.ts';
import { loopMark, loopMarkStyles, loopName } from './loop-styles.ts';
import { base, buttons } from '../styles/styles.ts';
import './th-loop.ts';

const KINDS: readonly LoopKind[] = ['right', 'cheat'];

/** Two loops of a drill: the right movement and the usual cheat. Side by side, or alternating and large, to be seen from afar. */
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
  /** Mirrors the loops, as the live picture beside them is. */
  @property({ type: Boolean }) reflected = false;
  @state() private _loops = firstLoop;

  override render() {
    return keyed(this.drill.id, this.layout === 'pair' ? this.#pair() : this.#alternating());
  }

  #pair() {
    return html`<div class="pair">
      ${KINDS.map((kind) => html`<th-loop .drill=${this.drill} kind=${kind} .side=${this.side}></th-loop>`)}
    </div>`;
  }

  #alternating() {
    const shown = shownLoop(this._loops);
    const endless = !alternates(this._loops);
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
    this._loops = afterPlays(this._loops, kind);
  }

  #unplayable(kind: LoopKind): void {
    this._loops = withoutLoop(this._loops, kind);
  }

  #choose(kind: LoopKind): void {
    this._loops = { ...this._loops, chosen: kind };
  }
}
