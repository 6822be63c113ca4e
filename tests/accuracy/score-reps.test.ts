import { describe, expect, it } from 'vitest';
import type { Truth } from '../../tools/scoring/clip-truth.mjs';
import { repScore, trueHolds } from '../../tools/scoring/score-reps.mjs';
import { aRecord, aScoredClip, aTruth } from './fixtures.ts';

const rep = { amplitude: 23, holdInternal: 1.5, holdExternal: 0, good: true, why: null };

describe('repScore', () => {
  const truth = aTruth({ reps: [{ start: 2, turn: 3, end: 4, amplitude: 20 }] });

  it('finds a repetition when the record has one around its turning point, and counts the others as extra', () => {
    const { reps } = aScoredClip('one', truth, {
      reps: [
        { start: 2.2, turn: 3.1, end: 3.9, ...rep },
        { start: 4.1, turn: 4.2, end: 4.4, ...rep },
      ],
    }).score;
    expect(reps).toMatchObject({ true: 1, found: 1, extra: 1, amplitude: [3] });
  });

  it('has no error of a repetition that was not found', () => {
    const { reps } = aScoredClip('one', truth).score;
    expect(reps).toEqual({ true: 1, unread: 0, small: 0, found: 0, extra: 0, amplitude: [], hold: [] });
  });

  it('asks for no repetition that is too small to be one by the drill’s own measure, but takes one that was counted', () => {
    const record = aRecord(truth);
    expect(repScore(record, truth, 21)).toMatchObject({ true: 0, small: 1, found: 0 });
    const counted = { ...record, reps: [{ start: 2.2, turn: 3.1, end: 3.9, ...rep }] };
    expect(repScore(counted, truth, 21)).toMatchObject({ true: 1, small: 0, found: 1 });
  });

  it('holds no repetition against the counter that was done in a refused view', () => {
    const refused = { ...aRecord(truth), referencePose: null };
    expect(repScore(refused, truth)).toMatchObject({ true: 0, unread: 1, found: 0, extra: 0 });
  });
});

describe('trueHolds', () => {
  /** Ten frames a second: neutral, out by ten degrees for 1 s, in by twenty for 2 s, neutral; it jumps in between. */
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

  it('has no external end where the leg only turned in', () => {
    expect(
      trueHolds(
        swing((angle) => Math.max(0, angle)),
        whole,
      ).external,
    ).toBeNull();
  });
});
