import { instrumentOf } from '../../instrument/instrument-version.ts';
import { median } from '../../instrument/geometry/statistics.ts';
import type { BySide, Degrees, Estimate, Seconds, Share, Side } from '../../instrument/geometry/units.ts';
import { robustSeries, type RobustSample } from '../../coach/progress/robust-series.ts';
import type { FrameRecord, PhaseRecord, SetRecord } from '../../coach/record/set-record.ts';
import { type HipRanges, type HipTest, type HipTry, positionOf, testedRange } from './hip-test.ts';
import type { Effort, Rotation, TestPosition } from '../../coach/drill-definition.ts';

/**
 * Clinicians call the first movement of the pelvis the end of range, and mean about 3°. About 0.6 of a hike is read
 * (n = 28 rendered people), so a try ends here.
 */
const PELVIS_MOVED: Degrees = 2;
/**
 * A try ends at this share of the pelvis's way, if that is later, but never beyond `PELVIS_MOVED_MOST`. The swing of the foot
 * makes a still pelvis read up to 3.2° as the foot goes in, 1.6° as it goes out, and 4.6° once (n = 28 rendered people). That would
 * end a try up to 14° too early. Of a hike that reads 5°, 2° is this share.
 */
const PELVIS_WAY: Share = 0.4;
const PELVIS_MOVED_MOST: Degrees = 4;
/**
 * Only a pelvis that goes on to here has moved at all. At 3° more of the rendered hikes of 8 to 10° would be found, but a
 * landmark that drifts would end a try 20° too early (`docs/validation/hip-test.md`).
 */
const PELVIS_JOINED: Degrees = 3.5;
/** The place of the pelvis is the median of this much time, because one frame proves nothing; it must have moved for this long. */
const PELVIS_WINDOW: Seconds = 0.7;
const PELVIS_DWELL: Seconds = 0.4;
/** The leg is at its end while it is above this share of its largest angle. */
const AT_THE_END: Share = 0.85;
/** Before the hip has turned this far, a moving pelvis only settles in its place. */
const UNDER_WAY: Degrees = 5;
/**
 * Further standard deviation of an external range. It is corrected for an ankle that stays behind (`ankleLagOutwards`, 3° at
 * 38°). That was seen on rendered people only, so half of the correction counts as its error.
 */
const EXTERNAL_SD: Degrees = 1.5;
/** A leg that turned by less was not tried: the person was listening, or looked for the strap. */
const LEAST_TRY: Degrees = 3;

/** One try's stretch of a record. */
export interface TryWindow {
  readonly side: Side;
  readonly rotation: Rotation;
  readonly start: Seconds;
  readonly end: Seconds;
}

/** Movement of the pelvis at one time, in the direction that adds to the tested rotation. */
interface PelvisSample {
  readonly time: Seconds;
  readonly moved: Degrees;
}

/**
 * What one try reached. The range ends where the pelvis first moves, or else where the leg stops. Null: it was not read, or
 * the leg hardly moved.
 */
export function tryIn(frames: readonly FrameRecord[], position: TestPosition, window: TryWindow): HipTry | null {
  const { side, rotation, start, end } = window;
  const towards = rotation === 'internal' ? 1 : -1;
  const during = frames.filter(({ t }) => t >= start && t < end);
  const way = robustSeries(during, side, 'hip-internal-rotation').map((sample) => ({
    ...sample,
    angle: sample.angle * towards,
  }));
  const top = largestOf(way);
  if (top === null || top.angle < LEAST_TRY) return null;
  const last = way.findLast(({ angle }) => angle >= AT_THE_END * top.angle)?.time ?? top.time;
  const outwards = way.filter(({ time }) => time <= last);
  const pelvis = pelvisOf(during, position, side, towards).filter(({ time }) => time <= last);
  const moved = firstMove(outwards, pelvis);
  const estimate = ({ angle, sd }: RobustSample): Estimate<Degrees> => ({
    value: angle,
    sd: rotation === 'external' ? Math.hypot(sd, EXTERNAL_SD) : sd,
  });
  if (moved === null) return { range: estimate(top), end: 'stopped', fromPelvis: 0 };
  const reached = largestOf(outwards.filter(({ time }) => time <= moved.at)) ?? top;
  return { range: estimate(reached), end: 'pelvis', fromPelvis: moved.by };
}

const largestOf = (samples: readonly RobustSample[]): RobustSample | null =>
  samples.reduce<RobustSample | null>((most, one) => (most === null || one.angle > most.angle ? one : most), null);

/**
 * The turn of the pelvis about the thigh: a hike where the hip is bent, a roll where it is straight. It adds to the rotation
 * of the leg degree for degree.
 */
function pelvisOf(
  frames: readonly FrameRecord[],
  position: TestPosition,
  side: Side,
  towards: number,
): readonly PelvisSample[] {
  const raw = frames.flatMap(({ t, valid, pelvis }) => {
    const seen = position === 'prone' ? pelvis.twist : pelvis.obliquity;
    const sign = (side === 'left' ? 1 : -1) * (position === 'prone' ? -1 : 1) * towards;
    return valid && seen !== null ? [{ time: t, moved: seen.value * sign }] : [];
  });
  return raw.map(({ time }) => ({ time, moved: middleAround(raw, time) }));
}

const middleAround = (samples: readonly PelvisSample[], at: Seconds): Degrees =>
  median(samples.filter(({ time }) => Math.abs(time - at) <= PELVIS_WINDOW / 2).map(({ moved }) => moved)) ?? 0;

/** When the pelvis first joined in, and by how much it did in the end. Null: it stayed. */
function firstMove(
  way: readonly RobustSample[],
  pelvis: readonly PelvisSample[],
): { readonly at: Seconds; readonly by: Degrees } | null {
  const started = way.find(({ angle }) => angle >= UNDER_WAY)?.time;
  if (started === undefined) return null;
  const before = pelvis.filter(({ time }) => time <= started && time >= started - 2 * PELVIS_WINDOW);
  const from = median(before.map(({ moved }) => moved)) ?? 0;
  const after = pelvis.filter(({ time }) => time > started).map(({ time, moved }) => ({ time, by: moved - from }));
  const most = Math.max(0, ...after.map(({ by }) => by));
  const peak = after.findIndex(({ by }) => by === most);
  if (most < PELVIS_JOINED) return null;
  // A shorter rise before it was no end: a pelvis that ends a try stays away until the leg goes back.
  const moved = Math.max(PELVIS_MOVED, Math.min(PELVIS_WAY * most, PELVIS_MOVED_MOST));
  const first = after.slice(0, peak).findLastIndex(({ by }) => by < moved) + 1;
  const last = after.slice(peak).findIndex(({ by }) => by < moved);
  const until = last < 0 ? after.length - 1 : peak + last - 1;
  const [at, end] = [after[first]?.time ?? 0, after[until]?.time ?? 0];
  return end - at < PELVIS_DWELL ? null : { at, by: most };
}

const STEP = /^(?<rotation>internal|external)-(?<effort>passive|active)-(?<number>\d+)$/;

/** A phase of a record that tested something. */
interface Tested {
  readonly rotation: Rotation;
  readonly effort: Effort;
  readonly number: number;
  readonly phase: PhaseRecord;
}

function testedIn(phase: PhaseRecord): Tested | null {
  const { rotation, effort, number } = STEP.exec(phase.step ?? '')?.groups ?? {};
  return rotation === undefined || effort === undefined
    ? null
    : { rotation: rotation as Rotation, effort: effort as Effort, number: Number(number), phase };
}

type TestRecord = Pick<SetRecord, 'id' | 'startedAt' | 'drill' | 'placement' | 'phases' | 'frames' | 'instrument'>;

/**
 * The result of the hip test that a set was: every screen and file takes it from here. Null: the set was no test, or nothing was
 * read. A try that was interrupted has several pieces in the record; the one that went furthest counts. A test of any age is
 * computed from its frames by the rule of today. Without frames nothing was read.
 */
export function hipTestOfSet(record: TestRecord): HipTest | null {
  const position = positionOf(record.drill);
  if (position === null || record.startedAt === null) return null;
  const tested = record.phases.flatMap((phase) => testedIn(phase) ?? []);
  const of = (side: Side) =>
    rangesOf(
      tested.filter(({ phase }) => phase.side === side),
      ({ phase: { start, end }, ...step }) => tryIn(record.frames, position, { ...step, side, start, end }),
    );
  const hips: BySide<HipRanges | null> = { left: of('left'), right: of('right') };
  if (hips.left === null && hips.right === null) return null;
  const { id, startedAt: testedAt, placement } = record;
  return { id, testedAt, position, placement, hips, instrument: instrumentOf(record) };
}

/** @param tested of one hip @param read what was read of a tried phase */
function rangesOf(tested: readonly Tested[], read: (tried: Tested) => HipTry | null): HipRanges | null {
  const of = (rotation: Rotation, effort: Effort) => {
    const own = tested.filter((one) => one.rotation === rotation && one.effort === effort);
    const numbers = [...new Set(own.map(({ number }) => number))];
    return testedRange(
      numbers.flatMap((number) => {
        const pieces = own.filter((one) => one.number === number);
        return pieces
          .flatMap((piece) => read(piece) ?? [])
          .toSorted((one, other) => other.range.value - one.range.value)
          .slice(0, 1);
      }),
    );
  };
  const direction = (rotation: Rotation) => ({ passive: of(rotation, 'passive'), active: of(rotation, 'active') });
  const ranges: HipRanges = { internal: direction('internal'), external: direction('external') };
  const isRead = [ranges.internal, ranges.external].some(({ passive, active }) => passive !== null || active !== null);
  return isRead ? ranges : null;
}
