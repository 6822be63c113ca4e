import type { Metres } from '../../instrument/geometry/units.ts';
import { figure } from '../../i18n/speaking.ts';
import type { Units } from '../../storage/storage-contract.ts';

/** International inch, exact by definition. */
const INCH: Metres = 0.0254;
const UNIT: Readonly<Record<Units, Metres>> = { cm: 0.01, in: INCH };

/** A length in the given unit. */
export const lengthIn = (length: Metres, units: Units): number => length / UNIT[units];

/** The inverse of `lengthIn`; lengths are stored in metres. */
export const metresFrom = (value: number, units: Units): Metres => value * UNIT[units];

/** A lift of the pelvis or of a sit bone: "2.6 cm", "1.0 in". */
export const liftText = (lift: Metres, units: Units): string => `${figure(lengthIn(lift, units), 1)} ${units}`;
