import { mean, median } from '../../../src/instrument/geometry/statistics.ts';
import type { Degrees, Seconds, Share, Side } from '../../../src/instrument/geometry/units.ts';
import { tryIn } from '../../../src/coach/assessment/hip-test-of-set.ts';
import type { HipTry, Rotation, TestPosition } from '../../../src/coach/assessment/hip-test.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';

/** What a hip test reads of rendered people, compared with what they did. */

/** The part of a truth file that is used. */
export interface TestTruth {
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

/** Error of the active–passive gap of each direction that was read in both. */
function gapErrors({ tries }: PersonScore): Degrees[] {
  return (['internal', 'external'] as const).flatMap((rotation) => {
    const of = (effort: TryScore['effort']) => tries.find((one) => one.rotation === rotation && one.effort === effort);
    const [passive, active] = [of('passive'), of('active')];
    if (!passive?.read || !active?.read) return [];
    const read = passive.read.range.value - active.read.range.value;
    return [read - (passive.truth.range - active.truth.range)];
  });
}

/** Mean and largest size of errors. */
const sizes = (errors: readonly Degrees[]): string =>
  errors.length === 0
    ? '–'
    : `${mean(errors.map(Math.abs)).toFixed(1)}°, ${Math.max(...errors.map(Math.abs)).toFixed(1)}°`;

/** One row for each position: errors of rotation, end and gap. */
export function positionTable(people: readonly PersonScore[]): string {
  const head = [
    'position',
    'people',
    'IR, error: mean, worst person',
    'ER, error: mean, worst person',
    'end of range: mean, worst try',
    'gap: mean, worst',
    'pelvis joined: found, missed, false',
    'tries read',
  ];
  const positions = [...new Set(people.map(({ position }) => position))];
  const rows = positions.map((position) => {
    const own = people.filter((one) => one.position === position);
    const all = own.flatMap(({ tries }) => tries);
    const read = all.flatMap((one) => (one.read === null ? [] : [{ ...one, read: one.read }]));
    const rotation = (direction: Rotation) =>
      sizes(
        own.flatMap(({ tries }) => {
          const errors = tries.flatMap((one) => (one.rotation === direction && one.error !== null ? [one.error] : []));
          return errors.length === 0 ? [] : [mean(errors)];
        }),
      );
    const joined = read.filter(({ truth }) => truth.end === 'pelvis');
    const found = joined.filter((one) => one.read.end === 'pelvis').length;
    const wrong = read.filter((one) => one.read.end === 'pelvis' && one.truth.end === 'stopped').length;
    return row([
      position,
      `${own.length}`,
      rotation('internal'),
      rotation('external'),
      sizes(read.map((one) => one.read.range.value - one.truth.range)),
      sizes(own.flatMap(gapErrors)),
      `${found}, ${joined.length - found}, ${wrong}`,
      `${read.length} of ${all.length}`,
    ]);
  });
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

/** One row for each try. */
export function tryTable(people: readonly { readonly name: string; readonly score: PersonScore }[]): string {
  const head = ['person', 'try', 'true end', 'read', 'true pelvis', 'pelvis read', 'error', 'frames read'];
  const rows = people.flatMap(({ name, score }) =>
    score.tries.map(({ rotation, effort, truth, read, error, coverage }) =>
      row([
        name,
        `${rotation}, ${effort}`,
        `${truth.range.toFixed(1)}°, ${truth.end}`,
        read === null ? 'not read' : `${read.range.value.toFixed(1)}° ± ${read.range.sd.toFixed(1)}°, ${read.end}`,
        whole(truth.pelvis),
        whole(read?.fromPelvis ?? null),
        whole(error),
        `${Math.round(100 * coverage)} %`,
      ]),
    ),
  );
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}
