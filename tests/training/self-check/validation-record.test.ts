import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validationRecord } from '../../../src/training/self-check/validation-record.ts';
import { REFERENCE_POSE } from '../../storage/make-record.ts';
import { makeCheck, makePosition } from './make-check.ts';
import { checksOfSet } from '../../../src/training/self-check/self-check-record.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { comparedPairs, gainsOf } from '../../../src/training/self-check/compared-pairs.ts';
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

const neutral = { ...REFERENCE_POSE, azimuth: 250, side: 'left' } as const;
const set: Pick<SetRecord, 'drill' | 'side' | 'neutrals'> = {
  drill: 'supine-sleeper',
  side: 'left',
  neutrals: [neutral],
};

const idsOf = (...checks: ReturnType<typeof makeCheck>[]): readonly string[] =>
  checksOfSet(set, checks).map(({ check }) => check.id);

describe('the checks of a set', () => {
  it('are of its drill and hip, before the camera, with at least one typed angle', () => {
    const own = makeCheck();
    const others = [
      makeCheck({ id: 'right', side: 'right' }),
      makeCheck({ id: 'drill', drill: 'quadruped-band-ir' }),
      makeCheck({ id: 'demo', source: 'demo' }),
      makeCheck({ id: 'untyped', positions: [makePosition(20, null)] }),
    ];
    expect(idsOf(...others, own)).toEqual(['check-1']);
  });

  it('are of either hip where both work', () => {
    const both = { ...set, side: 'both' } as const;
    expect(checksOfSet(both, [makeCheck(), makeCheck({ id: 'right', side: 'right' })])).toHaveLength(2);
  });

  it('stand first where the lens stood in the same place, and say so', () => {
    const view = makeCheck().view;
    if (!view) throw new Error('the check has a place');
    const elsewhere = makeCheck({ id: 'elsewhere', view: { ...view, azimuth: 210 } });
    expect(checksOfSet(set, [elsewhere, makeCheck()]).map(({ check, samePlace }) => [check.id, samePlace])).toEqual([
      ['check-1', true],
      ['elsewhere', false],
    ]);
    expect(checksOfSet(set, [makeCheck({ view: null })])[0]?.samePlace).toBe(false);
  });

  it('are at most three', () => {
    expect(idsOf(...[1, 2, 3, 4].map((k) => makeCheck({ id: `check-${k}` })))).toHaveLength(3);
  });
});

describe('a typed angle', () => {
  it('is the turn of the leg itself where the thigh stays', () => {
    const [pair] = comparedPairs([makePosition(20, 18)], 'inclinometer', 'total');
    expect(pair?.app).toBe(20);
    expect(pair?.own).toBeCloseTo(18, 9);
  });

  it('is divided by the gain of the phone where the whole leg rolls', () => {
    const held = makePosition(20, 33, { expected: 30 });
    const [pair] = comparedPairs([held], 'inclinometer', 'total');
    expect(gainsOf([held], 'inclinometer')).toEqual([1.5]);
    expect(pair?.own).toBeCloseTo(22, 9);
  });

  it('is compared with hip and pelvis together, and with the hip alone', () => {
    const held = makePosition(20, 26, { pelvis: 5, expected: 25 });
    expect(comparedPairs([held], 'inclinometer', 'total')[0]).toMatchObject({ app: 25, own: 26 });
    expect(comparedPairs([held], 'inclinometer', 'hip')[0]).toMatchObject({ app: 20, own: 26 });
  });

  it('of a goniometer is taken as it is', () => {
    const held = makePosition(20, 22, { expected: 30 });
    expect(comparedPairs([held], 'goniometer', 'total')[0]).toMatchObject({ app: 20, own: 22 });
  });

  it('near the start takes the gain of the other positions, because a share of small angles is noise', () => {
    const positions = [
      makePosition(1, 3, { expected: -0.5 }),
      makePosition(20, 30, { expected: 30 }),
      makePosition(10, 15, { expected: 15 }),
    ];
    expect(gainsOf(positions, 'inclinometer')[0]).toBeCloseTo(1.5, 9);
    expect(comparedPairs(positions, 'inclinometer', 'total')[0]?.own).toBeCloseTo(2, 9);
  });

  it('that is missing leaves its position out, and the band is the 90 % band of the app', () => {
    const pairs = comparedPairs([makePosition(10, null), makePosition(20, 21, { statedSd: 3 })], 'goniometer', 'total');
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.band).toBeCloseTo(4.935, 6);
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
