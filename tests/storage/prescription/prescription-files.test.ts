import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Prescription } from '../../../src/training/prescription/prescription.ts';
import { codeText, MOST_CODE, valueOfCode } from '../../../src/storage/prescription/code-text.ts';
import {
  prescriptionCode,
  prescriptionFile,
  readBroughtFile,
  readCode,
  readFileText,
  reportCode,
  reportFile,
} from '../../../src/storage/prescription/prescription-files.ts';
import {
  anyPrescription,
  anyReport,
  makeItem,
  makePrescription,
} from '../../training/prescription/make-prescription.ts';

describe('a prescription', () => {
  test('comes back from a file and from a code as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyPrescription, async (value) => {
        expect(readFileText(prescriptionFile(value).content)).toEqual({
          kind: 'prescription',
          prescription: value,
        });
        const code = await prescriptionCode(value);
        if (code !== null) expect(await readCode(code)).toEqual({ kind: 'prescription', prescription: value });
      }),
      { numRuns: 100 },
    );
  });

  test('of an older app, which has no word about Strength, is read from a file and from a code', async () => {
    const { version, id, from, for: name, at, weeks, cautions } = makePrescription();
    const { words: said, ...item } = makeItem();
    const listed = [[item.drill, item.side, item.sets, item.days, item.limit, 1, said]];
    const code = await codeText('TRUEHIP-RX1:', [version, id, from, name, at, weeks, listed, cautions]);
    const { prescription } = (await readCode(code)) as { readonly prescription: Prescription };
    expect(prescription).toEqual(makePrescription({ items: [makeItem()] }));
    const text = JSON.stringify({ format: 'truehip-prescription', prescription: makePrescription() });
    expect(readFileText(text)).toEqual({ kind: 'prescription', prescription: makePrescription() });
  });

  test('that lifts Strength has it last in the code of a drill, so that an older app reads all else', async () => {
    const items = [makeItem({ strength: true }), makeItem()];
    const code = await prescriptionCode(makePrescription({ items }));
    const list = (await valueOfCode('TRUEHIP-RX1:', code ?? '')) as unknown[][][];
    expect(list[6]?.map(({ length }) => length)).toEqual([8, 7]);
    expect(await readCode(code ?? '')).toMatchObject({ prescription: { items } });
  });

  test('of a few drills fits into one code, and a very long one does not', async () => {
    const usual = await prescriptionCode(makePrescription());
    expect(usual?.startsWith('TRUEHIP-RX1:')).toBe(true);
    expect(usual?.length).toBeLessThan(600);
    const [random] = fc.sample(
      fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 200, maxLength: 200 }), { minLength: 12, maxLength: 12 }),
      1,
    );
    const items = (random ?? []).map((words) => makeItem({ words }));
    expect(await prescriptionCode(makePrescription({ items }))).toBeNull();
  });

  test.each([
    ['of another version', { version: 2 }],
    ['without a drill', { items: [] }],
    ['with a name that hides its direction', { from: 'Anna\u202e' }],
    ['from nobody', { from: ' ' }],
    ['with a limit beyond a hip', { items: [{ ...makeItem(), limit: 400 }] }],
    ['with a Strength that is neither yes nor absent', { items: [{ ...makeItem(), strength: 'soon' }] }],
    ['with words that are too long', { cautions: 'x'.repeat(401) }],
    ['for a hundred weeks', { weeks: 100 }],
  ])('%s is refused with what is wrong', (_, change) => {
    const text = JSON.stringify({ format: 'truehip-prescription', prescription: { ...makePrescription(), ...change } });
    expect(() => readFileText(text)).toThrow(expect.objectContaining({ name: 'prescription-invalid' }));
  });

  test('has no field that it does not know', () => {
    const text = JSON.stringify({
      format: 'truehip-prescription',
      prescription: { ...makePrescription(), takenAt: '2026-11-21T10:00:00.000Z', evil: '<img>' },
    });
    expect(readFileText(text)).toEqual({ kind: 'prescription', prescription: makePrescription() });
  });
});

test('a report comes back from a file and from a code as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async (report) => {
      expect(readFileText(reportFile(report).content)).toEqual({ kind: 'report', report });
      const code = await reportCode(report);
      if (code !== null) expect(await readCode(code)).toEqual({ kind: 'report', report });
    }),
    { numRuns: 60 },
  );
});

test('a code that grows without end is refused while it grows', async () => {
  const bomb = await codeText('TRUEHIP-RX1:', ' '.repeat(5_000_000));
  expect(bomb.length).toBeGreaterThan(MOST_CODE);
  const small = await codeText('TRUEHIP-RX1:', ' '.repeat(500_000));
  expect(small.length).toBeLessThan(2 * MOST_CODE);
  await expect(readCode(small)).rejects.toMatchObject({ name: 'prescription-invalid' });
});

test('a file of another kind is left to who knows it', async () => {
  for (const text of ['', '{', '[]', '{"format":"truehip-sets"}']) expect(readFileText(text)).toBeNull();
  expect(await readBroughtFile(new Blob(['x'.repeat(300_000)]))).toBeNull();
  await expect(readCode('https://example.org')).rejects.toMatchObject({ name: 'prescription-invalid' });
});
