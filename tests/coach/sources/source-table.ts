import { S0 } from './s0-lines.ts';
import { S1 } from './s1-lines.ts';
import { S2 } from './s2-lines.ts';
import { S3 } from './s3-lines.ts';
import { S4 } from './s4-lines.ts';
import type { Source, SourceLine } from './source-line.ts';

export const SOURCES: readonly Source[] = [S0, S1, S2, S3, S4];

/** A point and its name, which is also the name of its test. */
export interface NamedLine extends SourceLine {
  readonly name: string;
}

export const LINES: readonly NamedLine[] = SOURCES.flatMap(({ id, lines }) =>
  lines.map((line) => ({ ...line, name: `${id} L${line.line}: ${line.asks}` })),
);

/** Short names of the drills in the table. */
const SHORT: Readonly<Record<string, string>> = {
  'supine-sleeper': 'sleeper',
  'supine-sleeper-side': 'side check',
  'supine-ir-pulses-feet-lifted': 'lifted',
  'supine-ir-pulses-feet-flat': 'flat',
  'ninety-ninety-pails-rails': '90/90 PAILs',
  'ninety-ninety-lift-off': 'lift-offs',
  'ninety-ninety-lift-off-hinge': 'hinge',
  'ninety-ninety-stretch': '90/90 stretch',
  'ninety-ninety-contract-relax': 'contract–relax',
  'quadruped-band-ir': 'band',
  'hip-movement-sequence': 'sequence',
  'knee-to-knee-wall': 'wall',
  'knee-to-knee-floor': 'floor',
  'standing-hamstring': 'hamstring',
  'soft-tissue-roller': 'roller',
};

const namesOf = (drills: readonly string[]): string => drills.map((id) => SHORT[id] ?? id).join(', ');

const saysOf = ({ evidence }: SourceLine): string => [...new Set(evidence.map(({ says }) => says))].join(', ');

/** The row of one line. Drills are named where they are not the usual ones of the source. */
function rowOf({ usual, lines, leftOut }: Source, number: number): string {
  const points = lines.filter(({ line }) => line === number);
  const [first] = points;
  const shared = first !== undefined && points.every(({ drills }) => drills === first.drills) ? first.drills : usual;
  const who = shared === usual ? '' : `, ${namesOf(shared)}`;
  const texts = [
    ...points.map(
      (point) => `${point.asks} (${point.drills === shared ? '' : `${namesOf(point.drills)}: `}${saysOf(point)})`,
    ),
    ...leftOut.filter(({ line }) => line === number).map(({ asks, why }) => `**left out:** ${asks}; ${why}`),
  ];
  return `| L${number}${who} | ${texts.join('; ')} |`;
}

function tableOf(source: Source): string {
  const { id, title, lines, leftOut } = source;
  const numbers = new Set([...lines, ...leftOut].map(({ line }) => line));
  return [
    `| ${id}: ${title} | asks for (what says it) |`,
    '|---|---|',
    ...[...numbers].toSorted((one, other) => one - other).map((number) => rowOf(source, number)),
  ].join('\n');
}

/** `source-lines.md`. */
export const sourcePage = (): string => `# Which line of the method is said where?

The method was read in five texts, S0 to S4. They are not ours, so they are cited by line (S2 L16) and told in our own words. Every row
is a test in this folder that fails when the drill loses the point, in English or German; the tests write this page. "Voice" is
heard in a set, "rule" is watched and has a cue, the rest stands on the drill's page or in a programme.

${SOURCES.map(tableOf).join('\n\n')}
`;
