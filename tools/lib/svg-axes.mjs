import { html } from './markup.mjs';

/**
 * Scales and axes of a plot. Everything is in the units of the picture's own view box.
 *
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box where the data go
 * @typedef {{ low: number, high: number }} Span
 * @typedef {(value: number) => number} Scale
 * @typedef {{ x: Scale, y: Scale, box: Box, xSpan: Span, ySpan: Span }} Plot
 */

/** Ticks an axis has at the most. */
const MOST_TICKS = 8;

/**
 * Steps of 1, 2 or 5 times a power of ten.
 * @param {Span} span
 * @returns {number[]} inside the span
 */
export function ticks({ low, high }) {
  const rough = (high - low) / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  // Rounded, since 3 × 0.1 is not 0.3 in binary.
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/**
 * The values and a little air; never empty.
 * @param {readonly number[]} values
 * @returns {Span}
 */
export function spanOf(values) {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  const high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  if (finite.length === 0) return { low: 0, high: 1 };
  const air = high > low ? 0.06 * (high - low) : Math.max(1, 0.1 * Math.abs(high));
  return { low: low - air, high: high + air };
}

/** @param {Box} box @param {Span} xSpan @param {Span} ySpan @returns {Plot} */
export function plotIn(box, xSpan, ySpan) {
  const share = (/** @type {number} */ value, /** @type {Span} */ { low, high }) =>
    (value - low) / (high - low);
  return {
    box,
    xSpan,
    ySpan,
    x: (value) => round(box.left + share(value, xSpan) * (box.right - box.left)),
    y: (value) => round(box.bottom - share(value, ySpan) * (box.bottom - box.top)),
  };
}

/** A tenth of a unit is finer than a screen: longer numbers only make the page heavier. @param {number} value */
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
 * Moves labels apart that would lie over each other, as little as it takes, in their own order.
 * @param {readonly number[]} places heights, from top to bottom
 * @param {number} gap
 * @returns {number[]}
 */
export function apart(places, gap) {
  const moved = [...places];
  for (let index = 1; index < moved.length; index += 1) {
    const above = moved[index - 1] ?? 0;
    moved[index] = Math.max(moved[index] ?? 0, above + gap);
  }
  const shift =
    moved.reduce((sum, place, index) => sum + place - (places[index] ?? 0), 0) / (moved.length || 1);
  return moved.map((place) => round(place - shift));
}
