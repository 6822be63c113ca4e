/**
 * A set record as plain text for the terminal, with the names that the screens use.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('../../src/coach/record/set-record.ts').RangeSummary} RangeSummary
 * @typedef {import('../../src/coach/record/set-record.ts').FlagRecord} FlagRecord
 * @typedef {import('../../src/coach/record/set-record.ts').RepRecord} RepRecord
 * @typedef {import('../../src/coach/drill-definition.ts').DrillDefinition} DrillDefinition
 *
 * @typedef {object} Outcome
 * @property {string | null} unmeasured why nothing was measured
 * @property {DrillDefinition | null} drill
 * @property {import('./drill-catalogue.mjs').Words} words
 */

/** Half-width of the 90 % band of a normal error, in standard deviations. */
const BAND_90 = 1.645;

/**
 * @param {SetRecord} record
 * @param {Outcome} outcome
 * @returns {string[]} lines
 */
export function plainSummary(record, outcome) {
  const { source, engine, summary } = record;
  const { drill, words, unmeasured } = outcome;
  const rate = source.fps === null ? '' : ` at ${round(source.fps)} a second`;
  const side = words.sideName(record.side);
  const head = [
    `${drill?.title ?? record.drill}, ${side.toLowerCase()}${record.side === 'both' ? '' : ' side'}, ${words.storedGoalName(record.goal).toLowerCase()}`,
    `${source.frames} frames${rate}, ${source.width}×${source.height}; model ${engine.model} on ${engine.backend}`,
    referencePoseLine(record, unmeasured),
  ];
  // Without a measurement, "no compensation was flagged" would be misleading.
  if (!record.neutral) return head;
  const watched = words.watchedIn(record, drill);
  const zero = record.phases[0]?.start ?? 0;
  const muted = summary.muted.map(({ rule, reason }) => `  ${words.ruleName(rule)}: ${plain(reason)}`);
  return [
    ...head,
    ...phaseLines(record, outcome),
    ...summary.sets.map(
      (set) => `Round ${set.round}, ${words.sideName(set.side).toLowerCase()}: ${rangeWords(set, words)}`,
    ),
    ...repLines(record, drill),
    ...words.causeTexts(record),
    ...flagLines(record, outcome, watched),
    ...words.gapTexts(watched, zero).map((text) => `  ${text}`),
    ...(muted.length > 0 ? ['Not watched:', ...muted] : []),
  ];
}

/**
 * @param {SetRecord} record
 * @param {string | null} unmeasured
 */
function referencePoseLine({ neutral: referencePose }, unmeasured) {
  if (!referencePose)
    return `No reference pose was held, so nothing was measured${unmeasured ? `: ${unmeasured}` : '.'}`;
  const { at, view, azimuth, lookingDown, distance } = referencePose;
  return `Reference pose held at ${round(at)} s; the view is ${view} (lens at ${round(azimuth, 0)}°, looking down ${round(lookingDown, 0)}°, ${round(distance)} m away).`;
}

/** @param {SetRecord} record @param {Outcome} outcome */
function phaseLines(record, { drill, words }) {
  if (record.phases.length === 0) return [];
  return [
    'Phases:',
    ...record.phases.map((phase) => {
      const own = record.summary.phases.filter((one) => one.kind === phase.kind && one.start === phase.start);
      const ranges = own.map(({ side, clean }) => `${own.length > 1 ? `${side} ` : ''}${degrees(clean)} clean`);
      const title = words.recordedTitle(record, drill, phase);
      return `  ${span(phase)}  ${title}${ranges.length > 0 ? `: ${ranges.join(', ')}` : ''}`;
    }),
  ];
}

/**
 * A range is called clean only where the pelvis was watched.
 * @param {RangeSummary} set @param {Outcome['words']} words
 */
function rangeWords(set, { isWatched }) {
  const flexion = set.of === 'hip-flexion';
  const pelvis = flexion ? '' : `, pelvis watched ${percent(set.pelvisWatched)}`;
  const read = `read ${percent(set.coverage)} of the time${pelvis}.`;
  if (set.clean === null && set.gross === null) return `no range; ${read}`;
  const band = set.sd === null || set.clean === null ? '' : ` ± ${round(BAND_90 * set.sd)}°`;
  if (!flexion && !isWatched(set))
    return `leg in total ${degrees(set.gross)}${band}, how much of it is the pelvis is not known; ${read}`;
  const parts = [
    `clean ${degrees(set.clean)}${band}`,
    `borrowed ${set.borrowedAtLeast && set.borrowed !== null ? 'at least ' : ''}${degrees(set.borrowed)}`,
    `gross ${degrees(set.gross)}`,
    ...(set.endRange === null ? [] : [`${degrees(set.endRange)} before the pelvis first moved`]),
  ];
  return `${parts.join(', ')}; ${read}`;
}

/** What it means that nothing was flagged, by how much was watched. */
const NO_FLAGS = {
  whole: 'No compensation that can be seen from here was flagged.',
  part: (/** @type {string} */ share) =>
    `No compensation that can be seen from here was flagged in the ${share} of the working time that was watched.`,
  hardly: 'Hardly anything could be watched, so no compensation could be flagged.',
};

/** The same in a side check, which sees only how the back changes. A back that was round from the start stays unflagged. */
const NO_CHANGE = {
  whole: 'No change of the back against its own start was flagged.',
  part: (/** @type {string} */ share) =>
    `No change of the back against its own start was flagged in the ${share} of the working time that was watched.`,
  hardly: 'The back was hardly seen, so nothing could be flagged.',
};

/** @param {SetRecord} record @param {Outcome} outcome @param {import('../../src/coach/record/watched.ts').Watched} watched */
function flagLines(record, { drill, words }, watched) {
  const { flags } = record;
  if (flags.length === 0) return [words.noFlagText(drill?.sideCheckOf ? NO_CHANGE : NO_FLAGS, watched)];
  const spoken = flags.filter((flag) => flag.spoken).length;
  return [
    `Flags: ${flags.length}, of which ${spoken} ${spoken === 1 ? 'was' : 'were'} spoken about.`,
    ...flags.map((flag) => {
      const where = words.titleOfFlag(record, drill, flag);
      const peak = words.flagSize(drill, flag);
      const size = peak === null ? 'size not told' : `up to ${peak}`;
      const said = flag.spoken ? `said: “${flag.cue}”` : 'only shown';
      return `  ${span(flag)}${where === null ? '' : `, ${where}`}: ${words.ruleName(flag.rule)}, ${flag.severity}, ${size}; ${said}`;
    }),
  ];
}

/** @param {SetRecord} record @param {DrillDefinition | null} drill */
function repLines({ reps, summary }, drill) {
  if (reps.length === 0) return [];
  return [
    `Repetitions: ${summary.repsGood} of ${summary.repsAll} count.`,
    ...reps.map((rep, index) => `  ${index + 1}. ${repWords(rep, drill)}`),
  ];
}

/** @param {RepRecord} rep @param {DrillDefinition | null} drill */
function repWords(rep, drill) {
  const { step, holdInternal, holdExternal } = rep;
  const direction = drill?.reps?.sequence?.find(({ id }) => id === step)?.title ?? (step && plain(step));
  const asked = drill?.reps;
  const holds = [
    ...(asked?.holdInternal ? [`held ${round(holdInternal)} s in`] : []),
    ...(asked?.holdExternal ? [`held ${round(holdExternal)} s out`] : []),
  ];
  const verdict = rep.good ? 'counts' : `does not count${rep.why === null ? '' : `: ${rep.why}`}`;
  return [span(rep), ...(direction ? [direction] : []), degrees(rep.amplitude), ...holds, verdict].join(', ');
}

/** @param {{ start: number, end: number }} part */
const span = ({ start, end }) => `${round(start)}–${round(end)} s`;

/** @param {string} id */
const plain = (id) => id.replaceAll('-', ' ');

/** @param {number} value @param {number} [digits] */
const round = (value, digits = 1) => value.toFixed(digits).replace(/\.0$/, '');

/** @param {number | null} value */
const degrees = (value) => (value === null ? 'not known' : `${round(value)}°`);

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)} %`;
