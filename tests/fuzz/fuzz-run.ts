import fc from 'fast-check';

/**
 * What is wrong with a case. `crash`: something threw that must not. `partial`: an import that was refused or cancelled has left
 * something. `senseless`: a value was accepted that no body, calendar or file can have.
 */
export type Fault = { readonly kind: 'crash' | 'partial' | 'senseless'; readonly detail: string };

export const fault = (kind: Fault['kind'], detail: string): Fault => ({ kind, detail });

/** One kind of hostile input. */
export interface FuzzKind {
  readonly name: string;
  /** Share of all cases, in parts of the sum. */
  readonly weight: number;
  /** Runs cases from a seed. Yields the fault of each, null: none. */
  run(seed: number, count: number): AsyncIterable<Fault | null>;
}

/** Values that are made at a time. */
const BATCH = 200;

/** A kind whose cases are values of an arbitrary. What `check` throws is a crash. */
export const kindOf = <T>(
  name: string,
  weight: number,
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => Fault | null | Promise<Fault | null>,
): FuzzKind => ({
  name,
  weight,
  async *run(seed, count) {
    for (let from = 0; from < count; from += BATCH) {
      const values = fc.sample(arbitrary, { seed: seed + from, numRuns: Math.min(BATCH, count - from) });
      for (const value of values) yield await faultOf(value, check);
    }
  },
});

const faultOf = async <T>(
  value: T,
  check: (value: T) => Fault | null | Promise<Fault | null>,
): Promise<Fault | null> => {
  try {
    return await check(value);
  } catch (error) {
    const text =
      error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error);
    return fault('crash', `${text} for ${fc.stringify(value).slice(0, 300)}`);
  }
};

export interface FuzzRow {
  readonly name: string;
  readonly cases: number;
  readonly crash: number;
  readonly partial: number;
  readonly senseless: number;
  /** The first few faults. */
  readonly details: readonly string[];
}

const MOST_DETAILS = 3;

/** Runs one kind. */
export async function fuzzKind(kind: FuzzKind, seed: number, count: number): Promise<FuzzRow> {
  const counted = { crash: 0, partial: 0, senseless: 0 };
  const details: string[] = [];
  let cases = 0;
  for await (const found of kind.run(seed, count)) {
    cases += 1;
    if (found === null) continue;
    counted[found.kind] += 1;
    if (details.length < MOST_DETAILS) details.push(`${found.kind}: ${found.detail}`);
  }
  return { name: kind.name, cases, ...counted, details };
}

/** How many cases each kind gets; every kind gets one at least. */
export function sharesOf(kinds: readonly FuzzKind[], count: number): readonly number[] {
  const whole = kinds.reduce((sum, { weight }) => sum + weight, 0);
  return kinds.map(({ weight }) => Math.max(1, Math.ceil((count * weight) / whole)));
}

export const tableOf = (rows: readonly FuzzRow[]): string => {
  const all = [
    ['kind', 'cases', 'crashes', 'partial imports', 'senseless'],
    ...rows.map(cellsOf),
    cellsOf(totalOf(rows)),
  ];
  return all
    .map(([name = '', ...figures]) => [name.padEnd(12), ...figures.map((cell) => cell.padStart(16))].join(''))
    .join('\n');
};

const cellsOf = ({ name, cases, crash, partial, senseless }: FuzzRow): readonly string[] => [
  name,
  ...[cases, crash, partial, senseless].map(String),
];

const totalOf = (rows: readonly FuzzRow[]): FuzzRow =>
  rows.reduce((sum, row) => ({
    name: 'all',
    cases: sum.cases + row.cases,
    crash: sum.crash + row.crash,
    partial: sum.partial + row.partial,
    senseless: sum.senseless + row.senseless,
    details: [],
  }));
