import { mean, median } from '../../../src/instrument/geometry/statistics.ts';
import type { Degrees, Seconds, Share, Side } from '../../../src/instrument/geometry/units.ts';
import { tryIn } from '../../../src/coach/assessment/hip-test-of-set.ts';
import type { HipTry, Rotation, TestPosition } from '../../../src/coach/assessment/hip-test.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';

/** What a hip test reads of rendered people, compared with what they did. */

/** The part of a truth file that is used. */
export interface TestTruth {
  readonly seed: number;
  readonly variant: string;
  readonly side: Side;
  readonly fps: number;
  readonly phases: readonly { readonly kind: string; readonly start: Seconds; readonly end: Seconds }[];
  readonly frames: readonly {
    readonly hip: Readonly<Record<Side, { readonly internalRotation: Degrees }>>;
    readonly pelvis: { readonly twist: Degrees; readonly obliquity: Degrees };
  }[];
}

export interface TryScore {
  readonly rotation: Rotation;
  readonly effort: 'passive' | 'active';
  /** Where the hip truly was when its pelvis first moved by 3°, or where it stopped. */
  readonly truth: { readonly range: Degrees; readonly end: HipTry['end']; readonly pelvis: Degrees };
  /** Null: it was not read. */
  readonly read: HipTry | null;
  /** Mean absolute error of the rotation in the valid frames of the try; null: there was none. */
  readonly error: Degrees | null;
  /** Share of the frames that were valid. */
  readonly coverage: Share;
}

export interface PersonScore {
  readonly position: TestPosition;
  readonly tries: readonly TryScore[];
}

/** Movement of the pelvis at which clinicians end a try. */
const FIRST_MOVE: Degrees = 3;
const HALF_SECOND: Seconds = 0.5;

const POSITIONS: Readonly<Record<string, TestPosition>> = { seated: 'seated', supine: 'supine', prone: 'prone' };

interface TrueSeries {
  readonly rotation: readonly Degrees[];
  readonly pelvis: readonly Degrees[];
}

/** Rotation and pelvis since the reference pose. Positive: internal, and what adds to it. */
function trueSeries({ frames, side, phases, fps, variant }: TestTruth): TrueSeries {
  const sign = (side === 'left' ? 1 : -1) * (variant === 'prone' ? -1 : 1);
  const rotation = frames.map(({ hip }) => hip[side].internalRotation);
  const pelvis = frames.map(({ pelvis: turned }) => sign * (variant === 'prone' ? turned.twist : turned.obliquity));
  const still = Math.round((phases.find(({ kind }) => kind === 'neutral')?.end ?? 0) * fps);
  const since = (values: readonly Degrees[]) => {
    const zero = mean(values.slice(0, still));
    return values.map((value) => value - zero);
  };
  return { rotation: since(rotation), pelvis: since(pelvis) };
}

function trueEnd(turned: readonly Degrees[], pelvis: readonly Degrees[], fps: number): TryScore['truth'] {
  const most = Math.max(...pelvis);
  const first = pelvis.findIndex(
    (value, at) => value - (pelvis[0] ?? 0) >= FIRST_MOVE && (turned[at] ?? 0) > FIRST_MOVE,
  );
  if (first >= 0) return { range: Math.max(...turned.slice(0, first + 1)), end: 'pelvis', pelvis: most };
  const half = Math.round((HALF_SECOND * fps) / 2);
  const held = turned.map((_, at) => median(turned.slice(Math.max(0, at - half), at + half + 1)) ?? 0);
  return { range: Math.max(...held), end: 'stopped', pelvis: most };
}

export function scorePerson({ frames }: Pick<SetRecord, 'frames'>, truth: TestTruth): PersonScore {
  const position = POSITIONS[truth.variant];
  if (position === undefined) throw new Error(`no test in the position "${truth.variant}"`);
  const { side, fps } = truth;
  const series = trueSeries(truth);
  const tries = truth.phases
    .filter(({ kind }) => kind === 'passive' || kind === 'hold')
    .map(({ kind, start, end }): TryScore => {
      const part = (values: readonly Degrees[]) => values.slice(Math.round(start * fps), Math.round(end * fps));
      const way = part(series.rotation);
      const towards = Math.max(...way) > -Math.min(...way) ? 1 : -1;
      const rotation = towards > 0 ? 'internal' : 'external';
      const during = frames.filter(({ t }) => t >= start && t < end);
      const valid = during.filter((frame) => frame.valid && frame.hipInternalRotation[side] !== null);
      const errors = valid.map((frame) =>
        Math.abs((frame.hipInternalRotation[side]?.value ?? 0) - (series.rotation[Math.round(frame.t * fps)] ?? 0)),
      );
      return {
        rotation,
        effort: kind === 'passive' ? 'passive' : 'active',
        truth: trueEnd(
          way.map((value) => value * towards),
          part(series.pelvis).map((value) => value * towards),
          fps,
        ),
        read: tryIn(frames, position, { side, rotation, start, end }),
        error: errors.length === 0 ? null : mean(errors),
        coverage: during.length === 0 ? 0 : valid.length / during.length,
      };
    });
  return { position, tries };
}

const whole = (value: number | null): string => (value === null ? '–' : value.toFixed(1));
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** An error, and whether the truth lay within the 90 % band that was stated. */
interface Miss {
  readonly error: Degrees;
  readonly inBand: boolean;
}

/** Two-sided 90 % quantile of the normal distribution. */
const Z90 = 1.645;

const missOf = (read: Degrees, sd: Degrees, truth: Degrees): Miss => ({
  error: read - truth,
  inBand: Math.abs(read - truth) <= Z90 * sd,
});

/** A try that was read. */
const readTries = (people: readonly PersonScore[]) =>
  people.flatMap(({ tries }) => tries).flatMap((one) => (one.read === null ? [] : [{ ...one, read: one.read }]));

const endMisses = (people: readonly PersonScore[], rotation: Rotation): readonly Miss[] =>
  readTries(people)
    .filter((one) => one.rotation === rotation)
    .map(({ read, truth }) => missOf(read.range.value, read.range.sd, truth.range));

/** Error of the active–passive gap of each direction that was read in both. */
const gapMisses = (people: readonly PersonScore[]): readonly Miss[] =>
  people.flatMap((person) =>
    (['internal', 'external'] as const).flatMap((rotation) => {
      const own = readTries([person]).filter((one) => one.rotation === rotation);
      const passive = own.find(({ effort }) => effort === 'passive');
      const active = own.find(({ effort }) => effort === 'active');
      if (!passive || !active) return [];
      const gap = passive.read.range.value - active.read.range.value;
      const sd = Math.hypot(passive.read.range.sd, active.read.range.sd);
      return [missOf(gap, sd, passive.truth.range - active.truth.range)];
    }),
  );

/** The mean error of each person in one direction. */
const rotationErrors = (people: readonly PersonScore[], rotation: Rotation): readonly Degrees[] =>
  people.flatMap(({ tries }) => {
    const errors = tries.flatMap((one) => (one.rotation === rotation && one.error !== null ? [one.error] : []));
    return errors.length === 0 ? [] : [mean(errors)];
  });

/** The size that nine of ten errors do not exceed: the nearest rank. */
export function sizeOfNineInTen(errors: readonly Degrees[]): Degrees | null {
  const sizes = errors.map(Math.abs).toSorted((a, b) => a - b);
  return sizes[Math.ceil(0.9 * sizes.length) - 1] ?? null;
}

const degrees = (value: Degrees | null): string => (value === null ? '–' : `${value.toFixed(1)}°`);

/** Mean size of errors, the size of nine in ten, and the largest. */
const sizes = (errors: readonly Degrees[]): string =>
  errors.length === 0
    ? '–'
    : [mean(errors.map(Math.abs)), sizeOfNineInTen(errors), Math.max(...errors.map(Math.abs))].map(degrees).join(', ');

const inBand = (misses: readonly Miss[]): string =>
  misses.length === 0 ? '–' : `${misses.filter((one) => one.inBand).length} of ${misses.length}`;

/** Share of a pelvis's movement that was read, where it was found. */
function sharesOf(joined: readonly { readonly read: HipTry; readonly truth: TryScore['truth'] }[]): string {
  const shares = joined.flatMap(({ read, truth }) => (read.end === 'pelvis' ? [read.fromPelvis / truth.pelvis] : []));
  if (shares.length === 0) return '–';
  return [mean(shares), Math.min(...shares), Math.max(...shares)].map((share) => share.toFixed(2)).join(', ');
}

/** A row's name and its people. */
export interface Group {
  readonly name: string;
  readonly people: readonly PersonScore[];
}

const GROUP_HEAD = [
  'people',
  'IR, error of a person: mean, 9 in 10, worst',
  'ER, error of a person: mean, 9 in 10, worst',
  'end inwards, tries: mean, 9 in 10, worst',
  'end outwards, tries: mean, 9 in 10, worst',
  'gap: mean, 9 in 10, worst',
  'ends in their band',
  'gaps in their band',
  'pelvis joined: found, missed, false',
  'share of its hike that was read: mean, least, largest',
  'tries read',
];

/** One row for each group of people: errors of rotation, end and gap. */
function groupTable(groups: readonly Group[]): string {
  const rows = groups.map(({ name, people }) => {
    const read = readTries(people);
    const joined = read.filter(({ truth }) => truth.end === 'pelvis');
    const found = joined.filter((one) => one.read.end === 'pelvis').length;
    const wrong = read.filter((one) => one.read.end === 'pelvis' && one.truth.end === 'stopped').length;
    return row([
      `${name}: ${people.length}`,
      sizes(rotationErrors(people, 'internal')),
      sizes(rotationErrors(people, 'external')),
      sizes(endMisses(people, 'internal').map(({ error }) => error)),
      sizes(endMisses(people, 'external').map(({ error }) => error)),
      sizes(gapMisses(people).map(({ error }) => error)),
      inBand([...endMisses(people, 'internal'), ...endMisses(people, 'external')]),
      inBand(gapMisses(people)),
      `${found}, ${joined.length - found}, ${wrong}`,
      sharesOf(joined),
      `${read.length} of ${people.flatMap(({ tries }) => tries).length}`,
    ]);
  });
  return [row(GROUP_HEAD), row(GROUP_HEAD.map(() => '---')), ...rows].join('\n');
}

/** One row for each position. */
export const positionTable = (people: readonly PersonScore[]): string =>
  groupTable(
    [...new Set(people.map(({ position }) => position))].map((position) => ({
      name: position,
      people: people.filter((one) => one.position === position),
    })),
  );

/** One row for each try. A person is called by recipe and seed. */
export function tryTable(people: readonly { readonly name: string; readonly score: PersonScore }[]): string {
  const head = ['person', 'try', 'true end', 'read, 90 % band', 'true pelvis', 'pelvis read', 'error'];
  const rows = people.flatMap(({ name, score }) =>
    score.tries.map(({ rotation, effort, truth, read, error }) =>
      row([
        name.replace(/^hip-test-[a-z]+-/, '').replace(/-drawn-\d+$/, ''),
        `${rotation === 'internal' ? 'IR' : 'ER'}, ${effort}`,
        `${truth.range.toFixed(1)}°, ${truth.end}`,
        read === null
          ? 'not read'
          : `${read.range.value.toFixed(1)}° ± ${(Z90 * read.range.sd).toFixed(1)}°, ${read.end}`,
        whole(truth.pelvis),
        whole(read?.fromPelvis ?? null),
        whole(error),
      ]),
    ),
  );
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

/** People on whom something was set: the two thresholds of the pelvis on the first, what was tried and left on the others. */
const LOOKED_AT: ReadonlySet<number> = new Set([201, 202, 203, 204]);

/** A rendered person who performed the test. */
export interface Person {
  readonly name: string;
  readonly seed: number;
  readonly score: PersonScore;
}

/** Recipes that ask one question more, by a part of their name. */
const ASIDE = {
  'small-': 'hikes of 4 to 5.5°, nothing was set on them',
  'strap-': 'a strap, nothing was set on them',
} as const;

const isAside = ({ name }: Person): boolean => Object.keys(ASIDE).some((part) => name.includes(`-${part}`));

const heldBackOf = (people: readonly Person[]): readonly Person[] =>
  people.filter((person) => !LOOKED_AT.has(person.seed) && !isAside(person));

/** People that something was set on, all others, and both; then those of each question more. */
export function peopleTable(people: readonly Person[]): string {
  const group = (name: string, own: readonly Person[]) => ({ name, people: own.map(({ score }) => score) });
  return groupTable(
    [
      group(
        'something was set on them',
        people.filter(({ seed }) => LOOKED_AT.has(seed)),
      ),
      group('nothing was', heldBackOf(people)),
      group(
        'all',
        people.filter((person) => !isAside(person)),
      ),
      ...Object.entries(ASIDE).map(([part, name]) =>
        group(
          name,
          people.filter((person) => person.name.includes(`-${part}`)),
        ),
      ),
    ].filter(({ people: own }) => own.length > 0),
  );
}

/** The largest error allowed: a figure is offered if its mean error holds it, and is called sure if nine of ten errors do. */
const BARS = { rotation: 4, end: 5, gap: 5 } as const satisfies Readonly<Record<string, Degrees>>;

/** The mean and nine in ten of each figure's errors, beside its bar. */
export function barTable(people: readonly Person[]): string {
  const everybody = people.filter((person) => !isAside(person)).map(({ score }) => score);
  const heldBack = heldBackOf(people).map(({ score }) => score);
  const ends = (rotation: Rotation) => (of: readonly PersonScore[]) =>
    endMisses(of, rotation).map(({ error }) => error);
  const figures = [
    ['internal rotation, of a person', BARS.rotation, (of: readonly PersonScore[]) => rotationErrors(of, 'internal')],
    ['external rotation, of a person', BARS.rotation, (of: readonly PersonScore[]) => rotationErrors(of, 'external')],
    ['end inwards', BARS.end, ends('internal')],
    ['end outwards', BARS.end, ends('external')],
    ['gap', BARS.gap, (of: readonly PersonScore[]) => gapMisses(of).map(({ error }) => error)],
  ] as const;
  const head = [
    'figure',
    'bar',
    ...['people that nothing was set on', 'all people'].flatMap((who) => [`${who}: mean`, '9 in 10']),
  ];
  const cell = (size: Degrees | null, bar: Degrees) =>
    size === null ? '–' : `${size.toFixed(2)}°, ${size <= bar ? 'holds' : 'misses it'}`;
  const meanAndNine = (errors: readonly Degrees[]) => [
    errors.length === 0 ? null : mean(errors.map(Math.abs)),
    sizeOfNineInTen(errors),
  ];
  const rows = figures.map(([name, bar, errors]) =>
    row([
      name,
      `${bar}°`,
      ...[heldBack, everybody].flatMap((of) => meanAndNine(errors(of)).map((size) => cell(size, bar))),
    ]),
  );
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}
