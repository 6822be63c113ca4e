import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aimOf,
  type OwnGoal,
  type RangeGoal,
  rangeState,
  type SquatGoal,
  squatState,
  withAnswer,
  withGoal,
} from '../../../src/training/planning/goals.ts';
import { realChangeLine } from '../../../src/coach/progress/real-change.ts';
import type { DatedSet, HipBest } from '../../../src/training/review/compare-sets.ts';

const DAY = 24 * 3600 * 1000;
const START = Date.parse('2026-11-01T08:00:00.000Z');
const goal: RangeGoal = {
  kind: 'range',
  id: 'a',
  side: 'left',
  drill: 'supine-sleeper',
  degrees: 40,
  since: START,
};
const squat: SquatGoal = { kind: 'squat', id: 'b', side: 'left', since: goal.since, answers: [] };

const setOn = (day: number, value: number, hip: Partial<HipBest> = {}): DatedSet => ({
  id: `set-${day}`,
  drill: 'supine-sleeper',
  at: START + day * DAY,
  hips: [{ side: 'left', range: { value, sd: 1 }, watched: true, view: 'good', azimuth: 0, ...hip }],
});

describe('a goal in degrees', () => {
  it('says nothing without a set since it was set', () => {
    expect(rangeState(goal, [])).toEqual({ kind: 'none' });
    expect(rangeState(goal, [setOn(-1, 60)])).toEqual({ kind: 'none' });
  });

  it('is on the way, at the goal within the error, and reached beyond the error', () => {
    expect(rangeState(goal, [setOn(1, 34)]).kind).toBe('on-the-way');
    expect(rangeState(goal, [setOn(1, 36)]).kind).toBe('at-error');
    expect(rangeState(goal, [setOn(1, 45)]).kind).toBe('at-error');
    expect(rangeState(goal, [setOn(1, 45.5)]).kind).toBe('reached');
  });

  it('goes by the best set since it was set', () => {
    const state = rangeState(goal, [setOn(1, 46), setOn(2, 38)]);
    expect(state).toMatchObject({ kind: 'reached', setId: 'set-1' });
  });

  it('is not reached by a set from another place, with an unwatched pelvis, or of the other hip', () => {
    expect(rangeState(goal, [setOn(1, 60, { azimuth: 90 }), setOn(2, 35)])).toMatchObject({ setId: 'set-2' });
    expect(rangeState(goal, [setOn(1, 60, { watched: false })])).toEqual({ kind: 'none' });
    expect(rangeState(goal, [setOn(1, 60, { side: 'right' })])).toEqual({ kind: 'none' });
  });

  it('takes a bend without a watched pelvis', () => {
    expect(rangeState(goal, [setOn(1, 60, { watched: false })], true).kind).toBe('reached');
  });

  it('is never reached within the error, whatever the error is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 90, noNaN: true }),
        (sd, value) => {
          const state = rangeState(goal, [setOn(1, value, { range: { value, sd } })]);
          const error = realChangeLine({ value: goal.degrees, sd: 0 }, { value: goal.degrees, sd });
          expect(state.kind === 'reached').toBe(value - goal.degrees >= error);
          if (state.kind === 'reached') expect(value - goal.degrees).toBeGreaterThanOrEqual(5.4 - 1e-9);
        },
      ),
    );
  });
});

describe('a squat without pinching', () => {
  it('is asked for at once, and again after a week', () => {
    expect(squatState(squat, START).due).toBe(true);
    const answered = withAnswer(squat, { at: START, pinched: true });
    expect(squatState(answered, START + 6 * DAY).due).toBe(false);
    expect(squatState(answered, START + 7 * DAY).due).toBe(true);
  });

  it('counts the answers without a pinch in a row', () => {
    const answers = [false, true, false, false].map((pinched, week) => ({
      at: START + week * 7 * DAY,
      pinched,
    }));
    const state = squatState(answers.reduce(withAnswer, squat), START + 22 * DAY);
    expect(state).toMatchObject({ freeInARow: 2, due: false, last: { pinched: false } });
  });

  it('replaces an answer of the same week', () => {
    const one = withAnswer(squat, { at: START, pinched: true });
    const two = withAnswer(one, { at: START + DAY, pinched: false });
    expect(two.answers.map(({ pinched }) => pinched)).toEqual([false]);
  });
});

describe('the list of goals', () => {
  it('has one goal for a hip and a drill', () => {
    const goals: readonly OwnGoal[] = [goal, squat].reduce<readonly OwnGoal[]>(withGoal, []);
    const changed = withGoal(goals, { ...goal, id: 'c', degrees: 50 });
    expect(changed.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(withGoal(changed, { ...goal, id: 'd', side: 'right' })).toHaveLength(3);
    expect(withGoal(changed, { ...squat, id: 'e' }).map(({ id }) => id)).toEqual(['c', 'e']);
  });

  it('tells what to aim at', () => {
    expect(aimOf([squat, goal], 'supine-sleeper', 'left')).toBe(goal);
    expect(aimOf([squat, goal], 'supine-sleeper', 'right')).toBeNull();
    expect(aimOf([squat], 'supine-sleeper', 'left')).toBeNull();
  });
});
