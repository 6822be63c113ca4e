import { css } from 'lit';

export const dialogStyles = css`
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
    background: rgb(4 7 10 / 0.72);
  }
  .end {
    justify-content: flex-end;
  }
`;
