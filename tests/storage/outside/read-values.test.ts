import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText, FRAME_COLUMNS, PART_COLUMNS, partsOf } from '../../../src/coach/record/csv.ts';
import { parseIsoDay } from '../../../src/training/planning/civil-day.ts';
import { readValues, readValuesFile } from '../../../src/storage/outside/read-values.ts';
import { makeRecord } from '../make-record.ts';
import { anyWritten, DATES, TODAY, writeValues } from './write-values.ts';

const on = (day: string, side: 'left' | 'right', degrees: number) => ({ day: parseIsoDay(day), side, degrees });

const read = (...lines: readonly string[]) => readValues(lines.join('\n'), TODAY);

/** The reading as a short text, for tables. */
const told = (text: string): string => {
  const found = readValues(text, TODAY);
  return found.kind === 'values'
    ? `${found.values.length} values`
    : `${found.why} ${found.row ?? '-'} ${found.cell}`.trim();
};

describe('a file of values is understood', () => {
  test('in German: semicolons, decimal commas, days with dots', () => {
    expect(read('Datum;IR links;IR rechts', '03.03.2026;32,5;30', '09.11.2026;35;')).toEqual({
      kind: 'values',
      values: [on('2026-03-03', 'left', 32.5), on('2026-03-03', 'right', 30), on('2026-11-09', 'left', 35)],
      monthFirst: null,
      columns: ['Datum', 'IR links', 'IR rechts'],
    });
  });

  test('with a column for the side, below a title, with units and empty rows', () => {
    expect(
      read('My hips', '', 'date,side,angle,pain', '2026-03-03,L,32°,2', ',,,', '2026-03-04,Right,30 deg,'),
    ).toMatchObject({
      values: [on('2026-03-03', 'left', 32), on('2026-03-04', 'right', 30)],
      columns: ['date', 'side', 'angle'],
    });
  });

  test('where several angles stand beside each other, by the internal rotation alone', () => {
    expect(
      read('Messdatum;IR links;ARO links;Flexion links;IR rechts;AR rechts (SD)', '3.4.26;31;50;110;29;2'),
    ).toMatchObject({ values: [on('2026-04-03', 'left', 31), on('2026-04-03', 'right', 29)] });
  });

  test('whatever separator, decimal sign, date, header, quotes and line ends it has', () => {
    fc.assert(
      fc.property(anyWritten, (written) => {
        const mark = written.mark.startsWith('sep=') ? `sep=${written.separator}\r\n` : written.mark;
        const found = readValues(writeValues({ ...written, mark }), TODAY);
        if (found.kind === 'refused') throw new Error(`${found.why} in row ${found.row}: ${found.cell}`);
        const readings = [found.values, ...(found.monthFirst ? [found.monthFirst.values] : [])];
        expect(readings).toContainEqual(written.values);
        // Only a day between strokes can mean two.
        if (!['british', 'american'].includes(written.date)) expect(readings).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });

  test('the same twice is one value', () => {
    expect(read('date,left', '2026-03-03,32', '2026-03-03,32', '2026-03-03,33')).toMatchObject({
      values: [on('2026-03-03', 'left', 32), on('2026-03-03', 'left', 33)],
    });
  });

  test('in UTF-8, UTF-16 and the coding of old spreadsheets', async () => {
    const text = 'Datum;Hüfte;Winkel\r\n03.03.2026;rechte Hüfte;32,5\r\n';
    const utf16 = new Uint8Array(new Uint16Array(Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0))).buffer);
    const old = Uint8Array.from(Array.from(text, (sign) => sign.charCodeAt(0)));
    for (const content of [text, `\ufeff${text}`, utf16, old])
      expect(await readValuesFile(new Blob([content]), TODAY)).toMatchObject({
        values: [on('2026-03-03', 'right', 32.5)],
      });
  });
});

describe('the order of day and month', () => {
  const values = (...dates: readonly string[]) => read('date,left', ...dates.map((date) => `${date},30`));

  test('is found from any row that leaves no choice', () => {
    expect(values('3/4/2026', '13/4/2026')).toMatchObject({
      values: [{ day: parseIsoDay('2026-04-03') }, {}],
      monthFirst: null,
    });
    expect(values('3/4/2026', '4/13/2026')).toMatchObject({
      values: [{ day: parseIsoDay('2026-03-04') }, {}],
      monthFirst: null,
    });
  });

  test('is found where one reading would be in the future', () => {
    expect(values('12/12/2026')).toMatchObject({ kind: 'refused', why: 'date', row: 2 });
    expect(values('10/12/2026')).toMatchObject({ values: [{ day: parseIsoDay('2026-10-12') }], monthFirst: null });
  });

  test('is asked where both are possible', () => {
    expect(values('5/5/2026', '3/4/2026')).toMatchObject({
      values: [{ day: parseIsoDay('2026-04-03') }, { day: parseIsoDay('2026-05-05') }],
      monthFirst: { cell: '3/4/2026', values: [{ day: parseIsoDay('2026-03-04') }, {}] },
    });
  });

  test('makes no difference where day and month are the same, and with dots the day is first', () => {
    expect(values('5/5/2026')).toMatchObject({ monthFirst: null });
    expect(values('3.4.2026')).toMatchObject({ values: [{ day: parseIsoDay('2026-04-03') }], monthFirst: null });
  });

  test('that rows contradict is refused', () => {
    expect(values('13/4/2026', '4/13/2026')).toMatchObject({ kind: 'refused', why: 'date', row: 3, cell: '4/13/2026' });
  });
});

describe('a file that cannot be read for certain is refused, with its row', () => {
  test.each([
    ['', 'columns -'],
    ['hello', 'columns -'],
    ['{"format":"truehip-sets"}', 'columns -'],
    ['left,right\n30,31', 'columns -'],
    ['date,pain\n2026-03-03,3', 'columns -'],
    ['date,angle\n2026-03-03,30', 'no-side 1 angle'],
    ['date,left active,left passive\n2026-03-03,30,32', 'two 1 left active, left passive'],
    ['date,external rotation left\n2026-03-03,30', 'columns -'],
    ['date,left', 'empty -'],
    ['date,left\n2026-03-03,n/a', 'empty -'],
    ['date,left\n2026-03-03,32,5', 'cells 2 2026-03-03 32 5'],
    ['date,left,right\n2026-03-03,32,5,', 'cells 2 2026-03-03 32 5'],
    ['date,left\n\n2026-03-03,32\nmean,31', 'date 4 mean'],
    ['date,left\n2026-02-30,32', 'date 2 2026-02-30'],
    ['date,left\n1969-12-31,32', 'date 2 1969-12-31'],
    ['date,left\n46000,32', 'date 2 46000'],
    ['date,left\n2026-12-24,32', 'date 2 2026-12-24'],
    ['date,left\n2026-03-03,abc', 'angle 2 abc'],
    ['date,left\n2026-03-03,NaN', 'angle 2 NaN'],
    ['date,left\n2026-03-03,1e3', 'angle 2 1e3'],
    ['date,left\n2026-03-03,181', 'angle 2 181'],
    ['date,left\n2026-03-03,-90.5', 'angle 2 -90.5'],
    ['date,side,angle\n2026-03-03,both,30', 'side 2'],
    ['date,left\n2026-03-03,"32\n', 'quote 2'],
    ['date,left\n2026-03-03,\u0000', 'text -'],
  ])('%j: %s', (text, answer) => {
    expect(told(text)).toBe(answer);
  });

  test('and one of our own sets is known as such, in every form in which we write it', () => {
    const record = makeRecord();
    for (const form of [{ separator: ',', decimal: '.' } as const, { separator: ';', decimal: ',' } as const]) {
      expect(told(csvText(FRAME_COLUMNS, record.frames, form))).toBe('ours -');
      expect(told(csvText(PART_COLUMNS, partsOf(record), form))).toBe('ours -');
    }
  });

  test('and so are a spreadsheet, a large file and more values than are kept', async () => {
    const why = async (content: BlobPart) =>
      ((await readValuesFile(new Blob([content]), TODAY)) as { why: string }).why;
    expect(await why(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0xff]))).toBe('text');
    expect(await why('x'.repeat(500_001))).toBe('size');
    const many = Array.from({ length: 2001 }, (_, at) => `${DATES['iso']?.(at)},30`);
    expect(await why(['date,left', ...many].join('\n'))).toBe('size');
  });

  test('and no text of that size holds up the page', () => {
    const long = 100_000;
    for (const text of [
      ';'.repeat(long),
      '\n'.repeat(long),
      '"'.repeat(long),
      `date,left\n"2026-03-03${', '.repeat(long / 2)}x",30`,
      `date;left;${'datum'.repeat(long / 5)}\n`,
      `date;left\n${'2026-03-03;30\n'.repeat(long / 14)}`,
    ])
      expect(readValues(text, TODAY).kind).toMatch(/values|refused/);
  });

  test('and whatever text it is, it is answered with sound values or a reason', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'date',
        'left',
        'right',
        'side',
        'angle',
        ';',
        ',',
        '\t',
        '\n',
        '"',
        '2026-03-03',
        '3/4/26',
        '30',
        '-1,5',
        '__proto__',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const found = readValues(pieces.join(''), TODAY);
        if (found.kind === 'refused') return;
        for (const { day, degrees } of found.values) {
          expect(day).toBeGreaterThanOrEqual(0);
          expect(day).toBeLessThanOrEqual(TODAY + 1);
          expect(Math.abs(degrees)).toBeLessThanOrEqual(180);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
