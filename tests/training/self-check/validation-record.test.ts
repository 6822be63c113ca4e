import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validationRecord } from '../../../src/training/self-check/validation-record.ts';
import { makeCheck, makePosition } from './make-check.ts';
import { positionByPhone } from '../../../src/training/self-check/position-by-phone.ts';
import type { ShinTurn } from '../../../src/instrument/phone/shin-watch.ts';

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

const turn = (value: number, part: Partial<ShinTurn> = {}): ShinTurn => ({
  value,
  sd: 1,
  axis: [1, 0, 0],
  askew: false,
  ...part,
});
const back = { axis: [-1, 0, 0] } as const;

describe('the angle of a held position by the paired phone', () => {
  it('is inwards where the camera saw the leg turn inwards, and the other way is negative from then on', () => {
    const first = positionByPhone(turn(12), makePosition(10, null), null);
    expect(first.position).toEqual({ typed: 12, phone: { sd: 1 } });
    expect(positionByPhone(turn(20), makePosition(-1, null), first.known).position.typed).toBe(20);
    expect(positionByPhone(turn(8, back), makePosition(5, null), first.known).position.typed).toBe(-8);
  });

  it('is outwards where the camera saw the first turn go outwards, with what the pelvis added', () => {
    const first = positionByPhone(turn(9), makePosition(2, null, { pelvis: -8 }), null);
    expect(first.position.typed).toBe(-9);
    expect(positionByPhone(turn(9, back), makePosition(2, null), first.known).position.typed).toBe(9);
  });

  it('learns no direction from a turn that is too small to have one', () => {
    expect(positionByPhone(turn(2), makePosition(1, null), null).known).toBeNull();
  });

  it('says where the thigh was not level, and writes no negative zero', () => {
    const { position } = positionByPhone(turn(0, { axis: [0, 0, 0], askew: true }), makePosition(-2, null), null);
    expect(position.phone).toEqual({ sd: 1, askew: true });
    expect(Object.is(position.typed, 0)).toBe(true);
  });
});
