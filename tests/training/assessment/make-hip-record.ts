import type { Effort, Rotation } from '../../../src/coach/drill-definition.ts';
import type { FrameRecord, PhaseRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import type { Seconds, Side } from '../../../src/instrument/geometry/units.ts';
import { emptyFrame, makeRecord } from '../../storage/make-record.ts';
import type { Four } from './make-hip-test.ts';

const RATE = 10;
/** One try: out for 1.5 s, at the end until 3.5 s, back at 5 s. */
const EACH: Seconds = 6;
const TRIES = 3;
const ORDER: readonly (readonly [Rotation, Effort])[] = [
  ['internal', 'passive'],
  ['internal', 'active'],
  ['external', 'passive'],
  ['external', 'active'],
];

export interface HipRecordOptions {
  readonly id: string;
  readonly startedAt: string;
  readonly left: Four | null;
  readonly right: Four | null;
  readonly drill?: string;
  readonly placement?: string;
  /** What the pelvis of the left hip adds at the end of a passive turn inwards. */
  readonly fromPelvis?: number;
}

interface Try {
  readonly side: Side;
  readonly rotation: Rotation;
  readonly effort: Effort;
  readonly number: number;
  readonly size: number;
}

const triesOf = ({ left, right }: HipRecordOptions): readonly Try[] =>
  (['left', 'right'] as const).flatMap((side) => {
    const four = side === 'left' ? left : right;
    return ORDER.flatMap(([rotation, effort], index) => {
      const size = four?.[index] ?? null;
      if (size === null) return [];
      return Array.from({ length: TRIES }, (_, number) => ({
        side,
        rotation,
        effort,
        number: number + 1,
        // The last try is the median.
        size: size + ([-1, 2, 0][number] ?? 0),
      }));
    });
  });

const outAndBack = (size: number, into: Seconds): number =>
  size * Math.max(0, Math.min(1, into / 1.5, (5 - into) / 1.5));

function frame(t: Seconds, into: Seconds, { side, rotation, effort, size }: Try, fromPelvis: number): FrameRecord {
  const turned = outAndBack(rotation === 'internal' ? size : -size, into);
  const value = { value: turned, sd: 1.5 };
  const moves = side === 'left' && rotation === 'internal' && effort === 'passive' && into > 1.4 && into < 4.5;
  return {
    ...emptyFrame,
    t,
    phase: effort === 'passive' ? 'passive' : 'rails',
    hipInternalRotation: { left: side === 'left' ? value : null, right: side === 'right' ? value : null },
    pelvis: { ...emptyFrame.pelvis, obliquity: { value: moves ? fromPelvis : 0, sd: 1 } },
  };
}

/** A stored hip test in which each range is the median of three tries. */
export function makeHipRecord(options: HipRecordOptions): SetRecord {
  const { id, startedAt, drill = 'hip-test-seated', placement = 'front', fromPelvis = 0 } = options;
  const tries = triesOf(options);
  const phases = tries.map(
    ({ side, rotation, effort, number }, index): PhaseRecord => ({
      kind: effort === 'passive' ? 'passive' : 'rails',
      round: number,
      side,
      start: index * EACH,
      end: (index + 1) * EACH,
      step: `${rotation}-${effort}-${number}`,
    }),
  );
  const frames = tries.flatMap((one, index) =>
    Array.from({ length: EACH * RATE }, (_, at) => frame(index * EACH + at / RATE, at / RATE, one, fromPelvis)),
  );
  const base = makeRecord();
  return {
    ...base,
    id,
    startedAt,
    drill,
    variant: null,
    side: 'both',
    goal: 'prep',
    placement,
    phases,
    frames,
    flags: [],
    reps: [],
    after: undefined,
    summary: { ...base.summary, sets: [], phases: [], muted: [] },
  };
}
