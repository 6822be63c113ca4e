import { fixed, markdownTable, percent, signed, UNKNOWN } from './table-text.ts';
import type { DrillGoals } from '../scoring/goals.ts';

/** The accuracy goals of each drill as a Markdown table. A missed goal is bold. */

/** Title of the first column; it identifies the table in a page. */
const GOALS_HEAD = 'drill, clips read';

/** Cell of a drill whose view shows only that the pelvis moved, not how far. */
const NO_SIZE = 'not given';
/** Limits of the goals: degrees, metres, seconds or shares. */
const GOAL = {
  mae: 4,
  cheating: 5,
  bias: 3,
  lift: 0.005,
  f1: 0.9,
  delay: 0.8,
  delay95: 1.5,
  falseAMinute: 0.3,
  coverage: 0.9,
  bandLeast: 0.85,
  bandMost: 0.95,
};

const COLUMNS: readonly (readonly [string, (goals: DrillGoals) => string])[] = [
  ['error ≤ 4°', ({ mae }) => atMost(mae, GOAL.mae, degrees)],
  ['while the pelvis compensates ≤ 5°', ({ cheating }) => atMost(cheating.mae, GOAL.cheating, degrees)],
  ['bias of the clean range ≤ 3°', ({ cleanBias }) => marked(signedDegrees(cleanBias), within(cleanBias, GOAL.bias))],
  ['error of pelvic lift ≤ 0.5 cm', liftWords],
  ['F1 ≥ 0.9', ({ f1 }) => atLeast(f1, GOAL.f1, (value) => value.toFixed(2))],
  [
    'delay, median ≤ 0.8 s / 95 % ≤ 1.5 s',
    ({ delay, delay95 }) =>
      delay === null ? UNKNOWN : `${atMost(delay, GOAL.delay, seconds)} / ${atMost(delay95, GOAL.delay95, seconds)}`,
  ],
  [
    'false flags a clean minute ≤ 0.3',
    ({ falseAMinute }) => atMost(falseAMinute, GOAL.falseAMinute, (value) => value.toFixed(1)),
  ],
  ['frames read ≥ 90 %', ({ coverage }) => atLeast(coverage, GOAL.coverage, percent)],
  [
    'truth in the band 85–95 %',
    ({ inBand }) => marked(percent(inBand), inBand !== null && inBand >= GOAL.bandLeast && inBand <= GOAL.bandMost),
  ],
];

/** @returns lines of Markdown */
export function goalsTable(goals: readonly DrillGoals[]): string[] {
  if (goals.length === 0) return [];
  return [
    ...markdownTable(
      GOALS_HEAD,
      COLUMNS.map(([title]) => title),
      goals.map((one) => [
        `${one.drill}, ${one.clips}${one.rough ? ' (range shown as rough)' : ''}`,
        ...COLUMNS.map(([, cell]) => cell(one)),
      ]),
    ),
    '',
    `Bold: the goal is missed. Where both hips work at once, this table uses their mean, as the app does. “${NO_SIZE}”: from that place the app gives no size. A band that holds more than 95 % of the true values is wider than it need be.`,
  ];
}

function liftWords({ lift }: DrillGoals) {
  return lift ? atMost(lift.mae, GOAL.lift, (value) => `${(100 * value).toFixed(1)} cm`) : NO_SIZE;
}

const marked = (text: string, met: boolean) => (met || text === UNKNOWN ? text : `**${text}**`);

const atMost = (value: number | null, most: number, words: (value: number) => string) =>
  value === null ? UNKNOWN : marked(words(value), value <= most);

const atLeast = (value: number | null, least: number, words: (value: number) => string) =>
  value === null ? UNKNOWN : marked(words(value), value >= least);

const within = (value: number | null, most: number) => value !== null && Math.abs(value) <= most;

const degrees = (value: number) => `${fixed(value)}°`;

const signedDegrees = (value: number | null) => (value === null ? UNKNOWN : `${signed(value)}°`);

const seconds = (value: number) => `${fixed(value)} s`;
