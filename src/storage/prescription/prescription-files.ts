import { AppError } from '../../app/app-error.ts';
import type { Prescription } from '../../training/prescription/prescription.ts';
import { inspect, ownValue, validated } from '../check.ts';
import type { ExportFile } from '../storage-contract.ts';
import { prescription } from './validate-prescription.ts';

/** Name of the format, in the field `format` of a file. */
const FORMAT = 'truehip-prescription';

/** No file of a prescription is larger, in bytes. */
const LARGEST_FILE = 200_000;

export const prescriptionFile = (value: Prescription): ExportFile & { readonly content: string } => ({
  name: `truehip-prescription-${value.at.slice(0, 10)}.json`,
  content: `${JSON.stringify({ format: FORMAT, prescription: value }, null, 1)}\n`,
});

/** What the text of a file has; null: it is a file of another kind. Throws `prescription-invalid` with the first faults. */
export function readFileText(text: string): Prescription | null {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return null;
  }
  if (ownValue(whole, 'format') !== FORMAT) return null;
  const result = inspect(ownValue(whole, 'prescription'), prescription);
  if (!result.ok) throw new AppError('prescription-invalid', result.faults.join('; '));
  return result.value;
}

/** The same of a file. A large one is of another kind, and is not read. */
export async function readPrescriptionFile(file: Blob): Promise<Prescription | null> {
  return file.size > LARGEST_FILE ? null : readFileText(await file.text());
}

/** A value that is a valid prescription; null: it is none. */
export const prescriptionFrom = (value: unknown): Prescription | null => validated(value, prescription);
