import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from './cell.ts';
import { openCellLog, readCells } from './cell-log.ts';
import { cellOf } from './made-cells.ts';
import { studyJson } from '../report/study-outputs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truehip-placement-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const near = cellOf({ distance: 1.7 });
const far = cellOf({ distance: 2.8 });
const log = () => join(folder, 'cells.jsonl');

describe('the log of measured places', () => {
  it('keeps the measurements of an interrupted run', () => {
    openCellLog(folder).add(near);
    expect([...openCellLog(folder).cells.values()]).toEqual([near]);
  });

  it('skips a truncated line and continues on a new line', () => {
    openCellLog(folder).add(near);
    appendFileSync(log(), JSON.stringify(far).slice(0, 40));
    openCellLog(folder).add(far);
    expect(readCells(readFileSync(log(), 'utf8'))).toEqual([near, far]);
  });

  it('contains the cells of a finished study, each replaced by a newer one for the same place', () => {
    writeFileSync(join(folder, 'placement.json'), studyJson({ version: 1, proposals: [], cells: [near, far] }));
    const anew = cellOf({ distance: 1.7, grade: 'poor' });
    openCellLog(folder).add(anew);
    const { cells } = openCellLog(folder);
    expect(cells.size).toBe(2);
    expect(cells.get(keyOf(near, 1))).toEqual(anew);
  });

  it('is deleted when the study is written', () => {
    const first = openCellLog(folder);
    first.add(near);
    first.clear();
    expect(openCellLog(folder).cells.size).toBe(0);
  });

  it('distinguishes places by drill, body, azimuth, height, distance and seed', () => {
    const others = [
      cellOf({ drill: 'other' }),
      cellOf({ body: 'other' }),
      cellOf({ azimuth: 1 }),
      cellOf({ height: 1 }),
      near,
      cellOf({ seed: 2 }),
    ];
    const keys = [cellOf({}), ...others].map((cell) => keyOf(cell, cell.seed));
    expect(new Set(keys).size).toBe(7);
  });
});
