import { fixed, markdownTable, percent, signed, UNKNOWN } from './table-text.ts';
import type { DrillGoals } from '../scoring/goals.ts';

/** The accuracy goals of each drill as a Markdown table. A missed goal is bold. */

/** Title of the first column; it identifies the table in a page. */
const GOALS_HEAD = 'drill, clips read';

/** Cell of a drill whose view shows only that the pelvis moved, not how far. */
const NO_SIZE = 'not given';

/** Each goal's limit is in its title. */
const COLUMNS: readonly (readonly [string, (goals: DrillGoals) => string])[] = [
  ['error ≤ 4°', ({ mae }) => atMost(mae, 4, degrees)],
  ['while the pelvis compensates ≤ 5°', ({ cheating }) => atMost(cheating.mae, 5, degrees)],
  ['bias of the clean range ≤ 3°', ({ cleanBias }) => marked(signedDegrees(cleanBias), Math.abs(cleanBias ?? 0) <= 3)],
  ['error of pelvic lift ≤ 0.5 cm', liftWords],
  ['F1 ≥ 0.9', ({ f1 }) => atLeast(f1, 0.9, (value) => value.toFixed(2))],
  [
    'delay, median ≤ 0.8 s / 95 % ≤ 1.5 s',
    ({ delay, delay95 }) =>
      delay === null ? UNKNOWN : `${atMost(delay, 0.8, seconds)} / ${atMost(delay95, 1.5, seconds)}`,
  ],
  ['false flags a clean minute ≤ 0.3', ({ falseAMinute }) => atMost(falseAMinute, 0.3, (value) => value.toFixed(1))],
  ['frames read ≥ 90 %', ({ coverage }) => atLeast(coverage, 0.9, percent)],
  [
    'truth in the band 85–95 %',
    ({ inBand }) => marked(percent(inBand), inBand !== null && inBand >= 0.85 && inBand <= 0.95),
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
  return lift ? atMost(lift.mae, 0.005, (value) => `${(100 * value).toFixed(1)} cm`) : NO_SIZE;
}

const marked = (text: string, met: boolean) => (met || text === UNKNOWN ? text : `**${text}**`);

const atMost = (value: number | null, most: number, words: (value: number) => string) =>
  value === null ? UNKNOWN : marked(words(value), value <= most);

const atLeast = (value: number | null, least: number, words: (value: number) => string) =>
  value === null ? UNKNOWN : marked(words(value), value >= least);

const degrees = (value: number) => `${fixed(value)}°`;

const signedDegrees = (value: number | null) => (value === null ? UNKNOWN : `${signed(value)}°`);

const seconds = (value: number) => `${fixed(value)} s`;
