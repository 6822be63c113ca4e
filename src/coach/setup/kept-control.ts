import type { Degrees, Metres, WorkingSide } from '../../instrument/geometry/units.ts';
import type { ReferencePoseQuality } from '../../instrument/output/reading.ts';
import type { ControlRecord } from '../record/set-record.ts';

/** Where and when a control was done: it is kept for this place, these clothes and this light. */
export interface ControlPlace {
  readonly drill: string;
  readonly side: WorkingSide;
  /** The civil day, such as 2026-11-25: clothes change from day to day. */
  readonly day: string;
  readonly azimuth: Degrees;
  readonly lensHeight: Metres;
  readonly distance: Metres;
  /** Mean brightness of the picture, 0…255: other clothes and another light change it. */
  readonly brightness: number;
}

/** A control whose result is still good in the same place. */
export interface KeptControl extends ControlPlace {
  readonly result: ControlRecord;
}

/** Changes within which it is the same place. A reference pose finds the lens again within 5° and 10 cm. */
const SAME: Readonly<Record<'azimuth' | 'lensHeight' | 'distance' | 'brightness', number>> = {
  azimuth: 12,
  lensHeight: 0.2,
  distance: 0.3,
  brightness: 20,
};

export const controlPlace = (
  { drill, side, day }: Pick<ControlPlace, 'drill' | 'side' | 'day'>,
  { azimuth, lensHeight, distance }: ReferencePoseQuality,
  brightness: number,
): ControlPlace => ({ drill, side, day, azimuth, lensHeight, distance, brightness });

/** The newest control of the same place; null: it has to be asked for. */
export const keptFor = (kept: readonly KeptControl[], place: ControlPlace): KeptControl | null =>
  kept.findLast((one) => isSame(one, place)) ?? null;

function isSame(one: ControlPlace, other: ControlPlace): boolean {
  if (one.drill !== other.drill || one.side !== other.side || one.day !== other.day) return false;
  return isSameLens(one, other) && Math.abs(one.brightness - other.brightness) <= SAME.brightness;
}

type LensPlace = Pick<ControlPlace, 'azimuth' | 'lensHeight' | 'distance'>;

/** Whether the lens stands in the same place. */
export function isSameLens(one: LensPlace, other: LensPlace): boolean {
  const turned = Math.abs(one.azimuth - other.azimuth) % 360;
  return (
    Math.min(turned, 360 - turned) <= SAME.azimuth &&
    Math.abs(one.lensHeight - other.lensHeight) <= SAME.lensHeight &&
    Math.abs(one.distance - other.distance) <= SAME.distance
  );
}

/** More than a day's places; older ones are dropped. */
const MOST_KEPT = 40;

/** The list with a new control: it replaces one of the same place, and controls of other days are dropped. */
export const withControl = (kept: readonly KeptControl[], added: KeptControl): readonly KeptControl[] =>
  [...kept.filter((one) => one.day === added.day && !isSame(one, added)), added].slice(-MOST_KEPT);
