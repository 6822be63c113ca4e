import { instrumentOf } from '../../src/instrument/instrument-version.ts';
import type { Degrees, Share } from '../../src/instrument/geometry/units.ts';
import { type BothPelvises, isPerformed, type PhaseRecord, type SetRecord } from '../../src/coach/record/set-record.ts';
import { asOnLeft } from '../../src/coach/rules/rule-threshold.ts';
import { type RepeatedAgreement, repeatedAgreement } from './repeated-agreement.ts';

export type PelvisAngle = keyof BothPelvises['camera'];

export const PELVIS_ANGLES: readonly PelvisAngle[] = ['twist', 'obliquity', 'tilt'];

/**
 * One angle of the pelvis at one moment by camera and phone, since the reference pose. In a phase of one leg, twist and obliquity are
 * seen from it: positive turns the front to the working leg, and lifts the working hip towards the head. Otherwise the left is
 * positive, as in `PelvisAngles`. Tilt forwards is positive.
 */
export interface PelvisMoment {
  readonly camera: Degrees;
  readonly phone: Degrees;
}

/** The moments of one set that camera and phone both saw. */
export interface ComparedSet {
  readonly id: string;
  readonly drill: string;
  /** Version of the instrument. */
  readonly instrument: number;
  readonly moments: Readonly<Record<PelvisAngle, readonly PelvisMoment[]>>;
}

/** With fewer moments of an angle, five seconds of a set, it says nothing about that angle. */
export const LEAST_MOMENTS = 10;

/** About from here on a rule calls a turn a fault (`phone-rules.ts`). */
export const LARGE: Degrees = 5;

/** What a set that the person did with a phone says about the camera; null: nothing. Only valid frames within a phase count. */
export function comparedSet(record: SetRecord): ComparedSet | null {
  const { id, drill, phone, source, frames, phases } = record;
  if (!phone || !isPerformed(source.kind)) return null;
  const both = frames.flatMap(({ t, valid, both: seen }) => {
    const phase = valid && seen ? phases.find(({ start, end }) => t >= start && t < end) : undefined;
    return phase && seen ? [{ phase, seen }] : [];
  });
  const of = (angle: PelvisAngle): readonly PelvisMoment[] => {
    const moments = both.flatMap(({ phase, seen }) => momentOf(angle, seen, phase) ?? []);
    return moments.length < LEAST_MOMENTS ? [] : moments;
  };
  const moments = { twist: of('twist'), obliquity: of('obliquity'), tilt: of('tilt') };
  if (PELVIS_ANGLES.every((angle) => moments[angle].length === 0)) return null;
  return { id, drill, instrument: instrumentOf(record), moments };
}

function momentOf(angle: PelvisAngle, { camera, phone }: BothPelvises, { side }: PhaseRecord): PelvisMoment | null {
  const [own, other] = [camera[angle], phone[angle]];
  if (other === null || !Number.isFinite(own) || !Number.isFinite(other)) return null;
  const seen = (value: Degrees): Degrees => asOnLeft(value, `pelvis-${angle}`, side) + 0; // Turns −0 into 0.
  return { camera: seen(own), phone: seen(other) };
}

/** Camera − phone, and how much of a large turn the camera reads. */
export interface PelvisAgreement extends RepeatedAgreement {
  /**
   * What the camera read of the turns that the phone gave as `LARGE` or more, as a share of them. Null: no group has `LEAST_MOMENTS` of
   * them.
   */
  readonly read: Share | null;
}

/** @param groups moments of one angle by set, or by person */
export const pelvisAgreement = (groups: readonly (readonly PelvisMoment[])[]): PelvisAgreement => ({
  ...repeatedAgreement(groups.map((group) => group.map(({ camera, phone }) => camera - phone))),
  read: readOf(groups),
});

function readOf(groups: readonly (readonly PelvisMoment[])[]): Share | null {
  const shares = groups.flatMap((group) => {
    const large = group.filter(({ phone }) => Math.abs(phone) >= LARGE);
    if (large.length < LEAST_MOMENTS) return [];
    const read = large.reduce((sum, { camera, phone }) => sum + camera * Math.sign(phone), 0);
    return [read / large.reduce((sum, { phone }) => sum + Math.abs(phone), 0)];
  });
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
