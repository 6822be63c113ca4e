import { fixed, markdownTable, UNKNOWN } from './table-text.mjs';

/**
 * The figures of `npm run puppets` as tables. Pure.
 *
 * @typedef {import('../scoring/score-puppets.mjs').Row} Row
 * @typedef {import('../scoring/score-puppets.mjs').PuppetLeg} PuppetLeg
 * @typedef {{ legs: number, starts: number, rows: readonly Row[],
 *   leak: ReturnType<typeof import('../scoring/score-puppets.mjs').leakOf>, each: readonly PuppetLeg[] }} Figures
 * @typedef {Figures & { bends: ReturnType<typeof import('../scoring/score-puppets.mjs').bendsOf>,
 *   later: ReturnType<typeof import('../scoring/score-puppets.mjs').trueRowsOf> }} Control
 */

const degrees = (/** @type {number | null} */ value) =>
  value === null
    ? UNKNOWN
    : `${fixed(value)
        .replace(/^-0\.0$/, '0.0')
        .replace('-', '−')}°`;
const share = (/** @type {number | null} */ value) => fixed(value, 2);
const table = (/** @type {readonly (readonly string[])[]} */ [[first = '', ...titles] = [], ...rows]) =>
  markdownTable(first, titles, rows).join('\n');

/** @param {readonly Row[]} rows */
const mainTable = (rows) =>
  table([
    [
      'drawn',
      'n',
      'read',
      'bias',
      'mean error',
      'worst',
      'in the band',
      'half-width',
      'sd of the truth',
      'in the band with that sd',
    ],
    ...rows.map((row) => [
      degrees(row.drawn),
      `${row.n}`,
      degrees(row.read),
      degrees(row.bias),
      degrees(row.mae),
      degrees(row.worst),
      `${row.covered} of ${row.n}`,
      degrees(row.halfWidth),
      degrees(row.truthSd),
      `${row.coveredWithTruth} of ${row.n}`,
    ]),
  ]);

/** @param {readonly Row[]} rows */
const causeTable = (rows) =>
  table([
    [
      'drawn',
      'as found',
      'knee exact',
      'ankle exact',
      'all exact',
      'shin’s turn in the picture: found per drawn',
      'drawn, if knees were bent by 85°',
    ],
    ...rows
      .filter(({ drawn }) => drawn !== 0)
      .map((row) => [
        degrees(row.drawn),
        degrees(row.read),
        degrees(row.exactKnee),
        degrees(row.exactAnkle),
        degrees(row.exact),
        share(row.seen),
        degrees(row.ifAssumed),
      ]),
  ]);

/** @param {readonly PuppetLeg[]} legs */
const bendTable = (legs) =>
  table([
    ['leg', 'bend from the marks', 'bend that the app fits', 'true bend'],
    ...legs.map(({ name, bend, bendSd, bendRead, trueBend }) => [
      name,
      `${bend.toFixed(0)}° ± ${bendSd.toFixed(0)}°`,
      bendRead === null ? 'not taken as a start' : `${bendRead.toFixed(0)}°`,
      trueBend === null ? UNKNOWN : `${trueBend.toFixed(0)}°`,
    ]),
  ]);

/** @param {Figures['leak']} leak */
const leakText = ({ n, mean, worst }) =>
  `The other leg stays still and reads ${degrees(mean)} on average, ${degrees(worst)} at most (n = ${n}).`;

/** @param {Control['later']} rows */
const laterTable = (rows) =>
  table([
    ['true', 'n', 'read', 'bias', 'mean error', 'worst'],
    ...rows.map(({ drawn, n, read, bias, mae, worst }) => [
      degrees(drawn),
      `${n}`,
      degrees(read),
      degrees(bias),
      degrees(mae),
      degrees(worst),
    ]),
  ]);

/** @param {Figures & { control: Control }} figures */
export function puppetsText({ legs, starts, rows, leak, each, control }) {
  return [
    `### Photographs: ${legs} legs, ${starts} taken as a start`,
    mainTable(rows),
    leakText(leak),
    '#### By which landmarks',
    causeTable(rows),
    '#### Bend of the knee',
    bendTable(each),
    `### Rendered people: ${control.legs} legs, ${control.starts} taken as a start`,
    mainTable(control.rows),
    leakText(control.leak),
    '#### By which landmarks, rendered',
    causeTable(control.rows),
    '#### The same people, true later frames',
    laterTable(control.later),
    '#### Bend of the knee, rendered',
    bendTable(control.each),
    `Bends from the marks are off by ${degrees(control.bends.bias)}, ${degrees(control.bends.mae)} without sign; ${control.bends.covered} of ${control.bends.n} lie in their 90 % band.`,
  ].join('\n\n');
}
