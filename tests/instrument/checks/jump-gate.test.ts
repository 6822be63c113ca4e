import { describe, expect, it } from 'vitest';
import { JumpGate } from '../../../src/instrument/checks/jump-gate.ts';

const RATE = 12;

/** Which frames of a rotation, at 12 frames a second, are rejected as jumps. */
const jumpsOf = (rotations: readonly (number | null)[]): boolean[] => {
  const gate = new JumpGate();
  return rotations.map((rotation, index) => gate.isJump(rotation, index / RATE));
};

describe('a rotation', () => {
  it('is rejected in a single frame in which a landmark lay elsewhere', () => {
    expect(jumpsOf([20, 21, -12, 22, 22])).toEqual([false, false, true, false, false]);
  });

  it('stays rejected while it stays away, although the elapsed time makes the change slow', () => {
    expect(jumpsOf([20, -12, -13, -12, 20])).toEqual([false, true, true, true, false]);
  });

  it('is accepted once it has stayed for 0.8 s', () => {
    const jumps = jumpsOf([20, ...Array.from({ length: 14 }, () => -12)]);
    expect(jumps.filter(Boolean)).toHaveLength(10);
    expect(jumps.at(-1)).toBe(false);
  });

  it('is accepted in a quick pulse of 40° in a third of a second', () => {
    expect(jumpsOf([0, 10, 20, 30, 40, 30, 20, 10, 0])).not.toContain(true);
  });

  it('is accepted after the leg was out of sight for half a second', () => {
    expect(jumpsOf([0, null, null, null, null, null, 40])).not.toContain(true);
  });

  it('is accepted after the clock was set back', () => {
    const gate = new JumpGate();
    expect(gate.isJump(20, 10)).toBe(false);
    expect(gate.isJump(-20, 3)).toBe(false);
  });
});
