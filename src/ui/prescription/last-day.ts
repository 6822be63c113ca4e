import { type CivilDay, dayInZone } from '../../coach/planning/civil-day.ts';
import { lastDayFrom, type TakenPrescription } from '../../coach/prescription/prescription.ts';
import { personsZone } from '../programmes/week-input.ts';

/** The day until which it is said to hold. */
export const lastDay = (taken: Pick<TakenPrescription, 'takenAt' | 'weeks'>): CivilDay =>
  lastDayFrom(taken, dayInZone(personsZone())(Date.parse(taken.takenAt)));
