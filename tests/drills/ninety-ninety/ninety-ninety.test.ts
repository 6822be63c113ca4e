import { describe, expect, it } from 'vitest';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { ninetyNinetyContractRelax } from '../../../src/drills/ninety-ninety/ninety-ninety-contract-relax.ts';
import { ninetyNinetyLiftOff } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off.ts';
import { ninetyNinetyLiftOffHinge } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off-hinge.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { ninetyNinetyStretch } from '../../../src/drills/ninety-ninety/ninety-ninety-stretch.ts';
import { isBorrowing } from '../../../src/coach/rules/range-rules.ts';
import { planFor, running, SetRun } from '../../../lab/made/run-set.ts';
import { recommendedPlace } from '../../../lab/subjects/motion/recommended-place.ts';

const TURNING: readonly DrillDefinition[] = [ninetyNinetyPailsRails, ninetyNinetyStretch, ninetyNinetyContractRelax];
const LIFTING: readonly DrillDefinition[] = [ninetyNinetyLiftOff, ninetyNinetyLiftOffHinge];
const SEATED = [...TURNING, ...LIFTING];

const kindsOf = (drill: DrillDefinition) =>
  buildTimeline(planFor(drill, { preset: drill.presets.build, countIn: 12 })).map(({ kind }) => kind);

describe('the drills in the 90/90 seat', () => {
  it.each(SEATED.map((drill) => [drill.id, drill] as const))(
    '%s has the same seat as the others and the place of the camera that the lab found best',
    (id, drill) => {
      const { posture, view } = drill.measure;
      expect(posture).toEqual(ninetyNinetyPailsRails.measure.posture);
      const { azimuth, height, distance } = recommendedPlace(id, 'default');
      expect(view.good.some(([from, to]) => azimuth >= from && azimuth <= to)).toBe(true);
      expect(Math.abs(height - view.lensHeight)).toBeLessThan(0.3);
      expect(Math.abs(distance - view.distance)).toBeLessThan(0.3);
    },
  );

  it('measure nothing that the view does not show, and say before the set what is not watched', () => {
    for (const { id, blindSpots, placement } of SEATED) {
      const unseen = blindSpots?.map((spot) => spot.id);
      expect(unseen).toEqual(id === 'ninety-ninety-lift-off-hinge' ? ['trunk-turn', 'back-round'] : ['trunk-turn']);
      expect(placement.blind).toContain('I can’t');
    }
    for (const { placement } of LIFTING) expect(placement.blind).toMatch(/seat.*chest/);
    for (const { placement } of TURNING) expect(placement.blind).toMatch(/turn from the hip/);
  });

  it('watch the sit bone while both legs lie, by the pelvis network trained for it', () => {
    for (const { id, rules, measure } of TURNING) {
      expect(measure.pelvisModel).toBe(id === 'ninety-ninety-stretch' ? id : 'ninety-ninety-pails-rails');
      expect(rules.map(({ channel }) => channel)).toContain('pelvis-lift');
    }
    for (const { measure } of LIFTING) expect(measure.pelvisModel).toBeUndefined();
  });

  it('keep the rear leg on the floor in a stretch, and leave its foot free in a lift', () => {
    const planted = ({ measure }: DrillDefinition) => measure.motion.contacts.map(({ joint }) => joint);
    for (const drill of TURNING) expect(planted(drill)).toContain('working ankle');
    for (const drill of LIFTING) expect(planted(drill)).not.toContain('working ankle');
  });

  it('read a deep fold forward as a lean, except in the drill that asks for it', () => {
    for (const { id, measure } of SEATED)
      expect(measure.motion.leanDirection).toBe(id === 'ninety-ninety-lift-off-hinge' ? 'sideways' : 'sideways-first');
  });
});

describe('a lean in the 90/90 stretches', () => {
  it.each(TURNING.map((drill) => [drill.id, drill] as const))('%s: never turns red, and is not scolded', (_, drill) => {
    const run = running(planFor(drill, { preset: drill.presets.prep }));
    run.readFor(1.1, 14, (time) => ({ referencePoseAt: 1, internalRotation: 20, trunkLean: time > 6 ? 25 : 0 }));
    run.tick(600);
    const flags = run.record().flags.filter(({ rule }) => rule === 'trunk-lean');
    expect(flags.map(({ severity }) => severity)).toEqual(['amber']);
    const rule = drill.rules.find(({ id }) => id === 'trunk-lean');
    expect(rule?.cue).toBe('Sit tall again. Use your hands for support if you need to.');
    // What is read during it is not clean all the same.
    expect(isBorrowing('trunk-lean')).toBe(true);
  });

  it('is a cheat in a lift, where it hoists the leg', () => {
    for (const { rules } of LIFTING) expect(rules.find(({ id }) => id === 'trunk-lean')?.severity).toBeUndefined();
  });
});

describe('the times', () => {
  it('of the stretch are three times half a minute with short rests', () => {
    for (const { passive, rounds, rest } of Object.values(ninetyNinetyStretch.presets)) {
      expect(passive).toBeGreaterThanOrEqual(30);
      expect(rounds).toBe(3);
      expect(rest).toBeGreaterThan(0);
    }
    expect(kindsOf(ninetyNinetyStretch).join(' ')).toBe('ready neutral hold rest hold rest hold');
  });

  it('of contract and relax have no rest, and each press has a ramp before the hold', () => {
    const cycle = ['passive', 'pails', 'sink'];
    expect(kindsOf(ninetyNinetyContractRelax)).toEqual(['ready', 'neutral', ...cycle, ...cycle, ...cycle]);
    for (const preset of Object.values(ninetyNinetyContractRelax.presets)) {
      expect(preset.pailsRamp).toBeGreaterThanOrEqual(5);
      expect([preset.pailsHold, preset.sink]).toEqual([10, 10]);
      expect(preset.passive).toBeGreaterThanOrEqual(10);
      expect(preset.passive).toBeLessThanOrEqual(30);
    }
  });

  it('of the lifts are 8 to 12 repetitions held for 2 s, in the hinge 5 to 8 held for 3 s', () => {
    const repsOf = ({ presets }: DrillDefinition) => Object.values(presets).map(({ reps }) => reps);
    expect(repsOf(ninetyNinetyLiftOff)).toEqual([8, 10, 12]);
    expect(repsOf(ninetyNinetyLiftOffHinge)).toEqual([5, 6, 8]);
    expect(ninetyNinetyLiftOff.reps.holdInternal).toBe(2);
    expect(ninetyNinetyLiftOffHinge.reps.holdInternal).toBe(3);
  });
});

/** Fitted joints, px: as in a rendered set, upright and folded forward by 24°. */
const skeletonOf = (isFolded: boolean): Float32Array =>
  isFolded
    ? new Float32Array([478, 227, 366, 227, 476, 353, 415, 364, 574, 397, 329, 410, 620, 341, 444, 437])
    : new Float32Array([475, 212, 368, 212, 476, 353, 415, 364, 574, 397, 329, 410, 620, 341, 444, 437]);

interface Lift {
  /** Degrees. */
  readonly rotation: number;
  readonly abduction: number;
  readonly fold: boolean;
  readonly lean: number;
}

/** Lifts after a fold, one second up and down, held for `hold` seconds, two seconds apart. */
function lifts(drill: DrillDefinition, holds: readonly number[], wish: Partial<Lift> = {}) {
  const { rotation, abduction, fold, lean }: Lift = { rotation: 16, abduction: 0, fold: true, lean: 0, ...wish };
  const run = new SetRun(planFor(drill, { preset: { ...drill.presets.prep, reps: holds.length } }));
  run.readFor(0, 4, (time) => ({ referencePoseAt: time < 3.4 ? 'holding' : 3.3, internalRotation: 0 }));
  let at = 4;
  for (const hold of holds) {
    const turned = (time: number) => Math.min(1, Math.max(0, Math.min(time - at - 1, at + 3 + hold - time)));
    run.readFor(at, at + hold + 4, (time) => ({
      referencePoseAt: 3.3,
      internalRotation: rotation * turned(time),
      abduction: abduction * turned(time),
      skeleton: skeletonOf(fold && turned(time) > 0),
      trunkLean: lean * turned(time),
    }));
    at += hold + 4;
  }
  return run;
}

describe.each(LIFTING.map((drill) => [drill.id, drill] as const))('a repetition of %s', (_, drill) => {
  const asked = drill.reps?.holdInternal ?? NaN;

  it('counts when it is held up, and is explained when it comes down early', () => {
    const { said, ...run } = lifts(drill, [asked, 0.2 * asked, asked]);
    expect(run.recorder.takeChunk().reps.map(({ good }) => good)).toEqual([true, false, true]);
    expect(said.find((text) => text.startsWith('Not counted.'))).toContain('came down early');
  });

  it('does not count when the trunk leans with it', () => {
    const run = lifts(drill, [asked], { lean: 25 });
    expect(run.flagged).toEqual(['trunk-lean']);
    expect(run.recorder.takeChunk().reps.map(({ why }) => why)).toEqual([drill.reps?.words?.flagged]);
  });

  it('counts from a finger’s breadth on, by rotation or by abduction', () => {
    const least = (drill.reps?.minimumAmplitude ?? NaN) + 0.3;
    expect(least).toBeLessThanOrEqual(4.3);
    for (const wish of [{ rotation: least }, { rotation: 0.5, abduction: least }]) {
      const reps = lifts(drill, [asked, asked], wish).recorder.takeChunk().reps;
      expect(reps.map(({ good }) => good)).toEqual([true, true]);
    }
  });

  it('that is almost high enough is answered with what to do, and a still leg with nothing', () => {
    const small = (drill.reps?.minimumAmplitude ?? NaN) - 0.5;
    const run = lifts(drill, [asked, asked], { rotation: small });
    expect(run.said.find((text) => text.startsWith('Not counted.'))).toContain('A little higher');
    expect(lifts(drill, [asked], { rotation: 1.5 }).recorder.takeChunk().reps).toEqual([]);
  });
});

describe('the hinge before a lift', () => {
  const asked = ninetyNinetyLiftOffHinge.reps.holdInternal;
  const whys = (drill: DrillDefinition, fold: boolean) =>
    lifts(drill, [asked], { fold })
      .recorder.takeChunk()
      .reps.map(({ why }) => why);

  it('is asked for if it is missing, and only in the drill that has one', () => {
    expect(whys(ninetyNinetyLiftOffHinge, true)).toEqual([null]);
    expect(whys(ninetyNinetyLiftOffHinge, false)).toEqual(['Fold forward first.']);
    expect(whys(ninetyNinetyLiftOff, false)).toEqual([null]);
  });

  it('is judged from the first repetition, also if the person folds while they are counted in', () => {
    const plan = planFor(ninetyNinetyLiftOffHinge, {
      preset: { ...ninetyNinetyLiftOffHinge.presets.prep, reps: 1 },
      referenceHeld: true,
    });
    const reps = (isFolded: boolean) => {
      const run = new SetRun(plan);
      const [ready] = run.all('phase');
      const from = ready?.phase.length ?? NaN;
      run.readFor(0, from, (time) => ({
        referencePoseAt: -1,
        internalRotation: 0,
        skeleton: skeletonOf(isFolded && time > from - 2),
      }));
      run.readFor(from, from + 9, (time) => ({
        referencePoseAt: -1,
        internalRotation: 16 * Math.min(1, Math.max(0, Math.min(time - from - 1, from + 7 - time))),
        skeleton: skeletonOf(isFolded),
      }));
      return run.recorder.takeChunk().reps.map(({ why }) => why);
    };
    expect(reps(true)).toEqual([null]);
    expect(reps(false)).toEqual(['Fold forward first.']);
  });
});
