import { describe, expect, it } from 'vitest';
import { pelvisInputOf, type PelvisLook, type PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import { CROP_SIZE, INPUT_CHANNELS } from '../../../src/instrument/networks/network-input.ts';
import { FramePipeline, type PipelineNetworks } from '../../../src/instrument/frame-pipeline.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { clipOf, landmarksOf, planOf, seeingTwist } from '../../../lab/made/truth-landmarks.ts';
import { plain } from '../../../lab/made/paint.ts';
import { living } from '../../../lab/made/pipeline-bench.ts';

const MODEL: PelvisModel = {
  drill: 'supine-sleeper',
  version: 'test',
  window: { upright: false, unit: 'trunk', side: 1.15, above: 0.1 },
  outputs: [{ name: 'twist', unit: 8, gain: 1, spread: 1, leastSd: 0.1, mostSd: 5, trusted: true }],
  layers: [],
  weights: { file: '', bytes: 0, sha256: '' },
};

/** A twist of 8° with a spread of about a degree, in the model's own units. */
const ANSWER = Float32Array.of(1, -2);

const clip = clipOf('supine-sleeper-clean-far');
const picture = plain(960, 540, 110);

class WatchedPipeline {
  readonly pipeline: FramePipeline;
  /** What the pelvis network was shown. */
  readonly asked: Float32Array[] = [];
  /** What it answers; null: it fails. */
  answer: Float32Array | null = null;
  picture = picture;
  #time = 0;

  constructor(plan: ReturnType<typeof planOf>, { pelvis = MODEL, isAside = false }: Models = {}) {
    const run = async (input: Float32Array): Promise<Float32Array> => {
      this.asked.push(input);
      if (this.answer === null) throw new Error('no answer');
      return this.answer;
    };
    const networks: PipelineNetworks = {
      pelvis: pelvis && {
        model: pelvis,
        run,
        ...(isAside && { runAside: (look: PelvisLook) => run(pelvisInputOf(look)) }),
      },
    };
    this.pipeline = new FramePipeline(plan, () => 0, networks);
  }

  see(answer: Float32Array | null = null): Promise<Reading> {
    this.#time += 1 / 12;
    this.answer = answer;
    const landmarks = landmarksOf(clip, Math.round(12 * this.#time) % 30);
    return this.pipeline.read({
      time: this.#time,
      picture: living(this.picture, this.#time),
      startedAt: 0,
      countPeople: async () => null,
      findPerson: async () => ({ landmarks, mask: null }),
    });
  }

  async holdReferencePose(answer: Float32Array | null = null): Promise<Reading> {
    this.pipeline.beginReferencePose();
    for (let i = 0; i < 60; i++) {
      const reading = await this.see(answer);
      if (reading.referencePose.kind === 'set') return reading;
    }
    throw new Error('the reference pose did not complete in five seconds');
  }
}

interface Models {
  readonly pelvis?: PelvisModel | null;
  /** The pelvis network has a thread of its own. */
  readonly isAside?: boolean;
}

const namesIn = ({ referencePose }: Reading): string | undefined => {
  if (referencePose.kind !== 'set') throw new Error('no reference pose');
  return referencePose.quality.pelvisModel;
};

describe('the pelvis network in the pipeline', () => {
  const plan = { ...seeingTwist(planOf(clip)), pelvisModel: 'test' };

  it('is not asked before a reference pose, and is shown both crops after it', async () => {
    const watched = new WatchedPipeline(plan);
    await watched.see();
    expect(watched.asked).toEqual([]);
    await watched.holdReferencePose();
    await watched.see();
    expect(watched.asked.at(-1)).toHaveLength(CROP_SIZE ** 2 * INPUT_CHANNELS);
  });

  it('sees the same on a thread of its own', async () => {
    const [here, aside] = [new WatchedPipeline(plan), new WatchedPipeline(plan, { isAside: true })];
    for (const watched of [here, aside]) await watched.holdReferencePose(ANSWER);
    const [seen, seenAside] = [await here.see(ANSWER), await aside.see(ANSWER)];
    expect(seenAside.body).toEqual(seen.body);
    expect(seenAside.body?.pelvis.twist?.value).toBeCloseTo(8, 6);
    expect(aside.asked.at(-1)).toEqual(here.asked.at(-1));
  });

  it('gives the twist of the frame that it answered, and nothing in the next', async () => {
    const watched = new WatchedPipeline(plan);
    await watched.holdReferencePose();
    expect((await watched.see(ANSWER)).body?.pelvis.twist?.value).toBeCloseTo(8, 6);
    const { body } = await watched.see();
    expect(body?.pelvis.twist).toBeNull();
    expect(body?.unseen['pelvis-twist']).toBe('pelvis-hidden');
  });

  it.each([
    ['too-dark', 30],
    ['too-dark', 20],
    ['too-bright', 250],
  ] as const)('is told as %s, not as hidden, in a picture of brightness %i', async (why, luma) => {
    const watched = new WatchedPipeline(plan);
    watched.picture = plain(960, 540, luma);
    await watched.holdReferencePose();
    const { body, light } = await watched.see();
    expect([light.problem, body?.unseen['pelvis-twist']]).toEqual([why, why]);
  });

  it('is named in the record by its version, where it is used', async () => {
    expect(namesIn(await new WatchedPipeline(plan).holdReferencePose())).toBe('test');
    expect(namesIn(await new WatchedPipeline(plan, { pelvis: null }).holdReferencePose())).toBeUndefined();
  });

  it('gives the arch of the back where it was trained for it, and says why not where the back is covered', async () => {
    const { neverSeen } = plan;
    const side = { ...plan, neverSeen: neverSeen.filter((channel) => channel !== 'back-arch') };
    const outputs = [{ name: 'arch', unit: 7, gain: 1, spread: 1, leastSd: 0.1, mostSd: 5, trusted: true } as const];
    const watched = new WatchedPipeline(side, { pelvis: { ...MODEL, outputs } });
    await watched.holdReferencePose();
    expect((await watched.see(Float32Array.of(2, -2))).body?.lumbarExtension?.value).toBeCloseTo(14, 6);
    const { body } = await watched.see();
    expect(body?.lumbarExtension).toBeNull();
    expect(body?.unseen['back-arch']).toBe('pelvis-hidden');
    const without = new WatchedPipeline(side, { pelvis: null });
    await without.holdReferencePose();
    expect((await without.see()).body?.unseen['back-arch']).toBe('not-seen-from-here');
  });

  it('is left out and named after three answers that are not finite, and the pelvis is not watched any more', async () => {
    const watched = new WatchedPipeline(plan);
    expect((await watched.holdReferencePose()).networksOut).toBeUndefined();
    for (let i = 0; i < 2; i++) {
      const { body, networksOut } = await watched.see(Float32Array.of(Number.NaN, Number.NaN));
      expect([body?.pelvis.twist, networksOut]).toEqual([null, undefined]);
    }
    expect((await watched.see(Float32Array.of(1, Infinity))).networksOut).toEqual(['pelvis']);
    const asked = watched.asked.length;
    const { body, networksOut } = await watched.see(ANSWER);
    expect([body?.pelvis.twist, body?.unseen['pelvis-twist'], networksOut]).toEqual([null, 'pelvis-lost', ['pelvis']]);
    expect(watched.asked).toHaveLength(asked);
  });

  it('is named in every reading where it could not be loaded', async () => {
    const pipeline = new FramePipeline(plan, () => 0, { pelvis: null, failed: ['pelvis'] });
    const findPerson = async () => ({ landmarks: landmarksOf(clip, 0), mask: null });
    const reading = await pipeline.read({ time: 0, picture, startedAt: 0, countPeople: async () => null, findPerson });
    expect(reading.networksOut).toEqual(['pelvis']);
  });

  it('is ignored in a frame whose reference pose was set after the network was asked', async () => {
    const { body } = await new WatchedPipeline(plan).holdReferencePose(ANSWER);
    expect(body?.pelvis.twist).toBeNull();
  });

  it('is not asked in a drill that does not name it, nor where it is missing', async () => {
    const { pelvisModel: _, ...without } = plan;
    for (const watched of [new WatchedPipeline(without), new WatchedPipeline(plan, { pelvis: null })]) {
      await watched.holdReferencePose();
      expect((await watched.see(ANSWER)).body?.pelvis.twist).toBeNull();
      expect(watched.asked).toEqual([]);
    }
  });
});
