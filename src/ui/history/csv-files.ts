import { type CsvForm, csvText, frameColumns, PART_COLUMNS, partsOf } from '../../coach/record/csv.ts';
import { fileMoment } from '../../app/local-time.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { dateLocale, spokenLanguage } from '../../i18n/speaking.ts';
import type { ExportFile } from '../../storage/storage-contract.ts';

/**
 * As the spreadsheets of the person's language read it after a double click. Where they have decimal commas, cells are parted
 * by semicolons; in German-speaking Switzerland too, although it has decimal points.
 */
function csvForm(): CsvForm {
  const decimal = new Intl.NumberFormat(dateLocale()).format(0.5).includes(',') ? ',' : '.';
  return { separator: decimal === ',' || spokenLanguage() === 'de' ? ';' : ',', decimal };
}

/** The two CSV files of a set. `docs/csv.md` explains columns and units. */
export function csvFiles(record: SetRecord): readonly ExportFile[] {
  // The drill id of an imported set may hold characters that a file system refuses.
  const drill = record.drill.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 60);
  const form = csvForm();
  const stem = `truehip-${fileMoment(record.startedAt)}-${drill}-${record.side}`;
  return [
    { name: `${stem}-frames.csv`, content: csvText(frameColumns(record), record.frames, form) },
    { name: `${stem}-parts.csv`, content: csvText(PART_COLUMNS, partsOf(record), form) },
  ];
}
