import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { BothPelvises, PhaseRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

/** The start of a set of one leg. */
const START: Seconds = 3;

/**
 * A set of the sleeper that a phone watched for `seconds`, with both pelvises twice a second.
 * @param at both at a time
 */
export function phoneSet(
  id: string,
  seconds: Seconds,
  at: (time: Seconds) => BothPelvises,
  rest: Partial<SetRecord> & Partial<Pick<PhaseRecord, 'side'>> = {},
): SetRecord {
  const frame = sleeperRecord.frames[0];
  if (!frame) throw new Error('the record has frames');
  const { side = 'left' } = rest;
  const phase: PhaseRecord = { kind: 'passive', round: 1, side, start: START, end: START + seconds };
  const frames = Array.from({ length: Math.round(seconds * 2) }, (_, index) => {
    const t = START + index / 2;
    return { ...frame, t, phase: 'passive' as const, valid: true, reasons: [], both: at(t) };
  });
  return { ...sleeperRecord, id, phone: true, phases: [phase], frames, flags: [], ...rest };
}

/** The phone shows a slow turn of up to `most` degrees to both sides; the camera reads a share of it, and is off by `off`. */
export const turning =
  (most: number, share: number, off = 0) =>
  (time: Seconds): BothPelvises => {
    const turn = most * Math.sin(time);
    return {
      phone: { twist: turn, obliquity: null, tilt: 1 },
      camera: { twist: share * turn + off, obliquity: 0, tilt: 0 },
    };
  };
