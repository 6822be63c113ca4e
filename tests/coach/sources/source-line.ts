import type { Evidence } from './evidence.ts';

export type SourceId = 'S0' | 'S1' | 'S2' | 'S3' | 'S4';

/** One point that a line of a source asks for. */
export interface SourceLine {
  /** Number of the line in its source. */
  readonly line: number;
  /** In our own words. */
  readonly asks: string;
  /** Ids of the drills that have to say it. */
  readonly drills: readonly string[];
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** What lines ask of these drills, by line and point, and what in the drills does it. */
export const pointsOf = (
  drills: SourceLine['drills'],
  points: Readonly<Record<`L${number}: ${string}`, SourceLine['evidence']>>,
): readonly SourceLine[] =>
  Object.entries(points).map(([point, evidence]) => {
    const [line = '', ...asks] = point.split(': ');
    return { line: Number(line.slice(1)), asks: asks.join(': '), drills, evidence };
  });

/** A point that we leave out on purpose. */
export interface LeftOut {
  readonly line: number;
  readonly asks: string;
  readonly why: string;
}

/** A source, read line by line. */
export interface Source {
  readonly id: SourceId;
  readonly title: string;
  /** The drill of a row that names none. */
  readonly usual: readonly string[];
  readonly lines: readonly SourceLine[];
  readonly leftOut: readonly LeftOut[];
  /** Number of its lines, and those that ask for nothing: titles, reasons, empty lines, other drills, advertising. */
  readonly length: number;
  readonly asksNothing: readonly number[];
}

/** Numbers from the first to the last. */
export const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
