import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import { networkAtPlace, type PlacedNetwork } from '../../../src/instrument/networks/network-at-place.ts';
import type { PelvisModel } from '../../../src/instrument/networks/pelvis-model.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { root } from '../../../tools/shared/paths.mjs';
import { chanceOf } from '../../lab/chance.ts';
import { quadrupedDraw } from '../../lab/pelvis-net/draws/quadruped-draw.ts';
import { fittedPerson, inputOf } from '../support/fitted-person.ts';
import { planFor } from '../support/truth-landmarks.ts';

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
const PICTURE: Picture = { width: 400, height: 300, grey: new Uint8ClampedArray(400 * 300).fill(90) };
const PLAN: MeasurementPlan = planFor('quadruped-band-ir');

function still() {
  const points = new Float32Array(66).fill(10);
  for (const l of [11, 12]) points.set([200, 60], 2 * l);
  for (const l of [23, 24]) points.set([200, 140 + l], 2 * l);
  for (const l of [25, 26]) points.set([200, 220 + l], 2 * l);
  return { points, visibility: new Float32Array(33).fill(1), width: 400, height: 300 };
}

interface Placing {
  readonly plan?: MeasurementPlan;
  readonly model?: PelvisModel | null;
  readonly view?: number;
  readonly pictures?: readonly Picture[];
}

const at = (azimuth: number, { plan = PLAN, model = MODEL, view = 1, pictures = [PICTURE] }: Placing = {}) => {
  const finding = { fit: { azimuth } };
  return networkAtPlace(plan, { finding, still: still(), pictures } as never, model, view);
};

/** Standard deviation after one answer, degrees. */
function observationFrom(placed: PlacedNetwork) {
  if (!placed.network) throw new Error('no network');
  placed.network.answered(Float32Array.of(0.5, 0.5, Math.log(0.4), Math.log(0.4)), 0);
  return placed.network.step();
}

const AS_SAID = 3.2;
const BLIND = { network: null, isBlind: true };

describe('a pelvis network with trained azimuths', () => {
  // The training scenes span 137 to 163°; the estimated place of the lens may be up to 10° off.
  it.each([127.5, 131, 150, 172])(
    'keeps its standard deviations at %d°, a trained azimuth, whatever the grade of the view',
    (azimuth) => {
      for (const view of [1, 2]) {
        const placed = at(azimuth, { view });
        expect(placed).toMatchObject({ isBlind: false, widening: 1 });
        const { twist, fitted } = observationFrom(placed);
        expect(twist?.sd).toBeCloseTo(AS_SAID, 5);
        expect(fitted?.twist?.sd).toBeCloseTo(AS_SAID, 5);
      }
    },
  );

  // 210° is on the side of the resting leg, where no training scene was filmed.
  it.each([126, 180, 210, 230])(
    'is not used at %d°, no trained azimuth, and nothing else measures the pelvis there',
    (azimuth) => {
      for (const view of [1, 2]) expect(at(azimuth, { view })).toMatchObject(BLIND);
    },
  );

  it('is used at the mirrored azimuths when the right leg works', () => {
    const plan: MeasurementPlan = planFor('quadruped-band-ir', 1.72, 'in a mirror');
    expect(at(360 - 131, { plan })).toMatchObject({ isBlind: false, widening: 1 });
    expect(at(131, { plan })).toMatchObject(BLIND);
  });

  it('is widened with the view if its card names no azimuths', () => {
    const { azimuths: _, ...nowhere } = MODEL;
    const placed = at(210, { model: nowhere, view: 2 });
    expect(placed).toMatchObject({ isBlind: false, widening: 2 });
    expect(observationFrom(placed).twist?.sd).toBeCloseTo(AS_SAID, 5);
  });

  it('leaves the turn about the vertical to the landmarks only where it did not load', () => {
    expect(at(150, { model: null, view: 2 })).toEqual({ network: null, isBlind: false, widening: 2 });
    expect(at(150, { pictures: [] })).toMatchObject(BLIND);
    expect(at(210)).toMatchObject(BLIND);
  });

  it('is not used by a drill without a pelvis network', () => {
    const { pelvisModel: _, ...plan } = PLAN;
    expect(at(150, { plan, view: 2 })).toEqual({ network: null, isBlind: false, widening: 2 });
  });

  it('names the azimuths of its training scenes', () => {
    const card = JSON.parse(readFileSync(join(root, 'models', 'pelvis-quadruped-band-ir.json'), 'utf8')) as PelvisModel;
    const azimuths = Array.from({ length: 400 }, (_, k) => quadrupedDraw.camera(chanceOf(`place ${k}`)).azimuth);
    const [from, to] = card.azimuths ?? [0, 0];
    // Of 400 uniform draws over 26° the extremes lie within half a degree of the ends in 999 of 1000 cases.
    expect(Math.min(...azimuths)).toBeCloseTo(from, 0);
    expect(Math.max(...azimuths)).toBeCloseTo(to, 0);
  });

  it('keeps its standard deviations in a reading, whatever those of the landmarks', () => {
    const twist = { value: 7, sd: 2 };
    const seen = { pelvis: { twist, unseen: null } };
    const withViews = (views: object) =>
      fittedBody({ ...inputOf(fittedPerson('quadruped-band-ir-clean-high')), ...seen, ...views });
    expect(withViews({ widening: 2 }).pelvis.twist?.sd).toBe(4);
    const known = withViews({ widening: 2, pelvisWidening: 1 });
    expect(known.pelvis.twist?.sd).toBe(2);
    expect(known.leg.left.flexion?.sd).toBe(withViews({ widening: 2 }).leg.left.flexion?.sd);
    // The obliquity comes from the fit and is as certain as the network’s.
    const told = { pelvis: { ...seen.pelvis, fitted: { twist, obliquity: twist } } };
    const turn = (views: object) => withViews({ ...told, ...views }).pelvis.obliquity?.sd ?? Number.NaN;
    expect(turn({ widening: 2, pelvisWidening: 1 })).toBe(turn({ widening: 1 }));
    expect(withViews({ widening: 2, pelvisWidening: 1 }).pelvis.obliquity?.sd).toBe(turn({ widening: 2 }));
  });
});
