import { describe, expect, it } from 'vitest';
import type { Truth } from './clip-truth.ts';
import { repScore, trueHolds } from './score-reps.ts';
import { aRecord, aScoredClip, aTruth } from '../accuracy/fixtures.ts';

const rep = { amplitude: 23, holdInternal: 1.5, holdExternal: 0, good: true, why: null };

describe('repScore', () => {
  const truth = aTruth({ reps: [{ start: 2, turn: 3, end: 4, amplitude: 20 }] });

  it('finds a repetition if one of the record contains its turning point, and counts the others as extra', () => {
    const { reps } = aScoredClip('one', truth, {
      reps: [
        { start: 2.2, turn: 3.1, end: 3.9, ...rep },
        { start: 4.1, turn: 4.2, end: 4.4, ...rep },
      ],
    }).score;
    expect(reps).toMatchObject({ true: 1, found: 1, extra: 1, amplitude: [3] });
  });

  it('gives no error for a repetition that was not found', () => {
    const { reps } = aScoredClip('one', truth).score;
    expect(reps).toEqual({ true: 1, unread: 0, found: 0, extra: 0, amplitude: [], hold: [] });
  });

  it('does not expect a repetition below the smallest amplitude, but accepts one that was counted', () => {
    const record = aRecord(truth);
    expect(repScore(record, truth, 21)).toMatchObject({ true: 0, found: 0 });
    const counted = { ...record, reps: [{ start: 2.2, turn: 3.1, end: 3.9, ...rep }] };
    expect(repScore(counted, truth, 21)).toMatchObject({ true: 1, found: 1 });
  });

  it('does not expect repetitions in a refused view', () => {
    const refused = { ...aRecord(truth), neutral: null };
    expect(repScore(refused, truth)).toMatchObject({ true: 0, unread: 1, found: 0, extra: 0 });
  });
});

describe('trueHolds', () => {
  /** Ten frames a second: 0° for 2 s, 10° external for 1 s, 20° internal for 2 s; it jumps in between. */
  const angles = [...Array<number>(20).fill(0), ...Array<number>(11).fill(-10), ...Array<number>(21).fill(20)];
  const swing = (only: (angle: number) => number): Truth => {
    const truth = aTruth();
    const frames = angles.map((angle) => {
      const hip = { flexion: 0, abduction: 0, internalRotation: only(angle) };
      return {
        hip: { left: hip, right: hip },
        knee: { left: 90, right: 90 },
        pelvis: { twist: 0, obliquity: 0, tilt: 0, lift: 0 },
      };
    });
    return { ...truth, frames };
  };
  const whole = { start: 2, turn: 4, end: 6, amplitude: 30 };

  it('is the time spent at each end', () => {
    expect(
      trueHolds(
        swing((angle) => angle),
        whole,
      ),
    ).toEqual({ internal: 2, external: 1 });
  });

  it('gives no external end if the leg only rotated internally', () => {
    expect(
      trueHolds(
        swing((angle) => Math.max(0, angle)),
        whole,
      ).external,
    ).toBeNull();
  });
});
