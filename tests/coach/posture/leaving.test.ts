import { describe, expect, it, test } from 'vitest';
import type { PostureChange } from '../../../src/instrument/output/reading.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { gauge } from '../../../src/coach/coach.ts';
import { phaseGains } from '../../../src/training/review/hold-time.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { quadrupedBandIrSide } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir-side.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineSleeperSide } from '../../../src/drills/supine-sleeper/supine-sleeper-side.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import type { ReadingWish } from '../../../lab/made/make-reading.ts';
import { planFor, running, type SetRun, runUntil } from '../../../lab/made/run-set.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

// Passive 1–21, PAILs 21–33, RAILs 33–43, sink 43–53.

const WAITING = { waits: true } as const;
const waitingSet = (drill: DrillDefinition = turningSleeper): SetRun => running(planFor(drill, WAITING));
const waitedUntil = (
  until: number,
  wishAt: Parameters<SetRun['readFor']>[2],
  drill: DrillDefinition = turningSleeper,
) => runUntil(planFor(drill, WAITING), until, wishAt);

/** The stretch at 25°, left in a way from one time to another, as the instrument tells it half a second later. */
const leaving =
  (kind: PostureChange, from: number, to: number, more: Omit<ReadingWish, 'time'> = {}) =>
  (time: number): Omit<ReadingWish, 'time'> => ({
    internalRotation: 25,
    flexion: 25,
    ...(time >= from + 0.5 && time < to + 0.7 ? { left: { kind, since: from }, ...more } : {}),
  });

const countOf = (run: SetRun, text: string): number =>
  run.said.filter((said) => said === text).length + run.all('cue').filter((cue) => cue.text === text).length;

const BACK_TO_START = 'Back to the start position.';
const WAYS = [
  [supineSleeper, 'trunk-up', 'Lie back down.'],
  [supineSleeper, 'rolled', 'Roll back onto your back.'],
  [supineSleeper, 'leg-straight', 'Bend the leg again.'],
  [supineSleeper, 'moved-away', BACK_TO_START],
  [ninetyNinetyPailsRails, 'trunk-up', BACK_TO_START],
  [ninetyNinetyPailsRails, 'leg-straight', 'Bend the leg again.'],
  [ninetyNinetyPailsRails, 'moved-away', BACK_TO_START],
  [standingHamstring, 'moved-away', BACK_TO_START],
  [standingHamstring, 'trunk-up', BACK_TO_START],
] as const satisfies readonly (readonly [DrillDefinition, PostureChange, string])[];

describe('a person who leaves the position', () => {
  it.each(WAYS.map(([drill, kind, text]) => [drill.id, kind, drill, text] as const))(
    'of %s by %s is asked back once, and the phase waits',
    (_id, kind, drill, text) => {
      const run = waitedUntil(16, leaving(kind, 8, 12), drill);
      expect(countOf(run, text)).toBe(1);
      const saidAt = run.all('say').find((said) => said.text === text)?.at ?? NaN;
      expect(saidAt - 8).toBeLessThan(1);
      // Away from 8 to 13 s, with the time until it is certain again.
      expect(gauge(run.state).left).toBeCloseTo(21 - 16 + 5, 0);
      expect(run.record().away?.map((one) => [one.kind, one.phase])).toEqual([[kind, 'passive']]);
      expect(run.said.filter((said) => said === 'That’s it.')).toEqual([]);
    },
  );

  it.each([supineSleeperSide, quadrupedBandIrSide])(
    'of $id by stretching a leg is asked to bend it, and hears nothing about the back that comes with it',
    (drill) => {
      const run = waitingSet(drill);
      // The instrument denies each frame with a stretched leg at once, and is certain after half a second.
      run.readFor(1.1, 16, (time) => ({
        ...(time >= 8 && time < 12 ? { arch: 24, invalid: 'posture-left' } : { arch: 0 }),
        ...leaving('leg-straight', 8, 12)(time),
      }));
      expect(countOf(run, 'Bend the leg again.')).toBe(1);
      expect(run.record().flags).toEqual([]);
      expect(run.record().away?.map(({ kind }) => kind)).toEqual(['leg-straight']);
    },
  );

  it('sees on the screen what to do, and that the set waits', () => {
    const run = waitedUntil(10, leaving('trunk-up', 8, 12));
    expect(gauge(run.state).away).toEqual({ text: 'Lie back down.', waits: true });
    expect(gauge(run.state).paused).toBe(false);
    run.readFor(10, 14, leaving('trunk-up', 8, 12));
    expect(gauge(run.state).away).toBeNull();
  });

  it('gets the phase from its start if more than half of it was lost', () => {
    const run = waitedUntil(30, leaving('trunk-up', 12, 24));
    expect(countOf(run, 'Once more: let it fall in.')).toBe(1);
    expect(gauge(run.state).phase?.kind).toBe('passive');
    expect(gauge(run.state).left).toBeGreaterThan(14);
  });

  it('takes up a push from its start, because the effort builds up', () => {
    const run = waitedUntil(34, leaving('leg-straight', 25, 30));
    expect(run.said.filter((said) => said.startsWith('Once more: push out'))).toHaveLength(1);
  });

  it('has no range from what was read meanwhile', () => {
    const run = waitedUntil(20, leaving('leg-straight', 8, 12, { internalRotation: 60 }));
    expect(run.record().summary.sets[0]?.clean).toBeCloseTo(25, 0);
    expect(gauge(run.state).best).toBeCloseTo(25, 0);
  });

  it('has no range from the way out, before it could be told', () => {
    const run = waitingSet();
    const away = leaving('leg-straight', 8, 12);
    run.readFor(1.1, 20, (time) => ({ ...away(time), ...(time > 7.9 && time < 8.5 ? { internalRotation: 40 } : {}) }));
    expect(run.record().summary.sets[0]?.clean).toBeCloseTo(25, 0);
    expect(gauge(run.state).best).toBeCloseTo(25, 0);
  });

  it('has no range from the last second of a set that is stopped by hand', () => {
    const run = waitedUntil(20, (time) => ({ internalRotation: time > 19.2 ? 40 : 25 }));
    run.send({ kind: 'stop', time: 20, why: 'stopped' });
    expect(run.record().summary.sets[0]?.clean).toBeCloseTo(25, 0);
  });

  it('can go on by hand, and is then not stopped again for the same', () => {
    const run = waitedUntil(10, leaving('moved-away', 8, 30));
    run.send({ kind: 'resume', time: 10 });
    run.readFor(10, 15, leaving('moved-away', 8, 30));
    expect(gauge(run.state)).toMatchObject({ paused: false, away: { waits: false } });
    expect(countOf(run, BACK_TO_START)).toBe(1);
  });

  it('can pause while the set waits', () => {
    const run = waitedUntil(10, leaving('moved-away', 8, 30));
    run.send({ kind: 'pause', time: 10 });
    expect(gauge(run.state).paused).toBe(true);
    run.readFor(10, 35, leaving('moved-away', 8, 30));
    expect(gauge(run.state).paused).toBe(true);
  });

  it('is not stopped in a clip, whose frames are marked instead', () => {
    const run = runUntil(planFor(supineSleeper), 16, leaving('trunk-up', 8, 12));
    expect(countOf(run, 'Lie back down.')).toBe(1);
    expect(gauge(run.state).left).toBeCloseTo(21 - 16, 0);
    const marked = run.record().frames.filter(({ reasons }) => reasons[0] === 'posture-left');
    expect(marked.length).toBeGreaterThan(12 * 3);
    expect(marked.every(({ valid }) => !valid)).toBe(true);
  });

  it('may move as they like in a rest, and gets some seconds to come back from it', () => {
    const preset = { ...planFor().preset, rounds: 2, rest: 10 };
    const run = running(planFor(supineSleeper, { ...WAITING, preset }));
    // Rest 53–63; back in position two seconds into the next round.
    run.readFor(1.1, 70, (time) => ({
      internalRotation: 25,
      ...(time > 54 && time < 65 ? { left: { kind: 'trunk-up' as const, since: 54 } } : {}),
    }));
    expect(countOf(run, 'Lie back down.')).toBe(0);
  });

  it('is not accused while the camera itself may have moved', () => {
    const run = waitedUntil(16, (time) => ({ ...leaving('moved-away', 8, 12)(time), cameraUnsure: time > 7 }));
    expect(countOf(run, BACK_TO_START)).toBe(0);
  });
});

describe('hips held high', () => {
  const high = (by: number) => leaving('hips-up', 8, 11, { rough: { 'pelvis-lift': by }, invalid: 'poor-fit' });

  it('are flagged in knee to knee too, and its repetition does not count', () => {
    const run = runUntil(planFor(kneeToKneeFloor, { sides: ['both'] }), 16, (time) => ({
      ...high(0.15)(time),
      internalRotation: 25 * Math.sin(((time - 1) * Math.PI) / 5) ** 2,
      otherRotation: 25 * Math.sin(((time - 1) * Math.PI) / 5) ** 2,
    }));
    expect(run.flagged).toEqual(['pelvis-lift']);
    expect(countOf(run, 'Bring your hips back down.')).toBe(1);
    expect(run.record().reps.every(({ start, end, good }) => !good || end < 8.5 || start > 10.5)).toBe(true);
  });

  it('stop the clock after three seconds', () => {
    const run = waitedUntil(20, leaving('hips-up', 8, 18, { rough: { 'pelvis-lift': 0.15 } }));
    expect(gauge(run.state).left).toBeGreaterThan(21 - 20 + 5);
    expect(countOf(run, 'Bring your hips back down.')).toBe(1);
  });

  it('by 5 cm in frames that do not fit are no more than the picture can tell', () => {
    const run = runUntil(planFor(supineSleeper), 16, (time) => ({
      internalRotation: 25,
      ...(time > 8 && time < 11 ? { invalid: 'poor-fit' as const, rough: { 'pelvis-lift': 0.05 } } : {}),
    }));
    expect(run.flagged).toEqual([]);
  });
});

describe('a frame that does not fit', () => {
  it('does not hide a trunk or a knee far beyond the red limit', () => {
    const lean = runUntil(planFor(ninetyNinetyPailsRails), 16, (time) => ({
      internalRotation: 20,
      ...(time > 8 && time < 11 ? { invalid: 'poor-fit' as const, rough: { 'trunk-lean': 25 } } : {}),
    }));
    expect(lean.record().flags.map(({ rule, severity }) => [rule, severity])).toEqual([['trunk-lean', 'amber']]);
    const knee = runUntil(planFor(standingHamstring), 16, (time) => ({
      flexion: 30,
      knee: 8,
      ...(time > 8 && time < 11 ? { invalid: 'joints-hidden' as const, rough: { 'knee-flexion': 60 } } : {}),
    }));
    expect(knee.record().flags.map(({ rule, severity }) => [rule, severity])).toEqual([['knee-bend', 'red']]);
  });
});

describe('a picture that does not fit for more than a second', () => {
  const UNCLEAR = 'I can’t follow you. Go back to the start position.';
  const lost = (from: number, to: number) => (time: number) => ({
    internalRotation: 25,
    ...(time >= from && time < to ? { invalid: 'poor-fit' as const } : {}),
  });

  it('is an event: the coach asks back once, the clock runs on, and the record keeps when', () => {
    const run = waitedUntil(16, lost(8, 12));
    expect(countOf(run, UNCLEAR)).toBe(1);
    expect((run.all('say').find(({ text }) => text === UNCLEAR)?.at ?? NaN) - 8).toBeLessThan(2);
    expect(gauge(run.state).left).toBeCloseTo(21 - 16, 0);
    expect(run.record().away?.map(({ kind }) => kind)).toEqual(['unclear']);
  });

  it('is none if it is shorter, or if a fault was seen plainly and has its cue', () => {
    const short = waitedUntil(20, lost(8, 8.9));
    expect(countOf(short, UNCLEAR)).toBe(0);
    const leaning = runUntil(planFor(ninetyNinetyPailsRails), 16, (time) => ({
      ...lost(8, 12)(time),
      rough: { 'trunk-lean': time > 8 ? 25 : 0 },
    }));
    expect(countOf(leaning, UNCLEAR)).toBe(0);
    expect(leaning.all('cue')).toHaveLength(1);
  });

  it('gives way to what is seen then', () => {
    const run = waitedUntil(18, (time) => ({
      ...lost(8, 14)(time),
      ...(time > 10.5 && time < 14 ? { left: { kind: 'trunk-up' as const, since: 10 } } : {}),
    }));
    expect(countOf(run, 'Lie back down.')).toBe(1);
    expect(run.record().away?.map(({ kind }) => kind)).toEqual(['unclear', 'trunk-up']);
  });
});

test.each([
  ['after the picture had not fitted', 7, 12.5],
  ['in full view', 10, 11],
])('a set that stops while the person is out of the position keeps when they left, %s', (_how, lost, told) => {
  const run = waitedUntil(15, (time) => ({
    internalRotation: 25,
    ...(time >= lost && time < told ? { invalid: 'poor-fit' as const } : {}),
    ...(time >= told ? { left: { kind: 'moved-away' as const, since: 10 } } : {}),
  }));
  const { phases, frames, away = [] } = run.record();
  const end = phases.at(-1)?.end ?? NaN;
  expect(end).toBeCloseTo(10, 1);
  const after = frames.filter(({ t, phase }) => phase !== null && t > end + 0.2);
  expect(after.length).toBeGreaterThan(0);
  expect(after.every(({ t }) => away.some((one) => one.start <= end && t <= one.end))).toBe(true);
});

describe('a hip that comes out of the stretch', () => {
  /** Out of the stretch from one time to another. */
  const out =
    (from: number, to: number, to0 = 3) =>
    (time: number): Omit<ReadingWish, 'time'> => {
      const angle = time < 2 ? 0 : time < from || time > to ? 25 : Math.max(to0, 25 - 22 * Math.min(1, time - from));
      return { internalRotation: angle, flexion: angle, knee: 8 };
    };

  it.each(
    (
      [
        [supineSleeper, 'passive', 8, 'Let the knee fall back in.'],
        [supineSleeper, 'pails', 26, 'Let the knee fall back in, then push.'],
        [supineSleeper, 'rails', 36, 'Let the knee fall back in, then pull.'],
        [supineSleeper, 'sink', 46, 'Let the knee fall back in and rest there.'],
        [ninetyNinetyPailsRails, 'pails', 26, 'Turn towards the ankle behind you again, then press.'],
        [standingHamstring, 'rails', 36, 'Slide your hips back again, then lift.'],
      ] as const
    ).map(([drill, kind, from, text]) => [drill.id, kind, drill, from, text] as const),
  )('of %s in %s is asked back within two seconds', (_id, kind, drill, from, text) => {
    const run = waitedUntil(from + 8, out(from, from + 4), drill);
    expect(countOf(run, text)).toBe(1);
    expect((run.all('say').find((said) => said.text === text)?.at ?? NaN) - from).toBeLessThan(3);
    expect(run.record().away?.map((one) => [one.kind, one.phase])).toEqual([['out-of-stretch', kind]]);
    expect(run.said).not.toContain('That’s it.');
  });

  it('is asked back for the phase that has begun since', () => {
    const run = waitedUntil(39, out(36, 60), supineSleeper);
    expect(gauge(run.state).away?.text).toBe('Let the knee fall back in, then pull.');
    run.send({ kind: 'skip', time: 39.1 });
    expect(gauge(run.state).phase?.kind).toBe('sink');
    expect(gauge(run.state).away?.text).toBe('Let the knee fall back in and rest there.');
  });

  it('is shown the way back, and is not told that the position was left', () => {
    const run = waitedUntil(14, out(8, 20));
    const { angle, angleReason, away } = gauge(run.state);
    expect({ angle, angleReason, text: away?.text }).toEqual({
      angle: null,
      angleReason: null,
      text: 'Let the knee fall back in.',
    });
  });

  it('hears no praise, though its twist ends as well', () => {
    const run = waitedUntil(20, (time) => ({ ...out(12, 19)(time), twist: time > 7 && time < 12.3 ? 12 : 0 }));
    expect(run.flagged).toEqual(['pelvis-twist']);
    expect(run.all('cue')).toHaveLength(1);
    expect(run.said).not.toContain('That’s it.');
  });

  it('hears only the cue of a sit bone that takes the turn out of the hip', () => {
    const run = runUntil(planFor(ninetyNinetyPailsRails), 43, (time) => ({
      ...out(36, 41)(time),
      lift: time > 35.5 && time < 41 ? 0.05 : 0,
    }));
    expect(run.flagged).toContain('pelvis-lift');
    expect(run.record().away).toBeUndefined();
  });

  it('does not count as range lost in the pull', () => {
    const run = running(planFor(supineSleeper));
    // Out from the end of PAILs to the end of the set.
    run.readFor(1.1, 53, out(31, 60));
    expect(phaseGains(run.record().summary).filter(({ change }) => change.kind === 'less')).toEqual([]);
  });

  it('is left alone on its way in, in a push that moves a little, and where it hardly was in', () => {
    const run = waitedUntil(53, (time) => ({ internalRotation: time < 20 ? time : time < 33 ? 14 : 22 }));
    expect(run.record().away).toBeUndefined();
    const small = waitedUntil(20, (time) => ({ internalRotation: time < 10 ? 8 : 1 }));
    expect(small.record().away).toBeUndefined();
  });

  it('may settle in a lesser stretch, from which the set goes on', () => {
    const run = waitedUntil(30, out(8, 60, 9));
    expect(gauge(run.state).away).toBeNull();
    expect(run.said.filter((said) => said.startsWith('Let the knee fall back in.'))).toHaveLength(1);
  });

  it('is waited for after sitting up: first the position, then the stretch', () => {
    const run = waitedUntil(22, (time) => ({
      internalRotation: time < 8 || time > 17 ? 25 : 0,
      ...(time > 8.5 && time < 12 ? { left: { kind: 'trunk-up' as const, since: 8 } } : {}),
    }));
    expect(countOf(run, 'Lie back down.')).toBe(1);
    expect(countOf(run, 'Let the knee fall back in.')).toBe(1);
    expect(gauge(run.state).away).toBeNull();
  });
});

describe('a person who gets up and moves the laptop', () => {
  it('is waited for until the new start is held, and hears no "Go on" before', () => {
    const run = waitingSet();
    const up = { kind: 'trunk-up', since: 8 } as const;
    run.readFor(1.1, 10, (time) => ({ referencePoseAt: 1, internalRotation: 25, ...(time > 8.5 ? { left: up } : {}) }));
    run.readFor(10, 11, () => ({ referencePoseAt: 1, left: up, cameraMoved: true }));
    run.readFor(11, 25, () => ({ referencePoseAt: 'holding', referencePoseProblem: 'moving' }));
    expect(gauge(run.state).left).toBeCloseTo(21 - 8, 0);
    expect(run.said).toContain('Hold still.');
    expect(run.said.filter((text) => text === 'Go on.' || text.startsWith('Once more'))).toEqual([]);
    run.readFor(25, 27, () => ({ referencePoseAt: 25 }));
    expect(gauge(run.state).away).toBeNull();
    expect(run.said.at(-1)).toMatch(/^(Go on|Once more)/);
  });
});
