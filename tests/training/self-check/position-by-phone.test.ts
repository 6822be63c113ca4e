import { describe, expect, it } from 'vitest';
import { positionByPhone } from '../../../src/training/self-check/position-by-phone.ts';
import type { ShinTurn } from '../../../src/instrument/phone/shin-watch.ts';
import { makePosition } from './make-check.ts';

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
