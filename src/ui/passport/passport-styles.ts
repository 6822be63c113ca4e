import { css } from 'lit';
import { lightColours } from '../styles/tokens.ts';

/** The page of the passport. In print it is dark on white and has two sheets. */
export const passportStyles = css`
  .person {
    font-size: 1.125rem;
    font-weight: 640;
  }
  .differs {
    font-weight: 660;
  }
  ul {
    padding-inline-start: 1.2em;
  }
  .second {
    gap: var(--s6);
  }
  @media (max-width: 640px) {
    .stacked tbody tr > td:empty {
      display: none;
    }
  }
  @media print {
    :host {
      ${lightColours}
      --bg: #ffffff;
      color-scheme: light;
      color: var(--text);
      font-size: 10.5pt;
      line-height: 1.35;
    }
    .page {
      max-inline-size: none;
      padding: 0;
      gap: 5mm;
    }
    .panel {
      padding: 0;
      border: 0;
      background: none;
    }
    .second {
      break-before: page;
    }
    h1 {
      font-size: 18pt;
    }
    h2 {
      font-size: 14pt;
    }
    th,
    td {
      padding: 3px 6px;
      font-size: 9.5pt;
    }
    .small,
    .muted {
      font-size: 9.5pt;
    }
  }
`;
