import { describe, expect, it } from 'vitest';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import type { PelvisObservation } from '../../../src/instrument/fit/pelvis-observation.ts';
import { fittedPerson, inputOf, LOST, twisted } from '../../../lab/made/fitted-person.ts';
import { seeingTwist } from '../../../lab/made/truth-landmarks.ts';

const sleeper = fittedPerson('supine-sleeper-clean-far');
const watched = { ...sleeper, plan: seeingTwist(sleeper.plan) };
const quadruped = fittedPerson('quadruped-band-ir-clean-high');
const seated = fittedPerson('ninety-ninety-pails-rails-lean-front');

describe('channels that cannot be measured', () => {
  it.each([sleeper, quadruped, seated])('include those that the drill’s view never shows', (person) => {
    const { unseen } = fittedBody(inputOf(person));
    for (const channel of person.plan.neverSeen) expect(unseen[channel]).toBe('not-seen-from-here');
    expect(unseen['hip-internal-rotation']).toBeUndefined();
  });

  it.each(['pelvis-lost', 'pelvis-hidden'] as const)('include the pelvis channels, with the reason: %s', (reason) => {
    const pelvis = { ...LOST, unseen: reason };
    const { unseen } = fittedBody(inputOf(watched, undefined, { pelvis }));
    expect(unseen['pelvis-twist']).toBe(reason);
    expect(unseen['pelvis-lift']).toBeUndefined();
  });

  it('widen the hip’s band on hands and knees by a turn about the vertical that lost hips may hide, at most ten degrees', () => {
    const sdOf = (pelvis: PelvisObservation) =>
      fittedBody(inputOf(quadruped, undefined, { pelvis })).leg.left.internalRotation?.sd ?? 0;
    const turn = { value: 0, sd: 3 };
    const still = { value: 0, sd: 0 };
    const own = sdOf({ ...LOST, held: { twist: still, obliquity: still } });
    expect(sdOf({ ...LOST, held: { twist: still, obliquity: turn } })).toBeCloseTo(Math.hypot(own, 3), 6);
    // The bound of a twist is 6°, as far as it rolls the thigh, and that of the turn 10°.
    expect(sdOf(LOST)).toBeGreaterThan(Math.hypot(own, 10 / 1.645));
    expect(sdOf(LOST)).toBeLessThan(Math.hypot(own, Math.hypot(10, 6) / 1.645));
  });

  it('include the pelvic lift if a planted foot has moved, because the lift depends on it', () => {
    const at = (metres: number) => fittedBody(inputOf(sleeper, undefined, { footShift: { value: metres, sd: 0.015 } }));
    expect(at(0.06).unseen['pelvis-lift']).toBe('foot-slid');
    expect(at(0.06).pelvis.lift).toBeNull();
    expect(at(0.033).unseen['pelvis-lift']).toBeUndefined();
    expect(at(0.033).pelvis.lift).not.toBeNull();
  });

  it('do not include a twist that is measured reliably', () => {
    const { unseen, pelvis } = fittedBody(inputOf(watched, undefined, { pelvis: twisted(-9) }));
    expect(unseen['pelvis-twist']).toBeUndefined();
    expect(pelvis.twist).toEqual({ value: -9, sd: 1 });
  });
});
