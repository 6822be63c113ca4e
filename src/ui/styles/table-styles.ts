import { css } from 'lit';

/** Tables. One of class `stacked` becomes a list of blocks on a phone. */
export const tables = css`
  .table-wrap {
    position: relative;
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: start;
    color: var(--muted);
    padding-block-end: var(--s2);
  }
  th,
  td {
    padding: var(--s3) var(--s3);
    text-align: start;
    border-block-end: 1px solid var(--line);
    vertical-align: baseline;
  }
  th {
    font-weight: 600;
    font-size: 0.9375rem;
  }
  thead th {
    color: var(--muted);
    white-space: nowrap;
  }
  td.n,
  th.n {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  /* As high as a finger or a shaky hand needs, without wider rows. */
  td a:not(.button),
  th a {
    display: inline-block;
    min-block-size: 24px;
    line-height: 24px;
  }
  th.within {
    padding-inline-start: 2em;
    font-weight: 400;
  }
  tbody:last-of-type tr:last-child > * {
    border-block-end: 0;
  }
  /* Each row is a block there, with every value after the name of its column. */
  @media (max-width: 640px) {
    .stacked thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stacked tr {
      display: block;
      padding-block: var(--s3);
      border-block-end: 1px solid var(--line);
    }
    .stacked tbody:first-of-type tr:first-child {
      padding-block-start: 0;
    }
    .stacked tbody:last-of-type tr:last-child {
      padding-block-end: 0;
      border-block-end: 0;
    }
    .stacked tbody tr > * {
      display: block;
      padding: var(--s1) 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    .stacked tbody tr > [data-label]::before {
      content: attr(data-label) ': ';
      color: var(--muted);
      font-weight: 400;
    }
  }
  @media print {
    .table-wrap {
      overflow: visible;
    }
    tr,
    li {
      break-inside: avoid;
    }
  }
`;
