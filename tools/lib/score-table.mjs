/**
 * The scores of many clips as text.
 *
 * @typedef {import('./score.mjs').ClipScore} ClipScore
 * @typedef {{ clip: string, score: ClipScore } | { clip: string, error: string }} ClipRow
 */

/** @type {readonly (readonly [string, (score: ClipScore) => string])[]} */
const COLUMNS = [
  ['IR MAE', ({ internalRotation }) => fixed(internalRotation.mae)],
  ['bias', ({ internalRotation }) => fixed(internalRotation.bias)],
  ['p95', ({ internalRotation }) => fixed(internalRotation.p95)],
  ['in 90 %', ({ internalRotation }) => percent(internalRotation.inBand)],
  ['cover', ({ internalRotation }) => percent(internalRotation.coverage)],
  ['twist MAE/cover', ({ twist }) => claimed(twist, 1)],
  ['obliq MAE/cover', ({ obliquity }) => claimed(obliquity, 1)],
  ['lift cm/cover', ({ lift }) => claimed(lift, 100)],
  ['events', ({ events }) => `${events.found}/${events.found + events.missed}`],
  ['delay s', ({ events }) => fixed(events.delay, 2)],
  ['false', ({ events }) => `${events.false}`],
  ['false/min', ({ events }) => fixed(events.falsePerMinute)],
  ['clean err', ({ clean }) => fixed(clean.error)],
  ['reps', ({ reps }) => repWords(reps)],
  ['view', ({ view }) => view ?? 'none'],
];

/**
 * One block a drill, one line a clip, the placement in words above its clips.
 * @param {readonly ClipRow[]} rows
 * @returns {string[]}
 */
export function scoreTable(rows) {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  const drills = [...new Set(scored.map(({ score }) => score.drill))];
  return [
    ...drills.flatMap((drill) =>
      drillBlock(
        drill,
        scored.filter(({ score }) => score.drill === drill),
      ),
    ),
    ...rows.flatMap((row) => ('error' in row ? [`${row.clip}: ${row.error}`] : [])),
    ...falseFlagLines(scored),
  ];
}

/**
 * @param {string} drill
 * @param {readonly { clip: string, score: ClipScore }[]} rows
 */
function drillBlock(drill, rows) {
  const placements = [...new Set(rows.map(({ score }) => score.placement))];
  const body = placements.flatMap((placement) => [
    [`[${placement}]`],
    ...rows
      .filter(({ score }) => score.placement === placement)
      .map(({ clip, score }) => [`  ${clip}`, ...COLUMNS.map(([, cell]) => cell(score))]),
  ]);
  return [...aligned([[drill, ...COLUMNS.map(([title]) => title)], ...body]), ''];
}

/** @param {readonly { clip: string, score: ClipScore }[]} rows */
function falseFlagLines(rows) {
  return rows.flatMap(({ clip, score }) => [
    ...score.events.outcomes
      .filter(({ outcome }) => outcome !== 'found')
      .map(
        ({ rule, start, outcome, delay }) =>
          `${clip}: ${rule} at ${fixed(start)} s was ${outcome}${delay === null ? '' : ` (${fixed(delay)} s after)`}`,
      ),
    ...score.events.falseFlags.map(
      ({ rule, start, end, peak, duringOther }) =>
        `${clip}: false ${rule} at ${fixed(start)}–${fixed(end)} s, up to ${fixed(peak, peak < 1 ? 3 : 1)}${duringOther ? ', while something else was on' : ''}`,
    ),
  ]);
}

/** @param {readonly (readonly string[])[]} rows a row of one cell does not widen the first column */
function aligned(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.filter((row) => row.length > 1).map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** @param {number | null} value @param {number} [digits] */
const fixed = (value, digits = 1) => (value === null ? '–' : value.toFixed(digits));

/** @param {number | null} share */
const percent = (share) => (share === null ? '–' : `${Math.round(100 * share)} %`);

/** @param {{ mae: number | null, coverage: number | null }} channel @param {number} scale */
const claimed = ({ mae, coverage }, scale) =>
  mae === null ? '–' : `${fixed(mae * scale)} / ${percent(coverage)}`;

/** @param {{ true: number, found: number, extra: number }} reps */
const repWords = (reps) =>
  reps.true === 0 && reps.extra === 0
    ? '–'
    : `${reps.found}/${reps.true}${reps.extra > 0 ? ` +${reps.extra}` : ''}`;
