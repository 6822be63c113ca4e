import fc from 'fast-check';

/** Values that have broken programs. */
const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  true,
  '',
  ' ',
  '0',
  'NaN',
  '__proto__',
  'constructor',
  '\ud800',
  '=1+1',
  '\u0000',
  '1970-01-01T00:00:00Z',
  '2026-02-31T10:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-11-20',
  0,
  -0,
  -1,
  0.5,
  1e-320,
  359,
  361,
  1000,
  1e9,
  1e21,
  -1e21,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  [null],
];

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** What a part is replaced by: mostly another value of its own type, which the first look does not refuse. */
interface Wrong {
  readonly alike: boolean;
  readonly any: unknown;
  readonly number: number;
  readonly text: string;
}

const wrong: fc.Arbitrary<Wrong> = fc.record({
  alike: fc.nat(9).map((at) => at > 0),
  any: hostileValue,
  number: fc.oneof(
    fc.constantFrom(0, -1, 1, 0.5, 90, 125, 181, 359.9, 361, 3600, 1e6, 1e10, 1e21, -125, -361, 1e-320),
    fc.double({ min: -400, max: 400, noNaN: true }),
    fc.integer({ min: 0, max: 20 }),
  ),
  text: fc.oneof(
    fc.constantFrom(
      'left',
      'both',
      'passive',
      'red',
      'finished',
      '2026-02-31T10:00:00Z',
      '2099-12-31T23:59:59Z',
      '\ud800',
      '__proto__',
      '=1+1',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  ),
});

const wrongFor = (value: unknown, { alike, any, number, text }: Wrong): unknown => {
  if (!alike) return any;
  if (typeof value === 'number' || value === null) return number;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? text : any;
};

/** A place in a value, chosen by numbers: each picks one of the entries on the way down. */
type Place = readonly number[];

const replaced = (value: unknown, [first, ...rest]: Place, what: Wrong): unknown => {
  if (first === undefined || typeof value !== 'object' || value === null) return wrongFor(value, what);
  const entries = Object.entries(value);
  if (entries.length === 0) return what.any;
  const at = first % entries.length;
  const changed = entries.map(([key, part], index) => [key, index === at ? replaced(part, rest, what) : part] as const);
  return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries(changed);
};

const place = fc.array(fc.nat(40), { minLength: 2, maxLength: 7 });

/** The value with one to three of its parts, of any depth, replaced. */
export const spoilt = (of: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(of, fc.array(fc.tuple(place, wrong), { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => changes.reduce((now, [at, what]) => replaced(now, at, what), value));
