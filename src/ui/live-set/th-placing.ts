import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { CheckState, GateCheck } from '../../coach/setup/gate-checks.ts';
import { coachWords } from '../../i18n/en/coach.ts';
import { placingWords } from '../../i18n/en/placing.ts';
import { armNote, tableText } from '../home-and-drill/drill-notes.ts';
import { sentence } from '../elements/format.ts';
import { commonStyles } from '../styles/styles.ts';
import '../home-and-drill/th-loop.ts';
import '../home-and-drill/th-placement-drawing.ts';

/** Paths of the check marks in a box of 18 × 18. */
const MARKS: Readonly<Record<CheckState, string>> = {
  ok: 'M3 9.5 7.5 14 15 4.5',
  fair: 'M3 9.5h12',
  bad: 'M4 4l10 10M14 4 4 14',
  unknown: 'M9 9h.01',
};

/** The column beside the live picture before a set: where the laptop goes, and which checks the picture passes. */
@customElement('th-placing')
export class ThPlacing extends LitElement {
  static override styles = [
    commonStyles,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: var(--s3);
        --drawing-height: clamp(6rem, 17vh, 12rem);
        --loop-height: 20vh;
      }
      h2 {
        font-size: 1.45em;
      }
      th-placement-drawing {
        grid-template-columns: 1fr 1fr;
      }
      ul {
        list-style: none;
      }
      .checks {
        grid-template-columns: 1fr 1fr;
      }
      :host([brief]) .checks {
        grid-template-columns: 1fr;
        gap: 2px;
      }
      .checks .unknown {
        color: var(--muted);
      }
      .checks li {
        display: grid;
        grid-template-columns: 28px 1fr;
        gap: var(--s2);
        align-items: center;
      }
      svg {
        inline-size: 24px;
        block-size: 24px;
        padding: 3px;
        border-radius: 50%;
        stroke: var(--bg);
        stroke-width: 2.6;
        background: var(--muted);
        forced-color-adjust: none;
      }
      .ok svg {
        background: var(--accent);
      }
      .fair svg,
      .bad svg {
        background: var(--warn);
      }
      summary {
        min-block-size: 28px;
      }
      @media (min-height: 900px) {
        :host {
          --loop-height: 28vh;
        }
      }
      .advice {
        margin-block-start: var(--s2);
        line-height: 1.42;
      }
      /* A low window, as at 200 % zoom, has room for one row: what is wrong and not known yet, or else the marks of what passes. */
      @media (orientation: landscape) and (max-height: 420px) {
        :host {
          gap: var(--s2);
        }
        .checks,
        :host([brief]) .checks {
          order: -1;
          display: flex;
          flex-wrap: wrap;
          gap: 4px 8px;
        }
        .checks li {
          order: 2;
          grid-template-columns: 24px auto;
          gap: 6px;
        }
        .checks .bad {
          order: 0;
        }
        .checks .fair {
          order: 1;
        }
        .checks .ok {
          order: 3;
          grid-template-columns: 24px;
        }
        .checks:has(.bad) .ok {
          display: none;
        }
        .checks .ok span {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }
    `,
  ];

  @property({ attribute: false }) plan!: SetPlan;
  @property({ attribute: false }) checks: readonly GateCheck[] = [];
  /** Shows only the checks: the person reads from the mat, where the rest is too small. */
  @property({ type: Boolean, reflect: true }) brief = false;

  override render() {
    const { drill, sides } = this.plan;
    const { placement } = drill;
    const side = sides[0] ?? 'left';
    return html`<div class="stack-s">
        <p class="eyebrow">${drill.title}${side === 'both' ? '' : `, ${placingWords().leg(side)}`}</p>
        ${this.brief ? null : html`<h2>${placement.title}</h2>`}
      </div>
      ${this.brief ? null : html`<th-placement-drawing bare .drill=${drill} .side=${side}></th-placement-drawing>`}
      <ul class="stack-s checks">
        ${this.checks.map(
          ({ id, state }) => html`<li class=${state}>
            <svg class="lines" viewBox="0 0 18 18" role="img" aria-label=${placingWords().states[state]}><path d=${MARKS[state]} /></svg>
            <span>${coachWords().gate.checks[id]}</span>
          </li>`,
        )}
      </ul>
      ${this.checks.map(({ id, state, advice }) =>
        id === 'person' && state === 'fair' && advice ? html`<p class="small">${advice.what} ${advice.todo}</p>` : null,
      )}
      ${this.brief ? null : this.#advice(drill, side)}`;
  }

  #advice(drill: SetPlan['drill'], side: SetPlan['sides'][number]) {
    const { placement } = drill;
    return html`<th-loop bare kind="right" .drill=${drill} .side=${side} reflected></th-loop>
      <details>
        <summary>${placingWords().inWords}</summary>
        <ul class="stack-s advice">
          <li>${sentence(placement.where)}</li>
          <li>${sentence(placement.lens)}</li>
          ${tableText(drill) === null ? null : html`<li>${tableText(drill)}</li>`}
          <li>${sentence(placement.tilt)}</li>
          ${placement.blind ? html`<li class="muted">${placement.blind}</li>` : null}
          <li>${armNote(drill)}</li>
        </ul>
      </details>`;
  }
}
