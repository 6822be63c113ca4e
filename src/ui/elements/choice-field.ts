import { css, html } from 'lit';
import { fitting } from '../styles/tokens.ts';
import type { Choice } from './fields.ts';

/**
 * Radio buttons that look like a row of tabs.
 * @param legend the group's label, shown and read by a screen reader
 * @param name the radio group's `name`
 * @param chosen null: none yet
 */
export const choiceField = <Value extends string>(
  legend: string,
  name: string,
  choices: readonly Choice<Value>[],
  chosen: Value | null,
  choose: (value: Value) => void,
) => html`<fieldset class="choice">
  <legend>${legend}</legend>
  <div class="options faces">
    ${choices.map(
      ({ value, label }) => html`<label>
        <input
          type="radio"
          name=${name}
          .value=${value}
          .checked=${value === chosen}
          @change=${() => choose(value)}
        />
        <span class="face">${label}</span>
      </label>`,
    )}
  </div>
</fieldset>`;

/** Radio buttons whose label is a face of its own: `.faces label` with the input and a `span`. */
export const faceStyles = css`
  .faces label {
    position: relative;
    display: grid;
    cursor: pointer;
  }
  .faces input {
    position: absolute;
    inset: 0;
    margin: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .faces span {
    display: grid;
    place-content: center;
    min-block-size: 44px;
    border-radius: var(--radius-s);
  }
  .faces input:hover + span {
    background: var(--surface-2);
  }
  .faces input:checked + span {
    forced-color-adjust: none;
    background: var(--accent);
    color: var(--accent-ink);
  }
  .faces input:focus-visible + span {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
`;

export const choiceStyles = css`
  ${faceStyles}
  .choice legend {
    margin-block-end: var(--s2);
    color: var(--muted);
    font-size: 0.9375rem;
  }
  .choice .options {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: var(--s1);
    padding: var(--s1);
    background: var(--bg);
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius-s) + var(--s1));
  }
  .choice .face {
    gap: 2px;
    padding: var(--s2) var(--s2);
    font-weight: 580;
    text-align: center;
    line-height: 1.25;
  }
  /* Two stay side by side on a phone. */
  @media (max-width: 480px) {
    .choice .options:has(label:nth-child(3)) {
      grid-auto-flow: row;
    }
  }
`;

/** Several questions side by side where there is room, their answers one below the other. */
export const questionsStyles = css`
  ${fitting('.questions', '18rem', 'var(--s5)')}
  .questions .choice .options {
    grid-auto-flow: row;
  }
`;
