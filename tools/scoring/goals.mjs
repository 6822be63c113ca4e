import { channelScore } from './score-channels.mjs';
import { sizeScore } from './score-sizes.mjs';
import { shownSeries } from './shown-series.mjs';
import { mean } from './statistics.mjs';

/**
 * What issue 4 asks of the instrument, drill by drill: none is pooled away into another. Pure.
 *
 * @typedef {import('./pool-scores.mjs').ScoredClip} ScoredClip
 * @typedef {import('./pool-scores.mjs').FailedClip} FailedClip
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('./score-sizes.mjs').SizeScore} SizeScore
 *
 * @typedef {object} DrillGoals
 * @property {string} drill as a record names it
 * @property {number} clips that were read
 * @property {boolean} rough its ranges are shown as rough figures
 * @property {number | null} mae of the drill's angle as it is shown (both hips at work: their mean), after neutral, degrees
 * @property {{ frames: number, mae: number | null }} cheating the error of each leg while the pelvis cheats by 10° or more
 * @property {number | null} cleanBias of the best clean range of a set, degrees
 * @property {readonly { channel: ChannelId, score: SizeScore }[]} sizes of the pelvis channels whose size is told
 * @property {number | null} f1
 * @property {number | null} delay median, seconds
 * @property {number | null} delay95
 * @property {number | null} falseAMinute flags on clips without any compensation
 * @property {number | null} coverage
 * @property {number | null} inBand share of the truth inside the 90 % band
 */

/** On hands and knees the turn about the vertical is what the truth calls obliquity. @type {Readonly<Record<string, ChannelId>>} */
const TRUTH_OF = {
  'pelvis-twist': 'pelvis-twist',
  'pelvis-obliquity': 'pelvis-obliquity',
  'pelvis-yaw': 'pelvis-obliquity',
  'pelvis-lift': 'pelvis-lift',
};

/**
 * @param {readonly (ScoredClip | FailedClip)[]} rows
 * @param {readonly import('../report/rule-cells.mjs').DrillCells[]} drills
 * @returns {DrillGoals[]} drills without a clip that was read are left out
 */
export function goalsOf(rows, drills) {
  const read = rows.flatMap((row) => ('score' in row && !row.score.refused ? [row] : []));
  return drills.flatMap((cells) => {
    const own = read.filter(({ score }) => score.drillId === cells.drill);
    return own.length === 0 ? [] : [goalOf(cells, own)];
  });
}

/** @param {import('../report/rule-cells.mjs').DrillCells} cells @param {readonly ScoredClip[]} own @returns {DrillGoals} */
function goalOf({ drill, rules, counts }, own) {
  const main = own[0]?.score.main ?? 'hip-internal-rotation';
  const seriesOf = (/** @type {ChannelId} */ channel) =>
    own.flatMap(({ series }) => series.filter((one) => one.channel === channel));
  const shown = own.flatMap(({ series }) => shownSeries(series.filter(({ channel }) => channel === main)));
  const { mae, coverage, inBand } = channelScore(shown);
  const cheating = own.flatMap(({ score }) => score.whileCheating);
  const told = rules.flatMap(({ seen, sizeOf }) => (seen && sizeOf ? (TRUTH_OF[sizeOf] ?? []) : []));
  return {
    drill,
    clips: own.length,
    rough: own.every(({ score }) => score.rough),
    mae,
    cheating: { frames: cheating.length, mae: mean(cheating) },
    cleanBias: mean(own.flatMap(({ score }) => score.ranges.flatMap(({ clean }) => clean.error ?? []))),
    sizes: [...new Set(told)].map((channel) => ({ channel, score: sizeScore(seriesOf(channel), channel) })),
    f1: counts.f1,
    delay: counts.delay,
    delay95: counts.delay95,
    falseAMinute: falseAMinute(own),
    coverage,
    inBand,
  };
}

/** @param {readonly ScoredClip[]} own */
function falseAMinute(own) {
  const clean = own.filter(({ score }) => score.events.wanted === 0);
  const minutes = clean.reduce((sum, { score }) => sum + score.minutes, 0);
  const flags = clean.reduce((sum, { score }) => sum + score.events.falseFlags.length, 0);
  return minutes > 0 ? flags / minutes : null;
}
