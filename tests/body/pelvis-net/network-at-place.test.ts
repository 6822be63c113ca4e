import { describe, expect, it } from 'vitest';
import { fittedBody } from '../../../src/body/fitted-body.ts';
import type { MeasurementPlan } from '../../../src/body/measurement-plan.ts';
import { networkAtPlace } from '../../../src/body/pelvis-net/network-at-place.ts';
import type { PelvisModel } from '../../../src/body/pelvis-net/pelvis-model.ts';
import type { Picture } from '../../../src/body/picture.ts';
import { fittedPerson, inputOf } from '../fitted-person.ts';
import { planFor } from '../truth-landmarks.ts';

const MODEL: PelvisModel = {
  drill: 'quadruped-band-ir',
  version: 'test',
  window: { upright: true, unit: 'thigh', side: 1.45, above: 0.3 },
  azimuths: [137, 163],
  outputs: [
    { name: 'twist', unit: 8, gain: 1, spread: 1, leastSd: 0.1, mostSd: 5, trusted: true },
    { name: 'obliquity', unit: 8, gain: 1, spread: 1, leastSd: 0.1, mostSd: 50, trusted: true },
  ],
  layers: [],
  weights: { file: '', bytes: 0, sha256: '' },
};
const PICTURE: Picture = { width: 400, height: 300, rgba: new Uint8ClampedArray(4 * 400 * 300).fill(90) };
const WIDENING = 2;
const PLAN: MeasurementPlan = planFor('quadruped-band-ir');

function still() {
  const points = new Float32Array(66).fill(10);
  for (const l of [11, 12]) points.set([200, 60], 2 * l);
  for (const l of [23, 24]) points.set([200, 140 + l], 2 * l);
  for (const l of [25, 26]) points.set([200, 220 + l], 2 * l);
  return { points, visibility: new Float32Array(33).fill(1), width: 400, height: 300 };
}

/** What one answer becomes: the spread of either angle, degrees, null where it is no reading. */
function spreadsFrom(
  azimuth: number,
  { plan = PLAN, model = MODEL, lookingDown = PLAN.view.lookingDown } = {},
): Record<'twist' | 'told to the fit', number | null | undefined> {
  const finding = { fit: { azimuth, lookingDown } };
  const network = networkAtPlace(
    plan,
    { finding, still: still(), pictures: [PICTURE] } as never,
    model,
    WIDENING,
  );
  if (!network) throw new Error('no network');
  network.answered(Float32Array.of(0.5, 0.5, Math.log(0.4), Math.log(0.4)), 0);
  const { twist, fitted } = network.step(PICTURE, null, 0);
  return { twist: twist && twist.sd, 'told to the fit': fitted?.twist?.sd };
}

const AS_SAID = 3.2;

describe('what a network says of a place', () => {
  // Scenes from 137 to 163°, and the lens is found up to 10° off.
  it.each([127.5, 131, 150, 172])('is as sure as it says from %d°, which its scenes know', (azimuth) => {
    const spreads = spreadsFrom(azimuth);
    expect(spreads.twist).toBeCloseTo(AS_SAID, 5);
    expect(spreads['told to the fit']).toBeCloseTo(AS_SAID, 5);
  });

  it('is as sure for right-side work from the place in the mirror', () => {
    const plan: MeasurementPlan = planFor('quadruped-band-ir', 1.72, 'in a mirror');
    expect(spreadsFrom(360 - 131, { plan }).twist).toBeCloseTo(AS_SAID, 5);
    expect(spreadsFrom(131, { plan })['told to the fit']).toBeCloseTo(WIDENING * AS_SAID, 5);
  });

  it('counts for half from elsewhere, in the fit as well, and is no reading when that is too little', () => {
    for (const azimuth of [126, 180, 230]) {
      const spreads = spreadsFrom(azimuth);
      expect(spreads['told to the fit']).toBeCloseTo(WIDENING * AS_SAID, 5);
      // 6.4° against the 5° beyond which nobody is judged by it.
      expect(spreads.twist).toBeNull();
    }
  });

  it('counts for half from a lens that looks down less than the drill asks for', () => {
    const { lookingDown } = PLAN.view;
    expect(spreadsFrom(150, { lookingDown: lookingDown - 1 })['told to the fit']).toBeCloseTo(
      WIDENING * AS_SAID,
      5,
    );
  });

  it('counts for half in every place that is not the drill’s where the card names none', () => {
    const { azimuths: _, ...nowhere } = MODEL;
    expect(spreadsFrom(150, { model: nowhere })['told to the fit']).toBeCloseTo(WIDENING * AS_SAID, 5);
  });

  it('is not asked for by a drill without one', () => {
    const { pelvisModel: _, ...plan } = PLAN;
    const held = { finding: { fit: { azimuth: 150, lookingDown: 20 } }, still: still(), pictures: [PICTURE] };
    expect(networkAtPlace(plan, held as never, MODEL, WIDENING)).toBeNull();
  });

  it('is as wide in a reading, whatever the landmarks’ own spreads are there', () => {
    const twist = { value: 7, sd: 2 };
    const seen = { pelvis: { twist, unseen: null, support: 1 } };
    const at = (views: object) =>
      fittedBody({ ...inputOf(fittedPerson('quadruped-band-ir-clean-high')), ...seen, ...views });
    expect(at({ widening: 2 }).pelvis.twist?.sd).toBe(4);
    const known = at({ widening: 2, pelvisWidening: 1 });
    expect(known.pelvis.twist?.sd).toBe(2);
    expect(known.leg.left.flexion?.sd).toBe(at({ widening: 2 }).leg.left.flexion?.sd);
  });
});
