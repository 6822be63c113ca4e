import { describe, expect, it } from 'vitest';
import { scoreCell } from './cell-score.ts';
import { poseOf, posesWithError, unmeasured } from './made-cells.ts';

describe('the figures of one place', () => {
  it('the error is the mean absolute error over all poses', () => {
    const poses = [
      poseOf('rotation 1', { rotation: 15 }, { rotation: 12 }),
      poseOf('rotation 2', { rotation: 30 }, { rotation: 35 }),
    ];
    expect(scoreCell({ poses })).toMatchObject({ error: 4, worst: 5, coverage: 1 });
  });

  it('the slope is that of reading against truth in the poses of pure rotation', () => {
    const poses = [
      poseOf('rotation 1', { rotation: 15 }, { rotation: 12 }),
      poseOf('rotation 2', { rotation: 30 }, { rotation: 24 }),
      poseOf('twist', { rotation: 15, twist: 12 }, { rotation: 40 }),
    ];
    expect(scoreCell({ poses }).slope).toBeCloseTo(0.8, 9);
  });

  it('a pose without a reading lowers the coverage and does not count in the error', () => {
    const poses = [...posesWithError(3).slice(0, 3), poseOf('arch', { rotation: 15 }, null)];
    expect(scoreCell({ poses })).toMatchObject({ error: 3, coverage: 0.75 });
  });

  it('the response is relative to the same pose without the compensation', () => {
    const poses = [
      poseOf('back to 1', { rotation: 15, twist: -1 }, { twist: -3 }),
      poseOf('twist', { rotation: 15, twist: -13 }, { twist: -9 }),
    ];
    expect(scoreCell({ poses }).channels.twist.response).toBeCloseTo(0.5, 9);
  });

  it('false motion is the largest error in poses that do not move the channel', () => {
    const poses = [
      poseOf('rotation 1', { rotation: 15, twist: 1 }, { twist: -3 }),
      poseOf('lift', { lift: 0.04 }, { twist: 2 }),
      poseOf('twist', { twist: -12 }, { twist: 12 }),
    ];
    expect(scoreCell({ poses }).channels.twist.falseMotion).toBe(4);
  });

  it('gives no lift response if the drill has no lift pose', () => {
    const { lift } = scoreCell({ poses: posesWithError(0) }).channels;
    expect(lift.response).toBeNull();
  });

  it('a place without a measurement has coverage 0 and no figures', () => {
    const score = scoreCell(unmeasured({}));
    expect(score).toMatchObject({ error: null, worst: null, slope: null, coverage: 0 });
    expect(score.channels.twist).toEqual({ response: null, falseMotion: null });
  });
});
