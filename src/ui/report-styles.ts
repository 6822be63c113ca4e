import { css } from 'lit';

/** Ink on paper, on the screen as in print: what is seen is what is printed. A4 and Letter differ by less than the margins. */
export const reportStyles = css`
  :host {
    --bg: #ffffff;
    --surface: #ffffff;
    --surface-2: #e9eef2;
    --line: #c3ced8;
    --edge: #667889;
    --text: #10171e;
    --muted: #44525f;
    --accent: #0b6e5d;
    --accent-ink: #ffffff;
    --warn: #8a5600;
    --danger: #a5281b;
    display: block;
    color: var(--text);
  }
  .tools {
    max-inline-size: 190mm;
    margin: 0 auto;
    padding: var(--s4);
    color: #f3f6fa;
  }
  .tools a:not(.button) {
    color: #62d9c0;
  }
  .tools .button,
  .tools button {
    background: #1d2732;
    color: #f3f6fa;
  }
  .sheet {
    max-inline-size: 190mm;
    margin: 0 auto var(--s5);
    padding: 10mm;
    background: var(--bg);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--s4);
    font-size: 11pt;
    line-height: 1.4;
  }
  .sheet h1,
  .sheet h2 {
    font-size: 17pt;
  }
  .sheet h3 {
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
  th-range-bars {
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  @media screen and (max-width: 640px) {
    .sheet {
      padding: var(--s4);
    }
  }
  @media print {
    .table-wrap {
      overflow: visible;
    }
    .tools {
      display: none;
    }
    .sheet {
      max-inline-size: none;
      margin: 0;
      padding: 0;
    }
    .sheet + .sheet {
      break-before: page;
    }
    tr,
    li {
      break-inside: avoid;
    }
  }
`;
