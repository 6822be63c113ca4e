import { AppError } from '../../app/app-error.ts';
import type { PrescribedItem, Prescription } from '../../training/prescription/prescription.ts';
import type { PrescriptionReport } from '../../training/prescription/prescription-report.ts';
import { type Check, inspect, ownValue, validated } from '../check.ts';
import type { ExportFile } from '../storage-contract.ts';
import { codeText, MOST_CODE, valueOfCode } from './code-text.ts';
import { prescription } from './validate-prescription.ts';
import { prescriptionReport } from './validate-report.ts';

// A prescription and its report as files and as QR codes. In a file they stand as they are; in a code as lists without names.

/** Names of the formats, in the field `format` of a file. */
const PRESCRIPTION_FORMAT = 'truehip-prescription';
const REPORT_FORMAT = 'truehip-prescription-report';
const PRESCRIPTION_CODE = 'TRUEHIP-RX1:';
const REPORT_CODE = 'TRUEHIP-RR1:';

/** No file of these is larger, in bytes. */
const LARGEST_FILE = 200_000;

export type Brought =
  | { readonly kind: 'prescription'; readonly prescription: Prescription }
  | { readonly kind: 'report'; readonly report: PrescriptionReport };

const dayOf = (iso: string): string => iso.slice(0, 10);

type TextFile = ExportFile & { readonly content: string };

export const prescriptionFile = (value: Prescription): TextFile => ({
  name: `truehip-prescription-${dayOf(value.at)}.json`,
  content: `${JSON.stringify({ format: PRESCRIPTION_FORMAT, prescription: value }, null, 1)}\n`,
});

export const reportFile = (report: PrescriptionReport): TextFile => ({
  name: `truehip-report-${dayOf(report.at)}.json`,
  content: `${JSON.stringify({ format: REPORT_FORMAT, report }, null, 1)}\n`,
});

const unlessTooLong = (text: string): string | null => (text.length <= MOST_CODE ? text : null);

/** The text of a QR code; null: it does not fit into one. */
export async function prescriptionCode(value: Prescription): Promise<string | null> {
  const { version, id, from, for: name, at, weeks, items, cautions } = value;
  const listed = items.map(({ drill, side, sets, days, limit, endRange, words, strength }) => [
    drill,
    side,
    sets,
    days,
    limit,
    endRange ? 1 : 0,
    words,
    // Last, where an older app does not look.
    ...(strength ? [1] : []),
  ]);
  return unlessTooLong(await codeText(PRESCRIPTION_CODE, [version, id, from, name, at, weeks, listed, cautions]));
}

const rangeOf = (range: PrescriptionReport['weeks'][number]['drills'][number]['left']) =>
  range && [range.degrees, range.within];

/** The text of a QR code; null: it does not fit into one. */
export async function reportCode({ version, prescription: of, at, items, weeks }: PrescriptionReport) {
  const head = [of.id, of.from, of.for, of.at, of.takenAt, of.weeks];
  const listed = items.map(({ drill, side, days }) => [drill, side, days]);
  const rows = weeks.map(({ from, left, right, drills }) => [
    from,
    left.pain,
    left.flags,
    right.pain,
    right.flags,
    drills.map(({ done, left: one, right: other }) => [done, rangeOf(one), rangeOf(other)]),
  ]);
  return unlessTooLong(await codeText(REPORT_CODE, [version, head, at, listed, rows]));
}

/** The items of what should be a list. Of what is none: nothing, which the check then refuses. */
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const each = (value: unknown, named: (of: readonly unknown[]) => unknown): unknown =>
  Array.isArray(value) ? value.slice(0, 100).map((one) => named(listed(one))) : value;

const isOne = (value: unknown): unknown => (value === 1 ? true : value);

const itemOf = ([drill, side, sets, days, limit, end, words, strength]: readonly unknown[]): Record<
  keyof PrescribedItem,
  unknown
> => ({ drill, side, sets, days, limit, endRange: end === 0 ? false : isOne(end), words, strength: isOne(strength) });

const prescriptionOf = ([version, id, from, name, at, weeks, items, cautions]: readonly unknown[]): unknown => ({
  version,
  id,
  from,
  for: name,
  at,
  weeks,
  items: each(items, itemOf),
  cautions,
});

const namedRange = (value: unknown): unknown => {
  if (value === null) return null;
  const [degrees, within] = listed(value);
  return { degrees, within };
};

const reportOf = ([version, head, at, items, weeks]: readonly unknown[]): unknown => {
  const [id, from, name, madeAt, takenAt, count] = listed(head);
  return {
    version,
    prescription: { id, from, for: name, at: madeAt, takenAt, weeks: count },
    at,
    items: each(items, ([drill, side, days]) => ({ drill, side, days })),
    weeks: each(weeks, ([day, leftPain, leftFlags, rightPain, rightFlags, drills]) => ({
      from: day,
      left: { pain: leftPain, flags: leftFlags },
      right: { pain: rightPain, flags: rightFlags },
      drills: each(drills, ([done, left, right]) => ({ done, left: namedRange(left), right: namedRange(right) })),
    })),
  };
};

const refused = (detail: string): AppError => new AppError('prescription-invalid', detail);

function checked<T>(value: unknown, check: Check<T>): T {
  const result = inspect(value, check);
  if (!result.ok) throw refused(result.faults.join('; '));
  return result.value;
}

/** Whether a text read by the camera is a code of these, so that any other code is passed over. */
export const isOurCode = (text: string): boolean => text.startsWith(PRESCRIPTION_CODE) || text.startsWith(REPORT_CODE);

/** What a QR code has. Throws `prescription-invalid` with the first faults. */
export async function readCode(text: string): Promise<Brought> {
  if (!isOurCode(text) || text.length > 2 * MOST_CODE) throw refused('the code is none of Truehip’s');
  if (text.startsWith(PRESCRIPTION_CODE)) {
    const value = prescriptionOf(listed(await valueOfCode(PRESCRIPTION_CODE, text)));
    return { kind: 'prescription', prescription: checked(value, prescription) };
  }
  const value = reportOf(listed(await valueOfCode(REPORT_CODE, text)));
  return { kind: 'report', report: checked(value, prescriptionReport) };
}

/** What the text of a file has; null: it is a file of another kind. Throws `prescription-invalid` with the first faults. */
export function readFileText(text: string): Brought | null {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return null;
  }
  const format = ownValue(whole, 'format');
  if (format === PRESCRIPTION_FORMAT)
    return { kind: 'prescription', prescription: checked(ownValue(whole, 'prescription'), prescription) };
  if (format === REPORT_FORMAT)
    return { kind: 'report', report: checked(ownValue(whole, 'report'), prescriptionReport) };
  return null;
}

/** The same of a file. A large one is of another kind, and is not read. */
export async function readBroughtFile(file: Blob): Promise<Brought | null> {
  return file.size > LARGEST_FILE ? null : readFileText(await file.text());
}

/** A value that is a valid prescription; null: it is none. */
export const prescriptionFrom = (value: unknown): Prescription | null => validated(value, prescription);
