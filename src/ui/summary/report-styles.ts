import { css } from 'lit';
import { lightColours } from '../styles/tokens.ts';

/**
 * The report looks the same on the screen and in print: dark on white. Its width of 190 mm fits A4 and Letter paper.
 */
export const reportStyles = css`
  .tools {
    max-inline-size: 190mm;
    margin: 0 auto;
    padding: var(--s4);
  }
  .sheet {
    max-inline-size: 190mm;
    margin: 0 auto var(--s5);
    padding: 10mm;
    color: var(--text);
    background: var(--bg);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--s4);
    font-size: 11pt;
    line-height: 1.4;
  }
  @media not (forced-colors: active) {
    .sheet {
      ${lightColours}
      --bg: #ffffff;
      color-scheme: light;
    }
  }
  .sheet h1,
  .sheet h2 {
    font-size: 17pt;
  }
  .sheet h3,
  .sheet .sub {
    font-size: 12pt;
  }
  .sheet ul {
    padding-inline-start: 1.2em;
  }
  .sheet th,
  .sheet td {
    padding: 4px 6px;
    font-size: 9.5pt;
  }
  .sheet thead th {
    white-space: normal;
  }
  .says {
    font-size: 13pt;
  }
  .name {
    display: grid;
    gap: var(--s1);
    inline-size: 100%;
    max-inline-size: 28rem;
    font-weight: 580;
  }
  .name input {
    font-weight: 400;
  }
  .name .small {
    font-weight: 400;
  }
  .person {
    font-size: 13pt;
    font-weight: 640;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 70mm), 1fr));
    gap: var(--s4) var(--s5);
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  @media screen and (max-width: 640px) {
    .sheet {
      padding: var(--s4);
    }
  }
  @media print {
    .sheet {
      max-inline-size: none;
      margin: 0;
      padding: 0;
    }
    .sheet + .sheet {
      break-before: page;
    }
  }
`;
