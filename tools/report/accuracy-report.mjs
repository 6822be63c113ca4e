import { percent, fixed, signed } from './table-text.mjs';
import { html, Markup } from './markup.mjs';
import { NOT_INDEPENDENT } from './pooled-table.mjs';
import { groupKey } from '../scoring/pool-scores.mjs';
import { clipTable, eventTable, groupTable, rulesTable, setTable } from './report-tables.mjs';
import { channelOf } from '../scoring/score-channels.mjs';
import { agreementPlot, markLegend } from './svg-agreement.mjs';
import { timePlot } from './svg-time.mjs';

/**
 * The HTML report of a run: one page without scripts and without external files.
 *
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 * @typedef {import('../scoring/pool-scores.mjs').Group} Group
 * @typedef {import('../scoring/pool-scores.mjs').FailedClip} FailedClip
 * @typedef {import('../scoring/pool-scores.mjs').ScoredClip & import('./svg-time.mjs').ClipEvents} DrawnClip
 * @typedef {import('../accuracy/accuracy-reference.mjs').Comparison} Comparison
 *
 * @typedef {object} Result
 * @property {readonly (DrawnClip | FailedClip)[]} rows
 * @property {Pooled} pooled
 * @property {string} closing sentence on what was run: clips, frames, models
 * @property {Comparison | null} comparison
 */

/** Style sheet. In both colour schemes, marks and lines have a contrast of at least 3 : 1, text of 7 : 1. */
const STYLE = new Markup(`
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

/** @param {Result} result @returns {string} HTML */
export function accuracyReport({ rows, pooled, closing, comparison }) {
  const sections = pooled.groups.map((group, index) => ({ group, id: `view-${index + 1}` }));
  const clipsOf = (/** @type {Group} */ group) => rows.filter((row) => groupKey(row) === groupKey(group));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Truehip: accuracy</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Accuracy of Truehip</h1>
<p>${closing}</p>
<p class="soft">What the app read from each clip, against the angles its rendered person truly had. They are rendered people:
the figures say how one version compares with another; people on real floors are less tidy.</p>
${comparison ? verdict(comparison) : ''}
<nav aria-label="Contents"><ul>
<li><a href="#all">All clips</a></li>
${sections.map(({ group, id }) => html`<li><a href="#${id}">${group.drill}, ${group.placement}</a></li>`)}
<li><a href="#how">How to read this</a></li>
</ul></nav>
</header>
<main>
<section aria-labelledby="all"><h2 id="all">All clips</h2>
${eventTable(pooled)}
${setTable(pooled)}
${rulesTable(pooled)}
</section>
${sections.map(({ group, id }) => groupSection(group, id, clipsOf(group)))}
${notes()}
</main>
</body>
</html>
`.text;
}

/** @param {Comparison} comparison */
function verdict({ worse, compared, skipped }) {
  const others = skipped.length > 0 ? ` Not compared, because of other clips: ${skipped.join('; ')}.` : '';
  if (worse.length === 0) {
    const words = compared > 0 ? `None of ${compared} figures is worse than the reference.` : 'Nothing was compared.';
    return html`<p class="held">${words}${others}</p>`;
  }
  return html`<section class="worse" aria-label="Worse than the reference"><p><strong>${worse.length} figures are worse than the reference by more
than their tolerance.</strong>${others}</p><ul>${worse.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`;
}

/**
 * @param {Group} group
 * @param {string} id
 * @param {readonly (DrawnClip | FailedClip)[]} rows
 */
function groupSection(group, id, rows) {
  const drawn = rows.flatMap((row) => ('score' in row ? [row] : []));
  const failed = rows.flatMap((row) => ('error' in row ? [row] : []));
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${group.drill}, ${group.placement}</h2>
${failed.map(({ clip, error }) => html`<p><strong>${clip}</strong>: ${error}</p>`)}
${groupTable(group)}
<p class="soft">${NOT_INDEPENDENT}</p>
<div class="plots">${group.channels.filter(({ score }) => score.frames > 0).map((pool) => agreement(pool, drawn, groupKey(group)))}</div>
${drawn.map(clipSection)}
</section>`;
}

/**
 * @param {Group['channels'][number]} pool
 * @param {readonly DrawnClip[]} clips
 * @param {string} where
 */
function agreement(pool, clips, where) {
  const points = clips
    .map(({ clip, series }) => ({
      clip,
      points: series.filter((one) => one.channel === pool.channel).flatMap((one) => one.points),
    }))
    .filter((one) => one.points.length > 0);
  return html`<figure>${agreementPlot(pool, points, where)}${markLegend(points.map(({ clip }) => clip))}
<figcaption><strong>Agreement of ${channelOf(pool.channel).name}.</strong> ${pool.score.frames} frames of ${points.length} ${points.length === 1 ? 'clip' : 'clips'}; full line: bias, broken lines: 95 % limits.</figcaption></figure>`;
}

/** @param {DrawnClip} row */
function clipSection(row) {
  const { clip, score, series } = row;
  const [main, rest] = [
    series.filter((one) => one.channel === score.main),
    series.filter((one) => one.channel !== score.main && one.points.length > 0),
  ];
  const draw = (/** @type {DrawnClip['series'][number]} */ one) =>
    html`<figure><div class="scroll" role="group" tabindex="0" aria-label="${channelOf(one.channel).name} over time">${timePlot(one, row, clip)}</div><figcaption><strong>${capital(channelOf(one.channel).name)}${one.side === null ? '' : `, ${one.side}`}.</strong> Broken line: truth; full line: reading, shaded: its 90 % band.
Below: outlined what happened, filled what was flagged.</figcaption></figure>`;
  const others =
    rest.length > 0
      ? html`<details><summary>The other channels of ${clip}</summary>${clipTable(clip, score)}${rest.map(draw)}</details>`
      : '';
  return html`<h3>${clip}</h3>
<p>${clipWords(score)}</p>
${main.map(draw)}
${others}`;
}

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** @param {DrawnClip['score']} score */
function clipWords({ channels, main, events, ranges, reps, view }) {
  const { mae, bias, coverage } = channels[main];
  const name = capital(channelOf(main).name);
  const happened = events.found + events.missed;
  return [
    view === null ? 'No reference pose was held.' : `The app judged the view ${view}.`,
    mae === null
      ? `${name} was not read.`
      : `${name} was read in ${percent(coverage)} of the frames, off by ${fixed(mae)}° on average (bias ${signed(bias)}°).`,
    ...ranges.flatMap(({ side, clean }) =>
      clean.error === null
        ? []
        : [`Clean range, ${side}: ${fixed(clean.claimed)}° stated, ${fixed(clean.true)}° true.`],
    ),
    happened === 0 ? 'Nothing compensated' : `${events.found} of ${happened} compensations were flagged in time`,
    `and ${events.false} flags were false.`,
    ...(reps.true + reps.extra > 0
      ? [
          `${reps.found} of ${reps.true} repetitions were counted${reps.extra > 0 ? `, and ${reps.extra} too many` : ''}.`,
        ]
      : []),
  ].join(' ');
}

function notes() {
  return html`<section aria-labelledby="how"><h2 id="how">How to read this</h2><ul class="notes">
<li>Everything is scored from the end of the neutral phase to the end of the clip. Hip and pelvis count from neutral; knee flexion is absolute, and "after neutral" takes its own offset away, which lies in the first half second.</li>
<li>Error: reading minus truth. Bias: its mean. MAE: mean of its size. RMSE: root of its mean square.</li>
<li>95 % limits of agreement: bias ± 1.96 standard deviations of the error over frames. ${NOT_INDEPENDENT}</li>
<li>Truth in 90 % band: share of the frames whose truth lies within 1.645 of the stated standard deviations; 90 % is right, more means bands that are too wide. Coverage: share of the frames with a number.</li>
<li>A compensation is found when its flag opens from 0.3 s before to 1 s after its onset. A later flag leaves it missed but is not false, and its delay counts. Clean clips are those in which nothing compensates.</li>
<li>Clean range: largest hip internal rotation outside the compensations. Gross: largest rotation reached at all, of the hip itself or of the leg in the room as if the pelvis had lain still. Borrowed: the difference; the app states it as "at least".</li>
<li>A repetition is found when one was counted around its turning point; a hold is the time within 4.5° of an end.</li>
</ul></section>`;
}
