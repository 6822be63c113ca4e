import { afterAll, describe, expect, test } from 'vitest';
import { BROUGHT_INPUT } from './brought-input.ts';
import { CHOSEN_INPUT } from './chosen-input.ts';
import { CORE_INPUT } from './core-input.ts';
import { type FuzzRow, fuzzKind, fault, kindOf, sharesOf, tableOf } from './fuzz-run.ts';
import { PEOPLE_INPUT } from './people-input.ts';
import { spoiltFile, spoiltRecord, STORED_INPUT } from './stored-input.ts';
import { MemorySets } from '../../src/storage/memory-sets.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { importText } from '../storage/transfer.ts';
import fc from 'fast-check';

const KINDS = [...STORED_INPUT, ...BROUGHT_INPUT, ...CHOSEN_INPUT, ...CORE_INPUT, ...PEOPLE_INPUT];

// `npm run fuzz` sets these; without them this is the short form.
const COUNT = Number(process.env['TRUEHIP_FUZZ_COUNT'] ?? 2000);
const SEED = Number(process.env['TRUEHIP_FUZZ_SEED'] ?? 41);
const ONLY = process.env['TRUEHIP_FUZZ_KIND'] ?? '';

const shares = sharesOf(KINDS, COUNT);
const chosen = KINDS.map((kind, at) => ({ kind, count: shares[at] ?? 1 })).filter(
  ({ kind }) => ONLY === '' || kind.name === ONLY,
);

describe('hostile input', () => {
  const rows: FuzzRow[] = [];

  test.each(chosen.map(({ kind, count }) => [kind.name, kind, count] as const))(
    'of the kind "%s" crashes nothing, leaves no half import and is not accepted where it is senseless',
    { timeout: 3_600_000 },
    async (_, kind, count) => {
      const row = await fuzzKind(kind, SEED, count);
      rows.push(row);
      expect(row.cases).toBe(count);
      expect(row.details).toEqual([]);
    },
  );

  afterAll(() => {
    if (process.env['TRUEHIP_FUZZ_COUNT']) console.info(`seed ${SEED}\n${tableOf(rows)}`);
  });
});

describe('the fuzz itself', () => {
  const numbers = fc.integer({ min: 0, max: 99 });

  test('counts what throws, what is left and what is accepted', async () => {
    const kind = kindOf('numbers', 1, numbers, (value) => {
      if (value < 30) throw new Error('small');
      return value < 60 ? fault('partial', 'middling') : value < 90 ? fault('senseless', 'large') : null;
    });
    const row = await fuzzKind(kind, 7, 500);
    expect(row.cases).toBe(500);
    expect(Math.min(row.crash, row.partial, row.senseless)).toBeGreaterThan(50);
    expect(row.crash + row.partial + row.senseless).toBeLessThan(500);
    expect(row.details).toHaveLength(3);
    expect(tableOf([row])).toContain(`numbers                  500`);
  });

  test('reaches what is accepted and what is refused', async () => {
    const records = fc.sample(spoiltRecord, { seed: 5, numRuns: 400 }).map((value) => validateRecord(value).ok);
    const files = await Promise.all(
      fc.sample(spoiltFile, { seed: 5, numRuns: 400 }).map((text) =>
        importText(new MemorySets(), text).then(
          () => true,
          () => false,
        ),
      ),
    );
    for (const answers of [records, files]) {
      expect(answers.filter(Boolean).length).toBeGreaterThan(20);
      expect(answers.filter((taken) => !taken).length).toBeGreaterThan(100);
    }
  });
});
