import { Markup } from './markup.mjs';

/** The report's only style sheet. Colours of marks and lines keep 3 : 1 against their ground, text 7 : 1, in both schemes. */
export const STYLE = new Markup(`
:root { color-scheme: light dark; --ground: #ffffff; --ink: #16191d; --soft: #4a525c; --rule: #d5dae0; --tint: #f3f5f8;
  --reading: #0a5cc0; --band: #0a5cc033; --event: #8a4600; --flag: #b3261e; --good: #19693a;
  --m0: #0a5cc0; --m1: #b3261e; --m2: #19693a; --m3: #8a4600; --m4: #6d3bbf; --m5: #0c6b75; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171b; --ink: #eef1f5; --soft: #b9c2cd; --rule: #3b434d; --tint: #1e2329;
    --reading: #7db7ff; --band: #7db7ff38; --event: #f0b169; --flag: #ff958c; --good: #7fd6a0;
    --m0: #7db7ff; --m1: #ff958c; --m2: #7fd6a0; --m3: #f0b169; --m4: #c6a6ff; --m5: #6fd3df; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 4rem; max-width: 84rem; background: var(--ground);
  color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.45rem; margin: 3rem 0 0.5rem; padding-top: 1rem; border-top: 2px solid var(--rule); }
h3 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
p, .notes li { max-width: 72ch; }
a { color: var(--reading); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--reading); outline-offset: 2px; }
.soft { color: var(--soft); }
.worse { border-left: 4px solid var(--flag); padding-left: 1rem; }
.held { border-left: 4px solid var(--good); padding-left: 1rem; }
.wide-table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.4rem; }
th, td { padding: 0.3rem 0.6rem; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
thead th { background: var(--tint); vertical-align: bottom; white-space: normal; max-width: 8rem; font-size: 0.95rem; }
tbody th { white-space: normal; min-width: 10rem; max-width: 20rem; }
th[scope='row'], thead th:first-child { text-align: left; }
th[scope='row'] { font-weight: 500; }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr)); gap: 1.5rem; }
figure { margin: 1rem 0; }
figcaption { color: var(--soft); font-size: 0.95rem; }
figcaption strong { color: var(--ink); }
summary { cursor: pointer; padding: 0.4rem 0; font-weight: 600; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; margin: 0.4rem 0; padding: 0; font-size: 0.9rem; }
.plot { display: block; width: 100%; height: auto; font: 14px system-ui, sans-serif; }
.plot.wide { min-width: 52rem; }
.scroll { overflow-x: auto; }
.plot text { fill: var(--soft); }
.plot .label { fill: var(--ink); }
.grid, .phase { stroke: var(--rule); fill: none; }
.phase { stroke-dasharray: 2 3; }
.frame, .tick, .zero { stroke: var(--soft); fill: none; }
.zero { stroke-dasharray: 1 4; }
.bias { stroke: var(--ink); stroke-width: 2; fill: none; }
.limit { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 7 4; fill: none; }
.truth { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 7 3; fill: none; }
.reading { stroke: var(--reading); stroke-width: 2; fill: none; }
.band { fill: var(--band); stroke: none; }
.happened { fill: none; stroke: var(--event); stroke-width: 2; }
.flagged { fill: var(--flag); }
.mark { fill: none; stroke-width: 1.3; stroke-opacity: 0.75; }
.mark-0 { stroke: var(--m0); } .mark-1 { stroke: var(--m1); } .mark-2 { stroke: var(--m2); }
.mark-3 { stroke: var(--m3); } .mark-4 { stroke: var(--m4); } .mark-5 { stroke: var(--m5); }
@media print { details { display: block; } h2 { break-before: page; } figure { break-inside: avoid; } }
`);
