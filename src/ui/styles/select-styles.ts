import { css } from 'lit';

/** A list to choose from, as wide as its place. */
export const selects = css`
  select {
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: var(--s3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-s);
    background: var(--bg);
    color: var(--text);
    font: inherit;
  }
`;
