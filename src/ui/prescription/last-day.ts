import { type CivilDay, dayInZone } from '../../training/planning/civil-day.ts';
import { lastDayFrom, type TakenPrescription } from '../../training/prescription/prescription.ts';
import { personsZone } from '../programmes/week-input.ts';

/** The day until which it is said to hold. */
export const lastDay = (taken: Pick<TakenPrescription, 'takenAt' | 'weeks'>): CivilDay =>
  lastDayFrom(taken, dayInZone(personsZone())(Date.parse(taken.takenAt)));
