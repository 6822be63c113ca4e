import type { Degrees, Estimate } from '../geometry/units.ts';

/** What a phone on the pelvis shows of its turn since the zero; signs as in `PelvisAngles`. Null: it does not show this one. */
export interface PhonePelvis {
  readonly twist: Estimate<Degrees> | null;
  readonly obliquity: Estimate<Degrees> | null;
  /** Anterior tilt positive. */
  readonly tilt: Estimate<Degrees> | null;
}

/**
 * `asks-still`: waits until the phone lies still on the body. `asks-move`: waits for the guided move, which shows how the phone lies.
 * `ready`: measures, or will from the next start position on. `slid`: it moved on the body, and gets a new zero when it lies still.
 * `silent`: nothing comes from it.
 */
export type PhoneState = 'asks-still' | 'asks-move' | 'ready' | 'slid' | 'silent';

/**
 * Why the phone is not ready. `table`: nothing moves at all, so nobody wears it. `hand`: it moves more than a pelvis can. `crooked`: the
 * move was not straight. `again`: the move went against the way the phone seems to lie, so it is asked for once more.
 */
export type PhoneProblem = 'table' | 'hand' | 'crooked' | 'again';

export interface PhoneReading {
  readonly state: PhoneState;
  readonly problem: PhoneProblem | null;
  /** Null: not measured in this frame. */
  readonly pelvis: PhonePelvis | null;
  /** Twice a second: the pelvis as the camera alone would have it. Absent: not in this frame. */
  readonly camera?: Readonly<Record<keyof PhonePelvis, Degrees>>;
}
