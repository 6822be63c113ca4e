import { fixed, markdownTable, percent } from './table-text.ts';
import type { DrillPool, Pooled } from '../scoring/pool-scores.ts';
import type { Counts } from '../scoring/rule-cells.ts';

/** Flags and spoken cues in words: a short table of the drills, and a sentence on all rules. */

const NO_CLIP = 'no clip';

const DRILL_COLUMNS: readonly (readonly [string, (drill: DrillPool) => string])[] = [
  ['sets with a summary', summaryWords],
  ['clean clips counted exactly', repetitions],
  ['compensations found', ({ counts }) => ofAll(counts.found, counts.found + counts.missed)],
  ['spoken cues right', ({ counts }) => spoken(counts)],
  ['rules without a clip', (drill) => withoutClip(drill)],
];

/** @returns short table, one row a drill */
export function drillSummary({ drills, all }: Pooled): string[] {
  return [
    ...markdownTable(
      'drill',
      DRILL_COLUMNS.map(([title]) => title),
      drills.map((drill) => [
        drill.drill,
        ...DRILL_COLUMNS.map(([, cell]) => (drill.clips === 0 ? NO_CLIP : cell(drill))),
      ]),
    ),
    '',
    allWords(all),
    'A spoken cue is right if its flag opens within a true event of its rule. A clip from a good place that was not read counts as missed. Rules that the place does not show are not counted here.',
  ];
}

/** @returns a sentence on flags and cues over all rules that the place shows */
export const allWords = (all: Counts): string =>
  `Rules that the place shows: F1 ${fixed(all.f1, 2)} (precision ${percent(all.precision)}, recall ${percent(all.recall)}); ${all.right} of ${all.right + all.wrong} spoken cues right (${percent(all.cuePrecision)}); ${fixed(all.cleanWrongPerMinute, 2)} spoken cues a minute on ${fixed(all.cleanMinutes)} clean minutes.`;

const ruleText = (rule: string) => rule.replaceAll('-', ' ');

function repetitions({ cleanReps: { counted, clips, exact, true: real, found, extra } }: DrillPool) {
  if (!counted) return 'not counted';
  if (clips === 0) return NO_CLIP;
  return `${exact} of ${clips} (${found} of ${real}${extra > 0 ? `, ${extra} too many` : ''})`;
}

function summaryWords({ clips, whole, refused, poor }: DrillPool) {
  return [
    ofAll(whole, clips),
    ...(refused > 0 ? [`${refused} not read`] : []),
    ...(poor > 0 ? [`${poor} refused with reason`] : []),
  ].join('; ');
}

function withoutClip({ rules }: DrillPool) {
  const without = rules.filter(({ seen, counts }) => seen && counts.found + counts.missed + counts.unwatched === 0);
  return without.length === 0 ? 'none' : without.map(({ rule }) => ruleText(rule)).join(', ');
}

const spoken = ({ right, wrong }: Counts) => (right + wrong === 0 ? 'none spoken' : ofAll(right, right + wrong));

const ofAll = (some: number, all: number) => (all === 0 ? 'none in the clips' : `${some} of ${all}`);
