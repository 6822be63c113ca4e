import { describe, expect, it } from 'vitest';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import { fittedPerson, inputOf, LOST, twisted } from '../support/fitted-person.ts';

const sleeper = fittedPerson('supine-sleeper-clean-far');
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
    const { unseen } = fittedBody(inputOf(sleeper, undefined, { pelvis }));
    expect(unseen).toMatchObject({ 'pelvis-twist': reason, 'knee-chase': reason });
    expect(unseen['pelvis-lift']).toBeUndefined();
  });

  it('include the yaw if the cloth is too dark for it; the record leaves it out', () => {
    const pelvis = { ...twisted(-9), obliquityUnseen: 'pelvis-too-dark' } as const;
    const { unseen } = fittedBody(inputOf(quadruped, undefined, { pelvis }));
    expect(unseen).toMatchObject({
      'pelvis-yaw': 'pelvis-too-dark',
      'pelvis-obliquity': 'pelvis-too-dark',
    });
    expect(unseen['pelvis-twist']).toBeUndefined();
  });

  it('widen the hip’s band by the contribution of an unmeasured yaw, whose 90 % bound is ten degrees', () => {
    const sdOf = (pelvis: ReturnType<typeof twisted>) =>
      fittedBody(inputOf(quadruped, undefined, { pelvis })).leg.left.internalRotation?.sd ?? 0;
    const hidden = sdOf({ ...twisted(-9), obliquityUnseen: 'pelvis-too-dark' });
    expect(hidden).toBeCloseTo(Math.hypot(sdOf(twisted(-9)), 10 / 1.645), 6);
  });

  it('include the pelvic lift if a planted foot has moved, because the lift depends on it', () => {
    const at = (metres: number) => fittedBody(inputOf(sleeper, undefined, { footShift: { value: metres, sd: 0.015 } }));
    expect(at(0.06).unseen['pelvis-lift']).toBe('foot-slid');
    expect(at(0.06).pelvis.lift).toBeNull();
    expect(at(0.033).unseen['pelvis-lift']).toBeUndefined();
    expect(at(0.033).pelvis.lift).not.toBeNull();
  });

  it('do not include a twist that is measured reliably', () => {
    const { unseen, pelvis } = fittedBody(inputOf(sleeper, undefined, { pelvis: twisted(-9) }));
    expect(unseen['pelvis-twist']).toBeUndefined();
    expect(pelvis.twist).toEqual({ value: -9, sd: 1 });
  });
});
