import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, keyOf } from './cell.ts';
import { STUDY_FILE, type StudyFile } from '../report/study-outputs.ts';

/** Cells of a log, one a line; a line that was cut off in the middle does not count. */
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
  /** By `keyOf`; of two for one place the later one. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly add: (cell: Cell) => void;
  /** The study's file holds all cells now. */
  readonly clear: () => void;
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * Cells of a study in a folder and of a run that was interrupted; each new one is written as soon as it is there.
 * @throws {SyntaxError} when the study's file is damaged
 */
export function openCellLog(folder: string): CellLog {
  const file = join(folder, 'cells.jsonl');
  const before = textOf(file);
  const study = textOf(join(folder, STUDY_FILE));
  const finished = study === '' ? [] : (JSON.parse(study) as StudyFile).cells;
  const known = [...finished, ...readCells(before)];
  const cells = new Map(known.map((cell) => [keyOf(cell, cell.seed), cell]));
  // A cut line must not run into the next one.
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
