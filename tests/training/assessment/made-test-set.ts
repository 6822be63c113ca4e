import type { FrameRecord, PhaseRecord } from '../../../src/coach/record/set-record.ts';
import { emptyFrame } from '../../storage/make-record.ts';

const RATE = 10;
/** Seconds of one try: out for 3, at the end for 2, back for 3. */
export const EACH = 8;

/** A movement that goes to a size and back, seconds into the try. */
export const outAndBack = (size: number, from: number, rise: number, until: number) => (time: number) => {
  if (time <= from || time >= until + rise) return 0;
  return size * Math.min(1, (time - from) / rise, (until + rise - time) / rise);
};

interface Performed {
  readonly hip: (time: number) => number;
  readonly pelvis?: (time: number) => number;
  readonly valid?: boolean;
}

export const still = () => 0;

export function framesOf(
  { hip, pelvis: hike = still, valid = true }: Performed,
  start = 0,
  side: 'left' | 'right' = 'left',
) {
  return Array.from({ length: EACH * RATE }, (_, index): FrameRecord => {
    const into = index / RATE;
    const value = { value: hip(into), sd: 1.5 };
    const rotation = { left: side === 'left' ? value : null, right: side === 'right' ? value : null };
    const pelvis = { ...emptyFrame.pelvis, obliquity: { value: hike(into), sd: 1 } };
    return { ...emptyFrame, t: start + into, valid, hipInternalRotation: rotation, pelvis };
  });
}

/** A hip that turns to a size, stays there, and comes back. */
export const turnsTo = (size: number) => outAndBack(size, 0.5, 3, 4.5);

interface PerformedPhase extends Performed {
  readonly step: string;
  readonly side?: 'left' | 'right';
}

/** A set of tries, each of which lasts `EACH`. */
export function setOf(performed: readonly PerformedPhase[], drill = 'hip-test-seated') {
  const phases = performed.map(
    ({ step, side = 'left' }, index): PhaseRecord => ({
      kind: 'passive',
      round: 1,
      side,
      start: index * EACH,
      end: (index + 1) * EACH,
      step,
    }),
  );
  const frames = performed.flatMap((one, index) => framesOf(one, index * EACH, one.side ?? 'left'));
  return { id: 'set', startedAt: '2026-11-26T10:00:00.000Z', drill, placement: 'straight-front', phases, frames };
}
