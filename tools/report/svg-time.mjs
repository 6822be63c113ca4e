import { area, line } from 'd3-shape';
import { fixed, shownUnit } from './table-text.mjs';
import { html } from './markup.mjs';
import { BAND_90, channelOf } from '../scoring/score-channels.mjs';
import { mean } from '../scoring/statistics.mjs';
import { axes, plotIn, spanOf } from './svg-axes.mjs';

/**
 * Plots one channel of one clip over time: truth, reading and its 90 % band; true events and flags are shown below.
 *
 * @typedef {import('../scoring/score-channels.mjs').Series} Series
 * @typedef {import('../scoring/score-channels.mjs').Point} Point
 * @typedef {import('./svg-axes.mjs').Plot} Plot
 * @typedef {{ rule: string, start: number, end: number }} RuleSpan
 * @typedef {object} ClipEvents
 * @property {readonly { kind: string, start: number, end: number }[]} phases
 * @property {readonly RuleSpan[]} events true compensations
 * @property {readonly RuleSpan[]} flags of the record
 */

const WIDTH = 920;
const TOP = 34;
const PLOT_HEIGHT = 210;
const LANE = 24;
const LANES_TOP = TOP + PLOT_HEIGHT + 52;
const SIDES = { left: 128, right: 906 };

/** The line is interrupted where more than this number of frames is missing. */
const GAP_FRAMES = 2.5;

/**
 * @param {Series} series
 * @param {ClipEvents} clipEvents
 * @param {string} clip
 */
export function timePlot(series, clipEvents, clip) {
  const { name, unit } = channelOf(series.channel);
  const shown = shownUnit(unit);
  const truth = series.truth.map(({ t, value }) => ({ t, value: value * shown.scale }));
  const points = series.points.map(({ t, reading, sd }) => ({
    t,
    value: reading * shown.scale,
    half: Number.isFinite(sd) ? BAND_90 * sd * shown.scale : 0,
  }));
  const rules = [...new Set([...clipEvents.events, ...clipEvents.flags].map(({ rule }) => rule))];
  const ends = truth.length > 0 ? [truth[0]?.t ?? 0, truth.at(-1)?.t ?? 1] : [0, 1];
  const plot = plotIn(
    { ...SIDES, top: TOP, bottom: TOP + PLOT_HEIGHT },
    { low: ends[0] ?? 0, high: ends[1] ?? 1 },
    spanOf([...truth.map(({ value }) => value), ...points.flatMap(bandOf)]),
  );
  const height = LANES_TOP + LANE * rules.length + 4;
  const who = series.side === null ? name : `${name}, ${series.side}`;
  return html`<svg class="plot wide" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${description(series, who, clip, clipEvents)}">
${phaseMarks(plot, clipEvents.phases)}
${axes(plot, { x: 'seconds', y: `${name}, ${shown.unit.trim()}` })}
${splitAtGaps(points, series).map((run) => bandAndLine(plot, run))}
<path class="truth" d="${lineOf(plot, truth)}"/>
${points.length === 0 ? html`<text class="label" x="${SIDES.left + 12}" y="${TOP + PLOT_HEIGHT - 12}">not read</text>` : ''}
${rules.map((rule, index) => lane(plot, rule, LANES_TOP + LANE * index, clipEvents))}
</svg>`;
}

/** @typedef {{ t: number, value: number, half: number }} Read */

/** @param {Read} read */
const bandOf = ({ value, half }) => [value - half, value + half];

/** @typedef {{ t: number, value: number }} Moment */

/** @param {Plot} plot @param {Moment[]} values */
function lineOf({ x, y }, values) {
  /** @type {import('d3-shape').Line<Moment>} */
  const path = line();
  return path.x(({ t }) => x(t)).y(({ value }) => y(value))(values) ?? '';
}

/** @param {Plot} plot @param {Read[]} run */
function bandAndLine(plot, run) {
  const { x, y } = plot;
  /** @type {import('d3-shape').Area<Read>} */
  const path = area();
  const band = path
    .x(({ t }) => x(t))
    .y0(({ value, half }) => y(value - half))
    .y1(({ value, half }) => y(value + half));
  return html`<path class="band" d="${band(run) ?? ''}"/><path class="reading" d="${lineOf(plot, run)}"/>`;
}

/**
 * Splits the readings at gaps.
 * @param {readonly Read[]} points
 * @param {Series} series
 */
function splitAtGaps(points, { truth }) {
  const step = (truth[1]?.t ?? 1) - (truth[0]?.t ?? 0);
  /** @type {Read[][]} */
  const runs = [];
  for (const point of points) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && point.t - last.t <= GAP_FRAMES * step) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** @param {Plot} plot @param {ClipEvents['phases']} phases */
function phaseMarks({ x, xSpan, box }, phases) {
  return phases
    .filter(({ end }) => end > xSpan.low)
    .map(({ kind, start }) => {
      const at = x(Math.max(start, xSpan.low));
      return html`<path class="phase" d="M${at} ${box.top - 20}V${box.bottom}"/><text class="label" x="${at + 4}" y="${box.top - 8}">${kind}</text>`;
    });
}

/**
 * The lane of one rule: true events outlined above, flags filled below.
 * @param {Plot} plot
 * @param {string} rule
 * @param {number} top
 * @param {ClipEvents} clipEvents
 */
function lane({ x, xSpan }, rule, top, { events, flags }) {
  const inside = (/** @type {number} */ time) => x(Math.min(xSpan.high, Math.max(xSpan.low, time)));
  const bars = (/** @type {readonly RuleSpan[]} */ all, /** @type {string} */ style, /** @type {number} */ y) =>
    all
      .filter((one) => one.rule === rule)
      .map(
        ({ start, end }) =>
          html`<rect class="${style}" x="${inside(start)}" y="${y}" width="${Math.max(2, Math.round(inside(end) - inside(start)))}" height="8"/>`,
      );
  return html`<text class="label" x="${SIDES.left - 8}" y="${top + 13}" text-anchor="end">${rule}</text>
<path class="grid" d="M${SIDES.left} ${top + LANE - 2}H${SIDES.right}"/>
${bars(events, 'happened', top)}${bars(flags, 'flagged', top + 11)}`;
}

/**
 * @param {Series} series
 * @param {string} who
 * @param {string} clip
 * @param {ClipEvents} clipEvents
 */
function description({ points, truth, channel }, who, clip, { events, flags }) {
  const { scale, unit } = shownUnit(channelOf(channel).unit);
  const values = truth.map(({ value }) => value * scale);
  const error = mean(points.map((point) => Math.abs(point.reading - point.truth) * scale));
  const range =
    values.length > 0 ? `truth from ${fixed(Math.min(...values))} to ${fixed(Math.max(...values))}${unit}` : '';
  const off = error === null ? 'not read' : `reading off by ${fixed(error)}${unit} on average`;
  return `${who} over time, ${clip}: ${range}; ${off}; ${events.length} compensations happened, ${flags.length} flags were raised`;
}
