import { aligned, fixed } from './table-text.ts';
import type { Pooled } from '../scoring/pool-scores.ts';
import type { Counts, DrillCells } from '../scoring/rule-cells.ts';

/** The rules of every drill as plain text; printed below the table of the clips. */

const HEAD = [
  'rules by drill',
  'events',
  'found',
  'false',
  'F1',
  'delay s',
  'spoken right',
  'wrong',
  'clean min',
  'said there',
];

/** @returns one line for every rule of the drills that were run */
export function rulesTable({ drills, all }: Pooled): string[] {
  const rows = drills
    .filter(({ clips }) => clips > 0)
    .flatMap((drill) => [
      [`${drill.drill}: phases right in ${drill.phasesRight} of ${drill.clips}${countWords(drill.cleanReps)}`],
      ...drill.rules.map(({ rule, seen, counts }) =>
        seen ? countCells(`  ${rule}`, counts) : [`  ${rule}: not seen from here`],
      ),
    ]);
  return rows.length === 0 ? [] : aligned([HEAD, ...rows, countCells('all that are seen', all)]);
}

const countWords = ({ counted, exact, clips }: DrillCells['cleanReps']) =>
  counted && clips > 0 ? `, clean clips counted exactly ${exact} of ${clips}` : '';

const countCells = (name: string, counts: Counts) => [
  name,
  `${counts.found + counts.missed}${counts.unwatched > 0 ? ` (+${counts.unwatched} unseen)` : ''}`,
  `${counts.found}`,
  `${counts.false}`,
  fixed(counts.f1, 2),
  fixed(counts.delay, 2),
  `${counts.right}`,
  `${counts.wrong}`,
  fixed(counts.cleanMinutes),
  `${counts.cleanWrong}`,
];
