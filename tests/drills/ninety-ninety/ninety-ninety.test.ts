import { describe, expect, it } from 'vitest';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { ninetyNinetyContractRelax } from '../../../src/drills/ninety-ninety/ninety-ninety-contract-relax.ts';
import { ninetyNinetyLiftOff } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off.ts';
import { ninetyNinetyLiftOffHinge } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off-hinge.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { ninetyNinetyStretch } from '../../../src/drills/ninety-ninety/ninety-ninety-stretch.ts';
import { isBorrowing } from '../../../src/coach/rules/range-rules.ts';
import { planFor, SetRun, runUntil } from '../../../lab/made/run-set.ts';

const TURNING: readonly DrillDefinition[] = [ninetyNinetyPailsRails, ninetyNinetyStretch, ninetyNinetyContractRelax];
const LIFTING: readonly DrillDefinition[] = [ninetyNinetyLiftOff, ninetyNinetyLiftOffHinge];
const SEATED = [...TURNING, ...LIFTING];

describe('the drills in the 90/90 seat', () => {
  it('have the same seat', () => {
    for (const { measure } of SEATED) expect(measure.posture).toEqual(ninetyNinetyPailsRails.measure.posture);
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
    const run = runUntil(planFor(drill, { preset: drill.presets.prep }), 14, (time) => ({
      referencePoseAt: 1,
      internalRotation: 20,
      trunkLean: time > 6 ? 25 : 0,
    }));
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
