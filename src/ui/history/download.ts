import type { ExportFile } from '../../storage/storage-contract.ts';

/** Time until the object URL is revoked; by then the browser has read the file. */
const REVOKE_AFTER_MS = 30_000;

const TYPES: Readonly<Record<string, string>> = { ics: 'text/calendar', csv: 'text/csv', png: 'image/png' };

const typeOf = (name: string): string => TYPES[name.replace(/^.*\./, '')] ?? 'application/json';

export function download({ name, content }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([content], { type: typeOf(name) }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
