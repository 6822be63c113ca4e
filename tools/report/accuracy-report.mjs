import { percent, fixed, signed } from './figure-words.mjs';
import { html } from './markup.mjs';
import { NOT_INDEPENDENT } from '../scoring/pooled-table.mjs';
import { groupKey } from '../scoring/pool-scores.mjs';
import { clipTable, eventTable, groupTable, rulesTable, setTable } from './report-tables.mjs';
import { STYLE } from './report-style.mjs';
import { channelOf } from '../scoring/score-channels.mjs';
import { agreementPlot, markLegend } from './svg-agreement.mjs';
import { timePlot } from './svg-time.mjs';

/**
 * The report of a run: one page that needs nothing but itself.
 *
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 * @typedef {import('../scoring/pool-scores.mjs').Group} Group
 * @typedef {import('../scoring/pool-scores.mjs').FailedClip} FailedClip
 * @typedef {import('../scoring/pool-scores.mjs').ScoredClip & import('./svg-time.mjs').Happenings} DrawnClip
 * @typedef {import('../accuracy/accuracy-reference.mjs').Comparison} Comparison
 *
 * @typedef {object} Result
 * @property {readonly (DrawnClip | FailedClip)[]} rows
 * @property {Pooled} pooled
 * @property {string} closing what ran: clips, frames, models
 * @property {Comparison | null} comparison
 */

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
    view === null ? 'No neutral was held.' : `The app judged the view ${view}.`,
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
