import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, ExitError } from './exit-error.ts';
import { root } from './paths.mjs';

export interface Marks {
  readonly begin: string;
  readonly end: string;
}

/**
 * Replaces the part of a page that a command writes: the text between two marks.
 * @returns the page with the text between its marks; null: the page has no marks
 */
export function withMarkedText(page: string, { begin, end }: Marks, text: string): string | null {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) return null;
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

/**
 * Writes parts of a page, each between its marks.
 * @param name of the page, from the top
 * @throws {ExitError} when the page has lost marks
 */
export async function writeMarked(name: string, ...parts: readonly (readonly [Marks, string])[]): Promise<void> {
  const file = join(root, name);
  let page = await readFile(file, 'utf8');
  for (const [marks, text] of parts) {
    const changed = withMarkedText(page, marks, text);
    if (changed === null)
      throw new ExitError(EXIT.usage, `${name} has lost its marks "${marks.begin}" and "${marks.end}"; put them back.`);
    page = changed;
  }
  await writeFile(file, page);
}

/** Figures as JSON, in lines that can be compared. */
export const writeFigures = (file: string, figures: unknown): Promise<void> =>
  writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);

/** Gives a folder that is there as long as it is used. */
export async function withScratch<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'truehip-'));
  try {
    return await use(folder);
  } finally {
    // A browser that was killed may still write into its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
