/**
 * How the drill's own angle is read while the pelvis cheats. Pure.
 *
 * @typedef {import('./clip-truth.mjs').Truth} Truth
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('./score-channels.mjs').Series} Series
 */

/** Compensations by which the pelvis turns away under the hip, as truth files name them. */
const CHEATS = new Set(['pelvis-twist', 'pelvis-list', 'pelvis-yaw']);

/** From here on a pelvis cheats in earnest (issue 4), degrees. */
const CHEATING = 10;

/**
 * Sizes of the error of the drill's angle in the frames of a true turn of the pelvis of `CHEATING` or more. A turn that is no
 * event of the truth is not cheating: in 90/90 the pelvis is meant to turn.
 * @param {Truth} truth
 * @param {readonly Series[]} series `channelSeries`
 * @param {ChannelId} main
 * @returns {number[]} degrees
 */
export function errorsWhileCheating(truth, series, main) {
  const cheats = truth.events.filter(({ rule }) => CHEATS.has(rule));
  const cheating = (/** @type {number} */ t) => {
    if (!cheats.some(({ start, end }) => t >= start && t <= end)) return false;
    const pelvis = truth.frames[Math.round(t * truth.fps)]?.pelvis;
    return pelvis !== undefined && Math.max(Math.abs(pelvis.twist), Math.abs(pelvis.obliquity)) >= CHEATING;
  };
  return series
    .filter(({ channel }) => channel === main)
    .flatMap(({ points }) => points.filter(({ t }) => cheating(t)))
    .map(({ reading, truth: value }) => Math.abs(reading - value));
}
