import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { hipMovementSequence } from '../../../src/drills/standing/hip-movement-sequence.ts';
import type { ReadingWish } from '../../../lab/made/make-reading.ts';
import { planFor, running, shortPreset, type SetRun } from '../../../lab/made/run-set.ts';

/** One round of six steps. It begins at 1 s. */
const once = (reps = 1) => running(planFor(hipMovementSequence, { preset: { ...shortPreset, reps } }));

const wish = (part: Omit<ReadingWish, 'time'>) => ({
  referencePoseAt: 1,
  knee: 4,
  internalRotation: null,
  ...part,
});

/** Out to an amplitude and back within two seconds. */
const swing = (time: number, from: number, size: number): number => {
  const t = time - from;
  return t < 0 || t > 2 ? 0 : size * Math.sin((Math.PI * t) / 2) ** 2;
};

/** All six steps, three seconds each, from 2 s on. */
const whole = (time: number): Omit<ReadingWish, 'time'> => ({
  flexion: swing(time, 2, 85) + swing(time, 5, -18) + (time > 14 ? 85 : 0),
  abduction: swing(time, 8, 25) + swing(time, 11, -14),
  internalRotation: time > 14 ? swing(time, 15, 22) + swing(time, 18, -26) : null,
});

type Wish = Omit<ReadingWish, 'time'>;
/** A round that shows these movements until a time. */
const performed = (until: number, at: (time: number) => Wish = whole, run = once()): SetRun => {
  run.readFor(1.1, until, (time) => wish(at(time)));
  return run;
};

/** With the thigh 6° higher in the steps of rotation. */
const high = (time: number): Wish => ({ ...whole(time), flexion: (whole(time).flexion ?? 0) + (time > 14 ? 6 : 0) });

const stepsOf = (run: SetRun) => run.all('rep').map(({ rep }) => rep.step);

describe('a sequence of movements', () => {
  it('counts its steps in order, each by its own angle, and ends after the last', () => {
    const run = performed(21);
    expect(stepsOf(run)).toEqual(hipMovementSequence.reps.sequence.map(({ id }) => id));
    const sizes = run.record().reps.map(({ amplitude }) => amplitude && Math.round(amplitude / 10));
    expect(sizes).toEqual([8, 2, 2, 1, null, null]);
    expect(run.state.timeline.ended).toBe('finished');
    expect(run.record().summary).toMatchObject({ repsGood: 6, repsAll: 6 });
  });

  it('takes the best flexion from the flexion step only, not from the raised thigh of a rotation step', () => {
    const run = once();
    run.readFor(1.1, 6, (time) => wish(high(time)));
    const live = gauge(run.state).best;
    run.readFor(6.1, 21, (time) => wish(high(time)));
    expect(stepsOf(run)).toHaveLength(6);
    // The peak of the swing, as a median of half a second: slightly less than 85°.
    const { clean, gross } = run.record().summary.sets[0] ?? {};
    for (const best of [live, gauge(run.state).best, clean, gross]) {
      expect(best).toBeGreaterThan(75);
      expect(best).toBeLessThan(85.5);
    }
  });

  it('has a best flexion also if the set is stopped while the knee is up', () => {
    const run = performed(3.2);
    expect(stepsOf(run)).toEqual([]);
    expect(run.record().summary.sets[0]?.clean).toBeGreaterThan(60);
  });

  it('takes no best flexion from a thigh that is still up when the next round begins', () => {
    const run = performed(24, high, once(2));
    expect(run.state.progress.sequence.count).toBe(6);
    expect(gauge(run.state).best).toBeLessThan(85.5);
  });

  it('announces and shows the next step as soon as one is done', () => {
    const run = performed(4.5);
    expect(run.said.at(-1)).toBe('Leg straight behind you, then return.');
    expect(gauge(run.state)).toMatchObject({ step: { title: 'Leg behind' }, repsDone: 1, repsGoal: 6 });
  });

  it('does not count another movement, however large', () => {
    const run = performed(6, (time) => ({ abduction: swing(time, 2, 30), flexion: swing(time, 2, 10) }));
    expect(stepsOf(run)).toEqual([]);
  });

  it('does not count a movement in which the trunk leans, and continues', () => {
    const run = performed(14, (time) => ({ ...whole(time), trunkLean: swing(time, 8, 20) }));
    const reps = run.record().reps;
    expect(reps.map(({ good }) => good)).toEqual([true, true, false, true]);
    expect(reps[2]?.why).toBe('The trunk moved along.');
  });

  it('goes on after a step that was not seen, with readings or without', () => {
    const run = once();
    for (let time = 1.1; time < 100; time += 0.1) run.tick(time);
    expect(run.said.filter((text) => text === 'Leg out to the side, then return.')).toHaveLength(1);
    expect(run.state.timeline.ended).toBe('finished');
    expect(run.record().reps).toEqual([]);
  });

  it('does not count a pause towards the time of a step', () => {
    const run = once();
    run.tick(2);
    run.send({ kind: 'pause', time: 3 });
    for (let time = 3; time < 60; time += 0.5) run.tick(time);
    expect(gauge(run.state).step?.title).toBe('Knee up');
  });

  it('counts a rotation from the lifted thigh, because the shin also swings while it comes up', () => {
    const rotation = (flexion: number) => {
      const run = performed(14);
      run.readFor(14.1, 17.5, (time) =>
        wish({
          flexion: Math.min(flexion, 100 * (time - 14)),
          // It reads 8° too large until the thigh is up.
          internalRotation: swing(time, 15, 22) - (time < 14.4 ? 8 : 0),
        }),
      );
      return run.record().reps[4];
    };
    expect(rotation(85)?.step).toBe('internal-rotation');
    expect(rotation(40)).toBeUndefined();
  });

  it('counts a rotation, but neither tells nor records how far it went', () => {
    const run = performed(21);
    const { frames, reps } = run.record();
    expect(reps.filter(({ amplitude }) => amplitude === null).map(({ step }) => step)).toEqual([
      'internal-rotation',
      'external-rotation',
    ]);
    expect(frames.length).toBeGreaterThan(100);
    expect(frames.every(({ hipInternalRotation: { left, right } }) => left === null && right === null)).toBe(true);
    expect(frames.some(({ hipFlexion }) => (hipFlexion.left?.value ?? 0) > 70)).toBe(true);
  });

  it('does not count an error of the reading', () => {
    const run = performed(6, (time) => ({ flexion: time > 3 && time < 3.3 ? 60 : 0 }));
    expect(stepsOf(run)).toEqual([]);
  });
});
