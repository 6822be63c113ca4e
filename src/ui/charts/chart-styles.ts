import { css } from 'lit';

/** Styles that the charts with degrees on the left and a legend below share. */
export const chartStyles = css`
  :host {
    display: block;
  }
  svg {
    display: block;
    inline-size: 100%;
  }
  .grid {
    stroke: var(--line);
  }
  text {
    fill: var(--muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  ul {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
  }
  li {
    display: flex;
    gap: var(--s2);
  }
  li svg {
    flex: none;
    inline-size: 30px;
    block-size: 16px;
    margin-block-start: 0.2em;
  }
`;
