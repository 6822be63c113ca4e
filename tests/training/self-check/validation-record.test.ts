import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validationRecord } from '../../../src/training/self-check/validation-record.ts';
import { makeCheck, makePosition } from './make-check.ts';

describe('the anonymous record of a check', () => {
  it('has no id, no day and no time', () => {
    const text = JSON.stringify(validationRecord(makeCheck({ id: 'secret-id' })));
    expect(text).not.toContain('secret-id');
    expect(text).toContain('"month":"2026-11"');
    expect(text).not.toMatch(/2026-11-\d|18:30/);
  });

  it('has the pairs as they were held, rounded to a tenth, and where the lens stood', () => {
    const record = validationRecord(makeCheck({ positions: [makePosition(20.04, 27.55, { pelvis: 2.26 })] }));
    expect(record).toMatchObject({
      format: 'truehip-self-check',
      drill: 'supine-sleeper',
      view: { azimuth: 255, lookingDown: 33, lensHeight: 1.4, distance: 2.3 },
      positions: [{ typed: 27.6, hip: 20, pelvis: 2.3, expected: 20, sd: 0.4, statedSd: 2, seconds: 1.9 }],
    });
  });

  it('says which angles a paired phone gave, and how sure it was', () => {
    const read = makePosition(20, 20.5, { phone: { sd: 1.02, askew: true } });
    const record = validationRecord(makeCheck({ instrument: 'paired-phone', positions: [read, makePosition(10, 9)] }));
    expect(record?.instrument).toBe('paired-phone');
    expect(record?.positions.map(({ phone }) => phone)).toEqual([{ sd: 1, askew: true }, undefined]);
  });

  it('leaves out positions without a typed angle, and is nothing without any', () => {
    const positions = [makePosition(10, null), makePosition(20, 21)];
    expect(validationRecord(makeCheck({ positions }))?.positions).toHaveLength(1);
    expect(validationRecord(makeCheck({ positions: [makePosition(10, null)] }))).toBeNull();
  });
});

describe('the documented record', () => {
  const page = readFileSync('docs/validation/self-check-record.md', 'utf8');
  const example = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? 'null');
  const written = validationRecord(makeCheck({ positions: [makePosition(20, 27)] }));
  const partsOf = ({ view, engine, positions: [position], ...rest }: NonNullable<typeof written>) =>
    [rest, view, engine, position].map((part) => Object.keys(part ?? {}));

  it('has every field that the app writes, in its order, and no other', () => {
    expect(written && partsOf(example)).toEqual(written && partsOf(written));
    expect(Object.keys(example)).toEqual(Object.keys(written ?? {}));
    expect([example.format, example.version]).toEqual([written?.format, written?.version]);
  });

  it('has every field in the table', () => {
    const names = partsOf(example).flat();
    expect(
      names.filter((name) => !new RegExp(`\\| \`(?:\\w+\\.)?${name}\`|^\\| \`engine\` .*\`${name}\``, 'm').test(page)),
    ).toEqual([]);
  });
});
