import type { Metres } from '../../instrument/geometry/units.ts';
import { figure } from '../../i18n/speaking.ts';
import type { Units } from '../../storage/storage-contract.ts';

/** International inch (1959), exact. */
const INCH: Metres = 0.0254;
const UNIT: Readonly<Record<Units, Metres>> = { cm: 0.01, in: INCH };

export const lengthIn = (length: Metres, units: Units): number => length / UNIT[units];

/** Back to what is kept: metres. */
export const metresFrom = (value: number, units: Units): Metres => value * UNIT[units];

/** A lift of pelvis or sit bone: "2.6 cm", "1.0 in". */
export const liftText = (lift: Metres, units: Units): string => `${figure(lengthIn(lift, units), 1)} ${units}`;
