import { fixed, markdownTable, percent, UNKNOWN } from './table-text.ts';
import { scoreJoints, type JointError, type JointScore } from '../scoring/score-joints.ts';
import { scoreStarts, type StartOutcome, type StartScore } from '../scoring/score-starts.ts';

/** Starts and joints in photographs of real people as Markdown. Errors in % of the trunk's length. */

const JOINT_HEADS = ['starts', 'joints', 'median', '90 %', 'gross', 'in the 90 % band', '90 % within'];

/** The scores of each drill and of each joint. */
export function jointsTables(errors: readonly JointError[]): string {
  const { drills, joints, all } = scoreJoints(errors);
  const byDrill = [...Object.entries(drills), ['**all**, each picture once', all] as const];
  return [
    ...markdownTable('drill', JOINT_HEADS, byDrill.map(jointRow)),
    '',
    ...markdownTable('joint', JOINT_HEADS, Object.entries(joints).map(jointRow)),
  ].join('\n');
}

const jointRow = ([name, score]: readonly [string, JointScore]) => [
  name,
  `${score.starts}`,
  `${score.joints}`,
  fixed(score.median),
  fixed(score.p90),
  percent(score.gross),
  percent(score.covered),
  score.within === null ? UNKNOWN : `${fixed(score.within)} sd`,
];

const SHORT_HEADS = [
  'pictures taken as a start',
  'joints',
  'off by, median and 90 %',
  'gross errors',
  'in the 90 % band',
];

/** Real and rendered people in two rows, for the README. */
export function shortJointsTable(errors: Readonly<Record<'real' | 'rendered', readonly JointError[]>>): string {
  const row = (people: 'real' | 'rendered') => {
    const { starts, joints, median, p90, gross, covered } = scoreJoints(errors[people]).all;
    const off = `${fixed(median)}, ${fixed(p90)}`;
    return [people, `${starts}`, `${joints}`, off, percent(gross), percent(covered)];
  };
  return markdownTable('people', SHORT_HEADS, [row('real'), row('rendered')]).join('\n');
}

const START_HEADS = ['right, taken', 'near, taken', 'no start, taken', 'why right and near ones are refused'];

/** The starts of each drill: taken of all. */
export function startsTable(outcomes: readonly StartOutcome[]): string {
  const { drills, all } = scoreStarts(outcomes);
  const rows = [...Object.entries(drills), ['**all**', all] as const];
  return markdownTable('drill', START_HEADS, rows.map(startRow)).join('\n');
}

function startRow([name, { right, near, other, causes }]: readonly [string, StartScore]) {
  const ofAll = ([taken, n]: readonly [number, number]) => (n === 0 ? UNKNOWN : `${taken} of ${n}`);
  const why = Object.entries(causes).map(([cause, n]) => `${cause} ${n}`);
  return [name, ofAll(right), ofAll(near), ofAll(other), why.join(', ') || UNKNOWN];
}
