import { csvText, FRAME_COLUMNS, PART_COLUMNS, partsOf } from '../../coach/record/csv.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { ExportFile } from '../../storage/storage-contract.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Local date and time of the set, in the form used for the name of its JSON file. */
function fileTime({ startedAt }: SetRecord): string {
  if (startedAt === null) return 'undated';
  const date = new Date(startedAt);
  const day = `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
  return `${day}-${twoDigits(date.getHours())}${twoDigits(date.getMinutes())}`;
}

/** The two CSV files of a set. `docs/csv.md` explains columns and units. */
export function csvFiles(record: SetRecord): readonly ExportFile[] {
  // The drill id of an imported set may hold characters that a file system refuses.
  const drill = record.drill.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 60);
  const stem = `truehip-${fileTime(record)}-${drill}-${record.side}`;
  return [
    { name: `${stem}-frames.csv`, content: csvText(FRAME_COLUMNS, record.frames) },
    { name: `${stem}-parts.csv`, content: csvText(PART_COLUMNS, partsOf(record)) },
  ];
}
