import fc from 'fast-check';
import { csvText, FRAME_COLUMNS, PART_COLUMNS, partsOf } from '../../src/coach/record/csv.ts';
import { doubtsOf } from '../../src/coach/record/watched.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { band90 } from '../../src/instrument/geometry/units.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { MemorySets } from '../../src/storage/memory-sets.ts';
import { headerOf, overviewOf } from '../../src/storage/set-header.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { plotModel } from '../../src/ui/charts/plot-geometry.ts';
import { summarySentence } from '../../src/ui/summary/summary-text.ts';
import { makeRecord } from '../storage/make-record.ts';
import { recordArbitrary } from '../storage/record-arbitrary.ts';
import { importText } from '../storage/transfer.ts';
import { fault, type Fault, type FuzzKind, kindOf } from './fuzz-run.ts';
import { hostileValue, spoilt } from './spoil.ts';

/** Paths of numbers that are not finite. */
export function* notFinite(value: unknown, path = ''): Generator<string> {
  if (typeof value === 'number' && !Number.isFinite(value)) yield path;
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) yield* notFinite(part, `${path}.${key}`);
}

const YEAR_1970 = 0;
const YEAR_2100 = Date.UTC(2100, 0, 2);

/** What is wrong with an accepted record, in its own words, not in those of the validation. */
export const senseless = (record: SetRecord): string | null => {
  for (const path of notFinite(record)) return `${path} is not finite`;
  if (record.startedAt !== null) {
    const at = Date.parse(record.startedAt);
    if (!(at >= YEAR_1970 - 86_400_000 && at <= YEAR_2100)) return `it began ${record.startedAt}`;
  }
  for (const { start, end } of [...record.phases, ...record.flags, ...record.reps])
    if (end < start) return 'it ends before it starts';
  if (record.summary.repsGood > record.summary.repsAll) return 'more good repetitions than repetitions';
  const marked = doubtsOf(record).length > 0;
  for (const { clean, gross, sd, of } of record.summary.sets) {
    const beyond = Math.max(Math.abs(clean ?? 0), Math.abs(gross ?? 0)) > 180;
    if (beyond && !marked) return `${clean}° of ${gross}° of ${of ?? 'rotation'} is not marked`;
    if (clean !== null && gross !== null && clean - gross > 2 + band90(sd ?? 0) && !marked)
      return `${clean}° alone, ${gross}° in total`;
    if ((clean !== null || gross !== null) && record.neutral === null && record.neutrals.length === 0 && !marked)
      return 'a range without a reference pose';
  }
  return null;
};

const few = makeRecord({ frames: makeRecord().frames.slice(0, 3) });
const anyRecord = fc.oneof(
  { weight: 3, arbitrary: fc.constant<unknown>(few) },
  { weight: 1, arbitrary: recordArbitrary },
);

/** What the screens make of an accepted record; throws where they would. */
const show = (record: SetRecord): void => {
  overviewOf(headerOf(record), record.frames.length, true);
  plotModel(record, supineSleeper);
  summarySentence(record);
};

/** A record of which a few parts are wrong. */
export const spoiltRecord = spoilt(anyRecord);

const records = kindOf('records', 30, spoiltRecord, (value) => {
  const result = validateRecord(value);
  if (!result.ok) return result.faults.length > 0 ? null : fault('crash', 'refused without a word');
  const problem = senseless(result.value);
  if (problem !== null) return fault('senseless', problem);
  if (!validateRecord(result.value).ok) return fault('senseless', 'an accepted record is refused the second time');
  show(result.value);
  return null;
});

const seldom = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: of });

/** A file, whole or spoilt as a value or as a text. */
export const spoiltFile: fc.Arbitrary<string> = fc
  .record({
    sets: fc.oneof(fc.array(anyRecord, { maxLength: 3 }), fc.array(spoiltRecord, { maxLength: 3 })),
    shape: fc.constantFrom('several', 'several', 'several', 'bare', 'value'),
    odd: hostileValue,
    cut: seldom(fc.double({ min: 0, max: 1, noNaN: true })),
    wild: seldom(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', ' ', '0', 'e', '\u0000'),
      ),
    ),
  })
  .map(({ sets, shape, odd, cut, wild }) => {
    const value =
      shape === 'several'
        ? { format: 'truehip-sets', version: 1, sets }
        : shape === 'bare'
          ? sets[0]
          : { format: odd, sets };
    const text = JSON.stringify(value) ?? '';
    const at = Math.floor((wild?.[0] ?? 0) * text.length);
    const spoiltText = wild ? text.slice(0, at) + wild[1] + text.slice(at + 1) : text;
    return cut === null ? spoiltText : spoiltText.slice(0, Math.floor(cut * spoiltText.length));
  });

const MINE = makeRecord({ id: 'mine', frames: [] });

export const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const imports = kindOf('imports', 15, spoiltFile, async (text): Promise<Fault | null> => {
  const store = new MemorySets();
  await store.finishSet(MINE);
  try {
    const { added } = await importText(store, text);
    if (!isJson(text)) return fault('senseless', `taken, but not JSON: ${text.slice(0, 200)}`);
    const list = await store.list();
    if (list.length !== added + 1) return fault('partial', `${added} added, ${list.length - 1} there`);
    for (const { id } of list) {
      const problem = senseless((await store.load(id)) ?? MINE);
      if (problem !== null) return fault('senseless', problem);
    }
    return null;
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'import-invalid') return fault('crash', `${name}: ${message}`);
    return (await store.list()).length === 1 ? null : fault('partial', message);
  }
});

/** The cells of a CSV text, by RFC 4180. */
const cellsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  for (const { 1: body = '', 2: mark = '' } of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    rows.at(-1)?.push(body.startsWith('"') ? body.slice(1, -1).replaceAll('""', '"') : body);
    if (mark === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

const evil = fc.oneof(
  fc.constantFrom(
    '=cmd()',
    ' +1',
    '\t=1',
    '@x',
    '＝1+1',
    'a;=1',
    'a;\u200b=1',
    '"',
    ',',
    '\r\n=1',
    '\ud800',
    'a"b,c\nd',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

const csv = kindOf('csv', 10, fc.tuple(recordArbitrary, evil, evil, evil), ([record, note, cue, why]) => {
  const flags = record.flags.map((flag) => ({ ...flag, cue }));
  const reps = record.reps.map((rep) => ({ ...rep, why }));
  const parts = partsOf({ ...record, flags, reps, note: { text: note, at: '2026-11-20T10:00:00Z' } });
  for (const [text, columns, rows] of [
    [csvText(PART_COLUMNS, parts), PART_COLUMNS.length, parts.length],
    [csvText(FRAME_COLUMNS, record.frames), FRAME_COLUMNS.length, record.frames.length],
  ] as const) {
    const cells = cellsOf(text);
    if (cells.length !== rows + 1)
      return fault('senseless', `${rows} rows became ${cells.length - 1}: ${JSON.stringify([note, cue, why])}`);
    for (const row of cells) {
      if (row.length !== columns)
        return fault('senseless', `${columns} columns became ${row.length}: ${JSON.stringify(row)}`);
      for (const cell of row)
        if (!Number.isFinite(Number(cell)) && /(^|[;\t\r\n])[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell))
          return fault('senseless', `a formula: ${JSON.stringify(cell)}`);
    }
  }
  return null;
});

export const STORED_INPUT: readonly FuzzKind[] = [records, imports, csv];
