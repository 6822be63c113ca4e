import { csvText } from '../../coach/record/csv-text.ts';
import { FRAME_COLUMNS } from '../../coach/record/frame-columns.ts';
import { PART_COLUMNS, partsOf } from '../../coach/record/part-columns.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { TextFile } from '../shell/services.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Local day and time of the set, as in the name of its JSON file. */
function whenOf({ startedAt }: SetRecord): string {
  if (startedAt === null) return 'undated';
  const date = new Date(startedAt);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}`;
}

/** The two tables of a set; columns and units stand in `docs/csv.md`. */
export function csvFiles(record: SetRecord): readonly TextFile[] {
  // Safe on every file system, whatever the drill of an imported set is called.
  const drill = record.drill.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 60);
  const stem = `truehip-${whenOf(record)}-${drill}-${record.side}`;
  return [
    { name: `${stem}-frames.csv`, text: csvText(FRAME_COLUMNS, record.frames) },
    { name: `${stem}-parts.csv`, text: csvText(PART_COLUMNS, partsOf(record)) },
  ];
}
