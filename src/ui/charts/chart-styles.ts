import { css, html, type SVGTemplateResult } from 'lit';

export const legends = css`
  .legend {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
  }
  .legend li {
    display: flex;
    gap: var(--s2);
  }
  .legend svg {
    flex: none;
    inline-size: 30px;
    block-size: 16px;
    margin-block-start: 0.2em;
  }
`;

/** An entry of a legend. @param sign drawn in a box of 30 × 16 */
export const legendEntry = (sign: SVGTemplateResult, text: string) =>
  html`<li><svg viewBox="0 0 30 16" aria-hidden="true">${sign}</svg>${text}</li>`;

/** Styles that the charts with degrees on the left and a legend below share. */
export const chartStyles = css`
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
  ${legends}
`;
