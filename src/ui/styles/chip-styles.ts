import { css } from 'lit';

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
