import { css } from 'lit';
import { chips } from '../styles/styles.ts';

/** The page of a set. On paper: everything unfolded, without buttons. */
export const summaryStyles = css`
  ${chips}
  .page {
    gap: var(--s5);
    padding-block-start: var(--s5);
  }
  .head {
    gap: var(--s1) var(--s4);
  }
  .head h1 {
    flex: 1 1 12rem;
    font-size: 1.5rem;
    letter-spacing: -0.015em;
  }
  .head th-drill-still {
    inline-size: clamp(5.5rem, 12vw, 9rem);
    border-radius: var(--radius-s);
  }
  /* The main button stays in sight while the person reads and answers. */
  .now {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    padding-block: var(--s3);
    background: var(--bg);
    border-block-start: 1px solid var(--line);
  }
  /* At 200 % zoom it would leave too little of the page. */
  @media (max-height: 480px) {
    .now {
      position: static;
    }
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
    .head th-drill-still {
      display: none;
    }
  }
`;
