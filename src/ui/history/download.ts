import type { TextFile } from '../shell/services.ts';

/** Long enough for the browser to have read the file from memory. */
const KEEP_MS = 30_000;

const TYPES: Readonly<Record<string, string>> = { ics: 'text/calendar', csv: 'text/csv' };

const typeOf = (name: string): string => TYPES[name.replace(/^.*\./, '')] ?? 'application/json';

/** Hands the person a file that was made on this machine. */
export function download({ name, text }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: typeOf(name) }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
