/**
 * What the app shows of one clip's angle. Pure.
 *
 * @typedef {import('./score-channels.mjs').Series} Series
 * @typedef {import('./score-channels.mjs').Point} Point
 */

/** As the app has it (`workingEstimate`). @param {Point} a @param {Point} b @returns {Point} */
const meanOf = (a, b) => ({
  t: a.t,
  truth: (a.truth + b.truth) / 2,
  reading: (a.reading + b.reading) / 2,
  sd: Math.hypot(a.sd, b.sd) / 2,
});

/**
 * Where both hips work at once the app shows and judges their mean, and nothing while one of them cannot be read.
 * @param {readonly Series[]} series of one channel and one clip: one leg's, or both legs'
 * @returns {readonly Series[]} one leg's as it is; both as one
 */
export function shownSeries(series) {
  const [left, right] = series;
  if (!left || !right) return series;
  const there = new Map(right.points.map((point) => [point.t, point]));
  const points = left.points.flatMap((point) => {
    const other = there.get(point.t);
    return other ? [meanOf(point, other)] : [];
  });
  const truth = left.truth.map(({ t, value }, index) => ({
    t,
    value: (value + (right.truth[index]?.value ?? value)) / 2,
  }));
  return [{ ...left, side: null, truth, points }];
}
