import { median, percentile } from '../scoring/statistics.mjs';

/** @typedef {import('./bench-page.mjs').BenchFrame} BenchFrame */
/** @typedef {Pick<BenchFrame, 'bare' | 'own' | 'reference' | 'surface' | 'fit'>} Times */

/** @type {readonly (readonly [keyof Times, string])[]} */
const ROWS = [
  ['bare', 'bare landmark model'],
  ['own', 'our engine'],
  ['reference', 'reference engine'],
  ['surface', 'pelvis surface'],
  ['fit', 'skeleton fit'],
];

/** @param {number | null} value @param {number} digits */
const figure = (value, digits) => (value === null ? '–' : value.toFixed(digits));

/**
 * Median and 90th percentile of the time of each part, and the median of its ratio to the bare model in the same frame.
 * @param {readonly Times[]} frames
 * @param {string} what
 * @returns {readonly string[]} lines of a Markdown table
 */
export function benchTable(frames, what) {
  const rows = ROWS.map(([part, name]) => {
    const times = frames.map((frame) => frame[part]);
    const ratios = frames.map((frame) => frame[part] / frame.bare);
    const cells = [figure(median(times), 1), figure(percentile(times, 0.9), 1), figure(median(ratios), 2)];
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [
    `| ${what}, ${frames.length} frames | median, ms | 90 %, ms | × the bare model |`,
    '| --- | --- | --- | --- |',
    ...rows,
  ];
}
