import { css } from 'lit';

export const startBarStyles = css`
  .start-bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 4;
    background: var(--surface);
    border-block-start: 1px solid var(--line);
  }
  .start-bar th-source-panel {
    flex: none;
  }
  .start-bar > div {
    max-inline-size: var(--page);
    margin-inline: auto;
    padding: var(--s3) var(--s5);
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s2) var(--s5);
  }
  .chosen {
    display: flex;
    align-items: center;
    gap: var(--s3);
    font-weight: 580;
    text-wrap: balance;
  }
  .chosen button {
    padding-inline: var(--s3);
    color: var(--muted);
  }
  /* Beside all buttons there would be no room for what was chosen. */
  @media (max-width: 1000px), (max-width: 50rem) {
    .start-bar > div {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding: var(--s2) var(--s4) var(--s3);
    }
    .chosen {
      justify-content: space-between;
      font-size: 0.9375rem;
    }
  }
  /* At 200 % zoom a bar would leave too little of the page. */
  @media (max-height: 480px) {
    .start-bar {
      position: static;
    }
  }
`;
