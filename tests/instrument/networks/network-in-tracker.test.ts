import { describe, expect, it, vi } from 'vitest';
import { type DrillModels, NO_MODELS } from '../../../src/instrument/input/drill-models.ts';
import type { LegModel } from '../../../src/instrument/networks/leg-model.ts';
import type { PelvisModel } from '../../../src/instrument/networks/pelvis-model.ts';
import { CROP_SIZE } from '../../../src/instrument/networks/crop-pixels.ts';
import { INPUT_CHANNELS } from '../../../src/instrument/networks/network-input.ts';
import { createBodyTracker } from '../../../src/instrument/create-body-tracker.ts';
import type { BodyTracker } from '../../../src/instrument/body-tracker.ts';
import { clipOf, landmarksOf, planOf } from '../truth-landmarks.ts';
import { plain } from '../paint.ts';

// The real neutral search and fit run here; a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const MODEL: PelvisModel = {
  drill: 'supine-sleeper',
  version: 'test',
  window: { upright: false, unit: 'trunk', side: 1.15, above: 0.1 },
  outputs: [{ name: 'twist', unit: 8, gain: 1, spread: 1, leastSd: 0.1, mostSd: 5, trusted: true }],
  layers: [],
  weights: { file: '', bytes: 0, sha256: '' },
};
const NARROWER = 0.75;
const LEGS = { version: 'legs1', fit: { spread: NARROWER } } as LegModel;
const BOTH: DrillModels = { pelvis: MODEL, legs: LEGS };
const PELVIS_ONLY: DrillModels = { pelvis: MODEL, legs: null };

/** A twist of 8° with a spread of about a degree, in the model's own units. */
const ANSWER = Float32Array.of(1, -2);

const clip = clipOf('supine-sleeper-clean-far');
const picture = plain(960, 540, 110);

class Watched {
  readonly tracker: BodyTracker;
  /** Whether the landmarks' legs are those of a network of their own. */
  legsFromNetwork = false;
  #time = 0;

  constructor(plan: ReturnType<typeof planOf>, models: DrillModels = PELVIS_ONLY) {
    this.tracker = createBodyTracker(plan, () => 0, models);
  }

  see(pelvisAnswer: Float32Array | null = null) {
    this.#time += 1 / 12;
    const landmarks = {
      ...landmarksOf(clip, Math.round(12 * this.#time) % 30),
      legsFromNetwork: this.legsFromNetwork,
    };
    return this.tracker.step({ time: this.#time, picture, landmarks, pelvisAnswer }).reading;
  }

  asked() {
    return this.tracker.pelvisInput?.(picture, landmarksOf(clip, 0)) ?? null;
  }

  holdReferencePose(pelvisAnswer: Float32Array | null = null) {
    this.tracker.beginReferencePose();
    for (let i = 0; i < 60; i++) {
      const reading = this.see(pelvisAnswer);
      if (reading.referencePose.kind === 'set') return reading;
    }
    throw new Error('the neutral did not complete in five seconds');
  }
}

describe('the pelvis model in the tracker', () => {
  const plan = { ...planOf(clip), pelvisModel: 'supine-sleeper' };

  it('is not asked before a neutral, and shown both crops after it', () => {
    const watched = new Watched(plan);
    expect(watched.asked()).toBeNull();
    watched.holdReferencePose();
    expect(watched.asked()).toHaveLength(CROP_SIZE ** 2 * INPUT_CHANNELS);
    expect(watched.tracker.pelvisInput?.(picture, null)).toBeNull();
  });

  it('says the twist of the frame it has answered about, and nothing of the next', () => {
    const watched = new Watched(plan);
    watched.holdReferencePose();
    expect(watched.see(ANSWER).body?.pelvis.twist?.value).toBeCloseTo(8, 6);
    const { body } = watched.see();
    expect(body?.pelvis.twist).toBeNull();
    expect(body?.unseen['pelvis-twist']).toBe('pelvis-hidden');
  });

  it.each([
    ['was not believed at the neutral', BOTH],
    ['could not be had', PELVIS_ONLY],
  ])('has wider bands, and its own name in the record, where the legs’ network %s', (_, blunt) => {
    const held = [true, false].map((legsFromNetwork) => {
      const watched = new Watched(plan, legsFromNetwork ? BOTH : blunt);
      watched.legsFromNetwork = legsFromNetwork;
      const { referencePose: neutral } = watched.holdReferencePose();
      if (neutral.kind !== 'set') throw new Error('no neutral');
      const { body } = watched.see(ANSWER);
      return { name: neutral.quality.pelvisModel, sd: body?.leg.left.internalRotation?.sd ?? NaN };
    });
    expect(held.map(({ name }) => name)).toEqual(['test+legs1', 'test']);
    // The two saw the same, so only the spread differs.
    expect((held[1]?.sd ?? NaN) / (held[0]?.sd ?? NaN)).toBeCloseTo(1 / NARROWER, 2);
  });

  it('leaves the record the legs’ name where it could not be had itself', () => {
    const watched = new Watched(plan, { pelvis: null, legs: LEGS });
    watched.legsFromNetwork = true;
    const { referencePose: neutral } = watched.holdReferencePose();
    expect(neutral.kind === 'set' && neutral.quality.pelvisModel).toBe('legs1');
  });

  it.each([true, false])('does not measure by other legs than its zero was taken by (%s)', (legsFromNetwork) => {
    const watched = new Watched(plan, BOTH);
    watched.legsFromNetwork = legsFromNetwork;
    watched.holdReferencePose();
    expect(watched.tracker.referenceUsesLegNetwork).toBe(legsFromNetwork);
    expect(watched.see(ANSWER).body?.valid).toBe(true);
    watched.legsFromNetwork = !legsFromNetwork;
    expect(watched.see(ANSWER).body?.reasons).toEqual(['joints-hidden']);
    watched.legsFromNetwork = legsFromNetwork;
    expect(watched.see(ANSWER).body?.valid).toBe(true);
  });

  it('says the arch of the back where it was taught to, and why not where it is covered', () => {
    const { neverSeen } = plan;
    const side = { ...plan, neverSeen: neverSeen.filter((channel) => channel !== 'back-arch') };
    const outputs = [{ name: 'arch', unit: 7, gain: 1, spread: 1, leastSd: 0.1, mostSd: 5, trusted: true } as const];
    const watched = new Watched(side, { pelvis: { ...MODEL, outputs }, legs: null });
    watched.holdReferencePose();
    expect(watched.see(Float32Array.of(2, -2)).body?.lumbarExtension?.value).toBeCloseTo(14, 6);
    const { body } = watched.see();
    expect(body?.lumbarExtension).toBeNull();
    expect(body?.unseen['back-arch']).toBe('pelvis-hidden');
    const alone = new Watched(side, NO_MODELS);
    alone.holdReferencePose();
    expect(alone.see().body?.unseen['back-arch']).toBe('not-seen-from-here');
  });

  it('has no say about a neutral that became complete after it was asked', () => {
    const { body } = new Watched(plan).holdReferencePose(ANSWER);
    expect(body?.pelvis.twist).toBeNull();
  });

  it('has no say in a drill that does not switch it on, nor where there is no model', () => {
    const { pelvisModel: _, ...without } = plan;
    for (const watched of [new Watched(without), new Watched(plan, NO_MODELS)]) {
      watched.holdReferencePose();
      expect(watched.asked()).toBeNull();
      expect(watched.see(ANSWER).body?.pelvis.twist).toBeNull();
    }
  });
});
