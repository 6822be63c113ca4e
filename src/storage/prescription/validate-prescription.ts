import { isoMoment } from '../../training/planning/civil-day.ts';
import {
  type PrescribedItem,
  type Prescription,
  PRESCRIPTION_LIMITS as LIMITS,
  PRESCRIPTION_VERSION,
  type TakenPrescription,
} from '../../training/prescription/prescription.ts';
import { always, boolean, type Check, integer, list, nullable, object, optional, text, that } from '../check.ts';
import { moment, name, workingSide } from '../record-fields.ts';

const within = ({ min, max }: { readonly min: number; readonly max: number }) => integer(min, max);

/** Signs that a person does not see, and that turn a line round or break it. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A text as a person writes one, in one line. */
const line = (shortest: number, longest: number): Check<string> =>
  that(text(shortest, longest), (value) => {
    if (shortest > 0 && value.trim() === '') return 'must not be blank';
    return HIDDEN.test(value) ? 'must not have hidden signs' : null;
  });

/** A date and time whose moment the core can tell. */
const fullMoment = that(moment, (value) => (isoMoment(value) === null ? 'must have seconds' : null));

const prescriptionVersion: Check<typeof PRESCRIPTION_VERSION> = (value, inspection) =>
  value === PRESCRIPTION_VERSION ? PRESCRIPTION_VERSION : inspection.mismatch(`${PRESCRIPTION_VERSION}`, value);

const prescriptionId = that(text(1, LIMITS.id), (id) =>
  /^[A-Za-z0-9-]+$/.test(id) ? null : 'must be letters, digits and hyphens',
);

const item = object<PrescribedItem>({
  drill: name,
  side: workingSide,
  sets: within(LIMITS.sets),
  days: within(LIMITS.days),
  limit: nullable(within(LIMITS.degrees)),
  endRange: boolean,
  strength: optional(always),
  words: line(0, LIMITS.words),
});

const fields: { readonly [K in keyof Prescription]: Check<Prescription[K]> } = {
  version: prescriptionVersion,
  id: prescriptionId,
  from: line(1, LIMITS.from),
  for: line(0, LIMITS.for),
  at: fullMoment,
  weeks: within(LIMITS.weeks),
  items: that(list(item, LIMITS.items), ({ length }) => (length > 0 ? null : 'must not be empty')),
  cautions: line(0, LIMITS.cautions),
};

export const prescription = object<Prescription>(fields);

export const takenPrescription = object<TakenPrescription>({ ...fields, takenAt: fullMoment });
