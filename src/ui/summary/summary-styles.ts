import { css } from 'lit';

/** The page of a set. On paper: everything unfolded, without buttons and without the replay, which moves. */
export const summaryStyles = css`
  .page {
    gap: var(--s5);
    padding-block-start: var(--s5);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--s1) var(--s5);
  }
  .head h1 {
    font-size: 1.35rem;
    letter-spacing: -0.01em;
  }
  .chip {
    display: inline-block;
    padding: 2px var(--s3);
    border: 1px solid var(--line);
    border-radius: 99px;
    font-size: 0.875rem;
    font-weight: 580;
  }
  .severity {
    white-space: nowrap;
  }
  .severity::before {
    content: '';
    display: inline-block;
    inline-size: 0.75em;
    block-size: 0.75em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: var(--warn);
    forced-color-adjust: none;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .severity.red::before {
    border-radius: 2px;
    background: var(--danger);
  }
  ul {
    padding-inline-start: 1.2em;
  }
  @media (max-width: 640px) {
    .page {
      gap: var(--s4);
      padding-block-start: var(--s4);
    }
    .tools .large {
      flex: 1 0 auto;
    }
  }
  @media print {
    .page {
      padding: 0;
      gap: var(--s4);
    }
    .tools,
    .fold:has(th-body-replay) {
      display: none;
    }
    tr,
    li {
      break-inside: avoid;
    }
    .table-wrap {
      overflow: visible;
    }
  }
`;
