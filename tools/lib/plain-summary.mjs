/**
 * A set record in plain words, for the terminal.
 *
 * @typedef {import('../../src/coach/set-record.ts').SetRecord} SetRecord
 * @typedef {import('../../src/coach/set-record.ts').RangeSummary} RangeSummary
 * @typedef {import('../../src/coach/set-record.ts').FlagRecord} FlagRecord
 */

/** Half-width of the 90 % band of a normal error, in standard deviations. */
const BAND_90 = 1.645;

/**
 * @param {SetRecord} record
 * @param {{ unmeasured: string | null }} outcome
 * @returns {string[]} lines
 */
export function plainSummary(record, { unmeasured }) {
  const { source, engine, summary } = record;
  const rate = source.fps === null ? '' : ` at ${round(source.fps)} a second`;
  const head = [
    `${record.drill}, ${record.side} side, ${record.goal}`,
    `${source.frames} frames${rate}, ${source.width}×${source.height}; model ${engine.model} on ${engine.backend}`,
    neutralLine(record, unmeasured),
  ];
  // "Nothing was flagged" would sound like praise where nothing could be seen.
  if (!record.neutral) return head;
  return [
    ...head,
    ...summary.sets.map((set) => `Round ${set.round}, ${set.side}: ${rangeWords(set)}`),
    ...flagLines(record.flags),
    ...repLines(record),
    ...summary.muted.map(({ rule, reason }) => `Not watched: ${words(rule)} (${words(reason)}).`),
  ];
}

/**
 * @param {SetRecord} record
 * @param {string | null} unmeasured
 */
function neutralLine({ neutral }, unmeasured) {
  if (!neutral) return `No neutral was held, so nothing was measured${unmeasured ? `: ${unmeasured}` : '.'}`;
  const { at, view, azimuth, lookingDown, distance } = neutral;
  return `Neutral held at ${round(at)} s; the view is ${view} (lens at ${round(azimuth, 0)}°, looking down ${round(lookingDown, 0)}°, ${round(distance)} m away).`;
}

/** @param {RangeSummary} set */
function rangeWords(set) {
  const read = `read ${percent(set.coverage)} of the time, pelvis watched ${percent(set.pelvisWatched)}.`;
  if (set.clean === null && set.gross === null) return `no range; ${read}`;
  const parts = [
    `clean ${degrees(set.clean)}${set.sd === null ? '' : ` ± ${round(BAND_90 * set.sd)}°`}`,
    `borrowed ${set.borrowedAtLeast && set.borrowed !== null ? 'at least ' : ''}${degrees(set.borrowed)}`,
    `gross ${degrees(set.gross)}`,
    ...(set.endRange === null ? [] : [`${degrees(set.endRange)} before the pelvis first moved`]),
  ];
  return `${parts.join(', ')}; ${read}`;
}

/** @param {readonly FlagRecord[]} flags */
function flagLines(flags) {
  if (flags.length === 0) return ['No compensation was flagged.'];
  return flags.map((flag) => {
    const unit = flag.rule === 'pelvis-lift' ? `${round(flag.peak * 100)} cm` : `${round(flag.peak)}°`;
    const where = flag.phase === null ? '' : ` in ${flag.phase}`;
    return `Flag ${round(flag.start)}–${round(flag.end)} s${where}: ${words(flag.rule)}, ${flag.severity}, up to ${unit}: “${flag.cue}”`;
  });
}

/** @param {SetRecord} record */
function repLines({ reps, summary }) {
  if (reps.length === 0) return [];
  const rows = reps.map((rep, index) => {
    const verdict = rep.good ? 'counts' : `does not count${rep.why === null ? '' : `: ${rep.why}`}`;
    return `  ${index + 1}. ${round(rep.start)}–${round(rep.end)} s${rep.step ? `, ${words(rep.step)}` : ''}, ${degrees(rep.amplitude)}, ${verdict}`;
  });
  return [`Repetitions: ${summary.repsGood} of ${summary.repsAll} count.`, ...rows];
}

/** @param {string} id */
const words = (id) => id.replaceAll('-', ' ');

/** @param {number} value @param {number} [digits] */
const round = (value, digits = 1) => value.toFixed(digits).replace(/\.0$/, '');

/** @param {number | null} value */
const degrees = (value) => (value === null ? 'not known' : `${round(value)}°`);

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)} %`;
