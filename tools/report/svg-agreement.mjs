import { shownUnit, signed } from './table-text.mjs';
import { html } from './markup.mjs';
import { channelOf } from '../scoring/score-channels.mjs';
import { spreadLabels, axes, plotIn, spanOf } from './svg-axes.mjs';

/**
 * Bland–Altman plot: error over the mean of truth and reading, with bias and 95 % limits of agreement.
 *
 * @typedef {import('../scoring/pool-scores.mjs').ChannelPool} ChannelPool
 * @typedef {import('../scoring/score-channels.mjs').Point} Point
 * @typedef {{ clip: string, points: readonly Point[] }} ClipPoints
 * @typedef {import('./svg-axes.mjs').Plot} Plot
 */

const WIDTH = 620;
const HEIGHT = 340;
const BOX = { left: 58, right: 488, top: 14, bottom: 290 };
const LINE_HEIGHT = 17;

/** Largest number of points that are drawn for a clip. Bias and limits use all points. */
const MAX_POINTS = 300;

/** Shapes of the marks, as paths from their centre. They differ because some readers cannot tell the colours apart. */
const CIRCLE = 'm-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0';
const SHAPES = [CIRCLE, 'm-3 0h6m-3 -3v6', 'm-2 -2h4v4h-4z', 'm-3 2h6l-3 -5z', 'm-2 -2l4 4m-4 0l4 -4'];
/**
 * Number of mark colours in the style sheet (`mark-0` …). It has no common divisor with the number of shapes, so that
 * pairs repeat late.
 */
const COLOURS = 6;

/**
 * @param {ChannelPool} pool
 * @param {readonly ClipPoints[]} clips
 * @param {string} where drill and placement, for the label of the plot
 */
export function agreementPlot({ channel, score }, clips, where) {
  const { name, unit } = channelOf(channel);
  const shown = shownUnit(unit);
  const drawn = clips.map(({ clip, points }) => ({ clip, at: thinned(points).map(toPoint(shown.scale)) }));
  const bias = (score.bias ?? 0) * shown.scale;
  const limits = [score.limits?.high, score.limits?.low].flatMap((limit) =>
    limit === undefined ? [] : [limit * shown.scale],
  );
  const all = drawn.flatMap(({ at }) => at);
  const plot = plotIn(
    BOX,
    spanOf(all.map(({ mean }) => mean)),
    spanOf([0, bias, ...limits, ...all.map(({ error }) => error)]),
  );
  const label = `Bland–Altman plot, ${name}, ${where}: bias ${signed(bias)}${shown.unit}${
    limits.length === 2 ? `, 95 % limits ${signed(limits[1] ?? null)} to ${signed(limits[0] ?? null)}${shown.unit}` : ''
  }, ${score.frames} frames of ${clips.length} clips`;
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${axes(plot, { x: `mean of truth and reading, ${shown.unit.trim()}`, y: `reading − truth, ${shown.unit.trim()}` })}
<path class="zero" d="M${BOX.left} ${plot.y(0)}H${BOX.right}"/>
${drawn.map(({ at }, index) => html`<path class="mark mark-${index % COLOURS}" d="${at.map(({ mean, error }) => `M${plot.x(mean)} ${plot.y(error)}${shapeOf(index)}`).join('')}"/>`)}
${lines(plot, bias, limits, shown.unit)}
</svg>`;
}

/**
 * @param {Plot} plot
 * @param {number} bias
 * @param {readonly number[]} limits upper, lower; or none
 * @param {string} unit
 */
function lines(plot, bias, limits, unit) {
  const [high, low] = limits;
  const entries = [
    ...(high === undefined ? [] : [{ value: high, words: '+1.96 sd', style: 'limit' }]),
    { value: bias, words: 'bias', style: 'bias' },
    ...(low === undefined ? [] : [{ value: low, words: '−1.96 sd', style: 'limit' }]),
  ];
  const places = spreadLabels(
    entries.map(({ value }) => plot.y(value)),
    LINE_HEIGHT,
  );
  return entries.map(
    ({ value, words, style }, index) =>
      html`<path class="${style}" d="M${BOX.left} ${plot.y(value)}H${BOX.right}L${BOX.right + 8} ${places[index] ?? 0}"/><text class="label" x="${BOX.right + 12}" y="${(places[index] ?? 0) + 4}">${words} ${signed(value)}${unit}</text>`,
  );
}

/** Legend: the mark of each clip. @param {readonly string[]} clips */
export function markLegend(clips) {
  return html`<ul class="legend">${clips.map(
    (clip, index) =>
      html`<li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path class="mark mark-${index % COLOURS}" d="M6 6${shapeOf(index)}"/></svg> ${clip}</li>`,
  )}</ul>`;
}

/** @param {number} index */
const shapeOf = (index) => SHAPES[index % SHAPES.length] ?? CIRCLE;

/** @param {number} scale @returns {(point: Point) => { mean: number, error: number }} */
const toPoint =
  (scale) =>
  ({ truth, reading }) => ({ mean: (scale * (truth + reading)) / 2, error: scale * (reading - truth) });

/** @param {readonly Point[]} points */
function thinned(points) {
  const step = Math.ceil(points.length / MAX_POINTS);
  return points.filter((_, index) => index % step === 0);
}
