import { scaleLinear } from 'd3-scale';
import { html } from './markup.mjs';

/**
 * Scales and axes of a plot, in units of the SVG view box.
 *
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box area of the data
 * @typedef {{ low: number, high: number }} Span
 * @typedef {(value: number) => number} Scale
 * @typedef {{ x: Scale, y: Scale, box: Box, xSpan: Span, ySpan: Span }} Plot
 */

/** Approximate number of ticks on an axis. */
const TICKS = 8;

/** @param {Span} span @returns {number[]} round numbers inside the span */
const ticks = ({ low, high }) => scaleLinear([low, high], [0, 1]).ticks(TICKS);

/**
 * The span of the values with a margin; never empty.
 * @param {readonly number[]} values
 * @returns {Span}
 */
export function spanOf(values) {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  const high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  if (finite.length === 0) return { low: 0, high: 1 };
  const margin = high > low ? 0.06 * (high - low) : Math.max(1, 0.1 * Math.abs(high));
  return { low: low - margin, high: high + margin };
}

/** @param {Box} box @param {Span} xSpan @param {Span} ySpan @returns {Plot} */
export function plotIn(box, xSpan, ySpan) {
  const x = scaleLinear([xSpan.low, xSpan.high], [box.left, box.right]);
  const y = scaleLinear([ySpan.low, ySpan.high], [box.bottom, box.top]);
  return { box, xSpan, ySpan, x: (value) => round(x(value)), y: (value) => round(y(value)) };
}

/** Rounds to a tenth of a unit, which is finer than a screen shows, to keep the page small. @param {number} value */
const round = (value) => Math.round(10 * value) / 10;

/**
 * @param {Plot} plot
 * @param {{ x: string, y: string }} titles
 */
export function axes({ x, y, box, xSpan, ySpan }, titles) {
  const number = (/** @type {number} */ value) => String(value).replace('-', '−');
  const middle = (box.top + box.bottom) / 2;
  return html`<g class="axes">
${ticks(ySpan).map((value) => html`<path class="grid" d="M${box.left} ${y(value)}H${box.right}"/><text x="${box.left - 6}" y="${y(value) + 4}" text-anchor="end">${number(value)}</text>`)}
${ticks(xSpan).map((value) => html`<path class="tick" d="M${x(value)} ${box.bottom}v5"/><text x="${x(value)}" y="${box.bottom + 19}" text-anchor="middle">${number(value)}</text>`)}
<path class="frame" d="M${box.left} ${box.top}V${box.bottom}H${box.right}"/>
<text x="${(box.left + box.right) / 2}" y="${box.bottom + 37}" text-anchor="middle">${titles.x}</text>
<text transform="translate(14 ${middle}) rotate(-90)" text-anchor="middle">${titles.y}</text>
</g>`;
}

/**
 * Moves overlapping labels apart by as little as possible and keeps their order.
 * @param {readonly number[]} places y positions, from top to bottom
 * @param {number} gap smallest distance
 * @returns {number[]}
 */
export function spreadLabels(places, gap) {
  const moved = [...places];
  for (let index = 1; index < moved.length; index += 1) {
    const above = moved[index - 1] ?? 0;
    moved[index] = Math.max(moved[index] ?? 0, above + gap);
  }
  const shift = moved.reduce((sum, place, index) => sum + place - (places[index] ?? 0), 0) / (moved.length || 1);
  return moved.map((place) => round(place - shift));
}
