import { describe, expect, it } from 'vitest';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { gauge } from '../../../src/coach/coach.ts';
import { withPhone } from '../../../src/coach/rules/phone-rules.ts';
import { asksAboutBack } from '../../../src/coach/speech/phase-voice.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { ninetyNinetyContractRelax } from '../../../src/drills/ninety-ninety/ninety-ninety-contract-relax.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { ninetyNinetyStretch } from '../../../src/drills/ninety-ninety/ninety-ninety-stretch.ts';
import { GOAL_PRESETS } from '../../../src/drills/presets.ts';
import { supineIrPulsesFeetFlat } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses-feet-flat.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor, running, type SetRun, runUntil } from '../../../lab/made/run-set.ts';

const QUESTION = 'Did your lower back stay where it was? If not, hold one arm up.';

/** Two rounds: the first sink at 89–109 s, the second at 197–217 s. */
const sleeper = (changes: Partial<SetPlan> = {}): SetRun =>
  running(
    planFor(supineSleeper, { preset: { ...GOAL_PRESETS.prep, passive: 60, rounds: 2 }, waits: true, ...changes }),
  );

/** Resting at 24°. */
const lie = (run: SetRun, from: number, to: number) =>
  run.readFor(from, to, () => ({ referencePoseAt: 1, internalRotation: 24 }));

const asked = (run: SetRun) => run.all('say').filter(({ text }) => /lower back stay/.test(text));

describe('the question about the lower back', () => {
  it('is put in every drill whose place of the camera never shows an arch, and in no other', () => {
    expect(DRILLS.filter(asksAboutBack).map(({ id }) => id)).toEqual([
      'supine-sleeper',
      'supine-ir-pulses-feet-lifted',
      'supine-ir-pulses-feet-flat',
      'knee-to-knee-wall',
      'knee-to-knee-floor',
      'ninety-ninety-pails-rails',
      'ninety-ninety-stretch',
      'ninety-ninety-contract-relax',
      'ninety-ninety-lift-off',
      'ninety-ninety-lift-off-hinge',
      'quadruped-band-ir',
      'hip-movement-sequence',
    ]);
  });

  it('is not put while a phone on the pelvis watches the arch', () => {
    expect(DRILLS.filter((drill) => asksAboutBack(withPhone(drill, null))).map(({ id }) => id)).toEqual([
      'ninety-ninety-pails-rails',
      'ninety-ninety-stretch',
      'ninety-ninety-contract-relax',
      'ninety-ninety-lift-off',
      'ninety-ninety-lift-off-hinge',
    ]);
  });

  it('comes after the pull, once a side', () => {
    const run = sleeper();
    lie(run, 1.1, 230);
    const [first, ...more] = asked(run);
    expect(first?.text).toBe(QUESTION);
    expect(first?.at).toBeGreaterThan(89);
    expect(first?.at).toBeLessThan(100);
    expect(more).toEqual([]);
  });

  it('comes in the middle of the only round of knee to knee, which has no rest', () => {
    const run = runUntil(
      planFor(kneeToKneeFloor, { sides: ['both'], preset: kneeToKneeFloor.presets.prep }),
      61,
      () => ({ referencePoseAt: 1, internalRotation: 0, otherRotation: 0 }),
    );
    const [first, ...more] = asked(run);
    expect(first?.at).toBeGreaterThanOrEqual(31);
    expect(first?.at).toBeLessThan(43);
    expect(more).toEqual([]);
  });

  it('follows a repetition that was counted, so that it swallows no number', () => {
    const run = running(
      planFor(kneeToKneeFloor, { sides: ['both'], preset: kneeToKneeFloor.presets.build, waits: true }),
    );
    const swing = (time: number) => 10 - 10 * Math.cos((2 * Math.PI * (time - 1)) / 6);
    run.readFor(1.1, 76, (time) => ({ referencePoseAt: 1, internalRotation: swing(time), otherRotation: swing(time) }));
    const said = run.all('say').map(({ text }) => text);
    const place = said.findIndex((text) => /lower back stay/.test(text));
    // The fifth repetition was counted, the next number is the tenth.
    const numbers = (part: readonly string[]) => part.flatMap((text) => /^\d+/.exec(text)?.[0] ?? []);
    expect([numbers(said.slice(0, place)).at(-1), numbers(said.slice(place))[0]]).toEqual(['5', '10']);
  });

  it('comes in the stretch of the second round where the sink is too short, before the best of the round', () => {
    const run = running(
      planFor(ninetyNinetyContractRelax, { preset: ninetyNinetyContractRelax.presets.prep, waits: true }),
    );
    lie(run, 1.1, 100);
    const said = run.all('say').filter(({ text }) => /back stay long|Round 2|Your best/.test(text));
    expect(said.map(({ text }) => text)).toEqual([
      'Stay there. Round 2 of 3. As far as before. Breathe, and let it settle.',
      'Did your back stay long? If not, hold one arm up.',
      expect.stringMatching(/Your best/),
    ]);
  });

  it('comes in the middle of the second stretch where the rest is too short', () => {
    const run = running(planFor(ninetyNinetyStretch, { preset: ninetyNinetyStretch.presets.prep, waits: true }));
    lie(run, 1.1, 120);
    const times = run
      .all('say')
      .filter(({ text }) => /back stay long/.test(text))
      .map(({ at }) => at);
    expect(times).toHaveLength(1);
    // The second stretch lasts from 41 to 71 s.
    expect(times[0]).toBeGreaterThanOrEqual(56);
    expect(times[0]).toBeLessThan(60);
  });

  it('carries its own advice where no arm can answer', () => {
    const run = sleeper({ waits: false });
    lie(run, 1.1, 105);
    expect(asked(run).map(({ text }) => text)).toEqual([
      'Did your lower back stay where it was? If not, go less deep.',
    ]);
  });

  it('asks for a long back where the trunk may turn, and for a flat one in the fold and on hands and knees', () => {
    const shapes = DRILLS.filter(asksAboutBack).map(({ backShape = 'still' }) => backShape);
    expect(shapes.filter((shape) => shape === 'long')).toHaveLength(4);
    expect(shapes.filter((shape) => shape === 'flat')).toHaveLength(2);
    const run = running(
      planFor(ninetyNinetyPailsRails, { preset: { ...GOAL_PRESETS.prep, passive: 60 }, waits: true }),
    );
    lie(run, 1.1, 130);
    expect(
      run.all('say').filter(({ text }) => text === 'Did your back stay long? If not, hold one arm up.'),
    ).toHaveLength(1);
  });

  it('asks for a gentler press where the feet stay on the floor', () => {
    const preset = { ...supineIrPulsesFeetFlat.presets.prep, rounds: 2, passive: 20, rest: 20 };
    const run = runUntil(planFor(supineIrPulsesFeetFlat, { sides: ['both'], preset }), 50, () => ({
      referencePoseAt: 1,
      internalRotation: 0,
      otherRotation: 0,
    }));
    expect(asked(run).map(({ text }) => text)).toEqual([
      'Did your lower back stay where it was? If not, press more gently.',
    ]);
  });
});

describe('the answer', () => {
  const answered = () => {
    const run = sleeper();
    lie(run, 1.1, 98);
    return run;
  };

  it('is kept with the set and told back with what to do', () => {
    const run = answered();
    expect(gauge(run.state).asksBack).toBe(true);
    run.send({ kind: 'back-moved', time: 98 });
    expect(run.said.at(-1)).toBe('All right. From now on, a little less deep.');
    expect(gauge(run.state).asksBack).toBeUndefined();
    run.send({ kind: 'stop', time: 99, why: 'stopped' });
    expect(run.record().after).toEqual({ effort: null, pain: null, back: 'moved' });
  });

  it('is none if nobody raises an arm: silence does not say that the back was still', () => {
    const run = answered();
    run.send({ kind: 'stop', time: 99, why: 'stopped' });
    expect(run.record().after).toBeUndefined();
  });

  it('counts only soon after the question', () => {
    const run = sleeper();
    lie(run, 1.1, 50);
    run.send({ kind: 'back-moved', time: 50 });
    lie(run, 50, 120);
    run.send({ kind: 'back-moved', time: 120 });
    run.send({ kind: 'stop', time: 121, why: 'stopped' });
    expect(run.record().after).toBeUndefined();
  });
});
