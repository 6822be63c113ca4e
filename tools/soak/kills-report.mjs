import { largest, median, percentile } from '../scoring/statistics.mjs';

/**
 * What one kill of the browser did to the set that was running.
 * @typedef {object} Kill
 * @property {number} after seconds of the set before the kill
 * @property {number} readings that the app had recorded
 * @property {number} gone readings that the app had recorded and that were not found afterwards
 * @property {number | null} lastSeen time in the set of the last frame that the app had recorded, in seconds; null: none
 * @property {number | null} lastKept time in the set of the last frame found afterwards; null: no frame
 * @property {boolean} opened the database could be opened, read and completed
 * @property {boolean} kept the set is in the list, can be read and says that it was broken off
 * @property {number} damaged sets that can no longer be read
 * @property {number} empty sets in the list without a frame
 */

/**
 * A loss over this many seconds counts if it is of more than one reading. Where the machine is so busy that readings are over a second
 * apart, the newest may die on its way to the disk.
 */
const LONGEST_LOSS = 1;
/** Share of the kills that may lose more. */
const MAY_LOSE_MORE = 0.01;
/** Seconds that were recorded and are gone. @param {Pick<Kill, 'lastSeen' | 'lastKept'>} kill @returns {number} */
export const lossOf = ({ lastSeen, lastKept }) => Math.max(0, (lastSeen ?? 0) - (lastKept ?? 0));

/** @param {readonly Kill[]} kills */
export function judgeKills(kills) {
  const losses = kills.map(lossOf);
  const over = kills.filter((kill) => lossOf(kill) > LONGEST_LOSS && kill.gone > 1).length;
  const inFlight = kills.filter((kill) => lossOf(kill) > LONGEST_LOSS && kill.gone <= 1).length;
  const unreadable = kills.filter(({ opened }) => !opened).length;
  const damaged = largest(kills.map((kill) => kill.damaged)) ?? 0;
  const lost = kills.filter((kill) => !kill.kept && lossOf(kill) > LONGEST_LOSS).length;
  const empty = largest(kills.map((kill) => kill.empty)) ?? 0;
  const complaints = [
    kills.length === 0 && 'nothing was killed',
    unreadable > 0 && `${unreadable} times the database could not be read`,
    damaged > 0 && `${damaged} sets cannot be read any more`,
    lost > 0 && `${lost} sets are gone`,
    empty > 0 && `${empty} empty sets are in the list`,
    over > Math.floor(kills.length * MAY_LOSE_MORE) &&
      `${over} of ${kills.length} kills lost more than ${LONGEST_LOSS} s`,
  ].filter((one) => one !== false);
  return {
    kills: kills.length,
    unreadable,
    damaged,
    lost,
    empty,
    over,
    inFlight,
    withoutFrame: kills.filter(({ lastSeen }) => lastSeen === null).length,
    loss: {
      median: median(losses) ?? 0,
      ninetyNine: percentile(losses, 0.99) ?? 0,
      largest: largest(losses) ?? 0,
    },
    complaints,
  };
}

/** @param {ReturnType<typeof judgeKills>} verdict @returns {string[]} */
export function killLines({ kills, unreadable, damaged, lost, empty, over, inFlight, withoutFrame, loss, complaints }) {
  const seconds = (/** @type {number} */ value) => `${value.toFixed(2)} s`;
  return [
    `${kills} kills of the whole browser; ${withoutFrame} came before the first recorded frame`,
    `database unreadable: ${unreadable}; sets damaged: ${damaged}; sets gone: ${lost}; empty sets in the list: ${empty}`,
    `lost of the recorded time: median ${seconds(loss.median)}, 99 % ${seconds(loss.ninetyNine)}, longest ${seconds(loss.largest)}; over ${LONGEST_LOSS} s: ${over}, and ${inFlight} by a single reading`,
    ...(complaints.length === 0 ? ['all is well'] : complaints.map((one) => `WRONG: ${one}`)),
  ];
}
