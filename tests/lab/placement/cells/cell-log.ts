import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, keyOf } from './cell.ts';
import { STUDY_FILE, type StudyFile } from '../report/study-outputs.ts';

/** Cells of a log, one per line. A truncated line is skipped. */
export function readCells(text: string): Cell[] {
  return text.split('\n').flatMap((line) => {
    try {
      const value = JSON.parse(line) as Partial<Cell> | null;
      return typeof value?.drill === 'string' && Array.isArray(value.poses) ? [value as Cell] : [];
    } catch {
      return [];
    }
  });
}

export interface CellLog {
  /** Cells by `keyOf`; a later cell replaces an earlier one with the same key. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly add: (cell: Cell) => void;
  /** Deletes the log, once the study's file contains all cells. */
  readonly clear: () => void;
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * Opens the cells of a finished study and of an interrupted run. Each new cell is written at once.
 * @throws {SyntaxError} when the study's file is damaged
 */
export function openCellLog(folder: string): CellLog {
  const file = join(folder, 'cells.jsonl');
  const before = textOf(file);
  const study = textOf(join(folder, STUDY_FILE));
  const finished = study === '' ? [] : (JSON.parse(study) as StudyFile).cells;
  const known = [...finished, ...readCells(before)];
  const cells = new Map(known.map((cell) => [keyOf(cell, cell.seed), cell]));
  // Ends a truncated line, so that the next one starts on its own line.
  if (before !== '' && !before.endsWith('\n')) appendFileSync(file, '\n');
  return {
    cells,
    add(cell) {
      cells.set(keyOf(cell, cell.seed), cell);
      appendFileSync(file, `${JSON.stringify(cell)}\n`);
    },
    clear: () => rmSync(file, { force: true }),
  };
}
