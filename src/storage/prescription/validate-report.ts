import { PRESCRIPTION_LIMITS as LIMITS } from '../../training/prescription/prescription.ts';
import type {
  PrescriptionReport,
  ReportedDrill,
  ReportedHip,
  ReportedRange,
  ReportedWeek,
} from '../../training/prescription/prescription-report.ts';
import { type Check, integer, list, nullable, number, object, that } from '../check.ts';
import { name, workingSide } from '../record-fields.ts';
import { fullMoment, line, prescriptionId, prescriptionVersion, within } from './validate-prescription.ts';

/** The days of the years 1970 to 2099. */
const day = integer(0, 47_481);
const MOST_FLAGS = 100_000;

const range = nullable(object<ReportedRange>({ degrees: number(-180, 180), within: number(0, 180) }));

const hip = object<ReportedHip>({ pain: nullable(integer(0, 10)), flags: integer(0, MOST_FLAGS) });

const drill = object<ReportedDrill>({ done: integer(0, 7), left: range, right: range });

const week = object<ReportedWeek>({ from: day, left: hip, right: hip, drills: list(drill, LIMITS.items) });

const fields = object<PrescriptionReport>({
  version: prescriptionVersion,
  prescription: object<PrescriptionReport['prescription']>({
    id: prescriptionId,
    from: line(1, LIMITS.from),
    for: line(0, LIMITS.for),
    at: fullMoment,
    takenAt: fullMoment,
    weeks: within(LIMITS.weeks),
  }),
  at: fullMoment,
  items: list(
    object<PrescriptionReport['items'][number]>({ drill: name, side: workingSide, days: within(LIMITS.days) }),
    LIMITS.items,
  ),
  weeks: list(week, LIMITS.weeks.max),
});

/** Each week tells of each drill, and they follow each other. */
export const prescriptionReport: Check<PrescriptionReport> = that(fields, ({ items, weeks }) => {
  if (weeks.some(({ drills }) => drills.length !== items.length)) return 'must tell of each drill in each week';
  return weeks.every(({ from }, index) => from === (weeks[0]?.from ?? 0) + 7 * index)
    ? null
    : 'must have one week after the other';
});
