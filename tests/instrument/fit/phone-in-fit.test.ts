import { describe, expect, it } from 'vitest';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import { withPhonePelvis } from '../../../src/instrument/fit/pelvis-observation.ts';
import { fittedPerson, inputOf, LOST } from '../../../lab/made/fitted-person.ts';
import { clipOf, trueRotation } from '../../../lab/made/truth-landmarks.ts';
import { follow, meanError } from '../../../lab/made/follow-clip.ts';

const sleeper = fittedPerson('supine-sleeper-clean-far');
const quadruped = fittedPerson('quadruped-band-ir-clean-high');
const estimate = (value: number, sd = 1) => ({ value, sd });
const PHONE = { twist: estimate(-9), obliquity: estimate(1), tilt: estimate(4) };

describe('a phone on the pelvis', () => {
  it('shows channels that the camera never sees, the tilt among them', () => {
    const { pelvis, unseen } = fittedBody(inputOf(sleeper, undefined, { pelvis: { ...LOST, phone: PHONE } }));
    expect(pelvis).toMatchObject(PHONE);
    for (const channel of ['pelvis-twist', 'pelvis-obliquity', 'pelvis-tilt'] as const)
      expect(unseen).not.toHaveProperty(channel);
    expect(unseen['back-arch']).toBe('not-seen-from-here');
  });

  it.each(['phone-slid', 'phone-silent'] as const)('says why it shows nothing: %s', (phone) => {
    const { pelvis, unseen } = fittedBody(inputOf(sleeper, undefined, { pelvis: { ...LOST, phone } }));
    expect(pelvis.tilt).toBeNull();
    expect(unseen['pelvis-twist']).toBe(phone);
    expect(unseen['pelvis-tilt']).toBe(phone);
  });

  it('narrows the band of the hip that an unseen pelvis widens', () => {
    for (const person of [sleeper, quadruped]) {
      const sdOf = (pelvis: typeof LOST) =>
        fittedBody(inputOf(person, undefined, { pelvis })).leg.left.internalRotation?.sd ?? 0;
      const held = { twist: estimate(0, 6), obliquity: estimate(0, 4) };
      const phone = { ...PHONE, twist: estimate(0), obliquity: estimate(0) };
      expect(sdOf({ ...LOST, phone })).toBeLessThan(sdOf(LOST));
      expect(sdOf({ ...LOST, held, phone })).toBeLessThan(sdOf({ ...LOST, held }));
    }
  });

  it('comes before the camera part by part, and leaves to it what it does not see', () => {
    const camera = { twist: estimate(1, 5), obliquity: estimate(2, 5) };
    expect(withPhonePelvis(camera, { ...PHONE, obliquity: null })).toEqual({
      twist: PHONE.twist,
      obliquity: camera.obliquity,
      tilt: PHONE.tilt,
    });
    expect(withPhonePelvis(camera, 'phone-slid')).toBe(camera);
    expect(withPhonePelvis(camera, undefined)).toBe(camera);
  });

  it('takes the pelvis out of the hip’s rotation in the fit', () => {
    const clip = clipOf('supine-sleeper-twist-chase-far');
    const still = { twist: estimate(0, 0.4), obliquity: null };
    const unseen = follow(clip, 'as filmed', undefined, () => still).frames;
    const seen = follow(clip, 'as filmed', undefined, (frame) => {
      const { twist, tilt } = clip.frames[frame]?.pelvis ?? { twist: 0, tilt: 0 };
      return { twist: estimate(twist), obliquity: null, tilt: estimate(tilt) };
    }).frames;
    const at = Math.round(16 * clip.fps);
    expect(Math.abs((unseen[at]?.rotation ?? 0) - trueRotation(clip, at))).toBeGreaterThan(8);
    expect(Math.abs((seen[at]?.rotation ?? 0) - trueRotation(clip, at))).toBeLessThan(3);
    expect(meanError(clip, seen)).toBeLessThan(meanError(clip, unseen));
    expect(seen[at]?.fit.pelvis.twist).toBeCloseTo(clip.frames[at]?.pelvis.twist ?? 0, -1);
  });
});
