import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CsvColumn, csvText, FRAME_COLUMNS, PART_COLUMNS, partsOf } from '../../../src/coach/record/csv.ts';
import { bandRecord, sleeperRecord } from '../../browser/lib/fake-record.ts';

const docs = readFileSync(new URL('../../../docs/csv.md', import.meta.url), 'utf8');

const MARK = '\ufeff';

/** Reads the text strictly by RFC 4180, after the mark that says UTF-8. */
function readCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [[]];
  expect(text.startsWith(MARK)).toBe(true);
  let rest = text.slice(MARK.length);
  const cell = new RegExp(`^(?:"((?:[^"]|"")*)"|([^"${separator}\r\n]*))(${separator}|\r\n)`);
  while (rest !== '') {
    const match = cell.exec(rest);
    if (!match) throw new Error(`not CSV: ${rest.slice(0, 40)}`);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
    rest = rest.slice(match[0].length);
  }
  return rows.slice(0, -1);
}

const rowsOf = (text: string): Record<string, string>[] => {
  const [head = [], ...lines] = readCsv(text);
  return lines.map((cells) => {
    expect(cells).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, i) => [name, cells[i] ?? '']));
  });
};

describe('a table as CSV', () => {
  const columns: readonly CsvColumn<{ readonly what: string | number | boolean | null }>[] = [
    { name: 'a', meaning: '', cell: ({ what }) => what },
    { name: 'b', meaning: '', cell: () => 1 },
  ];
  it.each([
    ['a comma, "quotes"\nand a line', 'a comma, "quotes"\nand a line'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\u00a0\u200b\ufeff=1+1', "'\u00a0\u200b\ufeff=1+1"],
    ['＝1+1', "'＝1+1"],
    [' ＠x', "' ＠x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\t=1', "'\t'=1"],
    ['a;=1+1', "a;'=1+1"],
    ['a; ＋1;-2', "a;' ＋1;'-2"],
    ['a\n=1+1', "a\n'=1+1"],
    ['a\t@x', "a\t'@x"],
    ['a = 1, b - 2; c', 'a = 1, b - 2; c'],
    [-1.5, '-1.5'],
    [1 / 3, '0.3333'],
    [null, ''],
    [true, '1'],
    [-0.000001, '0'],
  ])('%j is read back as %j', (what, expected) => {
    expect(readCsv(csvText(columns, [{ what }]))).toEqual([
      ['a', 'b'],
      [expected, '1'],
    ]);
  });
});

describe('a table for the spreadsheet of a language', () => {
  const columns: readonly CsvColumn<{ readonly what: string | number | null }>[] = [
    { name: 'a', meaning: '', cell: ({ what }) => what },
    { name: 'b', meaning: '', cell: () => -0.25 },
  ];
  const rows = [{ what: 'Hüfte, links; 1,5' }, { what: 1234.5 }, { what: '=1+1' }, { what: null }];

  it('has semicolons and decimal commas where the language has them', () => {
    expect(csvText(columns, rows, { separator: ';', decimal: ',' })).toBe(
      `${MARK}a;b\r\n"Hüfte, links; 1,5";-0,25\r\n1234,5;-0,25\r\n'=1+1;-0,25\r\n;-0,25\r\n`,
    );
  });

  it('gives the same cells of a whole set in both forms', () => {
    const plain = readCsv(csvText(FRAME_COLUMNS, sleeperRecord.frames));
    const german = readCsv(csvText(FRAME_COLUMNS, sleeperRecord.frames, { separator: ';', decimal: ',' }), ';');
    const point = (cell: string) => (/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell);
    expect(german.map((row) => row.map(point))).toEqual(plain);
    // Nothing is left that a spreadsheet with decimal commas reads as a date or as thousands.
    expect(
      german
        .slice(1)
        .flat()
        .filter((cell) => /^-?\d+\.\d+$/.test(cell)),
    ).toEqual([]);
  });
});

describe.each([sleeperRecord, bandRecord])('a set of $drill as CSV', (record) => {
  it('has a row for each frame, with empty cells for hidden values', () => {
    const rows = rowsOf(csvText(FRAME_COLUMNS, record.frames));
    expect(rows).toHaveLength(record.frames.length);
    record.frames.forEach((frame, i) => {
      const row = rows[i] ?? {};
      const hip = frame.hipInternalRotation.left;
      expect(Number(row['t_s'])).toBeCloseTo(frame.t, 3);
      expect(row['valid']).toBe(frame.valid ? '1' : '0');
      if (hip === null) expect(row['hip_internal_rotation_left_deg']).toBe('');
      else expect(Number(row['hip_internal_rotation_left_deg'])).toBeCloseTo(hip.value, 3);
      const { lift } = frame.pelvis;
      expect(row['pelvis_lift_sd_m'] === '').toBe(lift === null);
    });
  });
  it('has no angle of the drill from a place that gives no number, and the reason', () => {
    const frames = sleeperRecord.frames.map((frame) => ({ ...frame, unseen: { range: 'bad-view' } }));
    for (const row of rowsOf(csvText(FRAME_COLUMNS, frames))) {
      expect([row['hip_internal_rotation_left_deg'], row['hip_internal_rotation_left_sd_deg']]).toEqual(['', '']);
      expect(row['reasons']).toContain('range: bad-view');
    }
  });

  it('has a row for every round, phase, flag and repetition', () => {
    const rows = rowsOf(csvText(PART_COLUMNS, partsOf(record)));
    const count = (part: string) => rows.filter((row) => row['part'] === part).length;
    expect(count('round')).toBe(record.summary.sets.length);
    expect(count('phase')).toBe(record.phases.length);
    expect(count('flag')).toBe(record.flags.length);
    expect(count('repetition')).toBe(record.reps.length);
    const flag = rows.find((row) => row['part'] === 'flag');
    expect([flag?.['name'], flag?.['cue']]).toEqual([record.flags[0]?.rule, record.flags[0]?.cue]);
  });
  it('has a row for each hip of a phase of both hips', () => {
    const [phase] = record.summary.phases;
    if (!phase) throw new Error('the record has no measured phase');
    const both = { ...record.summary, phases: [phase, { ...phase, side: 'right' as const }] };
    const rows = partsOf({ ...record, summary: both }).filter(({ range, part }) => part === 'phase' && range);
    expect(rows.map(({ side }) => side)).toEqual([phase.side, 'right']);
  });
  it.each([
    ['frames', FRAME_COLUMNS as readonly { name: string; meaning: string }[]],
    ['parts', PART_COLUMNS as readonly { name: string; meaning: string }[]],
  ])('has every column of its %s described', (_what, columns) => {
    const undescribed = columns.filter(({ name, meaning }) => !docs.includes(`| \`${name}\` | ${meaning} |`));
    // The page describes the left leg, and says once what `right` and `_sd_` mean.
    const first = ({ name }: { name: string }) => name.replace('_right_', '_left_').replace('_sd_', '_');
    expect(undescribed.filter((one) => !docs.includes(`| \`${first(one)}\` |`) || first(one) === one.name)).toEqual([]);
    expect(docs).toContain('has its twin for the `right` leg');
    const left = (text: string) => text.replaceAll('right', 'left');
    const twins = columns.filter(({ name }) => name.includes('_right_'));
    const meant = (name: string) => columns.find((one) => one.name === name)?.meaning;
    expect(twins.map(({ meaning }) => left(meaning))).toEqual(twins.map(({ name }) => meant(left(name))));
    const sds = columns.filter(({ name }) => name.includes('_sd_') && undescribed.some((one) => one.name === name));
    expect(new Set(sds.map(({ meaning }) => meaning)).size).toBeLessThanOrEqual(1);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });
});

it('writes an angle whose band is wider than ± 8° without decimals', () => {
  const of = (name: string) => PART_COLUMNS.find((column) => column.name === name);
  const told = (sd: number) => {
    const sets = sleeperRecord.summary.sets.map((range) => ({ ...range, clean: 21.37, gross: 25.61, sd }));
    const [first] = partsOf({ ...sleeperRecord, summary: { ...sleeperRecord.summary, sets } });
    if (!first) throw new Error('the set has a round');
    return [of('clean_deg')?.cell(first), of('gross_deg')?.cell(first), of('clean_sd_deg')?.cell(first)];
  };
  expect(told(6)).toEqual([21, 26, 6]);
  expect(told(2)).toEqual([21.37, 25.61, 2]);
});
