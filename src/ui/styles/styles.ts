import { fitting } from './tokens.ts';
import { css } from 'lit';

/** What every element starts from: box model, text, focus ring, small helpers, no motion where the person wants none. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  legend,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h1 {
    font-size: var(--t-head);
    line-height: 1.1;
    letter-spacing: -0.022em;
    font-weight: 720;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--t-title);
    line-height: 1.2;
    letter-spacing: -0.015em;
    font-weight: 680;
  }
  h3 {
    font-size: 1.0625rem;
    line-height: 1.35;
    font-weight: 640;
  }
  h1:focus,
  h2:focus {
    outline: none;
  }
  a {
    /* A link that stands alone is 24 px high. */
    padding-block: 0.3em;
    color: var(--accent);
    text-underline-offset: 3px;
  }
  :focus-visible,
  /* The focus is on the hours, the minutes or the button inside it. */
  input[type='time']:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
    border-radius: var(--radius-s);
    /* Not behind the bar at the lower edge of a drill's page. */
    scroll-margin-block: 1rem 8.5rem;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: 0.9375rem;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .measure {
    max-inline-size: var(--measure);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s3);
  }
  .apart {
    justify-content: space-between;
  }
  /* A sign that is drawn in lines. */
  :where(.lines) {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media print {
    .screen-only {
      display: none !important;
    }
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** Buttons, links that look like one, tick boxes (`checkField`), and keys. */
export const buttons = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s2);
    min-block-size: 44px;
    padding: var(--s2) var(--s4);
    border: 1px solid var(--edge);
    border-radius: var(--radius-s);
    background: var(--surface-2);
    color: var(--text);
    font: inherit;
    font-weight: 580;
    text-decoration: none;
    cursor: pointer;
    transition: background 0.15s, border-color 0.15s;
  }
  button:hover,
  .button:hover {
    background: var(--hover);
    border-color: var(--edge-hover);
  }
  button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .primary {
    forced-color-adjust: none;
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  .primary:hover {
    background: var(--accent-hover);
    border-color: var(--accent-hover);
  }
  .quiet {
    background: transparent;
  }
  .danger {
    border-color: var(--danger);
    color: var(--danger);
    background: transparent;
  }
  .danger:hover {
    background: var(--danger-dim);
    border-color: var(--danger);
  }
  /* The next press does what cannot be undone. */
  .really {
    forced-color-adjust: none;
    background: var(--warn);
    border-color: var(--warn);
    color: var(--warn-ink);
  }
  .large {
    min-block-size: 56px;
    padding: var(--s3) var(--s5);
    font-size: 1.125rem;
  }
  /* Large enough for a finger. */
  label.check {
    display: flex;
    gap: var(--s3);
    align-items: center;
    min-block-size: 44px;
  }
  label.check input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.7em;
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: 5px;
    font: inherit;
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1.5;
    text-align: center;
    opacity: 0.85;
  }
  /* A phone has no keys. */
  @media (hover: none) {
    .keys,
    kbd {
      display: none;
    }
  }
`;

/** A page, panels on it, stacks of elements, what folds up, and notes. */
export const panels = css`
  .page {
    max-inline-size: var(--page);
    margin-inline: auto;
    padding: var(--s6) var(--s5) var(--s8);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s6);
  }
  .panel {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: var(--s5);
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s4);
    align-content: start;
  }
  .stack-s {
    display: grid;
    gap: var(--s2);
    align-content: start;
  }
  .lead {
    font-size: var(--t-lead);
    color: var(--muted);
    max-inline-size: var(--measure);
  }
  summary {
    min-block-size: 44px;
    align-content: center;
    cursor: pointer;
    font-weight: 580;
  }
  .eyebrow {
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  .note {
    display: grid;
    gap: var(--s1);
    padding: var(--s3) var(--s4);
    border-inline-start: 4px solid var(--warn);
    background: var(--warn-dim);
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
  }
  .note.bad {
    border-color: var(--danger);
    background: var(--danger-dim);
  }
  .note.good {
    border-color: var(--accent);
    background: var(--accent-dim);
  }
  @media (max-width: 640px) {
    .page {
      padding: var(--s5) var(--s4) var(--s7);
    }
    .panel {
      padding: var(--s4);
    }
  }
`;

export const commonStyles = [base, buttons, panels];

/** Cards side by side, each with one link: the whole card can be pressed and shows the focus. */
export const cards = css`
  .cards {
    list-style: none;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
    gap: var(--s5);
  }
  .card {
    position: relative;
    display: grid;
    block-size: 100%;
  }
  .held {
    color: var(--danger);
    font-weight: 580;
  }
  .card:hover,
  .card:focus-within {
    border-color: var(--accent);
  }
  .card a {
    color: inherit;
    text-decoration: none;
  }
  .card a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .card a:focus-visible {
    outline: none;
  }
  .card:has(a:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
`;

/** A short word of state in a rounded border: how a set ended, whether a programme is due. A long one wraps. */
export const chips = css`
  .chip {
    display: inline-block;
    padding: 2px var(--s3);
    border: 1px solid var(--line);
    border-radius: 14px;
    font-size: 0.875rem;
    font-weight: 580;
    line-height: 1.4;
  }
`;

export const lists = css`
  .list {
    list-style: none;
    display: grid;
    gap: var(--s4);
  }
`;

export const readable = css`
  p {
    max-inline-size: var(--measure);
  }
`;

/** Sentences one below the other, with their numbers or marks. */
export const sentences = css`
  .sentences {
    padding-inline-start: 1.6em;
    display: grid;
    gap: var(--s2);
    max-inline-size: var(--measure);
  }
`;

export const facts = css`
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: var(--s2) var(--s4);
  }
  .facts dt {
    color: var(--muted);
  }
`;

/** `facts` with long texts: below each other in a narrow window. */
export const stackedFacts = css`
  .facts {
    column-gap: var(--s5);
  }
  @media (max-width: 640px) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-block-end: var(--s3);
    }
  }
`;

export const dialogs = css`
  dialog {
    inline-size: min(32rem, calc(100vw - 2 * var(--s4)));
    padding: var(--s5);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
  }
  dialog[open] {
    display: grid;
    gap: var(--s4);
  }
  dialog::backdrop {
    background: rgb(10 7 4 / 0.72);
  }
  .end {
    justify-content: flex-end;
  }
`;

/** A page of text with a column beside it, below it in a narrow window. */
export const columns = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 25rem);
    gap: var(--s6) var(--s7);
    align-items: start;
  }
  .text {
    gap: var(--s6);
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** What the person types or chooses in. Its size is the place's own: any rule for the element replaces what is set here. */
export const fields = css`
  select,
  textarea,
  input:where(:not([type]), [type='text'], [type='search'], [type='time'], [type='date']) {
    min-block-size: 44px;
    padding-inline: var(--s3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-s);
    background: var(--bg);
    color: var(--text);
    font: inherit;
  }
`;

/** A drop-down list as wide as its place; it under its label, and a pair of short fields in one row. */
export const selects = css`
  ${fields}
  select {
    inline-size: 100%;
  }
  .plain {
    display: grid;
    gap: var(--s1);
    color: var(--muted);
    font-size: 0.9375rem;
  }
  ${fitting('.pair', '9rem', 'var(--s3)', 'end')}
`;

/**
 * The bar of a range, during the set and after it: `clean` the hip's own rotation, `turned` rotation while the pelvis was not
 * watched, `borrowed` the pelvic contribution. Forced colours do not replace these, because nothing else tells the parts apart.
 */
export const bars = css`
  .track {
    position: relative;
    display: flex;
    background: var(--surface-2);
    overflow: hidden;
  }
  .track,
  .key {
    forced-color-adjust: none;
  }
  @media (forced-colors: active) {
    .track,
    .key {
      outline: 1px solid CanvasText;
    }
  }
  .clean {
    background: var(--accent);
  }
  .turned {
    background: repeating-linear-gradient(90deg, var(--turned) 0 10px, var(--turned-stripe) 10px 14px);
  }
  .borrowed {
    background: repeating-linear-gradient(135deg, var(--warn) 0 6px, var(--warn-stripe) 6px 12px);
  }
`;
