import { fixed, percent } from '../report/table-text.ts';
import { goalsTable } from '../report/goals-markdown.ts';
import { allWords, drillSummary } from '../report/rules-markdown.ts';
import type { Pooled } from '../scoring/pool-scores.ts';

/**
 * The accuracy tables in the documents. Each stands between two marks of its page, so that no figure in it is typed by
 * hand.
 */

export const MARKS = {
  begin: '<!-- accuracy: begin, written by npm run accuracy -- --readme -->',
  end: '<!-- accuracy: end -->',
};

/** Pages with accuracy tables; paths from the top folder. `shipped`: clips in the repository; `heldOut`: clips on which nothing was tuned. */
export const PAGES = {
  shipped: 'docs/validation/results.md',
  heldOut: 'docs/validation/results-held-out.md',
};

/**
 * @param closing what ran: clips, frames, models, speed
 * @returns Markdown for the page of the shipped clips, without the marks
 */
export const shippedMarkdown = (pooled: Pooled, closing: string): string =>
  [
    ...goalsPart(pooled, closing),
    '## Repetitions, flags and cues',
    '',
    ...drillSummary(pooled),
    '',
    flagWords(pooled.events),
  ].join('\n');

/** @returns Markdown for the page of the held-out clips, without the marks */
export const heldOutMarkdown = (pooled: Pooled, closing: string): string =>
  [...goalsPart(pooled, closing), flagWords(pooled.events), allWords(pooled.all)].join('\n');

const goalsPart = ({ goals }: Pooled, closing: string) => [
  closing,
  '',
  '## Goals, drill by drill',
  '',
  ...goalsTable(goals),
  '',
];

/** A sentence on the flags of all rules. */
export const flagWords = (all: Pooled['events']) =>
  `All flags: F1 ${fixed(all.f1, 2)} (precision ${percent(all.precision)}, recall ${percent(all.recall)}), delay ${fixed(all.delay, 1)} s in the median and ${fixed(all.delay95, 1)} s at 95 %; ${fixed(all.cleanFalsePerMinute, 2)} false flags a minute on ${fixed(all.cleanMinutes)} minutes without any compensation.`;
