import { css } from 'lit';
import { chips, lists, selects } from '../styles/styles.ts';

export const programmeStyles = css`
  ${selects}
  ${chips}
  ${lists}
  .chip {
    align-self: start;
  }
  .chip:empty {
    display: none;
  }
  .chip.done {
    border-color: var(--accent);
    background: var(--accent-dim);
  }
  .chip.done::before {
    content: '✓ ';
  }
  .chip.next {
    border-color: var(--accent);
  }
  select,
  input[type='text'],
  input[type='time'] {
    inline-size: 100%;
    padding-block: var(--s2);
  }
`;
