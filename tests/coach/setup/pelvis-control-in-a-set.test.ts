import { describe, expect, it } from 'vitest';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import type { KeptControl } from '../../../src/coach/setup/kept-control.ts';
import { currentPhase } from '../../../src/coach/timeline/timeline-clock.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor, SetRun } from '../run-set.ts';

const TODAY = '2026-11-25';
const asked = (kept: readonly KeptControl[] = []): SetPlan =>
  planFor(supineSleeper, { pelvisControl: { day: TODAY, kept } });
/** The reference pose is set at 1 s, and the control begins. */
function begun(plan = asked()): SetRun {
  const run = new SetRun(plan);
  run.read({ time: 1, referencePoseAt: 1 });
  return run;
}
const phaseOf = (run: SetRun) => currentPhase(run.state.clock)?.kind;
/** A roll of 8° to each side; the pelvis channel shows a share of it, and the hip takes the rest. */
const roll = (share: number) => (time: number) => {
  const turned = 8 * Math.sin((2 * Math.PI * (time - 1)) / 12);
  return { referencePoseAt: 1, twist: share * turned, internalRotation: -0.7 * (1 - share) * turned };
};
/** The set after the control: a still hip at 30°. */
const worked = { referencePoseAt: 1, internalRotation: 30 };

describe('the positive control in a set', () => {
  it('comes after the reference pose, says both ways, and goes on to the first working phase', () => {
    const run = begun();
    expect(phaseOf(run)).toBe('control');
    run.readFor(1.1, 13.2, roll(1));
    expect(run.said).toContainEqual(expect.stringContaining('Roll your pelvis a little to the left, and back.'));
    expect(run.said).toContainEqual('Now to the right, and back.');
    expect(phaseOf(run)).toBe('passive');
    expect(run.said.at(-1)).toMatch(/^Good, I see your pelvis\. .*Let it fall in/);
    expect(run.all('pelvis-control')[0]?.kept).toMatchObject({
      day: TODAY,
      azimuth: 255,
      result: { response: 'good' },
    });
  });

  it('makes the pelvis unwatched where it does not answer: no twist counts, the rule is muted with its reason', () => {
    const plan = asked();
    const run = begun(plan);
    run.readFor(1.1, 13.2, roll(0));
    expect(run.said.at(-1)).toMatch(/^I can’t see your pelvis move, so I only measure the leg in total\./);
    run.readFor(13.2, 27, () => ({ ...worked, twist: 14 }));
    expect(run.flagged).not.toContain('pelvis-twist');
    expect(run.state.control.results).toMatchObject([{ side: 'left', response: 'none' }]);
  });

  it('opens the twist rule at a smaller turn where the answer is weak', () => {
    const opens = (share: number, twist: number) => {
      const run = begun();
      run.readFor(1.1, 13.2, roll(share));
      run.readFor(13.2, 15, () => worked);
      run.readFor(15, 22, () => ({ ...worked, twist }));
      run.readFor(22, 26, () => worked);
      return run.flagged.includes('pelvis-twist');
    };
    expect(opens(0.55, 4.6)).toBe(true);
    expect(opens(1, 4.6)).toBe(false);
  });

  it('ends by itself if nothing happens, and is skipped by the key; the pelvis is then called not checked', () => {
    const still = begun();
    still.readFor(1.1, 10.5, () => ({ referencePoseAt: 1 }));
    const skipped = begun();
    skipped.readFor(1.1, 3, roll(1));
    skipped.send({ kind: 'skip', time: 3 });
    for (const run of [still, skipped]) {
      expect(phaseOf(run)).toBe('passive');
      expect(run.state.control.results).toMatchObject([{ response: 'not-done' }]);
      expect(run.said).toContainEqual(expect.stringContaining('No pelvis check this time.'));
    }
  });

  it('judges nothing that happens while the set is paused', () => {
    const run = begun();
    run.readFor(1.1, 4, roll(1));
    run.send({ kind: 'pause', time: 4 });
    // The person lies flat and waits.
    run.readFor(4.1, 24, () => ({ referencePoseAt: 1, twist: 0 }));
    run.send({ kind: 'resume', time: 24 });
    run.readFor(24.1, 33.3, (time) => roll(1)(time - 20));
    expect(run.state.control.results).toMatchObject([{ response: 'good' }]);
  });

  it('proves nothing any more once the laptop stands elsewhere; the same place again changes nothing', () => {
    const after = (azimuth: number, share: number) => {
      const run = begun();
      run.readFor(1.1, 13.2, roll(share));
      run.readFor(13.2, 15, () => worked);
      run.read({ ...worked, time: 15, cameraMoved: true });
      run.read({ ...worked, time: 18, referencePoseAt: 18, azimuth });
      return run.record().control;
    };
    expect(after(258, 1)).toMatchObject([{ response: 'good' }]);
    expect(after(215, 1)).toMatchObject([{ response: 'not-done' }]);
    // What was not seen is not seen from elsewhere either, until a check says so.
    expect(after(215, 0)).toMatchObject([{ response: 'none' }]);
  });

  it('is not asked again where it is known, and says again only that the pelvis is not watched', () => {
    const first = begun();
    first.readFor(1.1, 13.2, roll(0));
    const kept = first.all('pelvis-control').map((effect) => effect.kept);
    const again = begun(asked(kept));
    expect(phaseOf(again)).toBe('passive');
    expect(again.said.at(-1)).toMatch(/I only measure the leg in total/);
    expect(again.all('pelvis-control')).toEqual([]);
  });

  it('is left out where nobody asks for it, and recorded as not done where it is switched off', () => {
    const clip = begun(planFor(supineSleeper));
    expect(phaseOf(clip)).toBe('passive');
    expect(clip.record().control).toBeUndefined();
    const off = begun(planFor(supineSleeper, { pelvisControl: 'off' }));
    expect(phaseOf(off)).toBe('passive');
    expect(off.record().control).toMatchObject([{ side: 'left', response: 'not-done' }]);
  });

  it('makes the range of a set "leg in total": the pelvis was watched for no time', () => {
    const run = begun();
    run.readFor(1.1, 13.2, roll(0));
    run.readFor(13.2, 30, () => worked);
    const record = run.record();
    expect(record.control).toMatchObject([{ response: 'none' }]);
    expect(record.summary.sets[0]).toMatchObject({ pelvisWatched: 0 });
    expect(record.summary.sets[0]?.clean).toBeCloseTo(30, 6);
    expect(record.summary.muted).toContainEqual({ rule: 'pelvis-twist', reason: 'pelvis-no-response' });
  });
});
